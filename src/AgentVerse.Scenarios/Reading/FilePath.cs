namespace AgentVerse.Scenarios.Reading;

/// <summary>
/// Paths of data files: below the scenario's folder, and the same file on every system. That no link leads out of the
/// folder is for the shell to check, when it opens the file.
/// </summary>
internal static class FilePath
{
    private static readonly string[] Extensions = [".csv", ".parquet"];

    /// <summary>What to do about a path; empty where it is good.</summary>
    public static string Fix(string path, int lengthMax)
    {
        if (path.Length == 0 || path.Length > lengthMax)
        {
            return "write a shorter path that is not empty";
        }

        if (path[0] is '/' or '~')
        {
            return "write it relative to the scenario's folder";
        }

        foreach (char c in path)
        {
            if (char.IsControl(c) || c is '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|')
            {
                return "use / between folders, and none of \\ : * ? \" < > |";
            }
        }

        foreach (string part in path.Split('/'))
        {
            if (part is "" or "." or "..")
            {
                return "leave out empty parts, . and ..";
            }

            if (part[0] == ' ' || part[^1] is ' ' or '.')
            {
                return "let no part begin with a space or end with a space or a dot";
            }
        }

        return Extensions.Any(e => path.EndsWith(e, StringComparison.Ordinal))
            ? ""
            : "name a file that ends with .csv or .parquet";
    }
}
