using AgentVerse.Model.Contracts;

namespace AgentVerse.Agents.Render;

/// <summary>
/// Benchmark inflation: claims claimFactor times its true OctaneBench score, and is paid by what it claims.
/// </summary>
internal sealed class RenderInflator(PopulationPlan population, WorldPlanning planning)
    : RenderProvider(population, planning)
{
    internal new const string Name = "renderInflate";
    private const double MostOctane = (1 << 20) - 1;
    private readonly double _factor = population.Settings.Number("claimFactor");

    protected override int ClaimedOctane(RenderFleet fleet) => (int)Math.Min(fleet.Octane * _factor, MostOctane);
}
