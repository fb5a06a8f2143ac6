namespace AgentVerse.Model.Contracts;

/// <summary>A data file of a scenario, read by the shell and handed in: named columns of numbers.</summary>
/// <param name="Path">Path as the scenario names it.</param>
/// <param name="Names">Names of the columns.</param>
/// <param name="Values">Values by column, then row; a missing value is NaN.</param>
public sealed record DataTable(string Path, IReadOnlyList<string> Names, IReadOnlyList<double[]> Values)
{
    /// <summary>Number of rows.</summary>
    public int RowCount => Values.Count == 0 ? 0 : Values[0].Length;

    /// <summary>A column by name, or null.</summary>
    public double[]? Find(string name)
    {
        for (int i = 0; i < Names.Count; i++)
        {
            if (string.Equals(Names[i], name, StringComparison.Ordinal))
            {
                return Values[i];
            }
        }

        return null;
    }
}
