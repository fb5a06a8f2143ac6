#:package DuckDB.NET.Data.Full@1.5.6.1
#:property ManagePackageVersionsCentrally=false
#:property NoWarn=$(NoWarn);NU1603

// The table of docs/explanation/bittensor-time.md: two treatments of one experiment side by side, with the mean of their
// paired differences over replicates and its 95 % interval.
//
//   dotnet run docs/plots/day.cs FOLDER CONTROL TREATMENT
using System.Globalization;
using DuckDB.NET.Data;

if (args.Length != 3)
{
    Console.Error.WriteLine("usage: dotnet run docs/plots/day.cs FOLDER CONTROL TREATMENT");
    return 2;
}

string folder = args[0].Replace("'", "''", StringComparison.Ordinal);
(string Name, string Unit, string Sql)[] quantities =
[
    ("TAO assigned to subnets", "TAO", "sum(taoAssigned) / 1e9"),
    ("issuance at the end", "TAO", "max(issuance) / 1e9"),
    ("registrations", "", "sum(registrations)"),
    ("registrations refused", "", "sum(refusals)"),
    ("paid for registrations", "TAO", "sum(registrationsPaid) / 1e9"),
    ("mean price of a registration", "TAO", "avg(burnPrice) / 1e9"),
    ("alpha paid", "alpha", "sum(alphaPaid) / 1e9"),
    ("epochs", "", "sum(epochs) filter (tick = last)"),
    ("mean price of alpha at the end", "TAO", "avg(alphaPrice) filter (tick = last)"),
    ("mean quality paid at the end", "", "avg(qualityPaid) filter (tick = last)"),
];
double[] student = [double.NaN, 12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228];

using DuckDBConnection db = new("Data Source=:memory:");
db.Open();
Console.WriteLine(FormattableString.Invariant($"| | {args[1]} | {args[2]} | difference | relative |"));
Console.WriteLine("|---|---|---|---|---|");
foreach ((string name, string unit, string sql) in quantities)
{
    double[] control = Values(args[1], sql);
    double[] treated = Values(args[2], sql);
    double[] paired = [.. control.Zip(treated, (c, t) => t - c)];
    double mean = paired.Average();
    double deviation = Math.Sqrt(paired.Sum(d => (d - mean) * (d - mean)) / Math.Max(1, paired.Length - 1));
    double half = student[Math.Min(paired.Length - 1, student.Length - 1)] * deviation / Math.Sqrt(paired.Length);
    string label = unit.Length > 0 ? $"{name}, {unit}" : name;
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {label} | {control.Average():G6} | {treated.Average():G6} | {mean:G3} ± {half:G2} | {100 * mean / control.Average():F2} % |"));
}

return 0;

double[] Values(string treatment, string sql)
{
    using DuckDBCommand query = db.CreateCommand();
    query.CommandText = $"""
        with rows as (
            select t.*, r.replicate, max(t.tick) over (partition by t.run) as last
            from read_parquet('{folder}/ticks/*.parquet', union_by_name = true) t
            join read_parquet('{folder}/runs/*.parquet') r on r.run = t.run
            where r.treatment = '{treatment}')
        select cast({sql} as double) from rows group by replicate order by replicate
        """;
    using DuckDBDataReader reader = query.ExecuteReader();
    List<double> values = [];
    while (reader.Read())
    {
        values.Add(reader.GetDouble(0));
    }

    return [.. values];
}
