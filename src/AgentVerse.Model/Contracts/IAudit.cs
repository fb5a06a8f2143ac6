namespace AgentVerse.Model.Contracts;

/// <summary>
/// Takes the inner steps of a shard as cases in the format of the reference vectors, for <c>audit</c>.
/// </summary>
public interface IAudit
{
    /// <summary>
    /// Takes one case: an operation, what it got and what it gave, as objects that serialise to the op's shape.
    /// </summary>
    void Case(string operation, string id, object input, object output);
}
