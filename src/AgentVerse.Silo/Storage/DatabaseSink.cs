using AgentVerse.Results.Checkpoints;

using Npgsql;

using NpgsqlTypes;

namespace AgentVerse.Silo.Storage;

/// <summary>A segment on its way into PostgreSQL: one binary COPY of its pieces, one transaction.</summary>
internal sealed class DatabaseSink : SegmentSink
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly NpgsqlBinaryImporter _import;
    private readonly PieceWriter _stream;

    internal DatabaseSink(NpgsqlConnection connection, string experiment, string path)
    {
        _connection = connection;
        try
        {
            _transaction = connection.BeginTransaction();
            using NpgsqlCommand command = new(
                "DELETE FROM AgentVerseSegment WHERE ServiceId = $1 AND Experiment = $2 AND Path = $3", connection);
            command.Parameters.Add(new() { Value = Clustering.Name });
            command.Parameters.Add(new() { Value = experiment });
            command.Parameters.Add(new() { Value = path });
            command.ExecuteNonQuery();
            _import = connection.BeginBinaryImport(
                "COPY AgentVerseSegment (ServiceId, Experiment, Path, Piece, Bytes) FROM STDIN (FORMAT BINARY)");
        }
        catch (Exception)
        {
            connection.Dispose();
            throw;
        }

        _stream = new PieceWriter(DatabaseSegments.PieceBytes, (piece, bytes) => Write(experiment, path, piece, bytes));
    }

    public override Stream Stream => _stream;

    public override void Commit()
    {
        _stream.Finish();
        _import.Complete();
        _import.Dispose();
        _transaction.Commit();
    }

    protected override void Dispose(bool disposing)
    {
        _import.Dispose();
        _transaction.Dispose();
        _connection.Dispose();
    }

    private void Write(string experiment, string path, int piece, byte[] bytes)
    {
        _import.StartRow();
        _import.Write(Clustering.Name, NpgsqlDbType.Varchar);
        _import.Write(experiment, NpgsqlDbType.Varchar);
        _import.Write(path, NpgsqlDbType.Varchar);
        _import.Write(piece, NpgsqlDbType.Integer);
        _import.Write(bytes, NpgsqlDbType.Bytea);
    }
}
