#:package ScottPlot@5.1.59
#:package DuckDB.NET.Data.Full@1.5.6.1
#:property ManagePackageVersionsCentrally=false
#:property NoWarn=$(NoWarn);NU1603

// Does copying weights pay, from the Parquet of scenarios/bittensor-copying.yaml: dividends per stake of copiers over
// those of honest validators in the same subnets, in the second half of each run, against the delay between commit and
// reveal; a line a rule of bonds, with 95 % intervals over replicates.
//
//   dotnet run docs/plots/copying.cs FOLDER OUT.svg
using System.Globalization;
using DuckDB.NET.Data;
using ScottPlot;

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: dotnet run docs/plots/copying.cs FOLDER OUT.svg");
    return 2;
}

string folder = args[0].Replace("'", "''", StringComparison.Ordinal);
double[] student = [double.NaN, 12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228];
using DuckDBConnection db = new("Data Source=:memory:");
db.Open();
using DuckDBCommand query = db.CreateCommand();
query.CommandText = $"""
    with ends as (
        select run, population, subnet, agent, max(tick) as last, arg_max(incomeAlpha, tick) as after,
            arg_max(incomeAlpha, tick) filter (tick <= (select max(tick) / 2 from read_parquet('{folder}/agents/*.parquet'))) as before,
            max(openingStake) as stake
        from read_parquet('{folder}/agents/*.parquet')
        where population in ('copiers', 'validators') and openingStake > 0 group by all),
    rates as (
        select run, subnet, sum(after - before) filter (population = 'copiers') / sum(stake + before) filter (population = 'copiers')
            / (sum(after - before) filter (population = 'validators') / sum(stake + before) filter (population = 'validators')) as relative
        from ends where stake >= 1000000000000 group by all),
    runs as (select run, avg(relative) as relative from rates group by run)
    select "networks.bittensor.hyperparameters.bonds" as bonds,
        cast("networks.bittensor.hyperparameters.revealPeriod" as double) as reveal,
        cast(avg(relative) as double), cast(coalesce(stddev_samp(relative), 0) as double), count(*)
    from runs join read_parquet('{folder}/runs/*.parquet') using (run) group by 1, 2 order by 1, 2
    """;
SortedDictionary<string, List<(double Reveal, double Relative, double Half)>> lines = new(StringComparer.Ordinal);
using (DuckDBDataReader row = query.ExecuteReader())
{
    while (row.Read())
    {
        int n = (int)row.GetInt64(4);
        double half = student[Math.Min(n - 1, student.Length - 1)] * row.GetDouble(3) / Math.Sqrt(n);
        lines.TryAdd(row.GetString(0), []);
        lines[row.GetString(0)].Add((row.GetDouble(1), row.GetDouble(2), half));
    }
}

Plot plot = new();
Console.WriteLine("| bonds | reveal after, epochs | dividend per stake, copier over honest |");
Console.WriteLine("|---|---|---|");
foreach ((string bonds, var points) in lines)
{
    double[] xs = [.. points.Select(p => p.Reveal)];
    double[] ys = [.. points.Select(p => p.Relative)];
    var line = plot.Add.Scatter(xs, ys);
    (line.LineWidth, line.LegendText) = (2, bonds);
    ScottPlot.Plottables.ErrorBar bars = new(
        xs, ys, null, null, [.. points.Select(p => p.Half)], [.. points.Select(p => p.Half)]);
    plot.PlottableList.Add(bars);
    bars.Color = line.Color;
    foreach ((double reveal, double relative, double half) in points)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {bonds} | {reveal:F0} | {relative:F4} ± {half:F4} |"));
    }
}

var one = plot.Add.HorizontalLine(1, color: Colors.Gray);
(one.LinePattern, one.LegendText) = (LinePattern.Dashed, "honest");
plot.Title("Dividend per stake of a validator that copies");
plot.XLabel("epochs from commit to reveal");
plot.YLabel("copier over honest");
plot.ShowLegend(Alignment.LowerLeft);
_ = plot.SaveSvg(args[1], 900, 560);
Console.WriteLine($"{args[1]}: {lines.Values.Sum(l => l.Count)} points");
return 0;
