using System.Xml.Linq;

using Xunit;

namespace AgentVerse.Tests.House;

/// <summary>Dependencies point one way: each project may use those listed, directly, and no other.</summary>
public sealed class ProjectGraphTests
{
    private static readonly SortedDictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Model"] = [],
        ["Scenarios"] = ["Model"],
        ["Agents"] = ["Model"],
        ["Mechanisms"] = ["Model"],
        ["Measures"] = ["Model"],
        ["Wse1"] = ["Model"],
        ["Simulation"] = ["Model", "Scenarios", "Agents", "Mechanisms", "Measures"],
        ["Results"] = ["Model", "Measures"],
        ["Grains.Abstractions"] = [],
        ["Grains"] = ["Simulation", "Results", "Grains.Abstractions"],
        ["Client"] = ["Grains.Abstractions"],
        ["Silo"] = ["Grains"],
        ["Cli"] = ["Silo", "Client", "Mechanisms", "Measures", "Model"],
    };

    [Fact]
    public void Every_project_uses_only_what_stands_left_of_it()
    {
        List<string> wrong = [];
        foreach (string path in Directory.EnumerateFiles(
            Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories))
        {
            string name = NameOf(path);
            string[] allowed = Allowed.TryGetValue(name, out string[]? some) ? some : [];
            IEnumerable<string> used = XDocument.Load(path).Descendants("ProjectReference")
                .Where(r => r.Attribute("ReferenceOutputAssembly")?.Value != "false")
                .Select(r => NameOf(r.Attribute("Include")!.Value.Replace('\\', '/')));
            wrong.AddRange(used.Where(u => !allowed.Contains(u)).Select(u => $"{name} -> {u}"));
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_project_of_the_graph_exists() =>
        Assert.All(Allowed.Keys, name => Assert.True(File.Exists(
            Path.Combine(Repository.Root, "src", $"AgentVerse.{name}", $"AgentVerse.{name}.csproj")), name));

    private static string NameOf(string path) =>
        Path.GetFileNameWithoutExtension(path)["AgentVerse.".Length..];
}
