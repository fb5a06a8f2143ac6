using System.Reflection;

namespace AgentVerse.Grains;

/// <summary>Which AgentVerse this is.</summary>
public static class Product
{
    /// <summary>Version, part of every run's id: another version may give other rows.</summary>
    public static string Version { get; } =
        typeof(Product).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];
}
