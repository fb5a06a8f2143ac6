namespace AgentVerse.Model;

/// <summary>A claim of the model that did not hold; it stops its run and names where.</summary>
public sealed class InvariantException : Exception
{
    /// <summary>An exception without words.</summary>
    public InvariantException()
    {
    }

    /// <summary>An exception that states the claim.</summary>
    public InvariantException(string message)
        : base(message)
    {
    }

    /// <summary>An exception that states the claim and its cause.</summary>
    public InvariantException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
