namespace AgentVerse.Model.Contracts;

/// <summary>Takes the terms of one agent's decision, for <c>explain</c>.</summary>
public interface ITrace
{
    /// <summary>Takes a term.</summary>
    void Term(string name, double value);
}
