using AgentVerse.Model.Networks.Render;

namespace AgentVerse.Mechanisms.Compute.Render;

/// <summary>
/// Pay of nodes in the compute subnet: 2 RENDER a week times uptime for availability, and base x multiplier x
/// hours / 168 for work; base 10 with the composite multiplier of RNP-019, 25 with that of the GPU alone in RNP-021.
/// </summary>
/// <remarks>Source: RNP-019, RNP-021 (which supersedes its job formula).</remarks>
public static class ComputeSubnet
{
    /// <summary>Pay for work, base units.</summary>
    /// <param name="weekly">Pay of a reference node for 168 hours, base units.</param>
    /// <param name="multiplier">Of the node; the reference is 1.</param>
    /// <param name="hours">Hours worked.</param>
    /// <param name="parameters">Whether hours count.</param>
    public static long Job(long weekly, double multiplier, double hours, RenderParameters parameters)
    {
        double part = parameters.Holds(Rule.ComputePaysByTheHour) ? hours / RenderTerms.EpochHours : 1;
        return (long)(weekly * (multiplier * part));
    }

    /// <summary>Pay for availability, base units.</summary>
    /// <param name="weekly">Pay of a whole week, base units.</param>
    /// <param name="uptime">Share of the week online, 0..1.</param>
    /// <param name="parameters">Whether uptime counts.</param>
    public static long Availability(long weekly, double uptime, RenderParameters parameters) =>
        parameters.Holds(Rule.ComputeAvailabilityFollowsUptime) ? (long)(weekly * uptime) : weekly;

    /// <summary>
    /// CM = .36 GPU + .26 VRAM + .15 network + .08 clock + .08 memory bandwidth + .04 CPU, each against a reference
    /// node.
    /// </summary>
    /// <remarks>RNP-019 says that its weights add to 1; they add to 0.97, as does its own example.</remarks>
    public static double Multiplier(in NodeMultipliers node, RenderParameters parameters) =>
        parameters.Holds(Rule.MultipliersAreWeighted)
            ? (0.36 * node.Gpu) + (0.26 * node.Vram) + (0.15 * node.Network) + (0.08 * node.Clock)
                + (0.08 * node.MemoryBandwidth) + (0.04 * node.Cpu)
            : (node.Gpu + node.Vram + node.Network + node.Clock + node.MemoryBandwidth + node.Cpu) / 6;
}
