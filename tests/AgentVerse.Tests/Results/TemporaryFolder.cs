namespace AgentVerse.Tests.Results;

/// <summary>A folder of its own for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("agentverse-test-").FullName;

    public string Of(string relative) => System.IO.Path.Combine(Path, relative);

    /// <summary>Writes a file and gives its path.</summary>
    public string Write(string relative, string text)
    {
        string path = Of(relative);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
