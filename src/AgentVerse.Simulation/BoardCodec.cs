using AgentVerse.Model.Contracts;
using AgentVerse.Model.State;

namespace AgentVerse.Simulation;

/// <summary>Carries bulletins to or from bytes, each read into an empty one of its shard's sort.</summary>
public static class BoardCodec
{
    /// <summary>Carries the bulletins of all shards that have published; either none or every one has.</summary>
    public static void Carry(StateCodec codec, WorldPlan world, SortedDictionary<int, Bulletin> bulletins)
    {
        int count = bulletins.Count;
        codec.Value("bulletins", ref count);
        for (int shard = 0; shard < count; shard++)
        {
            if (!bulletins.TryGetValue(shard, out Bulletin? bulletin))
            {
                bulletin = world.Shards[shard].Plan.NewBulletin();
                bulletins.Add(shard, bulletin);
            }

            bulletin.Carry(codec);
        }
    }

    /// <summary>A board as bytes.</summary>
    public static byte[] Write(WorldPlan world, Board board)
    {
        StateWriter writer = new();
        SortedDictionary<int, Bulletin> bulletins = [];
        for (int shard = 0; shard < board.Count; shard++)
        {
            bulletins.Add(shard, board[shard]);
        }

        Carry(writer, world, bulletins);
        long[] totals = board.Totals.Values.ToArray();
        writer.Array("totals", ref totals);
        return writer.Written.ToArray();
    }

    /// <summary>The board that <see cref="Write"/> wrote.</summary>
    public static Board Read(WorldPlan world, ReadOnlyMemory<byte> bytes)
    {
        StateReader reader = new(bytes);
        SortedDictionary<int, Bulletin> bulletins = [];
        Carry(reader, world, bulletins);
        long[] totals = [];
        reader.Array("totals", ref totals);
        return new Board([.. bulletins.Values], new Totals(totals));
    }
}
