#:package ScottPlot@5.1.59
#:package DuckDB.NET.Data.Full@1.5.6.1
#:property ManagePackageVersionsCentrally=false
#:property NoWarn=$(NoWarn);NU1603

// Paid wallets and the Gini coefficient of their pay, week by week: the data against an experiment's Parquet, with the
// range of nine tenths of its replicates.
//
//   dotnet run docs/plots/render-episode.cs FOLDER scenarios/data/render-epochs.csv OUT TREATMENT LAST_TRAINING_EPOCH
//
// writes OUT-paid.svg and OUT-gini.svg and prints the errors on both sides of the last training epoch.
using System.Globalization;
using DuckDB.NET.Data;
using ScottPlot;

if (args.Length != 5)
{
    Console.Error.WriteLine("usage: dotnet run docs/plots/render-episode.cs FOLDER DATA.csv OUT TREATMENT LAST_TRAINING_EPOCH");
    return 2;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string Quoted(string path) => path.Replace("'", "''", StringComparison.Ordinal);
int last = int.Parse(args[4]);
using DuckDBConnection db = new("Data Source=:memory:");
db.Open();
foreach ((string series, string title) in new[] { ("paidWallets", "wallets paid for work"), ("gini", "Gini coefficient of their pay") })
{
    using DuckDBCommand query = db.CreateCommand();
    query.CommandText = $"""
        select d.epoch, d.{series}, avg(t.{series}), quantile_cont(t.{series}, 0.05), quantile_cont(t.{series}, 0.95)
        from read_csv('{Quoted(args[1])}') d
        join read_parquet('{Quoted(args[0])}/ticks/*.parquet') t on t.shard = 'scheduler' and t.tick + 2 = d.epoch
        join read_parquet('{Quoted(args[0])}/runs/*.parquet') r on r.run = t.run and r.treatment = $treatment
        group by all order by 1
        """;
    query.Parameters.Add(new DuckDBParameter("treatment", args[3]));
    List<(double Epoch, double Seen, double Mean, double Low, double High)> weeks = [];
    using (var row = query.ExecuteReader())
    {
        while (row.Read())
        {
            double Of(int column) => Convert.ToDouble(row.GetValue(column));
            weeks.Add((Of(0), Of(1), Of(2), Of(3), Of(4)));
        }
    }

    double[] epochs = [.. weeks.Select(w => w.Epoch)];
    Plot plot = new();
    var band = plot.Add.FillY(epochs, [.. weeks.Select(w => w.Low)], [.. weeks.Select(w => w.High)]);
    band.FillColor = Colors.Blue.WithAlpha(0.15);
    band.LegendText = "nine tenths of replicates";
    var model = plot.Add.Scatter(epochs, [.. weeks.Select(w => w.Mean)], Colors.Blue);
    model.LegendText = "simulated";
    var seen = plot.Add.Scatter(epochs, [.. weeks.Select(w => w.Seen)], Colors.Black);
    seen.LegendText = "observed";
    var kept = plot.Add.Line(last, weeks.Single(w => w.Epoch == last).Seen, epochs[^1], weeks.Single(w => w.Epoch == last).Seen);
    kept.LinePattern = LinePattern.Dashed;
    kept.LegendText = "last training value kept";
    plot.Add.VerticalLine(last + 0.5, 1, Colors.Gray);
    plot.Title(title);
    plot.XLabel("epoch");
    plot.ShowLegend(series == "gini" ? Alignment.LowerLeft : Alignment.UpperRight);
    string file = $"{args[2]}-{(series == "gini" ? "gini" : "paid")}.svg";
    plot.SaveSvg(file, 900, 480);
    Console.WriteLine($"{file}: {weeks.Count} weeks");
    foreach ((string name, bool training) in new[] { ("training", true), ("held out", false) })
    {
        var part = weeks.Where(w => w.Epoch <= last == training).ToList();
        if (part.Count > 0)
        {
            double end = weeks.Single(w => w.Epoch == last).Seen;
            Console.WriteLine($"  {name}: error {Rms(part.Select(w => w.Mean - w.Seen)):G4}, of the last training value kept {Rms(part.Select(w => end - w.Seen)):G4}");
        }
    }
}

return 0;

static double Rms(IEnumerable<double> gaps) => Math.Sqrt(gaps.Average(g => g * g));
