using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>An owner holds uid 0 whatever happens, gets the cut, and sets what an owner may set.</summary>
public sealed class SubnetOwnerTests
{
    private const long Tao = 1_000_000_000;

    private static readonly SmallChain Chain = new()
    {
        Ticks = 2,
        Chain = [("rootStake", 0L)],
        Hyperparameters =
        [
            ("uidsMax", 24L), ("tempo", 100L), ("immunityPeriod", 0L), ("minNonImmuneUids", 0L), ("burn", Tao / 100),
            ("burnIncreaseMult", 1.0),
        ],
        Groups = [[("validatorsMedian", 4.0), ("owner", "owners"), ("task", "storage"), ("ownerStakeShare", 0.1)]],
        Crowds =
        [
            new("miners", "miner", 60, ["idle"]), new("validators", "validator", 40, ["honest"]),
            new("owners", "staker", 1, ["quiet"]),
        ],
    };

    [Fact]
    public void The_owner_sits_at_uid_0_with_its_stake_and_the_subnet_says_so()
    {
        OneTick tick = new(Chain);
        SubnetBulletin subnet = tick.Board.Get<SubnetBulletin>(1);
        SubnetFacts facts = (SubnetFacts)tick.Plan.Shards[1].Plan.Facts!;
        Assert.Equal(new AgentRef(2, 0), tick.Subnet.Holder[0]);
        Assert.Equal(0, tick.Subnet.Neurons.OwnerUid);
        Assert.Equal(tick.AccountAt(0), subnet.Owner);
        Assert.Equal(new AgentRef(2, 0), facts.Owner);
        Assert.Equal((SubnetTask.Storage, SubnetTask.Storage), (facts.Task, subnet.Task));
        Assert.Equal(100_000 * Tao, tick.Subnet.Stakes.ValueOf(subnet.Owner, subnet.Owner));
        Assert.Contains(facts.Stakes, s => s.Coldkey == subnet.Owner && s.Amount == 100_000 * Tao);
        Assert.Equal(tick.Subnet.Stakes.Sum, facts.Stakes.Sum(s => s.Amount));
    }

    [Fact]
    public void The_owner_is_never_pruned()
    {
        OneTick tick = new(Chain);
        Row[] rows = tick.Settle(
            [.. Enumerable.Range(0, 200).Select(i => OneTick.From((ulong)i + 1000, IntentKinds.Register, 90 * Tao))]);
        Assert.Equal(200, rows.Count(r => r.Kind == RowKinds.Registered));
        Assert.Equal(200, rows.Count(r => r.Kind == RowKinds.Pruned));
        Assert.Equal(new AgentRef(2, 0), tick.Subnet.Holder[0]);
    }

    /// <summary>18 % of 300 blocks, of which the blocks since the last of three epochs wait.</summary>
    [Fact]
    public void The_cut_is_staked_with_the_owners_hotkey_and_told()
    {
        OneTick tick = new(Chain);
        Row cut = Assert.Single(tick.Settle(), r => r.Kind == RowKinds.OwnerCut);
        Assert.Equal(new AgentRef(2, 0), cut.Receiver);
        long waiting = tick.Subnet.Accounts.Pending.OwnerCut;
        Assert.Equal(0.18 * 300, (cut.A + waiting) / (double)Tao, 0.01);
        Assert.Equal(0, tick.Subnet.OwnerAlpha);
        Assert.True(tick.Subnet.Stakes.StakeOf(tick.AccountAt(0)) >= (100_000 * Tao) + cut.A);
        Assert.InRange(((SubnetBulletin)tick.Bulletin!).OwnerAlphaPerDay, 0.15 * 7200 * Tao, 0.21 * 7200 * Tao);
    }

    [Theory]
    [InlineData(Hyperparameter.ImmunityPeriod, 777L)]
    [InlineData(Hyperparameter.Kappa, 40_000L)]
    [InlineData(Hyperparameter.MinBurn, 900_000_000L)]
    [InlineData(Hyperparameter.MaxBurn, 200_000_000L)]
    [InlineData(Hyperparameter.CommitReveal, 0L)]
    [InlineData(Hyperparameter.RevealPeriod, 3L)]
    public void The_owner_sets_a_parameter_once_in_two_tempos(Hyperparameter parameter, long value)
    {
        OneTick tick = new(Chain with { Hyperparameters = [("uidsMax", 24L), ("tempo", 7200L)] });
        Intent set = OneTick.From(tick.AccountAt(0), IntentKinds.SetHyperparameter) with
        {
            A = (long)parameter,
            B = value,
        };
        Row refused = Assert.Single(tick.Settle(set, set with { Ordinal = 1 }), r => r.Kind == RowKinds.Refused);
        Assert.Equal((long)Refusal.RateLimitExceeded, refused.A);
        long now = parameter switch
        {
            Hyperparameter.ImmunityPeriod => tick.Subnet.Parameters.ImmunityPeriod,
            Hyperparameter.Kappa => tick.Subnet.Parameters.Kappa,
            Hyperparameter.MinBurn => tick.Subnet.Parameters.MinBurn,
            Hyperparameter.MaxBurn => tick.Subnet.Parameters.MaxBurn,
            Hyperparameter.CommitReveal => tick.Subnet.Parameters.CommitRevealWeightsEnabled ? 1 : 0,
            _ => tick.Subnet.Parameters.RevealPeriodEpochs,
        };
        Assert.Equal(value, now);
    }

    [Theory]
    [InlineData(Hyperparameter.Kappa, 65_536L)]
    [InlineData(Hyperparameter.MinBurn, 1_000_000_000L)]
    [InlineData(Hyperparameter.MaxBurn, 100_000_000L)]
    [InlineData(Hyperparameter.CommitReveal, 2L)]
    [InlineData(Hyperparameter.RevealPeriod, 0L)]
    [InlineData((Hyperparameter)7, 1L)]
    public void A_value_out_of_range_is_refused(Hyperparameter parameter, long value)
    {
        OneTick tick = new(Chain with { Hyperparameters = [("uidsMax", 24L), ("tempo", 7200L)] });
        Intent set = OneTick.From(tick.AccountAt(0), IntentKinds.SetHyperparameter) with
        {
            A = (long)parameter,
            B = value,
        };
        Row refused = Assert.Single(tick.Settle(set), r => r.Kind == RowKinds.Refused);
        Assert.Equal((long)Refusal.OutOfRange, refused.A);
    }

    [Fact]
    public void Nobody_but_the_owner_may_set_anything()
    {
        OneTick tick = new(Chain);
        Intent set = OneTick.From(tick.AccountAt(3), IntentKinds.SetHyperparameter) with { A = 1, B = 5 };
        Row refused = Assert.Single(tick.Settle(set), r => r.Kind == RowKinds.Refused);
        Assert.Equal((long)Refusal.NotSubnetOwner, refused.A);
    }

    /// <summary>Tasks go round: three subnets of two tasks.</summary>
    [Fact]
    public void Tasks_are_dealt_in_turn_over_the_subnets_of_a_group()
    {
        SmallChain three = Chain with
        {
            Groups = [[("count", 3L), ("validatorsMedian", 4.0), ("tasks", new[] { "translation", "data" })]],
            Crowds = [new("miners", "miner", 90, ["idle"]), new("validators", "validator", 60, ["honest"])],
        };
        SubnetTask[] tasks =
            [.. three.World().Plan.Shards.Select(s => s.Plan.Facts).OfType<SubnetFacts>().Select(f => f.Task)];
        Assert.Equal([SubnetTask.Translation, SubnetTask.Data, SubnetTask.Translation], tasks);
    }
}
