using System.Globalization;
using System.Text;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;

namespace AgentVerse.Results.Data;

/// <summary>Columns of numbers out of a CSV file with a header.</summary>
internal sealed class CsvTable
{
    private const int ProblemsMax = 20;
    private const string CellAllowed = "a number, a date like 2025-12-31, or empty for a missing value";

    private readonly string _path;
    private readonly ICollection<Problem> _problems;
    private readonly List<string> _names = [];
    private readonly List<List<double>> _values = [];
    private readonly List<Problem?> _firstText = [];
    private readonly List<bool> _hasNumber = [];

    private CsvTable(string path, ICollection<Problem> problems)
    {
        _path = path;
        _problems = problems;
    }

    /// <summary>Reads a table, or adds what is wrong with it to the problems and gives null.</summary>
    public static DataTable? Read(string path, Stream stream, ICollection<Problem> problems)
    {
        var table = new CsvTable(path, problems);
        int before = problems.Count;
        using var text = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
        var csv = new CsvReader(text);
        try
        {
            table.ReadRecords(csv);
        }
        catch (FormatException broken)
        {
            problems.Add(new Problem(path, csv.Line, "record", "", "RFC 4180 text", $"mend it: {broken.Message}"));
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new Problem(path, csv.Line, "record", "", "UTF-8 text", "save the file as UTF-8"));
        }

        table.RefuseMixedColumns();
        return problems.Count == before ? table.Numbers() : null;
    }

    private void ReadRecords(CsvReader csv)
    {
        if (csv.Next() is not { } header)
        {
            _problems.Add(new Problem(_path, 0, "header", "", "a line with the names of the columns", "add one"));
            return;
        }

        ReadHeader(header, csv.Line);
        while (_problems.Count < ProblemsMax && csv.Next() is { } record)
        {
            if (record.Count != _names.Count)
            {
                _problems.Add(new Problem(
                    _path, csv.Line, "fields", record.Count.ToString(CultureInfo.InvariantCulture),
                    $"{_names.Count}, as in the header", "add or remove commas, or quote a field that contains one"));
                continue;
            }

            for (int i = 0; i < record.Count; i++)
            {
                ReadCell(i, record[i], csv.Line);
            }
        }
    }

    private void ReadHeader(List<string> header, int line)
    {
        foreach (string name in header)
        {
            if (name.Length == 0 || _names.Contains(name))
            {
                _problems.Add(new Problem(
                    _path, line, "header", $"'{name}'", "names that are not empty and occur once",
                    "rename the column"));
            }

            _names.Add(name);
            _values.Add([]);
            _firstText.Add(null);
            _hasNumber.Add(false);
        }
    }

    private void ReadCell(int column, string cell, int line)
    {
        double value = Value(cell);
        bool isText = double.IsInfinity(value);
        _hasNumber[column] |= !isText && cell.Length > 0;
        _values[column].Add(value);
        if (isText)
        {
            _firstText[column] ??= new Problem(
                _path, line, _names[column], $"'{cell}'", CellAllowed, "mend the cell, or make the column all text");
        }
    }

    /// <summary>Value of a cell: NaN where it is missing, infinite where it is no number.</summary>
    private static double Value(string cell)
    {
        if (cell.Length == 0 || string.Equals(cell, "NaN", StringComparison.OrdinalIgnoreCase))
        {
            return double.NaN;
        }

        if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
        {
            return number;
        }

        bool isDate = DateOnly.TryParseExact(cell, "yyyy-MM-dd", out DateOnly date);
        return isDate ? (date.ToDateTime(default) - DateTime.UnixEpoch).TotalSeconds : double.PositiveInfinity;
    }

    private void RefuseMixedColumns()
    {
        for (int i = 0; i < _names.Count; i++)
        {
            if (_hasNumber[i] && _firstText[i] is { } problem)
            {
                _problems.Add(problem);
            }
        }
    }

    private DataTable Numbers()
    {
        int[] numeric = [.. Enumerable.Range(0, _names.Count).Where(i => _firstText[i] is null)];
        double[][] values = [.. numeric.Select(i => _values[i].ToArray())];
        return new DataTable(_path, [.. numeric.Select(i => _names[i])], values);
    }
}
