#:package DuckDB.NET.Data.Full@1.5.6.1
#:property ManagePackageVersionsCentrally=false
#:property NoWarn=$(NoWarn);NU1603

// What flows between Akash and Render where providers and tenants choose between them, from the Parquet of
// scenarios/coupling-compute.yaml: a row a treatment, means (of orders sums) from a week after the cut on, as a table.
//
//   dotnet run docs/plots/couplings-compute.cs FOLDER
using System.Globalization;
using DuckDB.NET.Data;

if (args.Length != 1)
{
    Console.Error.WriteLine("usage: dotnet run docs/plots/couplings-compute.cs FOLDER");
    return 2;
}

string folder = args[0].Replace("'", "''", StringComparison.Ordinal);
using DuckDBConnection db = new("Data Source=:memory:");
db.Open();
Table($"""
    with t as (
        select r.treatment, t.* from read_parquet('{folder}/ticks/*.parquet') t
        join read_parquet('{folder}/runs/*.parquet') r using (run) where tick >= 196)
    select treatment,
        avg(unitsOffered) filter (shard like 'rtx4090/%') as "Akash: offered",
        avg(unitsLeased) filter (shard like 'rtx4090/%') as "leased",
        avg(quote) filter (shard like 'rtx4090/%') / 1e6 as "quote, USD/h",
        avg(nodes) filter (shard = 'scheduler') as "Render: nodes",
        sum(orders) filter (shard in ('tenants', 'creators')) as "orders to Akash or Render",
        sum(cloudOrders) filter (shard in ('tenants', 'creators')) as "to the cloud"
    from t group by 1 order by min(run)
    """);
return 0;

void Table(string sql)
{
    using DuckDBCommand query = db.CreateCommand();
    query.CommandText = sql;
    using DuckDBDataReader row = query.ExecuteReader();
    Console.WriteLine("| " + string.Join(" | ", Enumerable.Range(0, row.FieldCount).Select(row.GetName)) + " |");
    Console.WriteLine(string.Concat(Enumerable.Repeat("|---", row.FieldCount)) + "|");
    while (row.Read())
    {
        Console.WriteLine("| " + string.Join(" | ", Enumerable.Range(0, row.FieldCount).Select(i => Cell(row.GetValue(i)))) + " |");
    }
}

static string Cell(object value) => value switch
{
    DBNull => "-",
    double number => number.ToString("G4", CultureInfo.InvariantCulture),
    IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
    _ => value.ToString() ?? "",
};
