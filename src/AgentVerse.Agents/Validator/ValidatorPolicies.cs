using AgentVerse.Model.Contracts;

namespace AgentVerse.Agents.Validator;

/// <summary>The policies of validators, as scenarios name them.</summary>
internal static class ValidatorPolicies
{
    internal static IReadOnlyList<PolicyKind> All { get; } =
    [
        Of(HonestValidator.Name, "Scores every miner's output itself, with some error.",
            (population, planning) => new HonestValidator(population, planning)),
        Of(StandingValidator.Name, "Keeps the weights that stand, those of a metagraph say.",
            (population, planning) => new StandingValidator(population, planning)),
        Of(LazyValidator.Name, "Measures in one epoch of lazyPeriod and repeats itself in the others.",
            (population, planning) => new LazyValidator(population, planning)),
        Of(UniformValidator.Name, "Gives every uid but its own the same weight.",
            (population, planning) => new UniformValidator(population, planning)),
        Of(CopyingValidator.Name, "Sets the consensus that was published copyDelay epochs ago as its weights.",
            (population, planning) => new CopyingValidator(population, planning)),
        Of(CabalValidator.Name, "Gives all its weight to the uids of its allies.",
            (population, planning) => new CabalValidator(population, planning)),
        Of(FavouringValidator.Name, "Gives favourShare of its weight to miners of its own controller.",
            (population, planning) => new FavouringValidator(population, planning)),
        Of(BurningValidator.Name, "Gives all weight to the owner's uid, whose incentive is withheld.",
            (population, planning) => new BurningValidator(population, planning)),
    ];

    private static PolicyKind Of(string name, string doc, Func<PopulationPlan, WorldPlanning, Policy> bind) =>
        new(ValidatorKind.Name, name, doc, bind);
}
