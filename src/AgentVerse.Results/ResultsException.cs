namespace AgentVerse.Results;

/// <summary>
/// A folder, file or disk that did not do what it must. The message says in three sentences what happened, what is
/// kept and what to do.
/// </summary>
public sealed class ResultsException : Exception
{
    /// <summary>An exception without words.</summary>
    public ResultsException()
    {
    }

    /// <summary>An exception with all of its message.</summary>
    public ResultsException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with all of its message and its cause.</summary>
    public ResultsException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An exception from its three sentences, given without full stops.</summary>
    public ResultsException(string happened, string kept, string remedy, Exception? cause = null)
        : base($"{happened}. {kept}. {remedy}.", cause)
    {
    }
}
