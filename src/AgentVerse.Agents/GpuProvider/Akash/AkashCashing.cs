using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;

namespace AgentVerse.Agents.GpuProvider.Akash;

/// <summary>Offers at its reserve and, in era C, burns the ACT that it earned for AKT in every tick.</summary>
internal sealed class AkashCashing : AkashProvider
{
    internal const string Name = "akashCashing";
    private readonly int _act;
    private readonly int _chainShard;

    internal AkashCashing(PopulationPlan population, WorldPlanning planning)
        : base(Name, population, planning)
    {
        _act = planning.FindToken(AkashTerms.Act);
        _chainShard = planning.Shards.Select(s => s.Plan.Facts).OfType<AkashFacts>().FirstOrDefault()?.ChainShard ?? -1;
    }

    protected override void Step(AgentTick agent)
    {
        base.Step(agent);
        if (_act >= 0 && _chainShard >= 0 && agent.Wallet(_act) > 0)
        {
            agent.Send(new Intent
            {
                Shard = (ushort)_chainShard,
                Token = (ushort)_act,
                Kind = AkashIntents.BurnMint,
                Amount = agent.Wallet(_act),
            });
        }
    }
}
