using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Settings;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>
/// A kind for tests: agents with TAO that may ask anything of a subnet or the chain, and count what they are told.
/// </summary>
internal static class StakerKind
{
    internal const string Name = "staker";
    internal const int Wallet = EngineColumns.Count;
    internal const int Earned = Wallet + 1;
    internal const int FirstRows = Wallet + 2;

    private static AgentKind Kind { get; } = new(
        Name, "Asks anything.",
        new Section(Name, "A staker of tests.",
        [
            Field.Amount("startWallet", 40_000_000_000_000, 0, 21_000_000_000_000_000, "TAO", 9, "TAO.", "[A]"),
        ]),
        [
            Column.WalletOf(BittensorTerms.Tao, "TAO."),
            new Column("earned", ColumnType.Int64, "", "Alpha that it was told of."),
            .. Enumerable.Range(1, 9).Select(
                k => new Column($"rows{k}", ColumnType.Int64, "", $"Rows of kind {k} that it got.")),
        ],
        [], (population, _) => new StakerBehaviour(population.Settings.Integer("startWallet")));

    internal static Catalogue Register(Catalogue catalogue) => catalogue.Add(Kind)
        .Add(new PolicyKind(Name, "quiet", "Asks nothing.", (_, _) => new QuietStaker()))
        .Add(new PolicyKind(Name, "wild", "Asks anything.", (p, w) => new WildStaker(w)))
        .Add(new PolicyKind(Name, "paced", "Registers in the tick of its index.", (p, w) => new PacedStaker(true)))
        .Add(new PolicyKind(Name, "burst", "Registers in the first tick.", (p, w) => new PacedStaker(false)))
        .Add(new PolicyKind(Name, "buyer", "Stakes on the first subnet.", (p, w) => new BuyingStaker(w)));

    private sealed class StakerBehaviour(long wallet) : Behaviour
    {
        public override void Born(CohortTick tick, int row) => tick.Columns.Int64(Wallet)[row] = wallet;

        public override void Receive(CohortTick tick, int row, in Row message)
        {
            tick.Columns.Int64(FirstRows + message.Kind - 1)[row]++;
            if (message.Kind is RowKinds.Income or RowKinds.OwnerCut)
            {
                tick.Columns.Int64(Earned)[row] += message.A;
            }
        }
    }

    private sealed class QuietStaker : AgentPolicy
    {
        protected override void Step(AgentTick agent)
        {
        }
    }

    /// <summary>Registers at the last block of a tick, at any price.</summary>
    private sealed class PacedStaker(bool isPaced) : AgentPolicy
    {
        protected override void Step(AgentTick agent)
        {
            if (agent.Tick.Index == (isPaced ? agent.Index : 0))
            {
                agent.Send(new Intent
                {
                    Shard = 1, Kind = IntentKinds.Register, Amount = agent.Wallet(0), Delay = ushort.MaxValue,
                });
            }
        }
    }

    private sealed class BuyingStaker(WorldPlanning planning) : AgentPolicy
    {
        private readonly int _shard = planning.Shards.First(s => s.Plan.Facts is SubnetFacts).Index;

        protected override void Step(AgentTick agent)
        {
            SubnetBulletin subnet = agent.Board.Get<SubnetBulletin>(_shard);
            agent.Send(new Intent
            {
                Shard = (ushort)_shard,
                Kind = IntentKinds.Stake,
                Amount = agent.Wallet(0) / 100,
                A = (long)subnet.ValidatorStandings[0].Account,
            });
        }
    }
}
