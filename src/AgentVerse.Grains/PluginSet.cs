namespace AgentVerse.Grains;

/// <summary>The plug-ins that were loaded, by name and hash: part of what a run depends on.</summary>
/// <param name="Origins">Such as <c>name@hash</c>, in order of the names.</param>
public sealed record PluginSet(IReadOnlyList<string> Origins);
