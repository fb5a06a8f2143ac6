using AgentVerse.Model.Records;
using AgentVerse.Results.Files;

namespace AgentVerse.Results.Tables;

/// <summary>Gathers the columns of <see cref="RunReader.Select"/>, row group by row group.</summary>
internal sealed class Selection(string table, IReadOnlyList<string> columns, RowFilter filter, NameTable names)
{
    private readonly TableColumn?[] _columns = new TableColumn?[columns.Count];
    private readonly List<long>[] _cells = [.. columns.Select(_ => new List<long>())];
    private readonly List<bool>[] _present = [.. columns.Select(_ => new List<bool>())];

    /// <summary>Takes the rows of a row group that pass.</summary>
    public void Take(PartReader reader, int group)
    {
        bool[] passes = Passes(reader, group);
        int count = passes.Count(pass => pass);
        if (count == 0)
        {
            return;
        }

        for (int i = 0; i < columns.Count; i++)
        {
            int place = PlaceOf(reader.Table, columns[i]);
            if (place < 0)
            {
                _cells[i].AddRange(new long[count]);
                _present[i].AddRange(new bool[count]);
                continue;
            }

            _columns[i] ??= reader.Table.Columns[place];
            Append(reader.Read(group, place), passes, _cells[i], _present[i]);
        }
    }

    /// <summary>The columns.</summary>
    public IReadOnlyList<SelectedColumn> Columns() =>
        [.. columns.Select((name, i) => new SelectedColumn(_columns[i] ?? Missing(name), _cells[i], _present[i]))];

    private static void Append(ReadColumn column, bool[] passes, List<long> cells, List<bool> present)
    {
        for (int row = 0; row < passes.Length; row++)
        {
            if (passes[row])
            {
                cells.Add(column.Cells[row]);
                present.Add(column.Present[row]);
            }
        }
    }

    private bool[] Passes(PartReader reader, int group)
    {
        ReadColumn ticks = reader.Read(group, 0);
        bool[] passes = Array.ConvertAll(ticks.Cells, tick => tick >= filter.FirstTick && tick <= filter.LastTick);
        foreach ((string name, string wanted) in filter.Names)
        {
            int place = PlaceOf(reader.Table, name);
            bool isName = place >= 0 && reader.Table.Columns[place].Type == CellType.Name;
            ReadColumn? column = isName ? reader.Read(group, place) : null;
            int wantedPlace = names.PlaceOf(wanted);
            for (int row = 0; row < passes.Length; row++)
            {
                passes[row] &= column is not null && column.Present[row] && column.Cells[row] == wantedPlace;
            }
        }

        return passes;
    }

    private static int PlaceOf(TableSchema schema, string name)
    {
        for (int i = 0; i < schema.Columns.Count; i++)
        {
            if (string.Equals(schema.Columns[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private TableColumn Missing(string name) => _cells[0].Count == 0
        ? new TableColumn(name, CellType.Number, "", "No row passed.")
        : throw new ResultsException(
            $"table '{table}' has no column '{name}' in the selected rows", Disk.NothingChanged,
            "Name a column that the run recorded");
}
