using AgentVerse.Model.Contracts;
using AgentVerse.Simulation;
using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

using static AgentVerse.Tests.Simulation.Controllers.Scenarios;

namespace AgentVerse.Tests.Simulation.Controllers;

/// <summary>Controllers wake, fund and direct accounts; money is conserved; nothing else in the run moves by them.</summary>
public sealed class ControllerTests
{
    private const long Tao = 1_000_000_000;
    private const string Budget = "populations.bosses.attacks[0].budget=";

    /// <summary>The same honest world with miners that are commanded by controllers who let them be.</summary>
    private const string Idle = """
        scenario: 1
        name: accounts
        start: 2026-10-01
        tick: 1h
        ticks: 10
        seed: 5
        networks:
          bittensor:
            hyperparameters: {uidsMax: 24, burn: 0.001, immunityPeriod: 100}
            subnets:
              - {count: 2, miners: miners, validators: validators, validatorsMedian: 4}
        record: {agents: {every: 3}}
        populations:
          - {name: miners, kind: miner, count: 60, policies: [honest], reviewRate: 20}
          - {name: validators, kind: validator, count: 40, policies: [honest]}
        """;

    [Fact]
    public void An_order_holds_from_the_next_tick()
    {
        FinishedRun run = Run(Farms);
        IReadOnlyDictionary<string, long>[] woken = run.Events("woken");
        Assert.Equal(12, woken.Length);
        Assert.All(woken, w => Assert.Equal(w["tick"] + 1, w["a"]));
        long[] awake = [.. run.Ticks("sybils").Select(t => t["awake"])];
        Assert.Equal([0, 0, 0, 4, 8, 12, 12, 12, 12, 12], awake);
        long first = run.Events("registered").Where(e => run.Name(e["population"]) == "sybils").Min(e => e["tick"]);
        Assert.Equal(3, first);
    }

    [Fact]
    public void Money_goes_out_and_comes_back_and_none_is_lost()
    {
        FinishedRun run = Run(Farms);
        IReadOnlyDictionary<string, long>[] bosses = run.Agents("bosses");
        IReadOnlyDictionary<string, long>[] sybils = run.Agents("sybils");
        for (int c = 0; c < 2; c++)
        {
            IReadOnlyDictionary<string, long>[] own = [.. sybils.Where(s => s["controller"] == c)];
            IReadOnlyDictionary<string, long> boss = bosses[c];
            Assert.Equal(6 * Tao, boss["sent"]);
            Assert.Equal(50 * Tao, boss["TAO"] + boss["sent"] - boss["returned"]);
            Assert.Equal(boss["sent"] - boss["returned"], own.Sum(s => s["TAO"] + s["spent"]));
            Assert.Equal(Told(run, c, ControlledColumns.ReportedCost), boss["accountCost"]);
            Assert.Equal(Told(run, c, ControlledColumns.ReportedIncome), boss["accountIncome"]);
            Assert.True(boss["returned"] > 0 && boss["accountCost"] > 0);
        }
    }

    [Fact]
    public void Accounts_of_a_controller_serve_its_one_model_on_all_targets()
    {
        FinishedRun run = Run(Farms);
        IReadOnlyDictionary<string, long>[] used = [.. run.Agents("sybils").Where(s => s["registrations"] > 0)];
        Assert.Equal([1, 2], used.Select(s => s["subnet"]).Distinct().Order());
        Assert.Equal(2, used.Select(s => s["quality"]).Distinct().Count());
        Assert.Equal(2, run.Agents("sybils").Sum(s => s["trueUnits"]));
        Assert.Equal(20, run.Agents("sybils").Sum(s => s["claimedUnits"]));
        ulong[] models =
        [
            .. run.Subnets.SelectMany(s => Enumerable.Range(0, s.Neurons.NeuronCount)
                .Where(uid => s.Holder[uid].Population == 2).Select(uid => s.Model[uid])).Distinct(),
        ];
        Assert.InRange(models.Length, 1, 2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void The_size_of_cohorts_changes_no_row(int cohortSize) =>
        Assert.Equal(Sums(Run(Farms)), Sums(FinishedRun.Of(World(Farms), cohortSize)));

    [Fact]
    public void The_order_of_populations_changes_no_row()
    {
        const string Sybils = "  - {name: sybils";
        int from = Farms.IndexOf(Sybils, StringComparison.Ordinal);
        int to = Farms.IndexOf("  - name: bosses", StringComparison.Ordinal);
        int miners = Farms.IndexOf("  - {name: miners", StringComparison.Ordinal);
        string reordered = Farms[..miners] + Farms[from..to] + Farms[miners..from] + Farms[to..];
        Assert.NotEqual(Farms, reordered);
        Assert.Equal(Sums(Run(Farms)), Sums(Run(reordered)));
    }

    [Theory]
    [InlineData("pacing=burst")]
    [InlineData("accounts=10")]
    [InlineData("from=0s")]
    [InlineData("effort=100")]
    [InlineData("claimedUnits=9")]
    public void With_no_budget_no_attack_differs_from_any_other(string change) =>
        Assert.Equal(
            Sums(Run(Farms, Budget + "0")), Sums(Run(Farms, Budget + "0", $"populations.bosses.attacks[0].{change}")));

    [Fact]
    public void With_no_budget_everybody_else_lives_as_if_there_were_no_controllers()
    {
        FinishedRun without = Run(Honest);
        FinishedRun with = Run(Farms, Budget + "0");
        AssertSame(without, with, ["miners", "validators"]);
        Assert.Empty(with.Events("woken"));
        Assert.Equal(without.Rows("events").Count(), with.Rows("events").Count());
        Assert.NotEqual(Cells(without.Ticks("subnet/1")), Cells(Run(Farms).Ticks("subnet/1")));
    }

    [Fact]
    public void A_controller_of_one_agent_that_gives_no_order_changes_only_its_own_rows()
    {
        const string Commanded = "{name: miners, kind: miner, count: 60, policies: [honest], reviewRate: 20";
        string text = Idle.Replace(Commanded, Commanded + ", controlledBy: bosses", StringComparison.Ordinal) + """

              - {name: bosses, kind: controller, count: 60, policies: [idle]}
            """;
        FinishedRun without = Run(Idle);
        FinishedRun with = Run(text);
        AssertSame(without, with, ["miners", "validators"]);
        Assert.Equal(without.Digests.Events.Sum, with.Digests.Events.Sum);
        string what = string.Join(' ', with.Agents("miners").Select(a => $"{a["income"]}/{a["spent"]}/{a["uid"]}"));
        Assert.True(with.Ticks("orders").Sum(t => t["reports"]) > 0, what);
    }

    [Fact]
    public void A_run_goes_on_from_a_checkpoint_in_the_middle_of_an_attack()
    {
        World world = World(Farms);
        NoSink sink = new();
        ReferenceRun run = new(world, 16, sink);
        run.RunTo(4);
        ReferenceRun again = new(world, 16, sink);
        Checkpoints.Copy(run, again);
        run.RunTo();
        again.RunTo();
        Assert.Equal(run.State.Digests.Agents.Sum, again.State.Digests.Agents.Sum);
        Assert.Equal(run.State.Digests.Ticks.Sum, again.State.Digests.Ticks.Sum);
        Assert.Equal(run.Group.Parts.Select(StateDigest.Of), again.Group.Parts.Select(StateDigest.Of));
    }

    [Fact]
    public void Below_a_price_accounts_are_used_only_in_ticks_that_begin_with_it()
    {
        const long Most = 2_400_000;
        FinishedRun run = Run(
            Farms, "populations.bosses.attacks[0].pacing=belowPrice", "populations.bosses.attacks[0].priceMax=0.0024",
            "populations.bosses.attacks[0].targets=[bittensor/subnet/1]", "populations.bosses.attacks[0].perWindow=1");
        long[] price = [.. run.Ticks("subnet/1").Select(t => t["burnPrice"])];
        long[] ticks = [.. run.Events("woken").Select(w => w["tick"])];
        Assert.True(ticks.Length > 0, string.Join(' ', price));
        Assert.All(ticks, t => Assert.True(price[t - 1] <= Most));
        Assert.True(ticks.Distinct().Count() < 8, "in some tick the price was too high");
    }

    [Fact]
    public void A_budget_buys_as_many_accounts_as_it_pays_for()
    {
        FinishedRun run = Run(Farms, Budget + "3.5");
        Assert.Equal(6, run.Events("woken").Length);
        Assert.All(run.Agents("bosses"), b => Assert.Equal(3 * Tao, b["sent"]));
    }

    /// <summary>What the accounts of a controller have told it of: all up to the last tick.</summary>
    private static long Told(FinishedRun run, int controller, int column)
    {
        CohortTick sybils = run.Run.Group.Parts.OfType<CohortPart>().Single(p => p.Tick.Population.Name == "sybils").Tick;
        int place = sybils.Population.FirstControlled + column;
        return Enumerable.Range(0, sybils.Columns.Count).Where(i => sybils.Population.ControllerOf(i) == controller)
            .Sum(i => sybils.Columns.Int64(place)[i]);
    }

    /// <summary>A controller's wallets are those of its accounts' tokens; units are columns of every agent.</summary>
    [Theory]
    [InlineData("bosses", "TAO")]
    [InlineData("bosses", "peakOutlay")]
    [InlineData("sybils", "trueUnits")]
    public void Columns_that_the_engine_adds_can_be_measured(string population, string column)
    {
        string measure = $"measures=[{{measure: gini, population: {population}, column: {column}}}]";
        Assert.Equal(column, Assert.Single(Read(Farms, measure).Measures).Column);
    }

    private static void AssertSame(FinishedRun without, FinishedRun with, string[] populations)
    {
        foreach (string shard in new[] { "chain", "subnet/1", "subnet/2" })
        {
            Assert.Equal(Cells(without.Ticks(shard)), Cells(with.Ticks(shard)));
        }

        foreach (string population in populations)
        {
            Assert.Equal(Cells(without.Ticks(population)), Cells(with.Ticks(population)));
            Assert.Equal(Cells(without.Agents(population)), Cells(with.Agents(population)));
        }
    }
}
