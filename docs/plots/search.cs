#:package ScottPlot@5.1.59
#:package DuckDB.NET.Data.Full@1.5.6.1
#:property ManagePackageVersionsCentrally=false
#:property NoWarn=$(NoWarn);NU1603

// What the attacks of a search gained on the training replicates, by their number of accounts: each as a dot, and the
// best of each number as a line.
//
//   dotnet run docs/plots/search.cs FOLDER OUT.svg [UNIT]
using System.Globalization;
using DuckDB.NET.Data;
using ScottPlot;

if (args.Length is < 2 or > 3)
{
    Console.Error.WriteLine("usage: dotnet run docs/plots/search.cs FOLDER OUT.svg [UNIT]");
    return 2;
}

string folder = args[0].Replace("'", "''", StringComparison.Ordinal);
using DuckDBConnection db = new("Data Source=:memory:");
db.Open();
using DuckDBCommand command = db.CreateCommand();
command.CommandText =
    $"select cast(accounts as double), gain from read_parquet('{folder}/measures/search.parquet') order by accounts, gain";
List<(double Accounts, double Gain)> attacks = [];
using (DuckDBDataReader row = command.ExecuteReader())
{
    while (row.Read())
    {
        attacks.Add((row.GetDouble(0), row.GetDouble(1)));
    }
}

(double Accounts, double Gain)[] best = [.. attacks.GroupBy(a => a.Accounts).Select(g => g.MaxBy(a => a.Gain))];
foreach ((double accounts, double gain) in best)
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {accounts} | {gain:0.0} |"));
}

Plot plot = new();
_ = plot.Add.ScatterPoints(X(attacks), Y(attacks));
var line = plot.Add.ScatterLine(X(best), Y(best));
line.LegendText = "best";
plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual(
    [.. best.Select(b => Math.Log2(b.Accounts))],
    [.. best.Select(b => b.Accounts.ToString(CultureInfo.InvariantCulture))]);
plot.Title("Gain of each attack tried, mean of the training replicates");
plot.XLabel("accounts");
plot.YLabel(args.Length > 2 ? args[2] : "gain");
plot.ShowLegend(Alignment.UpperLeft);
_ = plot.SaveSvg(args[1], 800, 500);
return 0;

static double[] X(IEnumerable<(double Accounts, double Gain)> of) => [.. of.Select(a => Math.Log2(a.Accounts))];

static double[] Y(IEnumerable<(double Accounts, double Gain)> of) => [.. of.Select(a => a.Gain)];
