#:package ScottPlot@5.1.59
#:package DuckDB.NET.Data.Full@1.5.6.1
#:property ManagePackageVersionsCentrally=false
#:property NoWarn=$(NoWarn);NU1603

// Does copying weights pay, from the Parquet of scenarios/bittensor-copying.yaml: dividends per stake of copiers over
// those of honest validators in the same subnets, in the second half of each run, against the epochs that weights are
// hidden (0: open), and of the same validators when they work; means with 95 % intervals over replicates. A colour a
// spread of stakes and speed of drift, a marker a rule of bonds.
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
        case treatment when 'work' then -1 when 'open' then 0
            else try_cast(replace(treatment, 'reveal-', '') as double) end as reveal,
        cast(avg(relative) as double), cast(coalesce(stddev_samp(relative), 0) as double), count(*),
        cast("networks.bittensor.subnets[0].stakeShape" as double) as shape,
        cast("populations.miners.driftHalfLifeDays" as double) as halfLife
    from runs join read_parquet('{folder}/runs/*.parquet') using (run) group by 1, 2, 6, 7 order by 6, 7, 1, 2
    """;
SortedDictionary<(double Shape, double HalfLife, string Bonds), List<(double Reveal, double Relative, double Half)>> lines = [];
using (DuckDBDataReader row = query.ExecuteReader())
{
    while (row.Read())
    {
        int n = (int)row.GetInt64(4);
        double half = student[Math.Min(n - 1, student.Length - 1)] * row.GetDouble(3) / Math.Sqrt(n);
        (double, double, string) line = (row.GetDouble(5), row.GetDouble(6), row.GetString(0));
        lines.TryAdd(line, []);
        lines[line].Add((row.GetDouble(1), row.GetDouble(2), half));
    }
}

Plot plot = new();
MarkerShape[] markers = [MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.OpenTriangleUp];
Color[] colours = [Colors.Blue, Colors.Green, Colors.Red, Colors.Orange];
string[] rules = [.. lines.Keys.Select(k => k.Bonds).Distinct()];
(double, double)[] worlds = [.. lines.Keys.Select(k => (k.Shape, k.HalfLife)).Distinct()];
double[] reveals = [.. lines.Values.First().Select(p => p.Reveal)];
string Head(double reveal) => reveal < 0 ? "works" : reveal == 0 ? "open" : $"{reveal} epochs";
Console.WriteLine("| stakes | half of a lead lost in | bonds | " + string.Join(" | ", reveals.Select(Head)) + " |");
Console.WriteLine("|---|---|---|" + string.Concat(reveals.Select(_ => "---|")));
foreach (((double shape, double halfLife, string bonds), var points) in lines)
{
    string stakes = shape > 1 ? "alike" : "unlike";
    string drift = halfLife > 1000 ? "never" : string.Create(CultureInfo.InvariantCulture, $"{halfLife} d");
    var drawn = points.Where(p => p.Reveal >= 0).ToArray();
    double[] xs = [.. drawn.Select(p => p.Reveal)];
    double[] ys = [.. drawn.Select(p => p.Relative)];
    var line = plot.Add.Scatter(xs, ys);
    (line.LineWidth, line.MarkerSize, line.LegendText) = (2, 8, $"{stakes}, {drift}, {bonds}");
    line.Color = colours[Array.IndexOf(worlds, (shape, halfLife)) % colours.Length];
    line.MarkerShape = markers[Array.IndexOf(rules, bonds) % markers.Length];
    ScottPlot.Plottables.ErrorBar bars = new(
        xs, ys, null, null, [.. drawn.Select(p => p.Half)], [.. drawn.Select(p => p.Half)]);
    plot.PlottableList.Add(bars);
    bars.Color = line.Color;
    Console.WriteLine($"| {stakes} | {drift} | {bonds} | " + string.Join(" | ", points.Select(p => string.Create(
        CultureInfo.InvariantCulture, $"{p.Relative:F3} ± {p.Half:F3}"))) + " |");
}

var one = plot.Add.HorizontalLine(1, color: Colors.Gray);
one.LegendText = "honest";
plot.Title("Dividend per stake of a validator that copies");
plot.XLabel("epochs for which weights are hidden");
plot.YLabel("copier over honest");
plot.ShowLegend(Alignment.LowerLeft);
_ = plot.SaveSvg(args[1], 900, 560);
Console.WriteLine($"{args[1]}: {lines.Values.Sum(l => l.Count)} points");
return 0;
