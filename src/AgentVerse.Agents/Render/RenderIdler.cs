using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Render;

namespace AgentVerse.Agents.Render;

/// <summary>Idle farming: stands ready and declines work, since availability pays for being idle.</summary>
internal sealed class RenderIdler(PopulationPlan population, WorldPlanning planning)
    : RenderProvider(population, planning)
{
    internal new const string Name = "renderIdle";

    protected override byte Standing => RenderIntents.Idle;
}
