namespace AgentVerse.Agents.Render;

/// <summary>Where a provider stands with Render.</summary>
internal static class RenderStates
{
    internal const int Outside = 0;
    internal const int Waiting = 1;
    internal const int Online = 2;
    internal const int Offline = 3;
    internal const int Suspended = 4;
}
