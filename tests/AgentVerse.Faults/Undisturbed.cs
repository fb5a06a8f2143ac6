using System.Text.RegularExpressions;

namespace AgentVerse.Faults;

/// <summary>What a scenario gives in one process, without a cluster and without faults.</summary>
internal static partial class Undisturbed
{
    /// <summary>Digests of its runs, in the order of the plan.</summary>
    internal static async Task<IReadOnlyList<string>> Digests(string name, string text)
    {
        string folder = Directory.CreateTempSubdirectory("agentverse-undisturbed-").FullName;
        string path = Path.Combine(folder, $"{name}.yaml");
        await File.WriteAllTextAsync(path, text);
        string output = await Shell.Run("dotnet", Shell.Program, "run", path, "--out", Path.Combine(folder, name));
        Directory.Delete(folder, recursive: true);
        return [.. DigestForm().Matches(output).Select(m => m.Groups[1].Value)];
    }

    [GeneratedRegex("digest ([0-9a-f]{64})")]
    private static partial Regex DigestForm();
}
