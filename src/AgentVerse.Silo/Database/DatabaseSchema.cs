using System.Globalization;
using System.Reflection;

using Npgsql;

namespace AgentVerse.Silo.Database;

/// <summary>
/// The tables of a cluster in PostgreSQL: numbered scripts, each applied once, in order, in one transaction under a
/// lock. Applying them again changes nothing.
/// </summary>
public static class DatabaseSchema
{
    private const long Lock = 0x4147_5645_5253_4501;

    private const string Versions = """
        CREATE TABLE IF NOT EXISTS AgentVerseSchema (
            Version int PRIMARY KEY,
            Script varchar(64) NOT NULL,
            AppliedAt timestamptz NOT NULL DEFAULT now())
        """;

    private static readonly Script[] Scripts = [.. Read()];

    /// <summary>Number of the newest script.</summary>
    public static int Newest => Scripts[^1].Version;

    /// <summary>Applies what is missing; gives the names of the scripts that were applied.</summary>
    /// <exception cref="NpgsqlException">The database cannot be reached or refuses.</exception>
    public static async Task<IReadOnlyList<string>> Init(DatabaseAddress address, CancellationToken cancellation = default)
    {
        await using NpgsqlConnection connection = await Open(address, cancellation);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellation);
        await Execute(connection, $"SELECT pg_advisory_xact_lock({Lock})", cancellation);
        await Execute(connection, Versions, cancellation);
        int version = await VersionOf(connection, cancellation);
        Script[] missing = [.. Scripts.Where(s => s.Version > version)];
        foreach (Script script in missing)
        {
            await Execute(connection, script.Text, cancellation);
            await Execute(
                connection, $"INSERT INTO AgentVerseSchema VALUES ({script.Version}, '{script.Name}')", cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return [.. missing.Select(s => s.Name)];
    }

    /// <summary>What keeps a silo from using the database, each with its remedy; empty if nothing does.</summary>
    /// <exception cref="NpgsqlException">The database cannot be reached.</exception>
    public static async Task<IReadOnlyList<string>> Check(DatabaseAddress address, CancellationToken cancellation = default)
    {
        await using NpgsqlConnection connection = await Open(address, cancellation);
        bool isKnown = await Scalar<bool>(connection, "SELECT to_regclass('agentverseschema') IS NOT NULL", cancellation);
        int version = isKnown ? await VersionOf(connection, cancellation) : 0;
        if (version != Newest)
        {
            return
            [
                version < Newest
                    ? $"{address} has version {version} of the tables; this program needs {Newest}: run 'agentverse db init'"
                    : $"{address} has version {version} of the tables; this program knows {Newest}: install the newer program",
            ];
        }

        string[] tables =
            ["orleansquery", "orleansmembershiptable", "orleansmembershipversiontable", "orleansstorage", "agentversesegment"];
        List<string> problems = [];
        foreach (string table in tables)
        {
            string rights = $"""
                SELECT bool_and(has_table_privilege('{table}', p))
                FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) p
                """;
            bool isOpen = await Scalar<bool>(connection, rights, cancellation);
            if (!isOpen)
            {
                problems.Add($"the user may not change table {table} of {address}: grant it all privileges on the table");
            }
        }

        return problems;
    }

    private static async Task<NpgsqlConnection> Open(DatabaseAddress address, CancellationToken cancellation)
    {
        NpgsqlConnection connection = new(address.ConnectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    private static Task<int> VersionOf(NpgsqlConnection connection, CancellationToken cancellation) =>
        Scalar<int>(connection, "SELECT coalesce(max(Version), 0) FROM AgentVerseSchema", cancellation);

    private static async Task<T> Scalar<T>(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(sql, connection);
        return (T)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static IEnumerable<Script> Read()
    {
        Assembly assembly = typeof(DatabaseSchema).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(n => char.IsAsciiDigit(n[0])).Order(StringComparer.Ordinal))
        {
            using StreamReader reader = new(assembly.GetManifestResourceStream(name)!);
            yield return new Script(int.Parse(name[..3], CultureInfo.InvariantCulture), name, reader.ReadToEnd());
        }
    }

    private sealed record Script(int Version, string Name, string Text);
}
