using AgentVerse.Model.Settings;
using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Simulation.Akash;

/// <summary>The delivered scenario runs and has the size of the real network; every key says what it is.</summary>
public sealed class ScenarioFileTests
{
    /// <summary>
    /// 2024: tenants spent 1,384,554 USD in 123,342 leases (calibration/compute.md section 3); within 20 %, from the
    /// second week on.
    /// </summary>
    [Fact]
    public void A_year_of_it_is_that_of_2024()
    {
        FinishedRun run = FinishedRun.Of(ScenarioFiles.World(ScenarioFiles.Read("akash.yaml")));
        string[] markets = [.. run.Plan.Shards.Select(s => s.Plan.Name).Where(n => n.Contains('/'))];
        long[] sums = new long[2];
        foreach (string market in markets)
        {
            sums[0] += run.Ticks(market).Skip(168).Sum(t => t["grossUsd"]);
            sums[1] += run.Ticks(market).Skip(168).Sum(t => t["leases"]);
        }

        double years = (run.Plan.Ticks - 168) / (24 * 365.25);
        (double usd, double leases) = (sums[0] / years / 1e6, sums[1] / years);
        bool fits = usd is > 1_384_554 * 0.8 and < 1_384_554 * 1.2 && leases is > 123_342 * 0.8 and < 123_342 * 1.2;
        Assert.True(fits, $"{usd} USD in {leases} leases a year");
    }

    /// <summary>A year of holders settles between all and nothing, and inflation where the chain's step takes it.</summary>
    [Fact]
    public void Some_holders_stake_and_some_do_not()
    {
        FinishedRun run = FinishedRun.Of(ScenarioFiles.World(ScenarioFiles.Read("akash-staking.yaml")));
        IReadOnlyDictionary<string, long>[] ticks = [.. run.Ticks("chain").TakeLast(60)];
        double[] delegated = [.. ticks.Select(t => (double)t["delegated"] / t["supply"])];
        Assert.InRange(delegated.Min(), 0.1, 0.45);
        Assert.InRange(delegated.Max() - delegated.Min(), 0, 0.05);
        bool isBelow = ticks[0]["bonded"] < 0.67 * ticks[0]["supply"];
        Assert.Equal(isBelow ? 0.15 : 0.05, BitConverter.Int64BitsToDouble(ticks[^1]["inflation"]), 0.05);
    }

    [Fact]
    public void Every_key_says_its_unit_default_range_and_source()
    {
        Section network = ScenarioFiles.Catalogue.Networks["akash"].Section;
        Assert.All(All(network).Concat(All(ScenarioFiles.Catalogue.Kinds["gpuProvider"].Section))
            .Concat(All(ScenarioFiles.Catalogue.Kinds["tenant"].Section))
            .Concat(All(ScenarioFiles.Catalogue.Kinds["delegator"].Section)), field =>
        {
            Assert.NotEmpty(field.Doc);
            bool isNumber = field.Type is FieldType.Integer or FieldType.Number or FieldType.Amount;
            Assert.True(!isNumber || (double.IsFinite(field.Min) && double.IsFinite(field.Max)), field.Name);
            Assert.True(!isNumber || field.Source.Length > 0, field.Name);
        });
    }

    private static IEnumerable<Field> All(Section section) => section.Fields.SelectMany(
        f => f.Nested is null ? [f] : All(f.Nested).Append(f));
}
