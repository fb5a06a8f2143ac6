using System.Text;

namespace AgentVerse.Results.Data;

/// <summary>
/// Reads records of comma-separated values: RFC 4180, with LF or CRLF ends of line. Gives one record at a time.
/// </summary>
internal sealed class CsvReader(TextReader text)
{
    private const int End = -1;

    private readonly StringBuilder _field = new();
    private int _line = 1;

    /// <summary>Line on which the last record began, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The next record's fields, or null at the end.</summary>
    /// <exception cref="FormatException">The text breaks a rule: the message says which, the line where.</exception>
    public List<string>? Next()
    {
        Line = _line;
        if (text.Peek() == End)
        {
            return null;
        }

        List<string> fields = [];
        int end;
        do
        {
            end = text.Peek() == '"' ? Quoted() : Plain();
            fields.Add(_field.ToString());
            _field.Clear();
        }
        while (end == ',');

        return fields;
    }

    /// <summary>Reads a field up to a comma or the end of its record; gives what ended it.</summary>
    private int Plain()
    {
        while (true)
        {
            int next = text.Read();
            switch (next)
            {
                case ',' or End:
                    return next;
                case '\n' or '\r':
                    return EndOfLine(next);
                case '"':
                    throw new FormatException("a quote stands inside a field that does not begin with one");
                default:
                    _field.Append((char)next);
                    break;
            }
        }
    }

    private int Quoted()
    {
        text.Read();
        while (true)
        {
            int next = text.Read();
            if (next == End)
            {
                throw new FormatException("a quoted field is not closed");
            }

            if (next == '"' && text.Peek() != '"')
            {
                return AfterQuote();
            }

            _line += next == '\n' ? 1 : 0;
            _field.Append((char)(next == '"' ? text.Read() : next));
        }
    }

    private int AfterQuote()
    {
        int next = text.Read();
        return next switch
        {
            ',' or End => next,
            '\n' or '\r' => EndOfLine(next),
            _ => throw new FormatException("something follows the closing quote of a field"),
        };
    }

    private int EndOfLine(int first)
    {
        if (first == '\r' && text.Read() != '\n')
        {
            throw new FormatException("a carriage return is not followed by a line feed");
        }

        _line++;
        return '\n';
    }
}
