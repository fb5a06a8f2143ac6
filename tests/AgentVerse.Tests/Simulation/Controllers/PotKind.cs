using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;
using AgentVerse.Model.State;

namespace AgentVerse.Tests.Simulation.Controllers;

/// <summary>
/// A network for tests, whose pot is shared by resource or by account, and a kind that claims its share of it each tick.
/// </summary>
internal static class PotKind
{
    internal const string Name = "claimant";
    internal const int Coin = EngineColumns.Count;
    internal const int Resource = Coin + 1;
    internal const int Earned = Coin + 2;
    private const long Pot = 1_000_000;

    internal static Catalogue Catalogue => new Catalogue()
        .Add(new Network(
            "pot", "A pot.",
            new Section("pot", "A pot.", [Field.Choice("by", "resource", ["resource", "account"], "What is paid for.")]),
            [], (settings, _) => new NetworkPlan(
                [new TokenInfo("COIN", 0)],
                [new ShardPlan("pot", [], _ => new PotShard(settings.Text("by") == "account"), () => new Nothing())])))
        .Add(new AgentKind(
            Name, "Claims.", Section.Empty(Name, "Claims."),
            [
                Column.WalletOf("COIN", "Coins."),
                new Column("resource", ColumnType.Int64, "", "What it has.") { Split = SplitRule.Divide },
                new Column("earned", ColumnType.Int64, "", "Coins earned."),
            ],
            [], (population, planning) => new Claims(planning)))
        .Add(new PolicyKind(Name, "claim", "Claims.", (_, _) => new Claimant()))
        .Add(new PolicyKind(Name, "none", "Claims nothing.", (_, _) => new Idle()));

    private sealed class Claims(WorldPlanning planning) : Behaviour
    {
        private static readonly AgentVerse.Model.Numerics.Purpose Size =
            AgentVerse.Model.Numerics.Purpose.Of("test.potResource");

        public override void Born(CohortTick tick, int row) => tick.Columns.Int64(Resource)[row] = 8 * (1 +
            planning.Draws.At(tick.Columns.UInt64(EngineColumns.Account)[row], -1).Below(Size, 100));

        public override void Receive(CohortTick tick, int row, in Row message) =>
            tick.Columns.Int64(Earned)[row] += message.Amount;
    }

    private sealed class Claimant : AgentPolicy
    {
        protected override void Step(AgentTick agent) => agent.Send(new Intent { A = agent.Int64(Resource) });
    }

    private sealed class Idle : AgentPolicy
    {
        protected override void Step(AgentTick agent)
        {
        }
    }

    /// <summary>Pays ⌊pot w / W⌋ to everybody, where w is what is claimed, or 1.</summary>
    private sealed class PotShard(bool isByAccount) : Shard
    {
        public override Bulletin Opening() => new Nothing();

        public override Bulletin Settle(ShardTick tick)
        {
            long all = tick.Intents.Sum(i => Weight(i.Intent));
            foreach (TimedIntent timed in tick.Intents)
            {
                long paid = Pot * Weight(timed.Intent) / all;
                tick.Mint(0, paid);
                tick.Pay(timed.Intent.Sender, 1, 0, paid);
            }

            return new Nothing();
        }

        public override void Accounts(AccountBook book)
        {
        }

        public override void Carry(StateCodec codec)
        {
        }

        private long Weight(in Intent intent) => isByAccount ? 1 : intent.A;
    }

    private sealed class Nothing : Bulletin
    {
        public override void Carry(StateCodec codec)
        {
        }
    }
}
