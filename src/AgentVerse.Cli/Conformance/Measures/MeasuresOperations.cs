namespace AgentVerse.Cli.Conformance.Measures;

/// <summary>The operations of the measures, their statistics and the generators beneath.</summary>
internal static class MeasuresOperations
{
    internal static IReadOnlyDictionary<string, Operation> All { get; } =
        new Dictionary<string, Operation>(StringComparer.Ordinal)
        {
            ["gini"] = new(ConcentrationOperations.Gini),
            ["hhi"] = new(ConcentrationOperations.Herfindahl),
            ["nakamoto"] = new(ConcentrationOperations.Nakamoto),
            ["theil_T"] = new(ConcentrationOperations.Theil),
            ["atkinson"] = new(ConcentrationOperations.Atkinson),
            ["entropy"] = new(ConcentrationOperations.Entropy),
            ["ci"] = new(StatisticsOperations.Interval),
            ["moments"] = new(StatisticsOperations.Moments),
            ["replicates"] = new(StatisticsOperations.Replicates),
            ["crn"] = new(StatisticsOperations.CommonNumbers),
            ["sybil"] = new(SybilOperations.Sybil),
            ["qf"] = new(SybilOperations.QuadraticFunding),
            ["security"] = new(SybilOperations.Security),
            ["reputation"] = new(SybilOperations.Reputation),
            ["survival"] = new(SurvivalOperations.Survival),
            ["rng"] = new(GeneratorOperations.Run),
        };
}
