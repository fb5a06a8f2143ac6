using DuckDB.NET.Data;
using Xunit;

namespace AgentVerse.Tests.Results;

/// <summary>A reader of Parquet that is not ours.</summary>
internal static class DuckDb
{
    /// <summary>Rows of a query; null where a cell is.</summary>
    public static List<object?[]> Query(string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using DuckDBDataReader reader = command.ExecuteReader();
        List<object?[]> rows = [];
        while (reader.Read())
        {
            IEnumerable<int> fields = Enumerable.Range(0, reader.FieldCount);
            rows.Add([.. fields.Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        }

        return rows;
    }

    /// <summary>The only cell of a query.</summary>
    public static object? Cell(string sql) => Assert.Single(Assert.Single(Query(sql)));
}
