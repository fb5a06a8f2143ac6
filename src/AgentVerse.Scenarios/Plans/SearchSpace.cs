using System.Globalization;

using AgentVerse.Model.Settings;

namespace AgentVerse.Scenarios.Plans;

/// <summary>What candidates of a search differ in: ranges, and a number of accounts out of a list.</summary>
/// <param name="Axes">The ranges.</param>
/// <param name="IdentitiesPath">Path of the number of accounts; empty for none.</param>
/// <param name="Identities">Numbers of accounts, ascending; 1 alone where there is no path.</param>
internal sealed record SearchSpace(IReadOnlyList<Axis> Axes, string IdentitiesPath, IReadOnlyList<int> Identities)
{
    /// <summary>1, 2, 4, ... and the most.</summary>
    public static IReadOnlyList<int> PowersOfTwo(int most)
    {
        List<int> numbers = [];
        for (long k = 1; k < most; k *= 2)
        {
            numbers.Add((int)k);
        }

        return [.. numbers, most];
    }

    /// <summary>What a candidate sets beside its treatment and budget.</summary>
    public IReadOnlyList<Override> Set(SearchPoint point) =>
    [
        .. IdentitiesPath.Length == 0
            ? (Override[])[]
            : [Override.Of(IdentitiesPath, Identities[point.Identity].ToString(CultureInfo.InvariantCulture))],
        .. Axes.Select((axis, i) => axis.At(point.Coordinates[i])),
    ];
}

/// <summary>A place in the space of a search.</summary>
/// <param name="Identity">Index of the number of accounts.</param>
/// <param name="Coordinates">A coordinate in [0, 1] for each axis.</param>
internal sealed record SearchPoint(int Identity, IReadOnlyList<double> Coordinates);
