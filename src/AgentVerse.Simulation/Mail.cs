using System.Runtime.InteropServices;

using AgentVerse.Model.Contracts;

namespace AgentVerse.Simulation;

/// <summary>Sorts rows and intents by where they go; between groups they travel as raw bytes.</summary>
public static class Mail
{
    /// <summary>Rows by the group of their receiver.</summary>
    public static List<byte[]>[] ByGroup(ReadOnlySpan<Row> rows, PartTable table)
    {
        List<Row>[] groups = Buckets<Row>(table.GroupCount);
        foreach (Row row in rows)
        {
            groups[table.GroupOf(table.PartOf(row.Receiver))].Add(row);
        }

        return [.. groups.Select(g => g.Count == 0 ? new List<byte[]>() : [Bytes(g)])];
    }

    /// <summary>What parts sent, as bytes by destination group.</summary>
    public static byte[][] Outgoing(IReadOnlyList<PartAnswer> answers, PartTable table)
    {
        List<Row>[] rows = Buckets<Row>(table.GroupCount);
        List<Intent>[] intents = Buckets<Intent>(table.GroupCount);
        foreach (PartAnswer answer in answers)
        {
            foreach (Row row in answer.Rows)
            {
                rows[table.GroupOf(table.PartOf(row.Receiver))].Add(row);
            }

            foreach (Intent intent in answer.Intents)
            {
                intents[table.GroupOf(table.PartOfShard(intent.Shard))].Add(intent);
            }
        }

        byte[][] mail = new byte[table.GroupCount][];
        for (int g = 0; g < mail.Length; g++)
        {
            mail[g] = rows[g].Count > 0 ? Bytes(rows[g]) : Bytes(intents[g]);
        }

        return mail;
    }

    /// <summary>Incoming mail by part; parts that receive nothing share one empty array.</summary>
    public static T[][] ByPart<T>(IReadOnlyList<byte[]> mail, int parts, Func<T, int> partOf)
        where T : unmanaged
    {
        int[] counts = new int[parts];
        foreach (byte[] bytes in mail)
        {
            foreach (T item in MemoryMarshal.Cast<byte, T>(bytes))
            {
                counts[partOf(item)]++;
            }
        }

        T[][] sorted = [.. counts.Select(c => c == 0 ? [] : new T[c])];
        foreach (byte[] bytes in mail)
        {
            foreach (T item in MemoryMarshal.Cast<byte, T>(bytes))
            {
                int part = partOf(item);
                sorted[part][^counts[part]--] = item;
            }
        }

        return sorted;
    }

    private static byte[] Bytes<T>(List<T> items)
        where T : unmanaged => MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(items)).ToArray();

    private static List<T>[] Buckets<T>(int count)
    {
        List<T>[] buckets = new List<T>[count];
        for (int i = 0; i < count; i++)
        {
            buckets[i] = [];
        }

        return buckets;
    }
}
