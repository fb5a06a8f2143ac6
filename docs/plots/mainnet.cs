#:package ScottPlot@5.1.59
#:package DuckDB.NET.Data.Full@1.5.6.1
#:property ManagePackageVersionsCentrally=false
#:property NoWarn=$(NoWarn);NU1603

// The outcomes of scenarios/bittensor-mainnet.yaml beside the published figures of docs/explanation/bittensor-mainnet.md,
// and a picture of registration prices over time.
//
//   dotnet run docs/plots/mainnet.cs FOLDER [OUT.svg]
using System.Globalization;
using DuckDB.NET.Data;
using ScottPlot;

if (args.Length is < 1 or > 2)
{
    Console.Error.WriteLine("usage: dotnet run docs/plots/mainnet.cs FOLDER [OUT.svg]");
    return 2;
}

// Who acts: agents that sent an intent, and validators who set weights, which their subnets count.
const string Acts = "coalesce(acted, 0) + coalesce(weightsSet, 0)";
const string Reviews = "coalesce(reviews, 0) + coalesce(weightsSet, 0)";
string folder = args[0].Replace("'", "''", StringComparison.Ordinal);
using DuckDBConnection db = new("Data Source=:memory:");
db.Open();
Run($"create view ticks as from read_parquet('{folder}/ticks/*.parquet', union_by_name = true)");
Run("create view subnets as select * from ticks where shard like 'subnet/%'");
Run("create macro final(t) as t = (select max(tick) from ticks)");
bool hasAgents = Directory.Exists(Path.Combine(args[0], "agents"))
    && Directory.EnumerateFiles(Path.Combine(args[0], "agents"), "*.parquet").Any();

(string Name, string Sql)[] outcomes =
[
    ("ticks", "select max(tick) + 1 from ticks"),
    ("agents that review in a tick, %: mean", Share(Reviews, "avg")),
    ("agents that review in a tick, %: least", Share(Reviews, "min")),
    ("agents that act in a tick, %: mean", Share(Acts, "avg")),
    ("agents that act in a tick, %: least after the first day", Share(Acts, "min")),
    ("ticks after the first day with fewer than 0.5 %", $"select count(*) from ({PerTick(Acts)}) where share < 0.005"),
    ("acts a tick: validators' weights", Mean("sum(weightsSet)", "true")),
    ("acts a tick: miners", Mean("sum(acted)", "shard = 'miners'")),
    ("acts a tick: nominators", Mean("sum(acted)", "shard = 'nominators'")),
    ("acts a tick: validators' and owners' intents", Mean("sum(acted)", "shard in ('validators', 'burners', 'owners')")),
    ("miners that serve, mean", Mean("sum(serving)", "shard = 'miners'")),
    ("bids a tick", Mean("sum(bids)", "shard = 'miners'")),
    ("registration price: at the floor, % of subnets", Percent("burnPrice <= 550000")),
    ("registration price: 1 TAO and more, % of subnets", Percent("burnPrice >= 1000000000")),
    ("registration price: median, TAO", "select median(burnPrice) / 1e9 from subnets where final(tick)"),
    ("registration price: largest, TAO", "select max(burnPrice) / 1e9 from subnets where final(tick)"),
    ("registrations a day and subnet, last week", "select 24 * avg(registrations) from subnets where tick > (select max(tick) - 168 from ticks)"),
    ("uids in use, %", "select 100.0 * sum(uids) / (256 * count(*)) from subnets where final(tick)"),
    ("uids that serve output, %", "select 100.0 * sum(t.serving) / 32768 from ticks t where final(tick) and t.shard = 'miners'"),
    ("subnets that get TAO, of 128", "select count(distinct shard) from subnets where taoIn > 0 and tick > (select max(tick) - 24 from ticks)"),
    ("share of TAO of the ten largest, last day, %", """
        with paid as (select shard, sum(taoIn) as tao from subnets where tick > (select max(tick) - 24 from ticks) group by shard)
        select 100.0 * (select sum(tao) from (from paid order by tao desc limit 10)) / sum(tao) from paid
        """),
    ("validators that earn a subnet: median", "select median(validators) from subnets where final(tick)"),
    ("validators that earn a subnet: quartile 1", "select quantile_cont(validators, 0.25) from subnets where final(tick)"),
    ("validators that earn a subnet: quartile 3", "select quantile_cont(validators, 0.75) from subnets where final(tick)"),
    ("effective validators a subnet, 1/HHI of stake: median", "select median(effectiveValidators) from subnets where final(tick) and effectiveValidators > 0"),
    ("effective validators a subnet, 1/HHI of stake: quartile 1", "select quantile_cont(effectiveValidators, 0.25) from subnets where final(tick) and effectiveValidators > 0"),
    ("effective validators a subnet, 1/HHI of stake: quartile 3", "select quantile_cont(effectiveValidators, 0.75) from subnets where final(tick) and effectiveValidators > 0"),
    ("the same at the first tick: median", "select median(effectiveValidators) from subnets where tick = 0 and effectiveValidators > 0"),
    ("price of alpha: median, TAO", "select median(alphaPrice) from subnets where final(tick)"),
    ("sum of prices of alpha, TAO", "select sum(alphaPrice) from subnets where final(tick)"),
    ("price of TAO, USD", "select max(priceUsd) from ticks where shard = 'TAO' and final(tick)"),
    ("paid for registrations a subnet: median, TAO", "select median(paid) / 1e9 from (select sum(registrationsPaid) as paid from subnets group by shard)"),
];
Print(outcomes);
if (hasAgents)
{
    Run($"create view agents as from read_parquet('{folder}/agents/*.parquet', union_by_name = true)");
    Run("create view validators as select subnet, incomeAlpha from agents where population in ('validators', 'burners') and tick = (select max(tick) from agents) and incomeAlpha > 0");
    Run("create view spread as select 1 / sum(pow(incomeAlpha / total, 2)) as effective from validators join (select subnet, sum(incomeAlpha) as total from validators group by subnet) using (subnet) group by subnet");
    Print(
    [
        ("effective validators a subnet, 1/HHI of income: median", "select median(effective) from spread"),
        ("effective validators a subnet: quartile 1", "select quantile_cont(effective, 0.25) from spread"),
        ("effective validators a subnet: quartile 3", "select quantile_cont(effective, 0.75) from spread"),
    ]);
}

if (args.Length == 2)
{
    Draw(args[1]);
}

return 0;

static string Share(string what, string of) => $"select 100.0 * {of}(share) from ({PerTick(what)})";

static string PerTick(string what) =>
    $"select tick, sum({what}) / sum(awake) as share from ticks where tick >= 24 group by tick";

static string Mean(string what, string where) =>
    $"select avg(x) from (select {what} as x from ticks where {where} and tick >= 24 group by tick)";

static string Percent(string condition) =>
    $"select 100.0 * count(*) filter ({condition}) / count(*) from subnets where final(tick)";

void Run(string sql)
{
    using DuckDBCommand command = db.CreateCommand();
    command.CommandText = sql;
    _ = command.ExecuteNonQuery();
}

void Print((string Name, string Sql)[] quantities)
{
    foreach ((string name, string sql) in quantities)
    {
        using DuckDBCommand command = db.CreateCommand();
        command.CommandText = $"select cast(({sql}) as double)";
        object? value = command.ExecuteScalar();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {value:G4} |"));
    }
}

void Draw(string path)
{
    using DuckDBCommand command = db.CreateCommand();
    command.CommandText = """
        select tick / 24.0, q[1], q[2], q[3] from (
            select tick, quantile_cont(log10(burnPrice / 1e9), [0.5, 0.9, 1.0]) as q from subnets group by tick) order by tick
        """;
    List<double[]> rows = [];
    using (var row = command.ExecuteReader())
    {
        while (row.Read())
        {
            rows.Add([row.GetDouble(0), row.GetDouble(1), row.GetDouble(2), row.GetDouble(3)]);
        }
    }

    Plot plot = new();
    string[] names = ["", "median", "highest tenth", "highest"];
    for (int i = 1; i < names.Length; i++)
    {
        double[] xs = [.. rows.Select(r => r[0])];
        double[] ys = [.. rows.Select(r => r[i])];
        var line = plot.Add.ScatterLine(xs, ys);
        line.LegendText = names[i];
    }

    plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic
    {
        LabelFormatter = y => Math.Pow(10, y).ToString("G2", CultureInfo.InvariantCulture),
    };
    plot.Title("Price of a registration over 128 subnets");
    plot.XLabel("days");
    plot.YLabel("TAO");
    plot.ShowLegend(Alignment.UpperRight);
    _ = plot.SaveSvg(path, 900, 560);
    Console.WriteLine($"{path}: {rows.Count} ticks");
}
