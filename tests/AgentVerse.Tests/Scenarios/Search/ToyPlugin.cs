using AgentVerse.Model.Contracts;
using AgentVerse.Model.Numerics;
using AgentVerse.Model.Settings;

namespace AgentVerse.Tests.Scenarios.Search;

/// <summary>
/// A network with a known best attack: with budget, each of an attacker's k accounts nets
/// 100 - 400 (effort - 0.3)^2 - 25 (log2 k - 2)^2 - fee plus noise of the replicate in its first tick; all k share it.
/// The best is effort 0.3 and k = 4, where k = 2 alone still loses once the fee exceeds 75.
/// </summary>
internal sealed class ToyPlugin : IPlugin
{
    internal const double Best = 100;

    public void Register(Catalogue catalogue) => catalogue
        .Add(new Network("toy", "Nothing.", Section.Empty("toy", "Nothing."), [new EventType("came", "Came."), new EventType("left", "Left.")], (_, _) =>
            new NetworkPlan([], [new ShardPlan("one", [], _ => new ToyShard(), () => new ToyBulletin())])))
        .Add(new AgentKind(
            "attacker", "Attacks.", new Section("attacker", "An attacker.",
            [
                Field.Number("effort", 0.5, 0, 1, "", "Effort.", "[A]"), Field.Integer("k", 1, 1, 1024, "", "k.", "[A]"),
                Field.Number("fee", 0, 0, 1000, "", "Fee.", "[A]"), Field.Number("budget", 1, 0, 1000, "", "Budget.", "[A]"),
            ]),
            [
                new Column("income", ColumnType.Int64, "milli", "Income."),
                new Column("spent", ColumnType.Int64, "milli", "Spent."),
            ],
            [], (p, _) => new Attacker(p.Settings)))
        .Add(new PolicyKind("attacker", "attack", "Attacks.", (_, _) => new Idle()));

    private sealed class Attacker(SettingsMap settings) : Behaviour
    {
        private static readonly Purpose Noise = Purpose.Of("tests.toy");

        public override void Born(CohortTick tick, int row)
        {
            if (settings.Number("budget") == 0)
            {
                return;
            }

            double effort = settings.Number("effort") - 0.3;
            double k = Math.Log2(settings.Integer("k")) - 2;
            double noise = tick.Draws.At(tick.Columns.UInt64(EngineColumns.Account)[row], 0).Normal(Noise);
            double income = 200 - (400 * effort * effort) - (25 * k * k) + noise;
            tick.Columns.Int64(EngineColumns.Count)[row] = (long)(1000 * income);
            tick.Columns.Int64(EngineColumns.Count + 1)[row] = (long)(1000 * (100 + settings.Number("fee")));
        }
    }

    private sealed class Idle : AgentPolicy
    {
        protected override void Step(AgentTick agent)
        {
        }
    }

    private sealed class ToyShard : Shard
    {
        public override Bulletin Opening() => new ToyBulletin();

        public override Bulletin Settle(ShardTick tick) => new ToyBulletin();

        public override void Accounts(AccountBook book)
        {
        }

        public override void Carry(AgentVerse.Model.State.StateCodec codec)
        {
        }
    }

    private sealed class ToyBulletin : Bulletin
    {
        public override void Carry(AgentVerse.Model.State.StateCodec codec)
        {
        }
    }
}
