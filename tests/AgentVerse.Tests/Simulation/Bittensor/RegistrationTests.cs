using AgentVerse.Mechanisms.Intelligence.Bittensor;
using AgentVerse.Mechanisms.Intelligence.Bittensor.Network;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Simulation;

using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>
/// Registrations act at their block: price, refund, pruning, and what becomes of a pruned neuron's stake.
/// </summary>
public sealed class RegistrationTests
{
    private const long Tao = 1_000_000_000;

    private static readonly SmallChain Chain = new()
    {
        Ticks = 2,
        Hyperparameters = [("uidsMax", 24L), ("immunityPeriod", 0L), ("minNonImmuneUids", 0L)],
        Groups = [[("validatorsMedian", 4.0)]],
        Crowds = [new("miners", "miner", 60, ["idle"]), new("validators", "validator", 40, ["honest"])],
    };

    [Fact]
    public void Each_registration_raises_the_next_ones_price_and_returns_what_is_not_spent()
    {
        Row[] registered = [.. Settle(Bid(1, 90 * Tao), Bid(2, 90 * Tao), Bid(3, 90 * Tao))
            .Where(r => r.Kind == RowKinds.Registered)];
        Assert.Equal(3, registered.Length);
        Assert.All(registered, r => Assert.Equal(90 * Tao, r.Amount + r.B));
        SubnetParameters subnet = new();
        long factor = BurnPrice.DecayFactor(360);
        long price = subnet.InitialBurn;
        int next = 0;
        uint[] times = [.. Times(3)];
        for (int block = 0; block < 300; block++)
        {
            price = BurnPrice.Decay(price, factor, subnet);
            for (; next < 3 && (int)(((ulong)times[next] * 300) >> 32) == block; next++)
            {
                Assert.Equal(price, registered[next].B);
                price = BurnPrice.Bump(price, subnet);
            }
        }
    }

    [Fact]
    public void A_limit_below_the_price_gets_all_its_money_back()
    {
        Row refused = Settle(Bid(1, 1000)).Single(r => r.Kind == RowKinds.Refused);
        Assert.Equal(1000, refused.Amount);
        Assert.Equal((long)Refusal.PriceLimitExceeded, refused.A);
    }

    [Fact]
    public void A_second_registration_of_one_account_is_refused()
    {
        Row[] rows = Settle(Bid(1, 90 * Tao), Bid(1, 90 * Tao) with { Ordinal = 1 });
        Assert.Single(rows, r => r.Kind == RowKinds.Registered);
        Row refused = rows.Single(r => r.Kind == RowKinds.Refused);
        Assert.Equal((long)Refusal.AlreadyRegistered, refused.A);
        Assert.Equal(90 * Tao, refused.Amount);
    }

    [Fact]
    public void An_unknown_intent_gets_its_money_back()
    {
        Row refused = Settle(Bid(1, 5) with { Kind = 77 }).Single(r => r.Kind == RowKinds.Refused);
        Assert.Equal((5, (long)Refusal.UnknownIntent), (refused.Amount, refused.A));
    }

    [Fact]
    public void A_full_subnet_prunes_the_least_paid_and_tells_it()
    {
        SubnetState before = Chain.World().Open();
        int least = Enumerable.Range(0, 24).OrderBy(u => before.Neurons.Emission[u])
            .ThenBy(u => before.Neurons.RegisteredAt[u]).ThenBy(u => u).First();
        Row[] rows = Settle(Bid(1, 90 * Tao));
        Row pruned = rows.Single(r => r.Kind == RowKinds.Pruned);
        Assert.Equal(least, pruned.A);
        Assert.Equal(before.Holder[least], pruned.Receiver);
        Assert.Equal(least, rows.Single(r => r.Kind == RowKinds.Registered).A);
    }

    [Fact]
    public void With_all_uids_immune_and_few_others_the_oldest_of_the_immune_goes()
    {
        SmallChain immune = Chain with
        {
            Hyperparameters = [("uidsMax", 24L), ("immunityPeriod", 65_535L), ("minNonImmuneUids", 24L)],
        };
        Assert.Contains(Settle(immune, Bid(1, 90 * Tao)), r => r.Kind == RowKinds.Pruned);
    }

    [Fact]
    public void A_new_uid_is_masked_until_validators_have_scored_it()
    {
        FinishedRun run = new SmallChain
        {
            Ticks = 24,
            Hyperparameters = [("uidsMax", 24L), ("burn", Tao / 100)],
            Groups = [[("validatorsMedian", 4.0), ("occupancy", 0.5)]],
        }.Run();
        IReadOnlyDictionary<string, long>[] newcomers =
            [.. run.Agents("miners").Where(a => a["registrations"] == 1 && a["uid"] >= 0)];
        Assert.NotEmpty(newcomers);
        Assert.Contains(newcomers, a => a["incomeAlpha"] > 0);
    }

    private static Intent Bid(ulong account, long limit) => new()
    {
        Account = account,
        Sender = new AgentRef(0, (int)account),
        Shard = 1,
        Kind = IntentKinds.Register,
        Amount = limit,
        B = BitConverter.DoubleToInt64Bits(1),
    };

    private static IEnumerable<uint> Times(int count) => ShardStep
        .InOrder(Chain.World().Plan.Draws, 0, [.. Enumerable.Range(1, count).Select(i => Bid((ulong)i, 1))])
        .Select(t => t.Time);

    private static Row[] Settle(params Intent[] intents) => Settle(Chain, intents);

    private static Row[] Settle(SmallChain chain, params Intent[] intents)
    {
        ReferenceRun run = new(chain.World(), 4096, new NoSink());
        run.RunTo(0);
        Part subnet = run.Group.PartAt(run.Table.PartOfShard(1));
        return [.. ShardStep.Settle(subnet, new PartCall(0, run.State.Board, run.State.Totals, [], intents)).Rows];
    }
}
