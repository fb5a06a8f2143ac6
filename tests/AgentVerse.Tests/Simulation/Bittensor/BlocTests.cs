using AgentVerse.Mechanisms.Intelligence.Bittensor.Network;
using AgentVerse.Model.Settings;
using AgentVerse.Simulation;

using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>Blocs join a subnet without moving anything of the others'.</summary>
public sealed class BlocTests
{
    private static readonly Section Group = Settings.Nested(SmallChain.Catalogue.Networks["bittensor"].Section, "subnets");

    internal static SettingsMap Bloc(params (string Key, object? Value)[] own) =>
        Settings.Of(Settings.Nested(Group, "blocs"), own);

    private static SmallChain With(params SettingsMap[] blocs) => new()
    {
        Ticks = 3,
        Groups = [[("validatorsMedian", 4.0), ("blocs", blocs)]],
        Crowds =
        [
            new("miners", "miner", 60, ["honest"]), new("validators", "validator", 40, ["honest"]),
            new("cabal", "validator", 5, ["honest"]), new("friends", "miner", 9, ["idle"]),
        ],
    };

    [Fact]
    public void A_bloc_of_no_stake_and_no_seats_changes_no_bit()
    {
        SettingsMap empty = Bloc(("validators", "cabal"), ("miners", "friends"), ("minerSeats", 0L));
        Assert.Equal(With().Run().Digests.Agents.SumText, With(empty).Run().Digests.Agents.SumText);
    }

    [Fact]
    public void Others_keep_stakes_seats_and_pool_while_the_last_miners_make_room()
    {
        SubnetSpec without = With().World().Specs()[0];
        SubnetSpec with = With(Bloc(
            ("validators", "cabal"), ("stakeShare", 0.4), ("validatorCount", 2L), ("miners", "friends"),
            ("minerSeats", 3L))).World().Specs()[0];
        Assert.Equal(without.Neurons.Count, with.Neurons.Count);
        Assert.Equal(without.Neurons.SkipLast(5), with.Neurons.SkipLast(5));
        Assert.Equal(without.Pool, with.Pool);
        Assert.Equal([2, 2, 3, 3, 3], with.Neurons.TakeLast(5).Select(n => n.Holder.Population));
        long all = with.Neurons.Sum(n => n.Alpha);
        Assert.Equal(0.4, with.Neurons.TakeLast(5).Sum(n => n.Alpha) / (double)all, 1e-9);
    }

    [Fact]
    public void Free_uids_are_taken_first()
    {
        SmallChain half = With(Bloc(("miners", "friends"), ("minerSeats", 3L), ("quality", 0.0)));
        SubnetSpec spec = (half with { Groups = [[.. half.Groups[0], ("occupancy", 0.5)]] }).World().Specs()[0];
        Assert.Equal(15, spec.Neurons.Count);
        Assert.All(spec.Neurons.TakeLast(3), n => Assert.Equal(0.0, n.Quality));
    }

    [Fact]
    public void Two_blocs_have_their_shares_of_one_whole()
    {
        SubnetSpec spec = With(
            Bloc(("validators", "cabal"), ("stakeShare", 0.2), ("minerSeats", 0L)),
            Bloc(("validators", "cabal"), ("stakeShare", 0.3), ("minerSeats", 0L))).World().Specs()[0];
        double all = spec.Neurons.Sum(n => n.Alpha);
        Assert.Equal([0.2, 0.3], spec.Neurons.TakeLast(2).Select(n => Math.Round(n.Alpha / all, 6)));
    }

    [Theory]
    [InlineData("subnets.blocs", 0.6, 0.6, 0)]
    [InlineData("subnets.blocs", 0.1, 0.1, 40)]
    public void Blocs_that_do_not_fit_are_said(string path, double first, double second, long seats)
    {
        (World? world, IReadOnlyList<Problem> problems) = With(
            Bloc(("validators", "cabal"), ("stakeShare", first), ("miners", "friends"), ("minerSeats", seats)),
            Bloc(("validators", "cabal"), ("stakeShare", second))).Plan();
        Assert.Null(world);
        Assert.Equal(path, Assert.Single(problems).Path);
    }

    [Fact]
    public void Stake_without_validators_and_unknown_populations_are_said()
    {
        (_, IReadOnlyList<Problem> problems) = With(Bloc(("stakeShare", 0.1)), Bloc(("miners", "nobody"))).Plan();
        Assert.Equal(["bloc.miners", "bloc.validators"], problems.Select(p => p.Path).Order(StringComparer.Ordinal));
    }
}
