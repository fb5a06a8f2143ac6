using AgentVerse.Scenarios;
using AgentVerse.Scenarios.Plans;
using AgentVerse.Scenarios.Publishing;
using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Scenarios.Search;

/// <summary>A search finds a known optimum, whatever interrupts it.</summary>
public sealed class SearchTests
{
    private const string Space = """
        evaluations: 120
        training: 2
        fresh: 3
        over: {populations.crowd.effort: {from: 0, to: 1}}
        identities: {path: populations.crowd.k, most: 64}
        budget: {path: populations.crowd.budget, amount: 10}
        """;

    [Theory]
    [InlineData("grid")]
    [InlineData("crossEntropy")]
    public void The_known_best_attack_is_found(string method)
    {
        ToyLaboratory toy = new($"method: {method}\n{Space}", ["design.search.evaluations=120"]);
        SearchReplay replay = toy.Replay(toy.Run());
        Assert.NotNull(replay.Best);
        Assert.Equal(4, replay.Best.Accounts);
        Assert.InRange(double.Parse(replay.Best.Set[1].Value, System.Globalization.CultureInfo.InvariantCulture), 0.2, 0.4);
        Assert.InRange(replay.FreshGains.Average(), 3 * (ToyPlugin.Best - 6), 3 * (ToyPlugin.Best + 6));
        Assert.Equal(3, replay.FreshGains.Count);
        Assert.InRange(replay.Candidates.Count, 60, 120);
    }

    /// <summary>With a fee of 110 every number of accounts loses; the search does not stop at the first.</summary>
    [Theory]
    [InlineData("grid")]
    [InlineData("crossEntropy")]
    public void Every_power_of_two_is_tried_although_the_first_ones_lose(string method)
    {
        ToyLaboratory toy = new($"method: {method}\n{Space}", ["populations.crowd.fee=110"]);
        SearchReplay replay = toy.Replay(toy.Run());
        Assert.Equal([1, 2, 4, 8, 16, 32, 64], replay.Candidates.Select(c => c.Accounts).Distinct().Order());
        Assert.All(replay.Candidates, c => Assert.True(c.Score < 0));
    }

    [Fact]
    public void Bisection_finds_the_fee_at_which_the_best_number_of_accounts_stops_paying()
    {
        ToyLaboratory toy = new("""
            method: bisection
            evaluations: 100
            training: 4
            fresh: 4
            over: {populations.crowd.fee: {from: 1, to: 1000, scale: log}}
            identities: {path: populations.crowd.k, most: 16}
            budget: {path: populations.crowd.budget, amount: 10}
            """, ["populations.crowd.effort=0.3"]);
        SearchReplay replay = toy.Replay(toy.Run());
        (string? pays, string? paysNot) = replay.FeeBracket;
        Assert.InRange(double.Parse(pays!, System.Globalization.CultureInfo.InvariantCulture), 95, 102);
        Assert.InRange(double.Parse(paysNot!, System.Globalization.CultureInfo.InvariantCulture), 99, 105);
        Assert.Equal(4, replay.Best!.Accounts);
    }

    [Theory]
    [InlineData("grid")]
    [InlineData("crossEntropy")]
    public void A_search_that_is_stopped_anywhere_goes_on_with_the_same_points(string method)
    {
        ToyLaboratory toy = new($"method: {method}\n{Space}");
        string whole = Text(toy.Run());
        foreach (int most in (int[])[1, 3, 17, 60, 133])
        {
            List<RunSummary> half = toy.Run(most: most);
            half.Reverse();
            Assert.Equal(whole, Text(toy.Run(half)));
        }
    }

    [Fact]
    public void A_search_is_the_same_for_any_cohort_and_another_for_another_seed()
    {
        string search = $"method: crossEntropy\n{Space}";
        string whole = Text(new ToyLaboratory(search).Run());
        Assert.Equal(whole, Text(new ToyLaboratory(search, cohortSize: 1).Run()));
        Assert.NotEqual(whole, Text(new ToyLaboratory(search, ["seed=6"]).Run()));
    }

    [Fact]
    public void Budget_0_is_the_control_bit_for_bit()
    {
        ToyLaboratory toy = new($"method: grid\n{Space}");
        IReadOnlyList<RunPoint> first = toy.Scenario.Design.Plan.Next([]);
        RunPoint control = first.First(r => r.Treatment == "control" && r.Replicate == 0);
        RunPoint nothing = first.Single(r => r.Treatment == "attack" && r.Point == 0);
        Assert.Equal(Digest(toy, control), Digest(toy, nothing));
        Assert.NotEqual(Digest(toy, control), Digest(toy, first[^1]));

        static string Digest(ToyLaboratory toy, RunPoint point)
        {
            FinishedRun run = toy.RunOne(point);
            return $"{run.Digests.Agents.SumText} {run.Digests.Ticks.SumText} {run.Digests.Events.SumText}";
        }
    }

    [Fact]
    public void A_run_that_failed_makes_its_attack_worthless_and_is_not_asked_for_again()
    {
        ToyLaboratory toy = new($"method: grid\n{Space}");
        SearchCandidate best = toy.Replay(toy.Run()).Best!;
        List<RunSummary> ended = [];
        while (toy.Scenario.Design.Plan.Next(ended) is { Count: > 0 } next)
        {
            ended.AddRange(next.Select(
                p => p.Point == best.Number ? new RunSummary(p, false, []) : toy.Summary(p)));
        }

        SearchReplay replay = toy.Replay(ended);
        Assert.NotNull(replay.Best);
        Assert.NotEqual(best.Number, replay.Best.Number);
        Assert.Equal(double.NegativeInfinity, replay.Candidates[best.Number - 1].Score);
    }

    [Fact]
    public void The_best_attack_is_a_scenario_whose_runs_are_those_of_the_search()
    {
        ToyLaboratory toy = new($"method: grid\n{Space}");
        SearchReplay replay = toy.Replay(toy.Run());
        string text = AttackScenario.Text(toy.Scenario, toy.Search, replay.Best!);
        ScenarioReading reading = ScenarioReader.Read("best.yaml", text, ToyLaboratory.Catalogue, []);
        Assert.Equal("", string.Join('\n', reading.Problems));
        Scenario best = reading.Scenario!;
        Assert.Equal("best-attack", Assert.Single(best.Comparisons).Name);
        RunPoint attack = best.Design.Plan.Next([]).First(r => r.Treatment == "attack");
        Scenario own = ScenarioReader.ReadRun("best.yaml", text, ToyLaboratory.Catalogue, attack.Overrides).Scenario!;
        Scenario searched = ScenarioReader.ReadRun(
            "toy.yaml", toy.Scenario.CanonicalText, ToyLaboratory.Catalogue,
            SearchReplay.SetOf(toy.Search, replay.Best!)).Scenario!;
        Assert.Equal(RunKey.Of(searched, 0, [], "v"), RunKey.Of(own, 0, [], "v"));
    }

    private static (int, string, int) Key(RunSummary r) => (r.Run.Point, r.Run.Treatment, r.Run.Replicate);

    private static string Text(IEnumerable<RunSummary> ended) => string.Join(
        '\n', ended.OrderBy(Key).Select(r => $"{Key(r)} {string.Join(' ', r.Run.Overrides.Select(o => o.Value))} {r.Value:R}"));
}
