using System.Text.RegularExpressions;

using AgentVerse.Faults;

namespace AgentVerse.EndToEnd;

/// <summary>A temporary folder with a scenario in it.</summary>
internal sealed partial class Desk : IDisposable
{
    private const string Workers = """
        scenario: 1
        name: workers
        start: 2025-01-01
        tick: 1h
        ticks: 60
        seed: 7
        networks:
          wse1: {workers: workers}
        populations:
          - {name: workers, kind: worker, count: 300000, policies: [columns]}
        record:
          agents: {every: 10, share: 0.001}
        execution: {checkpointEvery: 3}
        """;

    internal Desk()
    {
        Folder = Directory.CreateTempSubdirectory("agentverse-").FullName;
        Write("workers.yaml", Workers);
    }

    internal string Folder { get; }

    internal void Write(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text);

    internal string At(params ReadOnlySpan<string> parts) => Path.Combine([Folder, .. parts]);

    /// <summary>Whether a run of the experiment has committed a checkpoint.</summary>
    internal bool HasCheckpoint(string experiment) =>
        Directory.Exists(At(experiment, "checkpoints"))
        && Directory.EnumerateFiles(At(experiment, "checkpoints"), "*", SearchOption.AllDirectories).Any();

    /// <summary>The digest that the program printed.</summary>
    internal static string Digest(string text)
    {
        Match match = DigestForm().Match(text);
        Assert.True(match.Success, text);
        return match.Groups[1].Value;
    }

    internal static string FreePort() => Ports.Free().ToString(System.Globalization.CultureInfo.InvariantCulture);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    [GeneratedRegex("digest ([0-9a-f]{64})")]
    private static partial Regex DigestForm();
}
