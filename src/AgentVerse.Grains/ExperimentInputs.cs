using System.Security.Cryptography;
using System.Text.Json;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;
using AgentVerse.Results;
using AgentVerse.Results.Data;
using AgentVerse.Results.Files;
using AgentVerse.Scenarios;

namespace AgentVerse.Grains;

/// <summary>
/// What an experiment was submitted with, kept in its <c>inputs</c>: the scenario as written, the overrides, the data
/// files. All that its runs are a function of, so that the folder alone is enough to run them again.
/// </summary>
public sealed class ExperimentInputs
{
    private const string ScenarioName = "scenario.yaml";
    private const string OverridesName = "overrides.json";
    private readonly string _folder;
    private readonly string _text;
    private readonly IReadOnlyList<Override> _overrides;

    private ExperimentInputs(string folder, string text, IReadOnlyList<Override> overrides)
    {
        _folder = folder;
        _text = text;
        _overrides = overrides;
    }

    /// <summary>Keeps a submission whose scenario was found good, in a new folder.</summary>
    public static ExperimentInputs Keep(ExperimentFolder folder, Submission submission)
    {
        DurableFile.Write(Path.Combine(folder.Inputs, ScenarioName), s => s.Write(System.Text.Encoding.UTF8.GetBytes(submission.Text)));
        DurableFile.Write(
            Path.Combine(folder.Inputs, OverridesName), s => JsonSerializer.Serialize(s, submission.Overrides));
        foreach ((string path, byte[] bytes) in submission.Files)
        {
            string target = folder.Absolute($"inputs/{path}");
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            DurableFile.Write(target, s => s.Write(bytes));
        }

        return Open(folder);
    }

    /// <summary>Opens what was kept.</summary>
    public static ExperimentInputs Open(ExperimentFolder folder)
    {
        using FileStream overrides = File.OpenRead(Path.Combine(folder.Inputs, OverridesName));
        return new ExperimentInputs(
            folder.Inputs,
            File.ReadAllText(Path.Combine(folder.Inputs, ScenarioName)),
            [.. JsonSerializer.Deserialize<string[]>(overrides)!.Select(Override.Parse)]);
    }

    /// <summary>The scenario of the whole experiment.</summary>
    public ScenarioReading Read(Catalogue catalogue) =>
        ScenarioReader.Read(ScenarioName, _text, catalogue, _overrides);

    /// <summary>The scenario of one run.</summary>
    public ScenarioReading ReadRun(Catalogue catalogue, IEnumerable<KeyValuePair<string, string>> overrides) =>
        ScenarioReader.ReadRun(
            ScenarioName, _text, catalogue, [.. _overrides, .. overrides.Select(o => Override.Of(o.Key, o.Value))]);

    /// <summary>Tables of the data files that a scenario names; what is wrong with them goes to the problems.</summary>
    public IReadOnlyDictionary<string, DataTable> Tables(Scenario scenario, ICollection<Problem> problems)
    {
        SortedDictionary<string, DataTable> tables = new(StringComparer.Ordinal);
        foreach (DataFile file in scenario.DataFiles)
        {
            if (DataFiles.Read(_folder, file.Path, problems) is { } table)
            {
                tables.Add(file.Path, table);
            }
        }

        return tables;
    }

    /// <summary>Contents of the data files by their hash.</summary>
    public IReadOnlyList<DataHash> Hashes(Scenario scenario) =>
        [.. scenario.DataFiles.Select(f => new DataHash(
            f.Path, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(_folder, f.Path))))))];
}
