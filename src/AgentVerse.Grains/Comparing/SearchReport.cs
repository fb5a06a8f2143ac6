using System.Globalization;
using System.Text;

using AgentVerse.Measures.Statistics;
using AgentVerse.Model.Settings;
using AgentVerse.Results;
using AgentVerse.Results.Comparing;
using AgentVerse.Results.Experiments;
using AgentVerse.Scenarios;
using AgentVerse.Scenarios.Plans;
using AgentVerse.Scenarios.Publishing;

namespace AgentVerse.Grains.Comparing;

/// <summary>
/// Says what a search has found: a row of measures, a table of all attacks, a verdict, the best as a file.
/// </summary>
/// <param name="search">Its search.</param>
/// <param name="replay">The search as far as it has come.</param>
/// <param name="entries">Its runs.</param>
internal sealed class SearchReport(Search search, SearchReplay replay, IReadOnlyList<RunEntry> entries)
{
    /// <summary>Path of the best attack as a scenario, beside the data files that it names.</summary>
    internal const string BestPath = "inputs/best-attack.yaml";

    private readonly PairedDifference? _fresh = FreshOf(replay);

    /// <summary>The best attack on fresh replicates as a row; none before it is known.</summary>
    internal IEnumerable<MeasureRow> Rows()
    {
        if (replay.Best is not { } best || _fresh is not { } fresh)
        {
            yield break;
        }

        yield return new MeasureRow(
            "bestAttackGain", Text(best.Set), "", search.Value.Populations,
            search.Value.Columns, MeasureRow.ByAll, search.Attack.Name, best.Number, fresh.Difference,
            "t over fresh paired replicates")
        {
            Control = search.Control.Name,
            Correlation = double.IsNaN(fresh.Correlation) ? null : fresh.Correlation,
        };
    }

    /// <summary>Writes table, verdict and the best attack.</summary>
    internal void Write(ExperimentFolder folder, Manifest manifest, Scenario basis)
    {
        SearchTable.Write(folder, manifest,
        [
            .. replay.Candidates.Select(c => new SearchRow(
                c.Number, c.Generation, c.Accounts, Text(c.Set), Interval.OfMean([.. c.Gains], ComparisonRows.Level))),
        ]);
        SearchTable.WriteVerdict(folder, Verdict());
        if (replay.Best is { } best)
        {
            byte[] text = Encoding.UTF8.GetBytes(AttackScenario.Text(basis, search, best));
            folder.Write(BestPath, stream => stream.Write(text));
        }
    }

    /// <summary>The verdict in words.</summary>
    internal string Verdict()
    {
        string budget = search.Budget is { } set ? $" up to budget {set.Value}" : "";
        string tried = string.Create(
            CultureInfo.InvariantCulture,
            $"{replay.Candidates.Count} evaluations of family {search.Family}{budget}");
        StringBuilder text = new();
        if (replay.Missing.Count > 0)
        {
            return $"The search has not ended: {tried} so far.\n";
        }

        if (replay.Best is not { } best || _fresh is not { } fresh)
        {
            return $"No attack could be valued in {tried}: runs failed.\n";
        }

        Interval gain = fresh.Difference;
        text.Append(gain.Low > 0 ? "A profitable attack was found in " : "No profitable attack found in ")
            .Append(tried);
        text.Append(
            CultureInfo.InvariantCulture,
            $"; the best gains {gain.Estimate:0.######} [{gain.Low:0.######}, {gain.High:0.######}] ");
        text.Append(CultureInfo.InvariantCulture, $"on {gain.Count} fresh replicates: {Text(best.Set)}.\n");
        text.Append($"It is in {BestPath}; all that were tried are in {SearchTable.Path}.\n");
        AppendFee(text);
        AppendZero(text);
        return text.ToString();
    }

    private void AppendFee(StringBuilder text)
    {
        if (search.Method != SearchMethod.Bisection)
        {
            return;
        }

        (string? pays, string? paysNot) = replay.FeeBracket;
        string path = replay.Candidates[0].Set[^1].Path;
        text.Append((pays, paysNot) switch
        {
            (null, _) => $"No attack pays at any fee tried: {path} breaks even at {paysNot} or below.\n",
            (_, null) => $"Attacks pay at every fee tried: {path} breaks even above {pays}.\n",
            _ => $"Attacks stop paying between {path} = {pays} and {paysNot}, on the training replicates.\n",
        });
    }

    /// <summary>Whether an attack without a budget is the control, bit for bit, as it must be.</summary>
    private void AppendZero(StringBuilder text)
    {
        RunEntry? control = Find(search.Control.Name), nothing = Find(search.Attack.Name);
        if (search.Budget is null || control is null || nothing is null)
        {
            return;
        }

        text.Append(control.Spec.RunId == nothing.Spec.RunId
            ? "With budget 0 the attack is the control itself: nothing else tells them apart.\n"
            : control.Status!.Digest == nothing.Status!.Digest
            ? "With budget 0 the attack is the control bit for bit.\n"
            : "With budget 0 the attack is NOT the control: its arms differ by more than what it spends.\n");

        RunEntry? Find(string treatment) => entries.FirstOrDefault(
            e => e.Spec.Point == 0 && e.Spec.Replicate == 0 && e.Spec.Treatment == treatment
                && e.Status is { Digest.Length: > 0 });
    }

    private static PairedDifference? FreshOf(SearchReplay replay)
    {
        double[] control = [.. replay.FreshControl];
        return replay.Missing.Count > 0 || replay.Best is null
            ? null
            : PairedDifference.Of(
                control, [.. replay.FreshGains.Select((gain, i) => gain + control[i])], ComparisonRows.Level);
    }

    private static string Text(IReadOnlyList<Override> set) =>
        string.Join(", ", set.Select(o => $"{o.Path}={o.Value}"));
}
