#:package DuckDB.NET.Data.Full@1.5.6.1
#:property ManagePackageVersionsCentrally=false
#:property NoWarn=$(NoWarn);NU1603

// What strategies with stake bring and cost, from the Parquet of scenarios/bittensor-stake-attacks.yaml: each treatment
// against the control with its allocator, paired by replicate; means with the half width of their 95 % intervals.
//
//   dotnet run docs/plots/stake-attacks.cs FOLDER
using System.Globalization;
using DuckDB.NET.Data;

if (args.Length != 1)
{
    Console.Error.WriteLine("usage: dotnet run docs/plots/stake-attacks.cs FOLDER");
    return 2;
}

string folder = args[0].Replace("'", "''", StringComparison.Ordinal);
double[] student = [double.NaN, 12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228];
using DuckDBConnection db = new("Data Source=:memory:");
db.Open();
using DuckDBCommand query = db.CreateCommand();
query.CommandText = $"""
    with target as (
        select run, sum(taoIn) / 1e9 as tao, arg_max(alphaPrice, tick) as price, max(registeredAt) as registeredAt
        from read_parquet('{folder}/ticks/*.parquet', union_by_name = true) where shard = 'subnet/1' group by run),
    agents as (
        select run,
            coalesce(sum(received - paid) filter (population = 'traders'), 0) / 1e9 as net,
            coalesce(sum(received + paid) filter (population = 'traders'), 0) / 1e9 * 33 / 65535 as fees,
            coalesce(sum(soldRao) filter (population = 'owners'), 0) / 1e9 as sold,
            coalesce(sum(received) filter (population = 'holders'), 0) / 1e9 as raised
        from (select * from read_parquet('{folder}/agents/*.parquet', union_by_name = true)
            qualify tick = max(tick) over (partition by run)) group by run)
    select r.treatment, r.replicate, tao, price, cast(registeredAt as double), cast(net as double), cast(sold as double),
        cast(raised as double), cast(fees as double)
    from target join agents using (run) join read_parquet('{folder}/runs/*.parquet') r using (run)
    """;
SortedDictionary<(string Treatment, long Replicate), double[]> rows = [];
using (DuckDBDataReader row = query.ExecuteReader())
{
    while (row.Read())
    {
        rows[(row.GetString(0), Convert.ToInt64(row.GetValue(1), CultureInfo.InvariantCulture))] =
            [.. Enumerable.Range(2, 7).Select(row.GetDouble)];
    }
}

Console.WriteLine(
    "| strategy | TAO emitted to the subnet, more | a TAO of fees | its price at the end, relative | traders' net, TAO | "
    + "owners' sales, TAO | holders' sales, TAO | slots taken |");
Console.WriteLine("|---|---|---|---|---|---|---|---|");
foreach (string treatment in rows.Keys.Select(k => k.Treatment).Distinct().Where(t => !t.StartsWith("control", StringComparison.Ordinal)))
{
    string control = treatment.EndsWith("-flow", StringComparison.Ordinal) ? "control-flow" : "control";
    long[] replicates = [.. rows.Keys.Where(k => k.Treatment == treatment).Select(k => k.Replicate)];
    double[] Paired(Func<double[], double[], double> of) =>
        [.. replicates.Select(r => of(rows[(treatment, r)], rows[(control, r)]))];
    double fees = Paired((t, _) => t[6]).Average();
    Console.WriteLine(
        $"| {treatment} | {Shown(Paired((t, c) => t[0] - c[0]), "F1")} | "
        + $"{(fees > 0 ? Shown(Paired((t, c) => (t[0] - c[0]) / t[6]), "F1") : "")} | "
        + $"{Shown(Paired((t, c) => t[1] / c[1]), "F3")} | {Shown(Paired((t, _) => t[3]), "F1")} | "
        + $"{Shown(Paired((t, _) => t[4]), "F0")} | {Shown(Paired((t, _) => t[5]), "F0")} | "
        + string.Create(
            CultureInfo.InvariantCulture,
            $"{Paired((t, c) => t[2] > c[2] ? 1 : 0).Sum():F0} of {replicates.Length} |"));
}

return 0;

string Shown(double[] values, string format)
{
    double mean = values.Average();
    double deviation = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / Math.Max(1, values.Length - 1));
    double half = student[Math.Min(values.Length - 1, student.Length - 1)] * deviation / Math.Sqrt(values.Length);
    return mean.ToString(format, CultureInfo.InvariantCulture) + " ± " + half.ToString(format, CultureInfo.InvariantCulture);
}
