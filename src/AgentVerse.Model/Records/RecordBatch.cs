using System.Runtime.InteropServices;

namespace AgentVerse.Model.Records;

/// <summary>
/// Rows of one shape, row-major, 64 bits a cell: how recorded rows travel from a part to its silo's writer.
/// </summary>
public sealed class RecordBatch(RowShape shape)
{
    private readonly List<long> _cells = [];

    /// <summary>Shape of every row.</summary>
    public RowShape Shape { get; } = shape;

    /// <summary>Number of cells in a row.</summary>
    public int Width => Shape.Columns.Count;

    /// <summary>Number of rows.</summary>
    public int Count => _cells.Count / Width;

    /// <summary>All cells, row after row.</summary>
    public ReadOnlySpan<long> Cells => CollectionsMarshal.AsSpan(_cells);

    /// <summary>Adds a row.</summary>
    public void Add(ReadOnlySpan<long> row)
    {
        Invariant.Check(row.Length == Width, "a row has a cell for each column of its shape");
        _cells.AddRange(row);
    }

    /// <summary>Cells of one row.</summary>
    public ReadOnlySpan<long> Row(int index) => Cells.Slice(index * Width, Width);

    /// <summary>A real number as a cell.</summary>
    public static long Cell(double value) => BitConverter.DoubleToInt64Bits(value);
}
