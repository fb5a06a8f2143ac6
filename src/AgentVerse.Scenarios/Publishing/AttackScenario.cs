using System.Globalization;
using System.Text;
using AgentVerse.Model.Comparing;
using AgentVerse.Model.Settings;
using AgentVerse.Scenarios.Plans;
using AgentVerse.Scenarios.Reading;
using AgentVerse.Scenarios.Yaml;

namespace AgentVerse.Scenarios.Publishing;

/// <summary>
/// Writes the best attack of a search as a scenario of its own, with its control, on the same replicates.
/// </summary>
public static class AttackScenario
{
    /// <summary>The scenario's text; its runs have the ids that they had in the search.</summary>
    /// <param name="basis">The scenario of one run without any treatment.</param>
    /// <param name="search">The search.</param>
    /// <param name="attack">The attack.</param>
    public static string Text(Scenario basis, Search search, SearchCandidate attack)
    {
        StringBuilder text = new(basis.RunText);
        text.Append("comparisons:\n  - name: best-attack\n    compare: difference\n");
        text.Append(CultureInfo.InvariantCulture, $"    control: {FlowText.Text(search.Control.Name)}\n");
        text.Append(CultureInfo.InvariantCulture, $"    treatment: {FlowText.Text(search.Attack.Name)}\n    value:\n");
        foreach (ValueTerm term in search.Value.Terms)
        {
            string price = term.Price is { } name ? $"{name.Network}/{name.Shard}/{name.Series}" : "";
            text.Append(
                CultureInfo.InvariantCulture,
                $"      - {{population: {FlowText.Text(term.Population)}, column: {FlowText.Text(term.Column)}, ");
            text.Append(
                CultureInfo.InvariantCulture,
                $"weight: {ScalarText.OfNumber(term.Weight)}, price: {FlowText.Text(price)}}}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"    rate: {ScalarText.OfNumber(search.Value.Rate)}\n");
        text.Append(CultureInfo.InvariantCulture, $"design:\n  replicates: {search.Training + search.Fresh}\n");
        text.Append("  treatments:\n");
        Treatment(text, search.Control.Name, search.Control.Set);
        Treatment(text, search.Attack.Name, SearchReplay.SetOf(search, attack));
        return text.ToString();
    }

    private static void Treatment(StringBuilder text, string name, IReadOnlyList<Override> set)
    {
        text.Append(CultureInfo.InvariantCulture, $"    - name: {FlowText.Text(name)}\n      set: {{");
        text.AppendJoin(", ", set.Select(o => $"{FlowText.Text(o.Path)}: {o.Value}")).Append("}\n");
    }
}
