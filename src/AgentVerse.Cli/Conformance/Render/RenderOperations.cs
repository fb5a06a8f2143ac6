using AgentVerse.Mechanisms.Compute.Render;

namespace AgentVerse.Cli.Conformance.Render;

/// <summary>The operations of the Render mechanism.</summary>
internal static class RenderOperations
{
    internal static IReadOnlyDictionary<string, Operation> All { get; } = With(new RenderParameters());

    /// <summary>The operations with parameters where a case gives none.</summary>
    internal static Dictionary<string, Operation> With(RenderParameters parameters) => new(StringComparer.Ordinal)
    {
        ["rndr-y1"] = new(one => EmissionOperations.Year(one, parameters)),
        ["rndr-y2"] = new(one => EmissionOperations.Year(one, parameters)),
        ["rndr-y3"] = new(one => EmissionOperations.Year(one, parameters)),
        ["rndr-cap"] = new(one => EmissionOperations.Cap(one, parameters)),
        ["rndr-fit"] = new(one => EmissionOperations.Fit(one, parameters)),
        ["rndr-node"] = new(one => EmissionOperations.NodePool(one, parameters)),
        ["rndr-avail"] = new(one => EmissionOperations.Availability(one, parameters)),
        ["rndr-burn"] = new(one => BurnMintOperations.Burn(one, parameters)),
        ["rndr-grossup"] = new(one => BurnMintOperations.GrossUp(one, parameters)),
        ["rndr-grant"] = new(one => BurnMintOperations.Grant(one, parameters)),
        ["rndr-prorata"] = new(one => BurnMintOperations.ProRata(one, parameters)),
        ["rndr-points"] = new(one => BurnMintOperations.Points(one, parameters)),
        ["rndr-salad"] = new(one => SaladOperation.Run(one, parameters)),
        ["rndr-penalty"] = new(one => ComputeOperations.Penalty(one, parameters)),
        ["rndr-compute"] = new(one => ComputeOperations.Job(one, parameters)),
        ["rndr-cm"] = new(one => ComputeOperations.Multiplier(one, parameters)),
        ["rndr-client"] = new(one => ClientOperation.Run(one, parameters)),
    };
}
