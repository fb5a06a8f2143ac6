using AgentVerse.Model.Contracts;
using AgentVerse.Model.State;

namespace AgentVerse.Simulation;

/// <summary>A group's call and answer as bytes: one type on the wire, whatever the networks.</summary>
public static class GroupWire
{
    /// <summary>A call as bytes.</summary>
    public static byte[] Write(WorldPlan world, GroupCall call)
    {
        StateWriter writer = new();
        int tick = call.Tick;
        writer.Value("tick", ref tick);
        byte[] board = BoardCodec.Write(world, call.Board);
        writer.Array("board", ref board);
        long[] totals = call.Totals.Values.ToArray();
        writer.Array("totals", ref totals);
        WriteAll(writer, call.Mail);
        return writer.Written.ToArray();
    }

    /// <summary>The call that was written.</summary>
    public static GroupCall ReadCall(WorldPlan world, ReadOnlyMemory<byte> bytes)
    {
        StateReader reader = new(bytes);
        int tick = 0;
        byte[] board = [];
        long[] totals = [];
        reader.Value("tick", ref tick);
        reader.Array("board", ref board);
        reader.Array("totals", ref totals);
        return new GroupCall(tick, BoardCodec.Read(world, board), new Totals(totals), ReadAll(reader));
    }

    /// <summary>An answer as bytes.</summary>
    public static byte[] Write(GroupAnswer answer)
    {
        StateWriter writer = new();
        long[] totals = answer.Totals.Values.ToArray();
        writer.Array("totals", ref totals);
        WriteAll(writer, answer.Mail);
        int bulletins = answer.Bulletins.Count;
        writer.Value("bulletins", ref bulletins);
        foreach (Published published in answer.Bulletins)
        {
            int shard = published.Shard;
            writer.Value("shard", ref shard);
            published.Bulletin.Carry(writer);
        }

        CarryLedger(writer, answer.Ledger);
        answer.Digests.Carry(writer);
        return writer.Written.ToArray();
    }

    /// <summary>The answer that was written.</summary>
    public static GroupAnswer ReadAnswer(WorldPlan world, ReadOnlyMemory<byte> bytes)
    {
        StateReader reader = new(bytes);
        long[] totals = [];
        reader.Array("totals", ref totals);
        List<byte[]> mail = ReadAll(reader);
        int bulletins = 0;
        reader.Value("bulletins", ref bulletins);
        List<Published> published = [];
        for (int i = 0; i < bulletins; i++)
        {
            int shard = 0;
            reader.Value("shard", ref shard);
            Bulletin bulletin = world.Shards[shard].Plan.NewBulletin();
            bulletin.Carry(reader);
            published.Add(new Published(shard, bulletin));
        }

        LedgerLine ledger = CarryLedger(reader, LedgerLine.Zero(world.Tokens.Count));
        TableDigests digests = new();
        digests.Carry(reader);
        return new GroupAnswer(new Totals(totals), mail, published, ledger, digests);
    }

    private static LedgerLine CarryLedger(StateCodec codec, LedgerLine line)
    {
        (long[] held, long[] payable, long[] minted, long[] burned) = (line.Held, line.Payable, line.Minted, line.Burned);
        codec.Array("held", ref held);
        codec.Array("payable", ref payable);
        codec.Array("minted", ref minted);
        codec.Array("burned", ref burned);
        return new LedgerLine(held, payable, minted, burned);
    }

    private static void WriteAll(StateWriter writer, IReadOnlyList<byte[]> mail)
    {
        int count = mail.Count;
        writer.Value("mail", ref count);
        foreach (byte[] bytes in mail)
        {
            byte[] some = bytes;
            writer.Array("bytes", ref some);
        }
    }

    private static List<byte[]> ReadAll(StateReader reader)
    {
        int count = 0;
        reader.Value("mail", ref count);
        List<byte[]> mail = [];
        for (int i = 0; i < count; i++)
        {
            byte[] bytes = [];
            reader.Array("bytes", ref bytes);
            mail.Add(bytes);
        }

        return mail;
    }
}
