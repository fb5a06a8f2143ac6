using AgentVerse.Model.Settings;

namespace AgentVerse.Scenarios.Declarations;

/// <summary>The keys of <c>design.search</c>.</summary>
internal static class SearchKeys
{
    /// <summary>Most evaluations of a search.</summary>
    public const int EvaluationsMax = 10_000;

    /// <summary>The section.</summary>
    /// <param name="range">Keys of a range.</param>
    public static Field Whole(Section range) => Field.Of(
        "search", new Section("search", "A search for the best attack.",
    [
        Field.Choice(
            "method", null, ["grid", "crossEntropy", "bisection"],
            "All of a grid; ever more of what did well; or the fee at which no attack pays, in the one range of over."),
        Field.Text("family", "attack", 100, "What the searched attacks are, for the verdict."),
        Field.Integer("evaluations", 64, 1, EvaluationsMax, "attacks", "Most attacks that are tried.", "[A]"),
        Field.Integer("training", 4, 2, 1000, "runs", "Replicates on which attacks are compared.", "[A]"),
        Field.Integer("fresh", 8, 2, 1000, "runs", "Further replicates on which the best is estimated anew.", "[A]"),
        Field.NameOf("control", "Treatment without the attack.") with
        {
            Required = false, Default = Plans.Design.Control,
        },
        Field.NameOf("attack", "Treatment that every attack begins with.") with
        {
            Required = false, Default = "attack",
        },
        new Field("over", FieldType.Ranges, "What attacks differ in: paths with their ranges.")
        {
            Min = 1, Max = 32, Nested = range,
        },
        Field.Of("identities", new Section("identities", "The number k of accounts: 1, 2, 4, ... up to the most.",
        [
            Field.Text("path", null, 200, "Path of the whole number that is k."),
            Field.Integer("most", null, 1, 1 << 20, "accounts", "Largest k; all powers of two below it are tried."),
        ]), "Number of accounts that attacks differ in; every one is tried, whatever smaller ones lost.") with
        {
            Optional = true,
        },
        Field.Of("budget", new Section("budget", "What an attack may spend.",
        [
            Field.Text("path", null, 200, "Path of the attackers' budget; at 0 they must be the control bit for bit."),
            new Field("amount", FieldType.Value, "The budget, written as for the key itself.") { Required = true },
        ]), "Budget of every attack.") with { Optional = true },
        ComparisonKeys.Terms("value", true, "What is maximised, attack less control: NPV of the attackers' accounts."),
        ComparisonKeys.Rate,
        Field.Integer("levels", 0, 1, 1000, "levels", "Levels of each range of a grid.", "[A]") with
        {
            Choices = ["auto"],
        },
    ]), "A search for the best attack, in place of a plan and replicates.") with
    { Optional = true };
}
