using AgentVerse.Model.Networks.Render;
using AgentVerse.Model.Settings;

namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>Compute beside rendering, as it is planned.</summary>
internal sealed record ComputeSpec
{
    /// <summary>Groups of nodes.</summary>
    internal required IReadOnlyList<ComputeGroup> Groups { get; init; }

    /// <summary>End of the rewards of compute clients, seconds since 1970.</summary>
    internal required long ClientsEnd { get; init; }

    /// <summary>First epoch that pays the compute subnet, seconds since 1970.</summary>
    internal required long SubnetStart { get; init; }

    /// <summary>Whether the subnet pays by the composite multiplier of RNP-019.</summary>
    internal required bool IsComposite { get; init; }

    /// <summary>Price of a reference node's hour that reaches the network, USD.</summary>
    internal required double NetPrice { get; init; }

    /// <summary>What grants pay a week, USD.</summary>
    internal required double Grant { get; init; }

    /// <summary>Spent a week at Salad's Container Engine, USD.</summary>
    internal required double SaladContainer { get; init; }

    /// <summary>Spent a week at Salad's Gateway, USD.</summary>
    internal required double SaladGateway { get; init; }

    /// <summary>All nodes.</summary>
    internal long Nodes => Groups.Sum(g => (long)g.Count);

    /// <summary>Hours of all nodes that are sold in a week.</summary>
    internal double Hours => Groups.Sum(g => g.Count * g.Hours);

    /// <summary>The plan from the keys of <c>compute</c>.</summary>
    internal static ComputeSpec Of(SettingsMap settings) => new()
    {
        Groups = [.. settings.List("nodes").Select(ComputeGroup.Of)],
        ClientsEnd = settings.Integer("clientsEnd"),
        SubnetStart = settings.Integer("subnetStart"),
        IsComposite = settings.Text("subnetRule") == ComputeSection.CompositeRule,
        NetPrice = settings.Number("netPrice"),
        Grant = settings.Number("grant"),
        SaladContainer = settings.Number("saladContainer"),
        SaladGateway = settings.Number("saladGateway"),
    };
}

/// <summary>Nodes of compute that are alike.</summary>
/// <param name="Count">How many.</param>
/// <param name="Uptime">Share of the week that each is reachable.</param>
/// <param name="Hours">Hours a week of each that are sold.</param>
/// <param name="Earned">What each earns from a compute client, USD a week.</param>
/// <param name="Line">Line down and up, Mbps.</param>
/// <param name="GpuScore">Criterion C of compute clients.</param>
/// <param name="Multipliers">Against the reference node of the subnet.</param>
internal sealed record ComputeGroup(
    int Count, double Uptime, double Hours, double Earned, (double Down, double Up) Line, double GpuScore,
    NodeMultipliers Multipliers)
{
    /// <summary>Share of the week online, hours sold included, as availability and criterion D count it.</summary>
    internal double Online => Math.Max(Uptime, Hours / RenderTerms.EpochHours);

    internal static ComputeGroup Of(SettingsMap settings)
    {
        IReadOnlyList<double> m = settings.Numbers("multipliers");
        return new ComputeGroup(
            settings.Int32("count"), settings.Number("uptime"), settings.Number("hours"), settings.Number("earned"),
            (settings.Number("down"), settings.Number("up")), settings.Number("gpuScore"),
            new NodeMultipliers(m[0], m[1], m[2], m[3], m[4], m[5]));
    }
}
