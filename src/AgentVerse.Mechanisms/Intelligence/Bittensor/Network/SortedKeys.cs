namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>Room in sorted columns: looked up by halves, opened and closed by moving what lies behind.</summary>
internal static class SortedKeys
{
    private const int LeastCapacity = 16;

    /// <summary>Place of a pair of keys among so many in ascending order, or the complement of where it belongs.</summary>
    internal static int Find(ulong[] first, ulong[] second, int count, ulong a, ulong b)
    {
        int low = 0;
        int high = count - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = first[middle] != a ? first[middle].CompareTo(a) : second[middle].CompareTo(b);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }

    /// <summary>Puts a value at a place of a column that holds so many.</summary>
    internal static void Insert<T>(ref T[] column, int count, int place, T value)
    {
        if (count == column.Length)
        {
            Array.Resize(ref column, Math.Max(LeastCapacity, 2 * count));
        }

        Array.Copy(column, place, column, place + 1, count - place);
        column[place] = value;
    }

    /// <summary>Closes a place of a column that holds so many.</summary>
    internal static void Remove<T>(T[] column, int count, int place) =>
        Array.Copy(column, place + 1, column, place, count - place - 1);
}
