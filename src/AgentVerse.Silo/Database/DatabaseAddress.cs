using Npgsql;

namespace AgentVerse.Silo.Database;

/// <summary>
/// Where the cluster's PostgreSQL is and how to log in. The secret in it never leaves through <see cref="ToString"/>,
/// so that it stays out of logs and messages.
/// </summary>
public sealed class DatabaseAddress
{
    private const int ConnectSeconds = 5;
    private const int CommandSeconds = 15;
    private const int KeepAliveSeconds = 5;

    private DatabaseAddress(NpgsqlConnectionStringBuilder address)
    {
        ConnectionString = address.ConnectionString;
        Shown = $"{address.Host}:{address.Port}/{address.Database}";
    }

    /// <summary>The connection string, with its secret.</summary>
    internal string ConnectionString { get; }

    private string Shown { get; }

    /// <summary>
    /// An address from a connection string in Npgsql's form, or why it is none, without repeating it.
    /// </summary>
    public static (DatabaseAddress? Address, string Error) Parse(string connectionString)
    {
        try
        {
            NpgsqlConnectionStringBuilder address = new(connectionString);
            bool hasHost = !string.IsNullOrWhiteSpace(address.Host);
            return hasHost ? (new DatabaseAddress(WithLimits(address)), "") : (null, "it names no Host");
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException)
        {
            return (null, "it is not of the form Host=...;Port=...;Database=...;Username=...;Password=...");
        }
    }

    /// <summary>Host, port and database.</summary>
    public override string ToString() => Shown;

    /// <summary>A lost database is noticed in seconds, unless the string says otherwise.</summary>
    private static NpgsqlConnectionStringBuilder WithLimits(NpgsqlConnectionStringBuilder address)
    {
        SetUnlessGiven(address, "Timeout", ConnectSeconds);
        SetUnlessGiven(address, "Command Timeout", CommandSeconds);
        SetUnlessGiven(address, "Keepalive", KeepAliveSeconds);
        SetUnlessGiven(address, "Application Name", "agentverse");
        return address;
    }

    private static void SetUnlessGiven(NpgsqlConnectionStringBuilder address, string key, object value)
    {
        if (!address.ContainsKey(key) || !address.ShouldSerialize(key))
        {
            address[key] = value;
        }
    }
}
