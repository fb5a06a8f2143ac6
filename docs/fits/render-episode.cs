#:project ../../src/AgentVerse.Agents/AgentVerse.Agents.csproj
#:project ../../src/AgentVerse.Mechanisms/AgentVerse.Mechanisms.csproj
#:project ../../src/AgentVerse.Measures/AgentVerse.Measures.csproj
#:project ../../src/AgentVerse.Results/AgentVerse.Results.csproj
#:project ../../src/AgentVerse.Simulation/AgentVerse.Simulation.csproj
#:property NoWarn=$(NoWarn);NU1603;CS1591

// Fits the operators of scenarios/render-episode.yaml to the first weeks of the data and judges the others.
//
//   dotnet run -c Release docs/fits/render-episode.cs -- --train 52            fits on epochs 2 to 52
//   dotnet run -c Release docs/fits/render-episode.cs -- --origins 20,24,28,32,36 --horizon 16
//                                       fits up to each of them, judges the next weeks: the rolling-origin table
//   dotnet run -c Release docs/fits/render-episode.cs -- --at --train 52 --data FILE.csv
//                                       simulates the scenario as it is on a longer table and judges what is after 52
//
// and [--evaluations N] [--replicates N] [--judged N] [--recency WEEKS] [--set key=value,...].
//
// Simulated moments, in regular weeks (those whose pool is within 5 % of 43,758 before the cut, of 15,000 after it):
// paid wallets week by week with weights that halve every WEEKS before the last training week, the mean Gini
// coefficient, exits by quarter of pay between two such weeks. Nelder and Mead's simplex from the values below, without
// randomness of its own; every evaluation runs the same replicates. What is judged is the mean of --judged replicates.
using System.Globalization;
using AgentVerse.Agents;
using AgentVerse.Measures;
using AgentVerse.Mechanisms;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Records;
using AgentVerse.Model.Settings;
using AgentVerse.Results.Data;
using AgentVerse.Scenarios;
using AgentVerse.Simulation;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string? Given(string name) => Array.IndexOf(args, name) is int at and >= 0 ? args[at + 1] : null;
int Option(string name, int other) => Given(name) is { } text ? int.Parse(text) : other;

string folder = Path.Combine(Directory.GetCurrentDirectory(), "scenarios");
const string table = "data/render-epochs.csv";
string text = File.ReadAllText(Path.Combine(folder, "render-episode.yaml"));
int replicates = Option("--replicates", 4), judged = Option("--judged", 40), evaluations = Option("--evaluations", 100);
double recency = Option("--recency", 8);
Override[] fixedValues = [.. (Given("--set") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)
    .Select(pair => pair.Split('=')).Select(pair => Override.Of(pair[0], pair[1]))];
Catalogue catalogue = MeasuresCatalogue.Register(AgentsCatalogue.Register(MechanismsCatalogue.Register(new Catalogue())));
List<Problem> problems = [];
DataTable data = Given("--data") is { } other
    ? DataFiles.Read(Path.GetDirectoryName(Path.GetFullPath(other))!, Path.GetFileName(other), problems)!
    : DataFiles.Read(folder, table, problems)!;
double[] Observed(string name) => data.Find(name)!;
int all = data.RowCount;

const double regular = 43_758, afterCut = 15_000;
const int cut = 23;
bool IsRegular(int w) => Math.Abs((Observed("pool")[w] / (w < cut ? regular : afterCut)) - 1) < 0.05;
int[] Regular(int from, int to) => [.. Enumerable.Range(from, to - from).Where(IsRegular)];
int[] Pairs(int from, int to) => [.. Regular(Math.Max(1, from), to).Where(w => IsRegular(w - 1))];

// What is fitted, from where, and whether the search walks on its logarithm.
(string[] Keys, bool IsLog, double From)[] free =
[
    (Both("unitsSpread"), false, 0.9), (Both("renderUptimeSpread"), false, 1.2),
    (["populations.incumbents.reserveRatio"], true, 0.02), (["populations.newcomers.reserveRatio"], true, 0.1),
    (Both("reserveSpread"), false, 3.3), (["networks.render.frameOctaneHours"], true, 500),
];
string[] Both(string key) => [$"populations.incumbents.{key}", $"populations.newcomers.{key}"];
double Value(int i, double v) => free[i].IsLog ? Math.Exp(v) : v;

if (Given("--origins") is { } origins)
{
    Roll([.. origins.Split(',').Select(int.Parse)], Option("--horizon", 16));
    return 0;
}

int last = Option("--train", 52);
double[]? found = args.Contains("--at") ? null : Fit(last);
Moments fitted = Simulate(found, all, judged);
Console.WriteLine("epoch observed simulated | Gini observed simulated");
for (int w = 0; w < all; w++)
{
    Console.WriteLine($"{w + 2,5} {Observed("paidWallets")[w],8:F0} {fitted.Mean("paidWallets", w),9:F1} | {Observed("gini")[w],13:F3} {fitted.Mean("gini", w),9:F3}");
}

Report(fitted, 0, last - 1, last - 1);
Report(fitted, last - 1, all, last - 1);
return 0;

Moments Simulate(double[]? x, int weeks, int count)
{
    IEnumerable<Override> chosen = (x ?? []).SelectMany((v, i) => free[i].Keys.Select(key => Override.Of(
        key, Value(i, v).ToString("G6"))));
    ScenarioReading reading = ScenarioReader.Read(
        "render-episode.yaml", text, catalogue, [.. chosen, Override.Of("ticks", weeks.ToString()), .. fixedValues]);
    if (reading.Scenario is not { } scenario)
    {
        throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }

    Moments sum = new(weeks);
    SortedDictionary<string, DataTable> tables = new() { [table] = data };
    for (int r = 0; r < count; r++)
    {
        (World? world, IReadOnlyList<Problem> wrong) = ScenarioWorld.Build(scenario, catalogue, tables, r);
        Weeks series = new((world ?? throw new InvalidOperationException(string.Join('\n', wrong))).Plan.Tables);
        new ReferenceRun(world, 4096, series).RunTo();
        sum.Add(series);
    }

    return sum;
}

double[] Fit(int epoch)
{
    double[] x = Search(v => Loss(v, epoch - 1), [.. free.Select(f => f.IsLog ? Math.Log(f.From) : f.From)], evaluations);
    Console.WriteLine($"fitted on epochs 2 to {epoch}, loss {Loss(x, epoch - 1):G4}:");
    for (int i = 0; i < x.Length; i++)
    {
        Console.WriteLine($"  {string.Join(", ", free[i].Keys)}: {Value(i, x[i]):G4}");
    }

    return x;
}

double Loss(double[] x, int weeks) =>
    x.Where((v, i) => free[i].IsLog ? Math.Abs(v) > 8 : v is < 0.01 or > 5).Any() ? 1e9 : LossOf(Simulate(x, weeks, replicates), weeks);

// Paid wallets count by 2 %, the mean Gini coefficient by 0.015, exit hazards by 0.02.
double LossOf(Moments m, int to)
{
    double paid = 0, gini = 0, weights = 0, hazards = 0;
    foreach (int w in Regular(0, to))
    {
        double weight = Math.Pow(0.5, (to - 1 - w) / recency);
        double gap = ((m.Mean("paidWallets", w) / Observed("paidWallets")[w]) - 1) / 0.02;
        paid += weight * gap * gap;
        gini += (m.Mean("gini", w) - Observed("gini")[w]) / 0.015 / Regular(0, to).Length;
        weights += weight;
    }

    double[] simulated = m.Hazards(Pairs(0, to)), real = HazardsSeen(0, to);
    for (int q = 0; q < 4; q++)
    {
        hazards += Math.Pow((simulated[q] - real[q]) / 0.02, 2) / 4;
    }

    return (paid / weights) + (gini * gini) + hazards;
}

double[] HazardsSeen(int from, int to) =>
[
    .. Enumerable.Range(1, 4).Select(q => Ratio(
        Pairs(from, to).Sum(w => Observed($"exitsQ{q}")[w]), Pairs(from, to).Sum(w => Observed($"paidBeforeQ{q}")[w]))),
];

// A row for each origin: errors of the weeks after it, the model's beside those of the origin's value kept.
void Roll(int[] epochs, int horizon)
{
    List<string> rows = [];
    foreach (int epoch in epochs)
    {
        int to = Math.Min(all, epoch - 1 + horizon);
        Moments m = Simulate(Fit(epoch), to, judged);
        Report(m, epoch - 1, to, epoch - 1);
        string Cells(string series, int[] weeks) =>
            $"{Error(m, series, weeks):G3} | {Kept(series, weeks, epoch - 2):G3}";
        int[] every = [.. Enumerable.Range(epoch - 1, to - epoch + 1)];
        rows.Add($"| {epoch} | {epoch + 1} to {to + 1} | {Cells("paidWallets", every)} | {Cells("paidWallets", Regular(epoch - 1, to))} | {Cells("gini", every)} | {Cells("gini", Regular(epoch - 1, to))} |");
    }

    Console.WriteLine("| fitted to | judged on | wallets: model | last kept | regular weeks: model | last kept | Gini: model | last kept | regular weeks: model | last kept |");
    Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
    rows.ForEach(Console.WriteLine);
}

void Report(Moments m, int from, int to, int training)
{
    if (from >= to)
    {
        return;
    }

    Console.WriteLine($"{(from == 0 ? "training" : "held out")}: epochs {from + 2} to {to + 1}");
    foreach (string series in new[] { "paidWallets", "gini" })
    {
        foreach ((string which, int[] weeks) in new[] { ("all", Enumerable.Range(from, to - from).ToArray()), ("regular", Regular(from, to)) })
        {
            Console.WriteLine($"  {series}, {which} weeks: root mean square error {Error(m, series, weeks):G4}, of the last training value kept {Kept(series, weeks, training - 1):G4}");
        }
    }

    Console.WriteLine("  exit hazard by quarter of pay, observed: " + string.Join(' ', HazardsSeen(from, to).Select(h => h.ToString("F4"))));
    Console.WriteLine("  exit hazard by quarter of pay, simulated: " + string.Join(' ', m.Hazards(Pairs(from, to)).Select(h => h.ToString("F4"))));
}

double Error(Moments m, string series, int[] weeks) => Rms(weeks.Select(w => m.Mean(series, w) - Observed(series)[w]));

double Kept(string series, int[] weeks, int week) => Rms(weeks.Select(w => Observed(series)[week] - Observed(series)[w]));

static double Ratio(double part, double whole) => whole > 0 ? part / whole : 0;

static double Rms(IEnumerable<double> gaps) => Math.Sqrt(gaps.DefaultIfEmpty().Average(g => g * g));

// Nelder and Mead, Computer Journal 7 (1965), with the usual coefficients.
static double[] Search(Func<double[], double> loss, double[] start, int evaluations)
{
    int n = start.Length;
    List<(double Loss, double[] X)> simplex = [(loss(start), start)];
    for (int i = 0; i < n; i++)
    {
        double[] x = [.. start];
        x[i] += 0.4;
        simplex.Add((loss(x), x));
    }

    int used = n + 1;
    (double, double[]) Try(double[] x)
    {
        used++;
        return (loss(x), x);
    }

    while (used < evaluations)
    {
        simplex = [.. simplex.OrderBy(p => p.Loss)];
        if (used % 10 == 0)
        {
            Console.Error.WriteLine($"{used} evaluations, loss {simplex[0].Loss:G5}");
        }

        double[] centre = [.. Enumerable.Range(0, n).Select(i => simplex.Take(n).Average(p => p.X[i]))];
        double[] At(double t) => [.. centre.Select((c, i) => c + (t * (simplex[n].X[i] - c)))];
        (double Loss, double[] X) reflected = Try(At(-1));
        if (reflected.Loss < simplex[0].Loss)
        {
            (double Loss, double[] X) expanded = Try(At(-2));
            simplex[n] = expanded.Loss < reflected.Loss ? expanded : reflected;
        }
        else if (reflected.Loss < simplex[n - 1].Loss)
        {
            simplex[n] = reflected;
        }
        else
        {
            (double Loss, double[] X) contracted = Try(At(reflected.Loss < simplex[n].Loss ? -0.5 : 0.5));
            if (contracted.Loss < Math.Min(reflected.Loss, simplex[n].Loss))
            {
                simplex[n] = contracted;
            }
            else
            {
                simplex = [simplex[0], .. simplex.Skip(1).Select(p => Try(
                    [.. p.X.Select((v, i) => simplex[0].X[i] + (0.5 * (v - simplex[0].X[i])))]))];
            }
        }
    }

    return simplex.MinBy(p => p.Loss).X;
}

/// <summary>Series of the scheduler, week by week.</summary>
internal sealed class Weeks(RunTables tables) : IRecordSink
{
    private static readonly string[] Reals = ["gini", "price", "topTen"];

    internal SortedDictionary<string, SortedDictionary<long, double>> Series { get; } = [];

    public void Write(RecordBatch batch)
    {
        if (batch.Shape.Table.Name != "ticks")
        {
            return;
        }

        string[] names = [.. batch.Shape.Columns.Select(c => batch.Shape.Table.Columns[c].Name)];
        int shard = Array.IndexOf(names, "shard"), tick = Array.IndexOf(names, "tick");
        for (int row = 0; row < batch.Count; row++)
        {
            ReadOnlySpan<long> cells = batch.Row(row);
            if (shard < 0 || tables.Names[(int)cells[shard]] != "scheduler")
            {
                continue;
            }

            for (int c = 0; c < names.Length; c++)
            {
                Series.TryAdd(names[c], []);
                Series[names[c]][cells[tick]] =
                    Reals.Contains(names[c]) ? BitConverter.Int64BitsToDouble(cells[c]) : cells[c];
            }
        }
    }
}

/// <summary>Sums over replicates.</summary>
internal sealed class Moments(int ticks)
{
    private readonly SortedDictionary<string, double[]> _sums = [];
    private int _count;

    internal void Add(Weeks weeks)
    {
        _count++;
        foreach ((string name, SortedDictionary<long, double> values) in weeks.Series)
        {
            _sums.TryAdd(name, new double[ticks]);
            foreach ((long tick, double value) in values)
            {
                _sums[name][tick] += value;
            }
        }
    }

    internal double Mean(string name, int week) => _sums[name][week] / _count;

    internal double[] Hazards(int[] weeks) =>
    [
        .. Enumerable.Range(1, 4).Select(q =>
            weeks.Sum(w => _sums[$"exitsQ{q}"][w]) / Math.Max(1, weeks.Sum(w => _sums[$"paidBeforeQ{q}"][w]))),
    ];
}
