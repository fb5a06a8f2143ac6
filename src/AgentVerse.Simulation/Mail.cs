using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

using AgentVerse.Model.Contracts;

namespace AgentVerse.Simulation;

/// <summary>Sorts rows and intents by where they go; between groups they travel as raw bytes.</summary>
public static class Mail
{
    /// <summary>Rows by the group of their receiver.</summary>
    public static List<byte[]>[] ByGroup(ReadOnlySpan<Row> rows, PartTable table) =>
        [.. ByGroup<Row>([rows.ToArray()], table.GroupCount, row => table.GroupOf(table.PartOf(row.Receiver)))
            .Select(bytes => bytes.Length == 0 ? new List<byte[]>() : [bytes])];

    /// <summary>What parts sent, as bytes by destination group.</summary>
    public static byte[][] Outgoing(IReadOnlyList<PartAnswer> answers, PartTable table) =>
        answers.Any(a => a.Rows.Count > 0)
            ? ByGroup<Row>(
                [.. answers.Select(a => a.Rows)], table.GroupCount, row => table.GroupOf(table.PartOf(row.Receiver)))
            : ByGroup<Intent>(
                [.. answers.Select(a => a.Intents)], table.GroupCount,
                intent => table.GroupOf(table.PartOfShard(intent.Shard)));

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

    // Counted before it is written: a busy tick's mail is large, and lists that grow would hold it three times.
    private static byte[][] ByGroup<T>(IReadOnlyList<IReadOnlyList<T>> lists, int groups, Func<T, int> groupOf)
        where T : unmanaged
    {
        int[] counts = new int[groups];
        foreach (T item in lists.SelectMany(list => list))
        {
            counts[groupOf(item)]++;
        }

        byte[][] mail = [.. counts.Select(c => new byte[c * Unsafe.SizeOf<T>()])];
        Array.Clear(counts);
        foreach (T item in lists.SelectMany(list => list))
        {
            int group = groupOf(item);
            MemoryMarshal.Cast<byte, T>(mail[group].AsSpan())[counts[group]++] = item;
        }

        return mail;
    }
}
