#:package ScottPlot@5.1.59
#:package DuckDB.NET.Data.Full@1.5.6.1
#:property ManagePackageVersionsCentrally=false
#:property NoWarn=$(NoWarn);NU1603

// What a cabal takes, from the Parquet of scenarios/bittensor-cabal.yaml: the part of all incentive that its miners get,
// and the part of all income that miners get, against its part of the stake; a line a majority kappa.
//
//   dotnet run docs/plots/cabal.cs FOLDER CAPTURED.svg INCENTIVE.svg
using System.Globalization;
using DuckDB.NET.Data;
using ScottPlot;

if (args.Length != 3)
{
    Console.Error.WriteLine("usage: dotnet run docs/plots/cabal.cs FOLDER CAPTURED.svg INCENTIVE.svg");
    return 2;
}

string folder = args[0].Replace("'", "''", StringComparison.Ordinal);
using DuckDBConnection db = new("Data Source=:memory:");
db.Open();
using DuckDBCommand query = db.CreateCommand();
query.CommandText = $"""
    with incomes as (
        select run, coalesce(sum(incomeAlpha) filter (population = 'friends'), 0) as taken,
            coalesce(sum(incomeAlpha) filter (population in ('friends', 'miners')), 0) as miners, sum(incomeAlpha) as everybody
        from (select * from read_parquet('{folder}/agents/*.parquet')
            qualify tick = max(tick) over (partition by run)) group by run)
    select cast("networks.bittensor.hyperparameters.kappa" as double) / 65535 as kappa,
        cast("networks.bittensor.subnets[0].blocs[0].stakeShare" as double) as share,
        cast(avg(case when miners > 0 then taken / miners else 0 end) as double) as captured,
        cast(min(case when miners > 0 then taken / miners else 0 end) as double) as low,
        cast(max(case when miners > 0 then taken / miners else 0 end) as double) as high,
        cast(avg(miners / everybody) as double) as incentive
    from incomes join read_parquet('{folder}/runs/*.parquet') using (run) group by 1, 2 order by 1, 2
    """;
SortedDictionary<double, List<(double Share, double Captured, double Low, double High, double Incentive)>> lines = [];
using (DuckDBDataReader row = query.ExecuteReader())
{
    while (row.Read())
    {
        double kappa = Math.Round(row.GetDouble(0), 2);
        lines.TryAdd(kappa, []);
        lines[kappa].Add((row.GetDouble(1), row.GetDouble(2), row.GetDouble(3), row.GetDouble(4), row.GetDouble(5)));
    }
}

Plot captured = new();
Plot incentive = new();
Console.WriteLine("| kappa | stake share | captured (lowest to highest) | miners' part of income |");
Console.WriteLine("|---|---|---|---|");
foreach ((double kappa, var points) in lines)
{
    double[] xs = [.. points.Select(p => p.Share)];
    string label = string.Create(CultureInfo.InvariantCulture, $"kappa {kappa}");
    var top = captured.Add.Scatter(xs, points.Select(p => p.Captured).ToArray());
    var bottom = incentive.Add.Scatter(xs, points.Select(p => p.Incentive).ToArray());
    (top.LineWidth, top.LegendText, bottom.LineWidth, bottom.LegendText) = (2, label, 2, label);
    foreach (var p in points)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {kappa} | {p.Share:F2} | {p.Captured:F3} ({p.Low:F3} to {p.High:F3}) | {p.Incentive:F3} |"));
    }
}

double[] ends = [lines.Values.Min(l => l[0].Share), lines.Values.Max(l => l[^1].Share)];
var diagonal = captured.Add.Scatter(ends, ends, Colors.Gray);
(diagonal.MarkerSize, diagonal.LegendText) = (0, "proportional");
captured.Title("Incentive that a cabal's miners get");
captured.YLabel("part of all incentive");
incentive.Title("Income that miners get: none under a veto");
incentive.YLabel("part of all income");
captured.XLabel("the cabal's part of the stake");
incentive.XLabel("the cabal's part of the stake");
captured.ShowLegend(Alignment.UpperLeft);
incentive.ShowLegend(Alignment.LowerLeft);
_ = captured.SaveSvg(args[1], 900, 500);
_ = incentive.SaveSvg(args[2], 900, 500);
Console.WriteLine($"{args[1]}, {args[2]}: {lines.Values.Sum(l => l.Count)} points");
return 0;
