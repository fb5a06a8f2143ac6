using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AgentVerse.Scenarios;

/// <summary>Contents of a data file, by their hash.</summary>
/// <param name="Path">Path as the scenario names it.</param>
/// <param name="Sha256">SHA-256 of the file's bytes, lower-case hexadecimal.</param>
public sealed record DataHash(string Path, string Sha256);

/// <summary>
/// Names runs and experiments by what they depend on. A run's id is a hash of its scenario with all overrides applied
/// (without <c>description</c>, <c>comparisons</c>, <c>design</c> and <c>execution</c>), the contents of its data files, the replicate and
/// the version; the seed stands in the scenario. So a run that two plans have in common is one run, and a longer plan
/// finds the runs of a shorter one done. Two points of one plan may be the same run (whole values that round alike).
/// </summary>
public static class RunKey
{
    /// <summary>Length of an id: 128 bits in hexadecimal.</summary>
    private const int Length = 32;

    /// <summary>The id of a run: 32 lower-case hexadecimal digits.</summary>
    /// <param name="run">Scenario of the run, as <see cref="ScenarioReader.ReadRun"/> gives it.</param>
    /// <param name="replicate">Index of the replicate, from 0.</param>
    /// <param name="files">Its data files, in any order.</param>
    /// <param name="version">Version of the program: what changes when results may.</param>
    public static string Of(Scenario run, int replicate, IReadOnlyList<DataHash> files, string version)
    {
        List<string> parts =
            ["agentverse run", version, replicate.ToString(CultureInfo.InvariantCulture), run.RunText];
        foreach (DataHash file in files.OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            parts.Add(file.Path);
            parts.Add(file.Sha256);
        }

        return Hash(parts)[..Length];
    }

    /// <summary>SHA-256 of an experiment's canonical text, 64 lower-case hexadecimal digits.</summary>
    public static string Of(Scenario experiment) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(experiment.CanonicalText)));

    /// <summary>Hash of parts, each with its length before it, so that no two lists read the same.</summary>
    private static string Hash(List<string> parts)
    {
        StringBuilder all = new();
        foreach (string part in parts)
        {
            all.Append(CultureInfo.InvariantCulture, $"{part.Length}:").Append(part);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())));
    }
}
