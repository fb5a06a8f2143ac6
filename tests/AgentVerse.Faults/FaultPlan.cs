namespace AgentVerse.Faults;

/// <summary>What one trial does, from its seed alone.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Scenario">Number of the scenario.</param>
/// <param name="Faults">The faults, in order of time.</param>
internal sealed record FaultPlan(int Seed, int Scenario, IReadOnlyList<Fault> Faults)
{
    private const int FaultsMax = 3;

    /// <summary>The plan of a seed: its first fault goes through all kinds as seeds count up, the others are drawn.</summary>
    internal static FaultPlan Of(int seed)
    {
        Random random = new(seed);
        FaultKind[] kinds = Enum.GetValues<FaultKind>();
        int count = 1 + random.Next(FaultsMax);
        List<Fault> faults = [];
        for (int i = 0; i < count; i++)
        {
            FaultKind kind = i == 0 ? kinds[seed % kinds.Length] : kinds[random.Next(kinds.Length)];
            double at = (0.05 + random.NextDouble()) * 0.8 * (i + 1) / (count + 1);
            faults.Add(new Fault(kind, random.Next(FaultCluster.SiloCount), at, LastsOf(kind, random)));
        }

        return new FaultPlan(seed, random.Next(TrialScenarios.All.Count), [.. faults.OrderBy(f => f.AtShare)]);
    }

    /// <summary>Whether a silo is to join later, and which.</summary>
    internal int? Late => Faults.FirstOrDefault(f => f.Kind == FaultKind.JoinLate)?.Silo;

    /// <summary>Whether checkpoints are kept in the database, as in every fifth trial.</summary>
    internal bool KeepsInDatabase => Seed % 5 == 3;

    public override string ToString() =>
        $"seed {Seed}, {TrialScenarios.All[Scenario].Name}{(KeepsInDatabase ? " in the database" : "")}: {string.Join("; ", Faults)}";

    private static TimeSpan LastsOf(FaultKind kind, Random random)
    {
        double draw = random.NextDouble();
        return TimeSpan.FromSeconds(kind switch
        {
            FaultKind.Pause => 1 + (3 * draw),
            FaultKind.PauseLong => 35 + (10 * draw),
            FaultKind.HoldDatabase or FaultKind.CutDatabase or FaultKind.DelayDatabase => 1 + (15 * draw),
            FaultKind.HoldSilo or FaultKind.CutSilo or FaultKind.DelaySilo
                or FaultKind.HoldSilos or FaultKind.CutSilos or FaultKind.DelaySilos => 1 + (30 * draw),
            FaultKind.RestartDatabase => 1 + (8 * draw),
            FaultKind.FillDisk or FaultKind.LockDisk => 1 + (8 * draw),
            _ => 5 * draw,
        });
    }
}
