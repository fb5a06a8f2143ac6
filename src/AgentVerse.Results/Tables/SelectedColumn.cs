using AgentVerse.Model;
using AgentVerse.Model.Records;

namespace AgentVerse.Results.Tables;

/// <summary>A column of selected rows.</summary>
/// <param name="Column">The column.</param>
/// <param name="Cells">Cells; 0 where absent.</param>
/// <param name="Present">For every row, whether its cell is present.</param>
public sealed record SelectedColumn(TableColumn Column, IReadOnlyList<long> Cells, IReadOnlyList<bool> Present)
{
    /// <summary>The cells as real numbers; NaN where absent. A column of names has none.</summary>
    public double[] Numbers()
    {
        Invariant.Check(Column.Type != CellType.Name, $"'{Column.Name}' is a column of numbers");
        var numbers = new double[Cells.Count];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = Present[i] ? Number(Cells[i]) : double.NaN;
        }

        return numbers;
    }

    private double Number(long cell) => Column.Type switch
    {
        CellType.Number => BitConverter.Int64BitsToDouble(cell),
        CellType.Unsigned => (ulong)cell,
        _ => cell,
    };
}
