namespace AgentVerse.Model.Networks.Compute;

/// <summary>Names and units that all networks of GPUs and their agents share.</summary>
public static class ComputeTerms
{
    /// <summary>Networks of the sector by name; agents remember and offer by place in this list.</summary>
    public static IReadOnlyList<string> Networks { get; } = ["akash", "render"];

    /// <summary>Classes of GPUs, dearest first; agents and markets name them by place in this list.</summary>
    public static IReadOnlyList<string> GpuClasses { get; } =
        ["h200", "h100", "a100", "a6000", "l40s", "rtx4090", "rtx3090", "t4", "cpu"];

    /// <summary>Regions; agents and markets name them by place in this list.</summary>
    public static IReadOnlyList<string> Regions { get; } = ["northAmerica", "europe", "asia", "elsewhere"];

    /// <summary>Base units (1e-6) of USD in a dollar: prices an hour are whole base units.</summary>
    public const long UsdUnit = 1_000_000;

    /// <summary>Hours in a month of 365.25 / 12 days.</summary>
    public const double HoursPerMonth = 730.5;

    /// <summary>Place of a network, or -1.</summary>
    public static int NetworkIndex(string name) => IndexOf(Networks, name);

    /// <summary>Place of a class of GPUs, or -1.</summary>
    public static int ClassIndex(string name) => IndexOf(GpuClasses, name);

    /// <summary>Place of a region, or -1.</summary>
    public static int RegionIndex(string name) => IndexOf(Regions, name);

    /// <summary>
    /// What a GPU of each class costs an hour in the list of a large cloud, USD, in the order of <see
    /// cref="GpuClasses"/>. Source: calibration/compute.md section 2 for h100 (98.32 / 8) and a100 (32.77 / 8); the
    /// others [A], single GPU instances of the same lists; a CPU class unit is 16 threads with 32 GB.
    /// </summary>
    public static IReadOnlyList<double> CloudUsdPerHour { get; } =
        [14.0, 12.29, 4.10, 2.50, 2.00, 1.20, 0.80, 0.526, 0.68];

    /// <summary>
    /// What providers of a network ask for a GPU of each class an hour, USD, in the order of <see cref="GpuClasses"/>.
    /// Source: calibration/compute.md section 2 for h100, a100 and a6000 (table of AEP-26), rtx4090 and rtx3090
    /// (RNP-019 and 021); h200, l40s and t4 [A]; cpu 65.60 USD a month (AEP example).
    /// </summary>
    public static IReadOnlyList<double> ReferenceUsdPerHour { get; } =
        [2.90, 2.49, 1.69, 0.98, 0.90, 0.35, 0.31, 0.20, 0.0898];

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (int i = 0; i < names.Count; i++)
        {
            if (string.Equals(names[i], name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
