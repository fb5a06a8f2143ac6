using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Markets;
using AgentVerse.Model.Numerics;
using AgentVerse.Model.Settings;

namespace AgentVerse.Tests.Simulation.Markets;

/// <summary>A kind for tests: agents with a token and USD who trade anything, and count what they are told.</summary>
internal static class TraderKind
{
    internal const string Name = "trader";
    internal const string Token = "TOK";
    private const int Tokens = EngineColumns.Count;
    private const int Usd = Tokens + 1;
    private const int FirstRows = Tokens + 2;

    internal static Catalogue Register(Catalogue catalogue) => catalogue
        .Add(new AgentKind(
            Name, "Trades anything.", Section.Empty(Name, "A trader of tests."),
            [
                Column.WalletOf(Token, "The token."), Column.WalletOf(MarketTerms.Usd, "Dollars."),
                .. Enumerable.Range(1, 4).Select(
                    k => new Column($"rows{k}", ColumnType.Int64, "", $"Rows of kind {k} that it got.")),
            ],
            [], (_, _) => new Behaves()))
        .Add(new PolicyKind(Name, "quiet", "Asks nothing.", (_, _) => new Quiet()))
        .Add(new PolicyKind(Name, "wild", "Asks anything.", (_, planning) => new Wild(planning)));

    private sealed class Behaves : Behaviour
    {
        public override void Born(CohortTick tick, int row)
        {
            tick.Columns.Int64(Tokens)[row] = 1_000_000_000_000;
            tick.Columns.Int64(Usd)[row] = 1_000_000_000_000;
        }

        public override void Receive(CohortTick tick, int row, in Row message) =>
            tick.Columns.Int64(FirstRows + message.Kind - 1)[row]++;
    }

    private sealed class Quiet : AgentPolicy
    {
        protected override void Step(AgentTick agent)
        {
        }
    }

    private sealed class Wild(WorldPlanning planning) : AgentPolicy
    {
        private static readonly Purpose Any = Purpose.Of("tests.trade");
        private readonly ShardInfo _market = planning.ShardsOf(MarketTerms.Network)[0];
        private readonly int _token = planning.FindToken(Token);
        private readonly int _usd = planning.FindToken(MarketTerms.Usd);

        protected override void Step(AgentTick agent)
        {
            double price = agent.Board.Get<TokenBulletin>(_market.Index).Price / 100;
            for (int i = 0; i < 3; i++)
            {
                int draw = 4 * i;
                byte kind = (byte)(1 + (int)(4 * agent.Uniform(Any, draw)));
                int token = agent.Uniform(Any, draw + 1) < (kind == MarketIntents.Buy ? 0.1 : 0.9) ? _token : _usd;
                long amount = (long)(agent.Wallet(token) * agent.Uniform(Any, draw + 2) / 10);
                double value = kind == MarketIntents.Buy ? amount / price : amount * price;
                agent.Send(new Intent
                {
                    Shard = (ushort)_market.Index, Kind = kind, Token = (ushort)token, Amount = amount,
                    A = kind == MarketIntents.Raise && i == 2
                        ? long.MaxValue : (long)(value * 1.1 * agent.Uniform(Any, draw + 3)),
                });
            }
        }
    }
}
