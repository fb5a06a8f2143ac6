using AgentVerse.Results.Experiments;

namespace AgentVerse.Results.Comparing;

/// <summary>What a row is of.</summary>
/// <param name="Measure">Name of the measure.</param>
/// <param name="Treatment">The treatment.</param>
/// <param name="Population">Populations.</param>
/// <param name="Column">Columns.</param>
internal sealed record RowName(string Measure, string Treatment, string Population, string Column)
{
    /// <summary>Further keys, such as <c>k=4</c>.</summary>
    internal string Parameters { get; init; } = "";

    /// <summary>Unit of the estimate.</summary>
    internal string Unit { get; init; } = "";

    /// <summary>What counts as one.</summary>
    internal string By { get; init; } = MeasureRow.ByAll;
}
