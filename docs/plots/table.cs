#:package DuckDB.NET.Data.Full@1.5.6.1
#:property ManagePackageVersionsCentrally=false
#:property NoWarn=$(NoWarn);NU1603

// Asks the results of an experiment the questions of a file and prints each answer as a table in Markdown. In the
// questions `agents`, `events`, `runs` and `ticks` are the tables of the experiment.
//
//   dotnet run docs/plots/table.cs FOLDER QUESTIONS.sql
using System.Globalization;
using DuckDB.NET.Data;

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: dotnet run docs/plots/table.cs FOLDER QUESTIONS.sql");
    return 2;
}

using DuckDBConnection db = new("Data Source=:memory:");
db.Open();
using DuckDBCommand command = db.CreateCommand();
foreach (string table in (string[])["agents", "events", "runs", "ticks"])
{
    string folder = Path.Combine(args[0], table);
    if (Directory.Exists(folder))
    {
        string files = Path.Combine(folder, "*.parquet").Replace("'", "''", StringComparison.Ordinal);
        command.CommandText = $"create view {table} as select * from read_parquet('{files}', union_by_name = true)";
        command.ExecuteNonQuery();
    }
}

command.CommandText = File.ReadAllText(args[1]);
try
{
    Answer(command);
    return 0;
}
catch (DuckDBException e)
{
    Console.Error.WriteLine($"{args[0]} does not have what {args[1]} asks for: {e.Message}");
    return 1;
}

static void Answer(DuckDBCommand command)
{
    using DuckDBDataReader row = command.ExecuteReader();
    do
    {
        Console.WriteLine(Line(Enumerable.Range(0, row.FieldCount).Select(row.GetName)));
        Console.WriteLine(Line(Enumerable.Repeat("---", row.FieldCount)));
        while (row.Read())
        {
            Console.WriteLine(Line(Enumerable.Range(0, row.FieldCount).Select(i => Cell(row.GetValue(i)))));
        }

        Console.WriteLine();
    }
    while (row.NextResult());
}

static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

static string Cell(object value) => value switch
{
    DBNull => "-",
    double number => number.ToString("G4", CultureInfo.InvariantCulture),
    IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
    _ => value.ToString() ?? "",
};
