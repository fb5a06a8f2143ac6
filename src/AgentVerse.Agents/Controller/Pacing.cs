namespace AgentVerse.Agents.Controller;

/// <summary>How fast an attack uses its accounts.</summary>
internal enum Pacing
{
    /// <summary>All at once.</summary>
    Burst,

    /// <summary>So many a window, evenly.</summary>
    Rate,

    /// <summary>So many as soon as the price is low enough again.</summary>
    BelowPrice,
}
