#:package ScottPlot@5.1.59
#:package DuckDB.NET.Data.Full@1.5.6.1
#:property ManagePackageVersionsCentrally=false
#:property NoWarn=$(NoWarn);NU1603

// A curve from an experiment's Parquet: a measure against a key of the scenario that its plan varies, with its
// intervals, a line a treatment or a value of a second key.
//
//   dotnet run docs/plots/curve.cs FOLDER MEASURE KEY OUT.svg [--by KEY] [--of POPULATION] [--title TEXT] [--proportional]
//
// MEASURE is a name in `measures`, such as share; KEY a column of `runs`, such as
// networks.bittensor.hyperparameters.kappa. --proportional draws y = x for comparison.
using System.Globalization;
using DuckDB.NET.Data;
using ScottPlot;

List<string> plain = [.. args.TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal))];
if (plain.Count != 4)
{
    Console.Error.WriteLine(
        "usage: dotnet run docs/plots/curve.cs FOLDER MEASURE KEY OUT.svg [--by KEY] [--of POPULATION] [--title TEXT] [--proportional]");
    return 2;
}

string Option(string name, string other)
{
    int at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : other;
}

string folder = plain[0].Replace("'", "''", StringComparison.Ordinal);
string by = Option("--by", "treatment");
string of = Option("--of", "");
using DuckDBConnection db = new("Data Source=:memory:");
db.Open();
using DuckDBCommand query = db.CreateCommand();
query.CommandText = $"""
    with points as (
        select distinct point, treatment, cast("{plain[2]}" as double) as x, cast("{by}" as varchar) as series
        from read_parquet('{folder}/runs/*.parquet'))
    select series, x, estimate, low, high
    from read_parquet('{folder}/measures/*.parquet') m join points using (point, treatment)
    where x is not null and measure = $measure and ($population = '' or population = $population)
    order by series, x
    """;
query.Parameters.Add(new DuckDBParameter("measure", plain[1]));
query.Parameters.Add(new DuckDBParameter("population", of));
SortedDictionary<string, List<(double X, double Y, double Low, double High)>> lines = new(StringComparer.Ordinal);
using (var row = query.ExecuteReader())
{
    while (row.Read())
    {
        double y = row.GetDouble(2);
        string series = row.IsDBNull(0) ? "" : row.GetString(0);
        lines.TryAdd(series, []);
        lines[series].Add((row.GetDouble(1), y, row.IsDBNull(3) ? y : row.GetDouble(3), row.IsDBNull(4) ? y : row.GetDouble(4)));
    }
}

if (lines.Count == 0)
{
    Console.Error.WriteLine($"no '{plain[1]}' in {plain[0]}/measures; `agentverse show {plain[0]}` lists what there is");
    return 1;
}

Plot plot = new();
foreach ((string series, var points) in lines)
{
    double[] xs = [.. points.Select(p => p.X)];
    double[] ys = [.. points.Select(p => p.Y)];
    var line = plot.Add.Scatter(xs, ys);
    line.LineWidth = 2;
    line.LegendText = by == "treatment" ? series : $"{by.Split('.')[^1]} {series}";
    ScottPlot.Plottables.ErrorBar bars = new(
        xs, ys, null, null, [.. points.Select(p => p.Y - p.Low)], [.. points.Select(p => p.High - p.Y)]);
    plot.PlottableList.Add(bars);
    bars.Color = line.Color;
}

if (args.Contains("--proportional"))
{
    double[] ends = [lines.Values.Min(l => l[0].X), lines.Values.Max(l => l[^1].X)];
    var diagonal = plot.Add.Scatter(ends, ends, Colors.Gray);
    diagonal.LinePattern = LinePattern.Dashed;
    diagonal.MarkerSize = 0;
    diagonal.LegendText = "proportional";
}

plot.Title(Option("--title", plain[1]));
plot.XLabel(plain[2]);
plot.YLabel(plain[1]);
plot.ShowLegend(lines.Count > 1 || args.Contains("--proportional") ? Alignment.UpperLeft : Alignment.LowerRight);
_ = plain[3].EndsWith(".png", StringComparison.OrdinalIgnoreCase)
    ? plot.SavePng(plain[3], 900, 560)
    : plot.SaveSvg(plain[3], 900, 560);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{plain[3]}: {lines.Values.Sum(l => l.Count)} points"));
return 0;
