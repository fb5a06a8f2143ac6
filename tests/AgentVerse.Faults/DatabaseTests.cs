using AgentVerse.Results;
using AgentVerse.Results.Checkpoints;
using AgentVerse.Silo.Database;
using AgentVerse.Silo.Storage;

using Npgsql;

namespace AgentVerse.Faults;

/// <summary>What the silos keep in PostgreSQL, beside the server itself.</summary>
public sealed class DatabaseTests : IAsyncLifetime
{
    private string _folder = "";
    private PostgreSql? _server;

    private DatabaseAddress Address => DatabaseAddress.Parse(PostgreSql.Address(_server!.Port)).Address!;

    public async Task InitializeAsync()
    {
        _folder = Path.Combine(Path.GetTempPath(), $"agentverse-db-{Guid.NewGuid():n}"[..30]);
        Directory.CreateDirectory(_folder);
        _server = await PostgreSql.Start(Path.Combine(_folder, "pg"));
    }

    public async Task DisposeAsync()
    {
        await _server!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_tables_are_made_once_and_a_state_is_written_by_its_latest_holder_alone()
    {
        Assert.Contains("run 'agentverse db init'", Assert.Single(await DatabaseSchema.Check(Address)), StringComparison.Ordinal);
        Assert.Equal(DatabaseSchema.Newest, (await DatabaseSchema.Init(Address)).Count);
        Assert.Empty(await DatabaseSchema.Init(Address));
        Assert.Empty(await DatabaseSchema.Check(Address));

        Assert.Equal(1, await Write(null));
        Assert.Null(await Write(null));
        Assert.Equal(2, await Write(1));
        Assert.Equal(1, await Write(1));
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(PostgreSql.Address(_server!.Port));
        await using NpgsqlCommand delete = source.CreateCommand("DELETE FROM OrleansStorage");
        await delete.ExecuteNonQueryAsync();

        // Nobody who held a state that is gone makes it anew.
        Assert.Equal(2, await Write(2));
        await using NpgsqlCommand count = source.CreateCommand("SELECT count(*) FROM OrleansStorage");
        Assert.Equal(0L, await count.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Segments_are_there_whole_or_not_at_all_and_go_with_their_folder()
    {
        await DatabaseSchema.Init(Address);
        DatabaseSegments store = new(Address, "experiment");
        byte[] large = [.. Enumerable.Range(0, 3_000_000).Select(i => (byte)(i * 7))];
        CheckpointFolder checkpoints = new(store, "run");
        string path = checkpoints.Segment(new CheckpointId(10, 1), 0);
        using (SegmentWriter dropped = SegmentWriter.Create(store, path))
        {
            dropped.Add("large", large);
        }

        Assert.Throws<ResultsException>(() => SegmentReader.Open(store, path));
        foreach (byte first in new byte[] { 1, 2 })
        {
            using SegmentWriter writer = SegmentWriter.Create(store, path);
            writer.Add("small", [first]);
            writer.Add("large", large);
            writer.Commit();
        }

        using (SegmentReader reader = SegmentReader.Open(store, path))
        {
            Assert.Equal(large, reader.Read("large"));
            Assert.Equal([2], reader.Read("small"));
        }

        Assert.Equal(["t000000010-i0001"], store.Folders("checkpoints/run"));
        Assert.Empty(new DatabaseSegments(Address, "other").Folders("checkpoints/run"));
        checkpoints.Clear();
        Assert.Empty(store.Folders("checkpoints/run"));
    }

    /// <summary>Writes as Orleans does; gives the version that it says the writer holds now.</summary>
    private async Task<int?> Write(int? held)
    {
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(PostgreSql.Address(_server!.Port));
        await using NpgsqlCommand query = source.CreateCommand("SELECT QueryText FROM OrleansQuery WHERE QueryKey = 'WriteToStorageKey'");
        await using NpgsqlCommand write = source.CreateCommand((string)(await query.ExecuteScalarAsync())!);
        write.Parameters.AddWithValue("GrainIdHash", 1);
        write.Parameters.AddWithValue("GrainIdN0", 2L);
        write.Parameters.AddWithValue("GrainIdN1", 3L);
        write.Parameters.AddWithValue("GrainTypeHash", 4);
        write.Parameters.AddWithValue("GrainTypeString", "run");
        write.Parameters.AddWithValue("GrainIdExtensionString", "key");
        write.Parameters.AddWithValue("ServiceId", "agentverse");
        write.Parameters.AddWithValue("PayloadBinary", new byte[] { 1 });
        write.Parameters.Add(new("GrainStateVersion", NpgsqlTypes.NpgsqlDbType.Integer) { Value = (object?)held ?? DBNull.Value });
        return await write.ExecuteScalarAsync() as int?;
    }
}
