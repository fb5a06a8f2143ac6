using AgentVerse.Cli.Shell;
using AgentVerse.Grains;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;
using AgentVerse.Results.Data;
using AgentVerse.Scenarios;
using AgentVerse.Simulation;

namespace AgentVerse.Cli.Runs;

/// <summary>A scenario file that was read and checked with its data files: what can be submitted.</summary>
internal sealed class ScenarioFile
{
    private const long TextBytesMax = 1L << 20;

    private ScenarioFile(Scenario scenario, Submission submission, World world)
    {
        Scenario = scenario;
        Submission = submission;
        World = world;
    }

    internal Scenario Scenario { get; }

    internal Submission Submission { get; }

    /// <summary>World of the scenario as it stands in the file: of no treatment and the first replicate.</summary>
    internal World World { get; }

    /// <summary>SHA-256 of the scenario as checked.</summary>
    internal string Hash => RunKey.Of(Scenario);

    /// <summary>Name of the experiment unless the user gives one: the scenario's with its hash.</summary>
    internal string DefaultName => $"{Scenario.Name}-{Hash[..8]}";

    /// <summary>Reads and checks a scenario, its data files and the world they make.</summary>
    /// <exception cref="UserException">All that is wrong, a line each.</exception>
    internal static ScenarioFile Read(string path, IReadOnlyList<string> overrides, Catalogue catalogue)
    {
        string text = Text(path);
        (Scenario? scenario, IReadOnlyList<Problem> problems) =
            ScenarioReader.Read(path, text, catalogue, [.. overrides.Select(Override.Parse)]);
        Refuse(problems);
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        IReadOnlyDictionary<string, DataTable> tables = Tables(scenario!, folder);
        (World? world, problems) = ScenarioWorld.Build(scenario!, catalogue, tables, replicate: 0);
        Refuse(problems);
        return new ScenarioFile(scenario!, SubmissionOf(path, text, overrides, scenario!, folder), world!);
    }

    private static string Text(string path)
    {
        if (Directory.Exists(path) || !File.Exists(path))
        {
            throw new UserException($"there is no file {path}");
        }

        return new FileInfo(path).Length <= TextBytesMax
            ? File.ReadAllText(path)
            : throw new UserException($"{path} is larger than {TextBytesMax} bytes; a scenario is not");
    }

    private static SortedDictionary<string, DataTable> Tables(Scenario scenario, string folder)
    {
        List<Problem> problems = [];
        SortedDictionary<string, DataTable> tables = new(StringComparer.Ordinal);
        foreach (DataFile file in scenario.DataFiles)
        {
            if (DataFiles.Read(folder, file.Path, problems) is { } table)
            {
                tables.Add(file.Path, table);
            }
        }

        Refuse(problems);
        return tables;
    }

    private static Submission SubmissionOf(
        string path, string text, IReadOnlyList<string> overrides, Scenario scenario, string folder)
    {
        long bytes = scenario.DataFiles.Sum(f => new FileInfo(Path.Combine(folder, f.Path)).Length);
        if (bytes > ExperimentDesk.BytesMax)
        {
            throw new UserException($"{path}: its data files are larger than {ExperimentDesk.BytesMax} bytes together");
        }

        return new Submission
        {
            FileName = path,
            Text = text,
            Overrides = overrides,
            Files = [.. scenario.DataFiles.Select(
                f => KeyValuePair.Create(f.Path, File.ReadAllBytes(Path.Combine(folder, f.Path))))],
        };
    }

    private static void Refuse(IReadOnlyList<Problem> problems)
    {
        if (problems.Count > 0)
        {
            string count = problems.Count == 1 ? "1 problem" : $"{problems.Count} problems";
            throw new UserException([count, .. problems.Select(p => $"  {p}")]);
        }
    }
}
