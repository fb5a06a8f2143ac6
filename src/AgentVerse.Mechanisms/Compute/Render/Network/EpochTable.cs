using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Render;

namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>Weeks that a data file forces, a row an epoch; null where it says nothing.</summary>
internal sealed class EpochTable(DataTable? table)
{
    internal const string PoolColumn = "pool";
    internal const string AvailabilityColumn = "availability";
    internal const string PriceColumn = "price";
    internal const string AdmissionsColumn = "admissions";

    private readonly double[]? _pool = table?.Find(PoolColumn);
    private readonly double[]? _availability = table?.Find(AvailabilityColumn);
    private readonly double[]? _price = table?.Find(PriceColumn);
    private readonly double[]? _admissions = table?.Find(AdmissionsColumn);

    /// <summary>Columns of which a file needs one at least.</summary>
    internal static IReadOnlyList<string> Columns { get; } =
        [PoolColumn, AvailabilityColumn, PriceColumn, AdmissionsColumn];

    /// <summary>Pool for work, RENDER base units.</summary>
    internal long? Pool(long epoch) => Units(At(_pool, epoch));

    /// <summary>Pool for availability, RENDER base units.</summary>
    internal long? Availability(long epoch) => Units(At(_availability, epoch));

    /// <summary>Price of RENDER, USD.</summary>
    internal double? Price(long epoch) => At(_price, epoch);

    /// <summary>Applicants admitted.</summary>
    internal long? Admissions(long epoch) => (long?)At(_admissions, epoch);

    /// <summary>The first row with a value that is negative or too large to count, or -1.</summary>
    internal int FirstBadRow()
    {
        for (int row = 0; row < (table?.RowCount ?? 0); row++)
        {
            foreach (double[]? column in new[] { _pool, _availability, _price, _admissions })
            {
                if (column is not null && (column[row] < 0 || column[row] > 1e9))
                {
                    return row;
                }
            }
        }

        return -1;
    }

    private static double? At(double[]? column, long epoch) =>
        column is not null && epoch < column.Length && !double.IsNaN(column[epoch]) ? column[epoch] : null;

    private static long? Units(double? tokens) =>
        tokens is { } amount ? (long)((amount * RenderTerms.UnitsPerToken) + 0.5) : null;
}
