using System.Numerics;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>
/// A sparse matrix of u16 over the uids of a subnet, [validator, miner]: the weights or the bonds of one mechanism.
/// </summary>
/// <remarks>
/// Cells are dense with one presence bit each: an explicit 0 differs from an absent cell (liquid alpha lets a bond
/// decay in the first case and deletes it in the second), a row is scanned by its set bits, and the whole is one block
/// of memory. The chain keeps the cells of a row in the order in which its validator named them; here they stand by
/// uid.
/// </remarks>
public sealed class UidMatrix
{
    private readonly ushort[] _cells;
    private readonly ulong[] _present;
    private readonly int _words;

    /// <summary>An empty matrix.</summary>
    /// <param name="capacity">Rows and columns, at least 1.</param>
    public UidMatrix(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        Capacity = capacity;
        _words = (capacity + 63) / 64;
        _cells = new ushort[capacity * capacity];
        _present = new ulong[capacity * _words];
    }

    /// <summary>Rows and columns.</summary>
    public int Capacity { get; }

    /// <summary>All cells by row, for checkpoints; absent cells hold 0.</summary>
    public Span<ushort> Cells => _cells;

    /// <summary>The presence bits by row, 64 columns a word, for checkpoints.</summary>
    public Span<ulong> Presence => _present;

    /// <summary>Whether the row has no cell.</summary>
    public bool IsRowEmpty(int row) => !PresenceOf(row).ContainsAnyExcept(0UL);

    /// <summary>Number of cells in the row.</summary>
    public int RowCount(int row)
    {
        int count = 0;
        foreach (ulong word in PresenceOf(row))
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    /// <summary>The cell, if it is there.</summary>
    public bool TryGet(int row, int column, out ushort value)
    {
        value = _cells[(row * Capacity) + column];
        return (PresenceOf(row)[column >> 6] >> column & 1) != 0;
    }

    /// <summary>Sets a cell.</summary>
    public void Set(int row, int column, ushort value)
    {
        _cells[(row * Capacity) + column] = value;
        _present[(row * _words) + (column >> 6)] |= 1UL << column;
    }

    /// <summary>Removes a cell.</summary>
    public void Remove(int row, int column)
    {
        _cells[(row * Capacity) + column] = 0;
        _present[(row * _words) + (column >> 6)] &= ~(1UL << column);
    }

    /// <summary>Replaces a row.</summary>
    /// <param name="row">The validator's uid.</param>
    /// <param name="columns">Uids without duplicates, below the capacity.</param>
    /// <param name="values">As long as <paramref name="columns"/>.</param>
    public void SetRow(int row, ReadOnlySpan<int> columns, ReadOnlySpan<ushort> values)
    {
        ClearRow(row);
        for (int i = 0; i < columns.Length; i++)
        {
            Set(row, columns[i], values[i]);
        }
    }

    /// <summary>Empties a row.</summary>
    public void ClearRow(int row)
    {
        _cells.AsSpan(row * Capacity, Capacity).Clear();
        _present.AsSpan(row * _words, _words).Clear();
    }

    /// <summary>Removes a column from every row.</summary>
    public void ClearColumn(int column)
    {
        for (int row = 0; row < Capacity; row++)
        {
            Remove(row, column);
        }
    }

    /// <summary>
    /// Sets a column to explicit 0 in the rows that have it, as happens to weights for a replaced neuron.
    /// </summary>
    public void ZeroColumn(int column)
    {
        for (int row = 0; row < Capacity; row++)
        {
            _cells[(row * Capacity) + column] = 0;
        }
    }

    /// <summary>The row's cells by column; absent ones hold 0.</summary>
    internal ReadOnlySpan<ushort> CellsOf(int row) => _cells.AsSpan(row * Capacity, Capacity);

    /// <summary>The row's presence bits.</summary>
    internal ReadOnlySpan<ulong> PresenceOf(int row) => _present.AsSpan(row * _words, _words);
}
