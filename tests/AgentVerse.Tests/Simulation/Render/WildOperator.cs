using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Markets;
using AgentVerse.Model.Networks.Render;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Tests.Simulation.Render;

/// <summary>Sends up to three intents of any kind a tick, sound or not, all by draws of its own account.</summary>
internal sealed class WildOperator(WorldPlanning planning) : AgentPolicy
{
    private const int Kinds = 5;
    private static readonly Purpose Any = Purpose.Of("test.render.wild");
    private readonly int _scheduler = planning.ShardsOf(RenderTerms.Network)[1].Index;
    private readonly int _usd = planning.FindToken(MarketTerms.Usd);
    private readonly int _render = planning.FindToken(RenderTerms.Render);

    internal static Catalogue Register(Catalogue catalogue) => catalogue.Add(new PolicyKind(
        "gpuProvider", "wildRender", "Asks anything of Render.", (_, w) => new WildOperator(w)));

    protected override void Step(AgentTick agent)
    {
        StreamDraws draws = agent.Cohort.Draws.At(agent.Account, agent.Tick.Index);
        long count = draws.Below(Any, 4);
        for (int i = 0; i < count; i++)
        {
            agent.Send(Wish(agent, draws, 16 * (i + 1)));
        }
    }

    private Intent Wish(AgentTick agent, StreamDraws draws, int first)
    {
        bool isRender = draws.Below(Any, 8, first) == 0;
        int token = isRender ? _render : _usd;
        double part = draws.Uniform(Any, first + 1);
        NodeTraits traits = new(
            (int)draws.Below(Any, 1500, first + 2), (int)draws.Below(Any, 300_000, first + 3),
            (int)draws.Below(Any, 1_000_001, first + 4));
        byte kind = (byte)(1 + draws.Below(Any, Kinds, first + 5));
        Intent wish = new()
        {
            Shard = (ushort)_scheduler,
            Kind = kind,
            Token = (ushort)token,
            Amount = kind == RenderIntents.Job || draws.Below(Any, 4, first + 6) == 0
                ? (long)(agent.Wallet(token) * part * part)
                : 0,
            A = draws.Below(Any, 40, first + 7) - 1,
            B = draws.Below(Any, 1500, first + 8) - 1,
            C = draws.Below(Any, 60, first + 9),
            D = draws.Below(Any, 16, first + 10) == 0 ? (long)draws.Bits(Any, first + 11) : traits.Packed,
        };
        return kind != RenderIntents.Job ? wish : wish with
        {
            A = draws.Below(Any, 400, first + 12) - 1,
            B = draws.Below(Any, 5, first + 13) + (256 * draws.Below(Any, 50, first + 14)),
            C = draws.Below(Any, 3, first + 15) == 0 ? (long)agent.Account : 0,
        };
    }
}
