namespace AgentVerse.Cli.Shell;

/// <summary>Something that the user can mend; the message says all, a line each.</summary>
internal sealed class UserException(string message) : Exception(message)
{
    internal UserException(IEnumerable<string> lines)
        : this(string.Join(Environment.NewLine, lines))
    {
    }
}
