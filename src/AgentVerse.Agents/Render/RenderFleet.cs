using AgentVerse.Agents.Compute;
using AgentVerse.Agents.GpuProvider;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Render;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Render;

/// <summary>The nodes that a provider brings to Render.</summary>
/// <param name="Nodes">How many.</param>
/// <param name="Octane">OctaneBench points of each.</param>
/// <param name="Memory">Video memory of each, GB.</param>
/// <param name="Uptime">Share of time that they are reachable.</param>
internal readonly record struct RenderFleet(int Nodes, int Octane, int Memory, double Uptime)
{
    private static readonly Purpose UptimeDraw = Purpose.Of("render.uptime");

    /// <summary>Whether the network takes such nodes at all.</summary>
    internal bool IsFit => Nodes > 0 && Octane > 0 && Memory >= RenderTerms.LeastMemory;

    /// <summary>All points while they are reachable, in the mean.</summary>
    internal double Points => Nodes * (double)Octane * Uptime;

    /// <summary>The nodes of an agent: its true units, of its class.</summary>
    internal static RenderFleet Of(AgentTick agent, (double Median, double Spread) uptime)
    {
        int gpuClass = agent.Int32(ComputeColumns.GpuClass);
        double drawn = agent.Cohort.Draws.At(agent.Account, -1).LogNormal(UptimeDraw, 0, uptime.Spread);
        return new RenderFleet(
            agent.Int32(ProviderColumns.TrueUnits), RenderTerms.OctaneByClass[gpuClass],
            RenderTerms.MemoryByClass[gpuClass], Math.Min(1, uptime.Median * drawn));
    }
}
