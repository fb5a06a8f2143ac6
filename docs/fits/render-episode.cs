#:project ../../src/AgentVerse.Agents/AgentVerse.Agents.csproj
#:project ../../src/AgentVerse.Mechanisms/AgentVerse.Mechanisms.csproj
#:project ../../src/AgentVerse.Measures/AgentVerse.Measures.csproj
#:project ../../src/AgentVerse.Results/AgentVerse.Results.csproj
#:project ../../src/AgentVerse.Simulation/AgentVerse.Simulation.csproj
#:property NoWarn=$(NoWarn);NU1603;CS1591

// Fits the operators of scenarios/render-episode.yaml to the first weeks of the data and reports the others.
//
//   dotnet run -c Release docs/fits/render-episode.cs [--train LAST_EPOCH] [--evaluations N] [--replicates N] [--keep WORDS] [--at]
//
// Simulated moments, in regular weeks (those whose pool is within 5 % of 43,758 before the cut, of 15,000 after it):
// paid wallets week by week, mean Gini coefficient, exits by quarter of pay between two such weeks. Nelder and Mead's
// simplex from the scenario's own values, without randomness of its own; every evaluation runs the same replicates.
// --keep leaves keys that contain one of the words as the scenario has them; --at reports it without searching.
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
int Option(string name, int other) =>
    Array.IndexOf(args, name) is int at and >= 0 ? int.Parse(args[at + 1]) : other;

string folder = Path.Combine(Directory.GetCurrentDirectory(), "scenarios");
string text = File.ReadAllText(Path.Combine(folder, "render-episode.yaml"));
int train = Option("--train", 36) - 1;
int replicates = Option("--replicates", 8);
Catalogue catalogue = MeasuresCatalogue.Register(AgentsCatalogue.Register(MechanismsCatalogue.Register(new Catalogue())));
List<Problem> problems = [];
DataTable data = DataFiles.Read(folder, "data/render-epochs.csv", problems)!;
double[] Observed(string name) => data.Find(name)!;

const double regular = 43_758, afterCut = 15_000;
const int cut = 23;
bool IsRegular(int w) => w < 0 || Math.Abs((Observed("pool")[w] / (w < cut ? regular : afterCut)) - 1) < 0.05;
int[] Regular(int from, int to) => [.. Enumerable.Range(from, to - from).Where(IsRegular)];
int[] Pairs(int from, int to) => [.. Regular(Math.Max(1, from), to).Where(w => IsRegular(w - 1))];

// What is fitted, and whether the search walks on its logarithm.
(string[] Keys, bool IsLog, double From)[] free =
[
    (Both("unitsSpread"), false, 0.43), (["populations.incumbents.reserveRatio"], true, 0.02),
    (["populations.newcomers.reserveRatio"], true, 0.5), (Both("reserveSpread"), false, 3),
    (Both("reviewRate"), true, 0.1), (Both("renderUptimeSpread"), false, 3.3),
    (["networks.render.matchSpread"], false, 0.39), (["networks.render.priceHalfLife"], true, 28),
];

string[] kept = Array.IndexOf(args, "--keep") is int at and >= 0 ? args[at + 1].Split(',') : [];
free = [.. free.Where(f => !kept.Any(word => f.Keys[0].Contains(word)))];

string[] Both(string key) => [$"populations.incumbents.{key}", $"populations.newcomers.{key}"];

Moments Simulate(double[] x)
{
    Override[] overrides = [.. x.SelectMany((v, i) => free[i].Keys.Select(key => Override.Of(
        key, key.EndsWith("HalfLife") ? $"{Value(i, v) * 24:F0}h" : Value(i, v).ToString("G6"))))];
    ScenarioReading reading = ScenarioReader.Read("render-episode.yaml", text, catalogue, args.Contains("--at") ? [] : overrides);
    if (reading.Scenario is not { } scenario)
    {
        return Moments.None;
    }

    Moments sum = new(scenario.Ticks);
    SortedDictionary<string, DataTable> tables = new() { [data.Path] = data };
    Parallel.For(0, replicates, new ParallelOptions { MaxDegreeOfParallelism = 2 }, r =>
    {
        (World? world, IReadOnlyList<Problem> found) = ScenarioWorld.Build(scenario, catalogue, tables, r);
        if (world is null)
        {
            throw new InvalidOperationException(string.Join('\n', found));
        }

        Weeks weeks = new(world.Plan.Tables);
        new ReferenceRun(world, 4096, weeks).RunTo();
        lock (sum)
        {
            sum.Add(weeks);
        }
    });
    return sum;
}

double Value(int i, double v) => free[i].IsLog ? Math.Exp(v) : v;

double Loss(double[] x)
{
    if (x.Where((v, i) => !free[i].IsLog && (v < 0.01 || v > 5)).Any())
    {
        return 1e9;
    }

    return LossOf(Simulate(x), 0, train);
}

// Paid wallets count by 2 %, the mean Gini coefficient by 0.03, exit hazards by 0.02.
double LossOf(Moments m, int from, int to)
{
    int[] weeks = Regular(from, to);
    double paid = 0, gini = 0, giniSeen = 0, hazards = 0;
    double[] seen = Observed("paidWallets"), ginis = Observed("gini");
    foreach (int w in weeks)
    {
        double gap = ((m.Mean("paidWallets", w) / seen[w]) - 1) / 0.02;
        paid += gap * gap / weeks.Length;
        gini += m.Mean("gini", w) / weeks.Length;
        giniSeen += ginis[w] / weeks.Length;
    }

    double[] simulated = m.Hazards(Pairs(from, to)), real = HazardsSeen(from, to);
    for (int q = 0; q < 4; q++)
    {
        hazards += Math.Pow((simulated[q] - real[q]) / 0.02, 2) / 4;
    }

    return paid + Math.Pow((gini - giniSeen) / 0.03, 2) + hazards;
}

double[] HazardsSeen(int from, int to) =>
[
    .. Enumerable.Range(1, 4).Select(q =>
        Pairs(from, to).Sum(w => Observed($"exitsQ{q}")[w]) / Pairs(from, to).Sum(w => Observed($"paidBeforeQ{q}")[w])),
];

double[] best = [.. free.Select(f => f.IsLog ? Math.Log(f.From) : f.From)];
if (!args.Contains("--at"))
{
    best = Search(Loss, best, Option("--evaluations", 200));
    Console.WriteLine("fitted on epochs 2 to " + (train + 1) + ":");
    for (int i = 0; i < best.Length; i++)
    {
        Console.WriteLine($"  {free[i].Keys[0]}: {Value(i, best[i]):G4}");
    }
}

Moments fitted = Simulate(best);
int all = fitted.Ticks;
Console.WriteLine("epoch observed simulated | Gini observed simulated");
for (int w = 0; w < all; w++)
{
    Console.WriteLine($"{w + 2,5} {Observed("paidWallets")[w],8:F0} {fitted.Mean("paidWallets", w),9:F1} | {Observed("gini")[w],13:F3} {fitted.Mean("gini", w),9:F3}");
}

Report("training", 0, train);
Report("held out", train, all);
return 0;

void Report(string name, int from, int to)
{
    if (from >= to)
    {
        return;
    }

    Console.WriteLine($"{name}: epochs {from + 2} to {to + 1}");
    foreach (string series in new[] { "paidWallets", "gini" })
    {
        double[] seen = Observed(series);
        foreach ((string which, int[] weeks) in new[] { ("all", Enumerable.Range(from, to - from).ToArray()), ("regular", Regular(from, to)) })
        {
            double model = Rms(weeks.Select(w => fitted.Mean(series, w) - seen[w]));
            double kept = Rms(weeks.Select(w => seen[Math.Max(0, train - 1)] - seen[w]));
            Console.WriteLine($"  {series}, {which} weeks: root mean square error {model:G4}, of the last training value kept {kept:G4}");
        }
    }

    Console.WriteLine("  exit hazard by quarter of pay, observed: " + string.Join(' ', HazardsSeen(from, to).Select(h => h.ToString("F4"))));
    Console.WriteLine("  exit hazard by quarter of pay, simulated: " + string.Join(' ', fitted.Hazards(Pairs(from, to)).Select(h => h.ToString("F4"))));
}

static double Rms(IEnumerable<double> gaps) => Math.Sqrt(gaps.Average(g => g * g));

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

    internal static Moments None { get; } = new(0);

    internal int Ticks => ticks;

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

    internal double Mean(string name, int week) => _count == 0 ? double.MaxValue : _sums[name][week] / _count;

    internal double[] Hazards(int[] weeks) =>
    [
        .. Enumerable.Range(1, 4).Select(q =>
            weeks.Sum(w => _sums[$"exitsQ{q}"][w]) / Math.Max(1, weeks.Sum(w => _sums[$"paidBeforeQ{q}"][w]))),
    ];
}
