using AgentVerse.Results;
using AgentVerse.Results.Checkpoints;
using AgentVerse.Silo.Database;

using Npgsql;

namespace AgentVerse.Silo.Storage;

/// <summary>Segments of an experiment's checkpoints in PostgreSQL, where no folder can be trusted with them.</summary>
internal sealed class DatabaseSegments(DatabaseAddress database, string experiment) : ISegmentStore
{
    /// <summary>Largest piece of a segment.</summary>
    internal const int PieceBytes = 1 << 20;

    public SegmentSink Create(string path) => new DatabaseSink(Connect(), experiment, path);

    public Stream Open(string path)
    {
        NpgsqlConnection connection = Connect();
        try
        {
            long length = (long)Command(
                connection, "SELECT coalesce(sum(octet_length(Bytes)), 0)::bigint FROM AgentVerseSegment", path).ExecuteScalar()!;
            return length > 0
                ? new PieceStream(piece => Piece(connection, path, piece), PieceBytes, length, connection)
                : throw new ResultsException(
                    $"{path} of experiment {experiment} is not in the database", "Nothing was changed",
                    "Restore the database from a backup, or run again into a new folder");
        }
        catch (Exception)
        {
            connection.Dispose();
            throw;
        }
    }

    public IReadOnlyList<string> Folders(string folder)
    {
        using NpgsqlConnection connection = Connect();
        using NpgsqlCommand command = new(
            """
            SELECT DISTINCT split_part(substr(Path, length(@folder) + 2), '/', 1) FROM AgentVerseSegment
            WHERE ServiceId = @service AND Experiment = @experiment AND starts_with(Path, @folder || '/') ORDER BY 1
            """,
            connection);
        Add(command, "folder", folder);
        List<string> names = [];
        using NpgsqlDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    public void Delete(string folder)
    {
        using NpgsqlConnection connection = Connect();
        using NpgsqlCommand command = new(
            """
            DELETE FROM AgentVerseSegment
            WHERE ServiceId = @service AND Experiment = @experiment AND starts_with(Path, @folder || '/')
            """,
            connection);
        Add(command, "folder", folder);
        command.ExecuteNonQuery();
    }

    private NpgsqlCommand Command(NpgsqlConnection connection, string select, string path)
    {
        NpgsqlCommand command = new(
            $"{select} WHERE ServiceId = @service AND Experiment = @experiment AND Path = @path", connection);
        Add(command, "path", path);
        return command;
    }

    private byte[] Piece(NpgsqlConnection connection, string path, int piece)
    {
        using NpgsqlCommand command = Command(connection, "SELECT Bytes FROM AgentVerseSegment", path);
        command.CommandText += " AND Piece = @piece";
        command.Parameters.AddWithValue("piece", piece);
        return (byte[]?)command.ExecuteScalar() ?? throw new ResultsException(
            $"piece {piece} of {path} of experiment {experiment} is lost", "Nothing was changed",
            "Resume from an earlier checkpoint, or run again");
    }

    private void Add(NpgsqlCommand command, string name, string value)
    {
        command.Parameters.AddWithValue("service", Clustering.Name);
        command.Parameters.AddWithValue("experiment", experiment);
        command.Parameters.AddWithValue(name, value);
    }

    private NpgsqlConnection Connect()
    {
        NpgsqlConnection connection = new(database.ConnectionString);
        connection.Open();
        return connection;
    }
}
