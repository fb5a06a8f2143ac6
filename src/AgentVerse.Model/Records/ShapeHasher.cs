using System.IO.Hashing;
using System.Runtime.InteropServices;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Model.Records;

/// <summary>Hashes rows of one shape; keeps a scratch row, so it serves one thread.</summary>
internal sealed class ShapeHasher
{
    private const int Head = 2;

    private readonly NameHashes _names;
    private readonly int[] _nameCells;
    private readonly int[] _numberCells;
    private readonly ulong[] _words;

    public ShapeHasher(RowShape shape, NameHashes names)
    {
        Shape = shape;
        _names = names;
        _nameCells = CellsOf(shape, CellType.Name);
        _numberCells = CellsOf(shape, CellType.Number);
        _words = new ulong[Head + shape.Columns.Count];
        _words[0] = StableHash.Of(shape.Table.Name);
        foreach (int column in shape.Columns)
        {
            _words[1] = StableHash.Combine(_words[1], StableHash.Of(shape.Table.Columns[column].Name));
        }
    }

    /// <summary>Shape of the rows.</summary>
    public RowShape Shape { get; }

    /// <summary>Whether rows of the shape are hashed as these are: shapes that travelled are equal, not the same.</summary>
    public bool Fits(RowShape shape) =>
        ReferenceEquals(shape, Shape)
        || (string.Equals(shape.Table.Name, Shape.Table.Name, StringComparison.Ordinal)
            && shape.Columns.SequenceEqual(Shape.Columns));

    /// <summary>Hash of one row.</summary>
    public UInt128 Hash(ReadOnlySpan<long> row)
    {
        Span<ulong> cells = _words.AsSpan(Head);
        Invariant.Check(row.Length == cells.Length, "a row has a cell for each column of its shape");
        MemoryMarshal.Cast<long, ulong>(row).CopyTo(cells);
        foreach (int i in _nameCells)
        {
            cells[i] = _names.Of(row[i]);
        }

        foreach (int i in _numberCells)
        {
            cells[i] = Canonical(BitConverter.Int64BitsToDouble(row[i]));
        }

        return XxHash128.HashToUInt128(MemoryMarshal.AsBytes<ulong>(_words));
    }

    private static ulong Canonical(double value)
    {
        // 0 equals -0 and a NaN equals none, itself included.
        double canonical = value == 0 ? 0 : double.IsNaN(value) ? double.NaN : value;
        return BitConverter.DoubleToUInt64Bits(canonical);
    }

    private static int[] CellsOf(RowShape shape, CellType type) =>
        [.. Enumerable.Range(0, shape.Columns.Count).Where(i => shape.Table.Columns[shape.Columns[i]].Type == type)];
}
