using AgentVerse.Measures;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Records;
using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Simulation;

/// <summary>
/// What must hold where a world ends badly: it runs to its end (the engine stops a run whose ledger does not balance),
/// every number is finite, and a measure of what nobody has is undefined rather than 0.
/// </summary>
internal static class Ending
{
    private static readonly Catalogue Measures = MeasuresCatalogue.Register(new Catalogue());

    /// <summary>Checks a finished run.</summary>
    internal static void IsDefined(FinishedRun run)
    {
        foreach (ShardInfo shard in run.Plan.Shards)
        {
            string[] numbers = [.. shard.Plan.Series.Where(s => s.Type == CellType.Number).Select(s => s.Name)];
            IReadOnlyDictionary<string, long>[] ticks = run.Ticks(shard.Plan.Name);
            Assert.Equal(run.Plan.Ticks, ticks.Length);
            Assert.All(ticks, t => AreFinite(t, numbers));
        }

        foreach (PopulationPlan population in run.Plan.Populations)
        {
            string[] numbers =
                [.. population.Columns.Where(c => c.Type == ColumnType.Double && c.Recorded).Select(c => c.Name)];
            IReadOnlyDictionary<string, long>[] agents = run.Agents(population.Name);
            Assert.Equal(population.Capacity, agents.Length);
            Assert.All(agents, a => AreFinite(a, numbers));
        }
    }

    /// <summary>Checks that every measure of concentration of a column is undefined: nobody has any of it.</summary>
    internal static void IsUndefined(FinishedRun run, string population, string column)
    {
        double[] holdings = [.. run.Agents(population).Select(a => (double)a[column])];
        Assert.All(holdings, h => Assert.Equal(0, h));
        Assert.All(
            Measures.Measures.Values,
            m => Assert.True(double.IsNaN(m.Compute(holdings, Settings.Of(m.Section))), m.Name));
    }

    private static void AreFinite(IReadOnlyDictionary<string, long> row, string[] columns) => Assert.All(
        columns, c => Assert.True(double.IsFinite(BitConverter.Int64BitsToDouble(row[c])), $"{c} at {row["tick"]}"));
}
