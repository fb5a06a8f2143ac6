using AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

using CsCheck;

using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>
/// Money is conserved: the engine checks every token after every tick and stops a run that does not balance.
/// </summary>
public sealed class LedgerTests
{
    private const long Tao = 1_000_000_000;

    private static readonly Gen<SmallChain> AnyChain =
        from seed in Gen.ULong
        from tempo in Gen.OneOf(Gen.Const(0L), Gen.Long[20, 400])
        from uids in Gen.Long[4, 32]
        from factor in Gen.Double[1, 3]
        from halfLife in Gen.Long[0, 400]
        from immunity in Gen.Long[0, 400]
        from rootStake in Gen.Long[0, 20_000_000]
        from issuance in Gen.Long[0, 21_100_000]
        from flags in Gen.Int[0, 7]
        from allocator in Gen.OneOf(
            Gen.Const("equal"), Gen.Const("price"), Gen.Const("flow"), Gen.Const("unburnedPrice"))
        from review in Gen.Double[0, 50]
        select new SmallChain
        {
            Seed = seed,
            Ticks = 5,
            Chain =
            [
                (
                    "rootStake", rootStake * Tao), ("issuance", Math.Min(issuance, 21_000_000) * Tao), ("allocator",
                    allocator),
            ],
            Hyperparameters =
            [
                ("tempo", tempo), ("uidsMax", uids), ("burnIncreaseMult", factor), ("burnHalfLife", halfLife),
                ("immunityPeriod", immunity), ("ownerCut", (flags & 2) == 0), ("minNonImmuneUids", 2L),
                ("commitReveal", (flags & 1) == 0),
                ("bonds", (flags & 4) == 0 ? "yuma2" : "yuma3LiquidAlpha"), ("burn", Tao / 100),
            ],
            Groups = [[("count", 2L), ("validatorsMedian", 3.0), ("occupancy", 0.8)]],
            Crowds =
            [
                new("miners", "miner", 90, ["honest"]) { Own = [("reviewRate", review)] },
                new("validators", "validator", 70, ["honest"]),
            ],
        };

    [Fact]
    public void Every_token_balances_in_every_tick_whatever_the_settings() => AnyChain.Sample(
        chain =>
        {
            FinishedRun run = chain.Run();
            Assert.All(run.Subnets, OutsideThePoolIsTheSumOfItsAccounts);
        },
        iter: 60, threads: 1);

    [Fact]
    public void What_miners_paid_is_in_the_pool_or_with_the_authors_of_blocks()
    {
        FinishedRun run = new SmallChain { Ticks = 24 }.Run();
        long paid = run.Events("registered").Sum(e => e["amount"]);
        long spent = run.Agents("miners").Sum(a => a["spent"]) + run.Agents("validators").Sum(a => a["spent"]);
        long wallets = run.Agents("miners").Sum(a => a["TAO"]);
        Assert.True(paid > 0);
        Assert.Equal(paid, spent);
        Assert.Equal((60 * 10 * Tao) - spent, wallets);
        Assert.True(run.Held("subnet/1", "TAO", "fees") > 0);
    }

    /// <summary>Stakes are shown to the epoch as they stand, and alpha outside the pool is all in accounts.</summary>
    internal static void OutsideThePoolIsTheSumOfItsAccounts(SubnetState subnet)
    {
        for (int uid = 0; uid < subnet.Neurons.NeuronCount; uid++)
        {
            Assert.Equal(subnet.Stakes.StakeOf(subnet.Account[uid]), subnet.Neurons.AlphaStake[uid]);
        }

        long stakes = 0;
        foreach (long total in subnet.Stakes.Hotkeys.Totals)
        {
            stakes += total;
        }

        Assert.Equal(subnet.Stakes.Sum, stakes);
        long pending = subnet.Accounts.Pending.ForEpoch + subnet.Accounts.Pending.OwnerCut;
        Assert.Equal(
            subnet.Accounts.AlphaOut,
            stakes + pending + subnet.OwnerAlpha + subnet.RootClaims + subnet.Accounts.ProtocolAlpha
                + subnet.UnpaidAlpha);
    }
}
