using AgentVerse.Mechanisms.Compute.Akash;
using AgentVerse.Mechanisms.Compute.Akash.Network;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Simulation;
using AgentVerse.Tests.Simulation.Bittensor;
using AgentVerse.Tests.Simulation.Render;

using Xunit;

using static AgentVerse.Tests.Simulation.Akash.AkashWorld;

namespace AgentVerse.Tests.Simulation.Akash;

/// <summary>AKT is bonded, earns its part of inflation to the unit, and is free after its time.</summary>
public sealed class StakingTests
{
    private const long Supply = 200_000_000 * Akt;
    private const long BlocksPerYear = 5_256_000;
    private const int Day = 86_400;

    /// <summary>13 % whatever is bonded, and nobody has bonded but whom a test lets.</summary>
    private static readonly AkashWorld Steady = new()
    {
        TickSeconds = Day,
        Ticks = 400,
        Chain = [("supply", Supply)],
        Inflation = [("bonded", 0.0), ("min", 0.13), ("max", 0.13)],
        Crowds = [Delegators(3, 0)],
    };

    [Fact]
    public void A_stake_earns_its_part_of_inflation_to_the_unit_over_a_year_of_blocks()
    {
        ShardByHand chain = ShardByHand.Of(Steady.World(), 0);
        long[] stakes = [60_000_000 * Akt, 25_000_000 * Akt + 7, 3];
        Intent[] bonds = [.. stakes.Select((s, i) => Bond(i, s))];
        Dictionary<ulong, long> from = Heights(chain, 0, bonds);
        Assert.Equal(3, chain.Settle(0, bonds).Length);
        int last = (int)(BlocksPerYear / BlockClock.HeightAt(Day, new AkashParameters()));
        for (int tick = 1; tick < last; tick++)
        {
            Assert.Empty(chain.Settle(tick));
        }

        Intent[] asks = [.. stakes.Select((_, i) => Ask(i, AkashIntents.Withdraw))];
        Dictionary<ulong, long> to = Heights(chain, last, asks);
        Row[] paid = chain.Settle(last, asks);
        long[] expected = Expected(stakes, from, to);
        for (int i = 0; i < stakes.Length; i++)
        {
            Assert.Equal(expected[i], paid.Single(r => r.Receiver.Index == i).Amount);
        }

        // y = i T / S (1 - community tax) (1 - commission), T growing at i.
        double years = (double)to.Values.Min() / BlocksPerYear;
        double grown = (Math.Exp(0.13 * years) - 1) / 0.13;
        double yield = 0.13 * Supply / stakes.Sum() * 0.9 * 0.95 * grown;
        Assert.InRange(paid.Sum(r => r.Amount) / (yield * stakes.Sum()), 0.999, 1.001);
    }

    [Fact]
    public void What_others_have_bonded_earns_the_same()
    {
        AkashWorld world = Steady with { Inflation = [("bonded", 0.3), ("min", 0.13), ("max", 0.13)] };
        ShardByHand chain = ShardByHand.Of(world.World(), 0);
        long stake = Supply / 10;
        chain.Settle(0, Bond(0, stake));
        long minted = 0;
        for (int tick = 1; tick < 10; tick++)
        {
            chain.Settle(tick);
            minted += chain.Ledger.Minted[AktOf(chain)];
        }

        chain.Settle(10, Ask(0, AkashIntents.Withdraw));
        long paid = chain.Ledger.Payable[AktOf(chain)];
        Assert.InRange(paid / (minted * 0.9 * 0.95 * 0.25), 1.0, 1.2);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.67)]
    [InlineData(0.9)]
    public void Inflation_follows_what_is_bonded_by_the_chains_own_step(double share)
    {
        AkashWorld world = new()
        {
            TickSeconds = 6,
            Ticks = 300,
            Chain = [("supply", Supply), ("blocksPerMonth", 438_300L)],
            Inflation = [("bonded", 0.0), ("start", 0.1)],
            Crowds = [Delegators(10, 1, (long)(Supply * share) / 10)],
        };
        AkashParameters chain = new() { Mint = new MintParameters { Start = Dec18.Ratio(1, 10) } };
        IReadOnlyDictionary<string, long>[] ticks = world.Run().Ticks("chain");
        Dec18 expected = chain.Mint.Start;
        for (int t = 0; t < ticks.Length; t++)
        {
            Assert.Equal((long)(Supply * share) / 10 * 10, ticks[t]["delegated"]);
            Dec18 ratio = t == 0 ? Dec18.Zero : Dec18.Of(ticks[t]["delegated"]) / Dec18.Of(ticks[t - 1]["supply"]);
            expected = Inflation.Next(expected, ratio, chain);
            Assert.Equal(expected.ToDouble(), BitConverter.Int64BitsToDouble(ticks[t]["inflation"]));
        }

        double change = BitConverter.Int64BitsToDouble(ticks[^1]["inflation"])
            - BitConverter.Int64BitsToDouble(ticks[1]["inflation"]);
        Assert.True(share switch { < 0.67 => change > 0, > 0.67 => change < 0, _ => Math.Abs(change) < 1e-9 });
    }

    [Fact]
    public void Unbonding_pays_after_exactly_its_time()
    {
        ShardByHand chain = ShardByHand.Of(Steady.World(), 0);
        chain.Settle(0, Bond(0, 1000));
        Intent leaving = Ask(0, AkashIntents.Undelegate, 400);
        long height = Heights(chain, 1, leaving)[leaving.Account]
            + BlockClock.HeightAt(21 * Day, new AkashParameters());
        Assert.Equal((600, -400), chain.Settle(1, leaving).Select(r => (r.A, r.B)).Single());
        int tick = 2;
        for (; BlockClock.HeightAt((tick + 1) * (long)Day, new AkashParameters()) <= height; tick++)
        {
            Assert.Empty(chain.Settle(tick));
        }

        Row free = Assert.Single(chain.Settle(tick));
        Assert.Equal((AkashRows.Unbonded, 400L), (free.Kind, free.Amount));
        Assert.InRange(tick, 22, 22);
    }

    [Fact]
    public void What_cannot_be_done_is_refused_by_the_chains_names()
    {
        AkashWorld world = Steady with { Staking = [("maxEntries", 2L)] };
        ShardByHand chain = ShardByHand.Of(world.World(), 0);
        Assert.Equal(AkashError.NoDelegation, Refused(chain.Settle(0, Ask(0, AkashIntents.Withdraw))));
        Assert.Equal(AkashError.NoDelegation, Refused(chain.Settle(1, Ask(0, AkashIntents.Undelegate, 1))));
        Assert.Equal(AkashError.InvalidRequest, Refused(chain.Settle(2, Bond(0, 0))));
        chain.Settle(3, Bond(0, 100));
        Assert.Equal(AkashError.InvalidRequest, Refused(chain.Settle(4, Ask(0, AkashIntents.Undelegate, 101))));
        chain.Settle(5, Ask(0, AkashIntents.Undelegate, 10));
        chain.Settle(6, Ask(0, AkashIntents.Undelegate, 10));
        Assert.Equal(
            AkashError.MaxUnbondingDelegationEntries, Refused(chain.Settle(7, Ask(0, AkashIntents.Undelegate, 10))));
    }

    /// <summary>The less free money earns elsewhere, the more is bonded; neither all nor nothing in between.</summary>
    [Fact]
    public void What_is_bonded_follows_what_it_yields()
    {
        Assert.InRange(Bonded(elsewhere: 1e-6), 0.97, 1.2);
        Assert.InRange(Bonded(elsewhere: 0.0004), 0.2, 0.9);
        Assert.InRange(Bonded(elsewhere: 0.1), 0, 0.03);
    }

    /// <summary>Those sell whom the yield does not pay for the dilution and for what money earns elsewhere.</summary>
    [Fact]
    public void Where_AKT_has_a_market_delegators_may_sell_it()
    {
        FinishedRun run = (Choosing(0.01) with { MarketPrice = 3 }).Run();
        Assert.True(run.Agents("delegators").Sum(a => a["sold"]) > 0);
        Assert.True(run.Agents("delegators").Sum(a => a["USD"]) > 0);
    }

    [Fact]
    public void Without_Akash_there_is_nothing_to_bond()
    {
        SmallRender world = new() { Crowds = [new("delegators", AkashTerms.Delegator, 3, ["yield"])] };
        Assert.Contains("add networks.akash", Assert.Single(world.Plan().Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Agents_cannot_bond_more_than_there_is()
    {
        AkashWorld world = Steady with
        {
            Inflation = [("bonded", 0.6)],
            Crowds = [Delegators(10, 1, Supply / 20)],
        };
        Assert.Contains("at most 0.5000", Assert.Single(world.Plan().Problems).ToString(), StringComparison.Ordinal);
    }

    /// <summary>Comparing each with all others would never end.</summary>
    [Fact]
    public void A_hundred_thousand_delegators_bond_in_a_tick_and_are_paid()
    {
        const int count = 100_000;
        FinishedRun run = (Steady with
        {
            Ticks = 3,
            Crowds = [Delegators(count, 1, Supply / count) with { Policies = ["yield"] }],
        }).Run();
        IReadOnlyDictionary<string, long>[] ticks = run.Ticks("chain");
        Assert.InRange(ticks[0]["delegated"], Supply / 2, Supply);
        Assert.Equal(ticks.Sum(t => t["rewards"]), run.Agents("delegators").Sum(a => a["rewards"]));
        Assert.True(ticks.Sum(t => t["rewards"]) > 0);
    }

    /// <summary>Delegators, of whom a share stakes from the first tick on and nobody thinks again.</summary>
    internal static Crowd Delegators(int count, double staked, long akt = Supply / 100) =>
        new("delegators", AkashTerms.Delegator, count, ["idle"])
        {
            Own = [("startAkt", akt), ("startSpread", 0.0), ("stakedShare", staked)],
        };

    private static AkashWorld Choosing(double elsewhere) => new()
    {
        TickSeconds = Day,
        Ticks = 120,
        Chain = [("supply", Supply)],
        Inflation = [("bonded", 0.0)],
        Crowds =
        [
            Delegators(400, 0.5, Supply / 400) with
            {
                Policies = ["yield"],
                Own =
                [
                    ("startAkt", Supply / 400), ("startSpread", 0.0), ("reviewRate", 1.0), ("temperature", 0.0),
                    ("reservationIncome", elsewhere),
                ],
            },
        ],
    };

    private static double Bonded(double elsewhere)
    {
        IReadOnlyDictionary<string, long> last = Choosing(elsewhere).Run().Ticks("chain")[^1];
        return (double)last["delegated"] / last["supply"];
    }

    private static Intent Bond(int agent, long amount) => Ask(agent, AkashIntents.Delegate) with { Amount = amount };

    /// <summary>AKT is the second token after USD.</summary>
    private static Intent Ask(int agent, byte kind, long a = 0) => new()
    {
        Account = (ulong)agent + 1, Sender = new AgentRef(0, agent), Kind = kind, Token = 1, A = a,
    };

    private static int AktOf(ShardByHand chain) =>
        chain.Plan.Tokens.ToList().FindIndex(t => t.Name == AkashTerms.Akt);

    private static AkashError Refused(Row[] rows)
    {
        Row row = Assert.Single(rows);
        Assert.Equal(AkashRows.Refused, row.Kind);
        return (AkashError)row.A;
    }

    /// <summary>Height of the block in which each account's intent is served.</summary>
    private static Dictionary<ulong, long> Heights(ShardByHand chain, int tick, params Intent[] intents)
    {
        long from = BlockClock.HeightAt((long)tick * Day, new AkashParameters());
        int blocks = (int)(BlockClock.HeightAt((tick + 1L) * Day, new AkashParameters()) - from);
        return ShardStep.InOrder(chain.Plan.Draws, tick, intents)
            .ToDictionary(t => t.Intent.Account, t => from + t.BlockOf(blocks));
    }

    /// <summary>Block by block, in whole numbers: a block pays those who had bonded before it was made.</summary>
    private static long[] Expected(long[] stakes, Dictionary<ulong, long> from, Dictionary<ulong, long> to)
    {
        long supply = Supply;
        HashSet<long> changes = [.. from.Values.Concat(to.Values).Select(h => h + 1)];
        Int128 minted = 0;
        Int128[] earned = new Int128[stakes.Length];
        for (long height = 0; height <= to.Values.Max() + 1; height++)
        {
            if (changes.Contains(height))
            {
                Share(height - 1);
                minted = 0;
            }

            long provision = (long)((Int128)13 * supply / (100 * BlocksPerYear));
            supply += provision;
            minted += provision;
        }

        return [.. earned.Select(e => (long)(e / 1_000_000))];

        void Share(long last)
        {
            long bonded = stakes.Where((_, i) => from[(ulong)i + 1] < last).Sum();
            for (int i = 0; i < stakes.Length && bonded > 0; i++)
            {
                bool earns = from[(ulong)i + 1] < last && last <= to[(ulong)i + 1];
                earned[i] += earns ? minted * 855 * stakes[i] * 1000 / bonded : 0;
            }
        }
    }
}
