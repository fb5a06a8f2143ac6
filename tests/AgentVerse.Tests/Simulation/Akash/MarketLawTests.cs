using AgentVerse.Mechanisms.Compute.Akash;
using AgentVerse.Mechanisms.Compute.Akash.Network;
using AgentVerse.Model.Records;
using AgentVerse.Simulation;

using Xunit;

namespace AgentVerse.Tests.Simulation.Akash;

/// <summary>What holds of a market between any two ticks, whatever happens in it.</summary>
public sealed class MarketLawTests
{
    public static TheoryData<string> Eras => ["stopsAtZero", "debts", "burnMint"];

    [Theory]
    [MemberData(nameof(Eras))]
    public void Books_agree_with_each_other_after_every_tick(string era)
    {
        AkashWorld world = era switch
        {
            "stopsAtZero" => GoldenWorlds.StopsAtZero,
            "debts" => GoldenWorlds.Debts,
            _ => GoldenWorlds.BurnMint,
        };
        ReferenceRun run = new(world.World(), 4096, new NoSink());
        for (int tick = 1; tick <= world.Ticks; tick++)
        {
            run.RunTo(tick);
            foreach (ShardPart part in run.Group.Parts.OfType<ShardPart>())
            {
                if (part.Shard is MarketShard market)
                {
                    Agrees(market.State);
                }
            }
        }
    }

    private static void Agrees(MarketState state)
    {
        int[] leased = new int[state.Providers.Count];
        int[] reserved = new int[state.Providers.Count];
        long[] locked = new long[state.Providers.Count];
        long[] held = new long[3];
        for (int d = 0; d < state.Deployments.Count; d++)
        {
            ref DeploymentRecord record = ref state.Deployments[d];
            if (record.Number == 0)
            {
                continue;
            }

            held[(int)record.Currency] += record.Held;
            StatesAgree(record);
            if (record.Standing.IsLeased)
            {
                leased[record.Provider] += record.Units;
                locked[record.Provider] += record.BidDeposit;
            }
            else if (record.Standing.Deployment == DeploymentState.Active)
            {
                foreach (BidRecord bid in state.Bids[record.FirstBid][..record.BidCount])
                {
                    reserved[bid.Provider] += bid.Reserved;
                    locked[bid.Provider] += bid.Deposit;
                }
            }
        }

        Assert.Equal(held, state.Escrowed);
        ProvidersAgree(state, leased, reserved, locked);
    }

    private static void StatesAgree(in DeploymentRecord record)
    {
        OrderStanding standing = record.Standing;
        Assert.Equal(standing.Order == OrderState.Active, standing.IsLeased);
        Assert.Equal(standing.Bid == BidState.Active, standing.IsLeased);
        Assert.True(!standing.IsLeased || record.Price <= record.PriceMost, "no lease is dearer than its order");
        Assert.True(standing.Deployment == DeploymentState.Active || !standing.IsLeased, "no lease outlives its deployment");
        double dust = (Dec18.Of(record.Held) - record.Account.Held - record.Payment.Balance).ToDouble();
        Assert.True(dust >= 0 && dust < standing.Sequence, "fractions of ended leases alone stand beside the account");
    }

    private static void ProvidersAgree(MarketState state, int[] leased, int[] reserved, long[] locked)
    {
        long floats = 0;
        long offered = 0;
        for (int p = 0; p < state.Providers.Count; p++)
        {
            ref ProviderRecord record = ref state.Providers[p];
            Assert.Equal((leased[p], reserved[p], locked[p]), (record.Leased, record.Reserved, record.Locked));
            Assert.Equal(ProviderBook.LevelOf(record.Free), record.Level);
            Assert.InRange(record.History, 0, 1.0000001);
            floats += record.Float + record.Locked;
            offered += record.Claimed;
        }

        Assert.Equal((floats, offered, leased.Sum()), (state.Floats, state.Offered, (int)state.Leased));
    }

    private sealed class NoSink : IRecordSink
    {
        public void Write(RecordBatch batch)
        {
        }
    }
}
