#:package DuckDB.NET.Data.Full@1.5.6.1
#:property ManagePackageVersionsCentrally=false
#:property NoWarn=$(NoWarn);NU1603

// What flows between Akash and Render where providers and tenants choose between them, from the Parquet of
// scenarios/coupling-compute.yaml: a row a treatment, means (of orders sums) from a week after the cut on over all replicates, and in how many of
// them Akash has more units, a lower quote, Render fewer nodes than without the cut, as tables.
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
        sum(orders) filter (shard in ('tenants', 'creators')) / count(distinct run) as "orders to Akash or Render",
        sum(cloudOrders) filter (shard in ('tenants', 'creators')) / count(distinct run) as "to the cloud"
    from t group by 1 order by 1
    """);
Console.WriteLine();
Table($"""
    with t as (
        select r.treatment, r.replicate,
            avg(unitsOffered) filter (shard like 'rtx4090/%') as offered,
            avg(quote) filter (shard like 'rtx4090/%') as quote, avg(nodes) filter (shard = 'scheduler') as nodes
        from read_parquet('{folder}/ticks/*.parquet') t
        join read_parquet('{folder}/runs/*.parquet') r using (run) where tick >= 196 group by 1, 2)
    select cut.treatment, count(*) as replicates,
        avg(cut.offered / calm.offered) as "units on Akash, ratio", count(*) filter (cut.offered > calm.offered) as "more",
        avg(cut.quote / calm.quote) as "quote, ratio", count(*) filter (cut.quote < calm.quote) as "lower",
        avg(cut.nodes / calm.nodes) as "nodes, ratio", count(*) filter (cut.nodes < calm.nodes) as "fewer"
    from t cut join t calm on calm.replicate = cut.replicate and cut.treatment = calm.treatment || '-cut' group by 1 order by 1
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
