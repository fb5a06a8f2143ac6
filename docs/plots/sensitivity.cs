#:package DuckDB.NET.Data.Full@1.5.6.1
#:property ManagePackageVersionsCentrally=false
#:property NoWarn=$(NoWarn);NU1603

// What scenarios/mainnet-sensitivity.yaml comes to in its last day, a row a treatment, over its replicates.
//
//   dotnet run docs/plots/sensitivity.cs FOLDER
using System.Globalization;
using DuckDB.NET.Data;

if (args.Length != 1)
{
    Console.Error.WriteLine("usage: dotnet run docs/plots/sensitivity.cs FOLDER");
    return 2;
}

string folder = args[0].Replace("'", "''", StringComparison.Ordinal);
using DuckDBConnection db = new("Data Source=:memory:");
db.Open();
using DuckDBCommand command = db.CreateCommand();
command.CommandText = $"""
    with last as (
        select t.*, r.treatment, r.replicate
        from read_parquet('{folder}/ticks/*.parquet', union_by_name = true) t
        join read_parquet('{folder}/runs/*.parquet') r using (run)
        where t.tick > (select max(tick) - 24 from read_parquet('{folder}/ticks/*.parquet'))),
    figures as (
        select treatment, replicate,
            100.0 * count(*) filter (burnPrice <= 550000) / count(*) filter (burnPrice is not null) as atFloor,
            max(burnPrice) / 1e9 as highest,
            24 * avg(registrations) as registrations,
            100.0 * sum(serving) / sum(uids) as serving,
            avg(qualityPaid) filter (qualityPaid > 0) as quality,
            max(priceUsd) as price
        from last group by all)
    select treatment, count(*) as replicates,
        avg(atFloor), avg(highest), avg(registrations), avg(serving), avg(quality), avg(price)
    from figures group by treatment order by treatment <> 'control', treatment
    """;
Console.WriteLine("| treatment | replicates | at the floor, % | highest, TAO | registrations a day and subnet | serve, % of uids | quality paid | TAO, USD |");
Console.WriteLine("|---|---|---|---|---|---|---|---|");
using DuckDBDataReader row = command.ExecuteReader();
while (row.Read())
{
    IEnumerable<string> cells = Enumerable.Range(0, row.FieldCount).Select(i => row.GetValue(i) is double number
        ? number.ToString("G3", CultureInfo.InvariantCulture)
        : Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture) ?? "");
    Console.WriteLine($"| {string.Join(" | ", cells)} |");
}

return 0;
