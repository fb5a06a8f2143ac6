using AgentVerse.Model.Records;
using AgentVerse.Results.Tables;

namespace AgentVerse.Results.Experiments;

/// <summary>
/// What an experiment is and how far it has come: the file <c>manifest.json</c>. It says nothing of the machine, so
/// that two machines that did the same write the same.
/// </summary>
public sealed record Manifest
{
    /// <summary>Version of the manifest's own layout.</summary>
    public const int FormatNow = 1;

    /// <summary>Version of the layout that this manifest has.</summary>
    public int Format { get; init; } = FormatNow;

    /// <summary>Name of the experiment.</summary>
    public required string Name { get; init; }

    /// <summary>Version of AgentVerse.</summary>
    public required string Version { get; init; }

    /// <summary>Name of the way in which rows are digested.</summary>
    public string DigestScheme { get; init; } = RunDigest.Scheme;

    /// <summary>The plan of runs, in words.</summary>
    public required string Design { get; init; }

    /// <summary>Canonical text of the scenario as run.</summary>
    public required string Scenario { get; init; }

    /// <summary>Whatever else is needed to run it again: hashes of data files, plug-ins and their versions.</summary>
    public SortedDictionary<string, string> Provenance { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The runs, in the order of the plan.</summary>
    public IReadOnlyList<ManifestRun> Runs { get; init; } = [];

    /// <summary>A run by its id, or null.</summary>
    public ManifestRun? Find(string run) =>
        Runs.FirstOrDefault(r => string.Equals(r.Id, run, StringComparison.Ordinal));

    /// <summary>The manifest with one run added, or changed where it was.</summary>
    public Manifest With(ManifestRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        ManifestRun? before = Find(run.Id);
        return before is null
            ? this with { Runs = [.. Runs, run] }
            : this with { Runs = [.. Runs.Select(r => ReferenceEquals(r, before) ? run : r)] };
    }
}

/// <summary>One run of an experiment.</summary>
public sealed record ManifestRun
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Point of the design.</summary>
    public required int Point { get; init; }

    /// <summary>Name of the treatment.</summary>
    public required string Treatment { get; init; }

    /// <summary>Number of the replicate.</summary>
    public required int Replicate { get; init; }

    /// <summary>Seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>What this run changes in the scenario: path and value.</summary>
    public SortedDictionary<string, string> Overrides { get; init; } = new(StringComparer.Ordinal);

    /// <summary>How far it has come.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>Why it failed; empty otherwise.</summary>
    public string Error { get; init; } = "";

    /// <summary>Ticks that are done and committed.</summary>
    public int Ticks { get; init; }

    /// <summary>Digest of all rows (<see cref="RunDigest"/>); empty until the run is done.</summary>
    public string Digest { get; init; } = "";

    /// <summary>Digests of the tables, in order of their names.</summary>
    public IReadOnlyList<ManifestTable> Tables { get; init; } = [];

    /// <summary>Interventions, in order: what the rows depend on beside the inputs.</summary>
    public IReadOnlyList<ManifestIntervention> Interventions { get; init; } = [];

    /// <summary>Published files, in order of their paths.</summary>
    public IReadOnlyList<PartFile> Parts { get; init; } = [];
}

/// <summary>An intervention in a run: from a tick on an agent follows another policy.</summary>
/// <param name="Tick">First tick.</param>
/// <param name="Population">Index of the population.</param>
/// <param name="Index">Index of the agent in it.</param>
/// <param name="Policy">Index of the policy among the population's.</param>
public sealed record ManifestIntervention(int Tick, int Population, int Index, int Policy);

/// <summary>Digest of one table of a run.</summary>
/// <param name="Name">Name of the table.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="Sum">Sum of the row hashes mod 2^128, 32 hexadecimal digits.</param>
public sealed record ManifestTable(string Name, long Rows, string Sum)
{
    /// <summary>Entries of some digests, in order of their names.</summary>
    public static IReadOnlyList<ManifestTable> Of(IEnumerable<KeyValuePair<string, TableDigest>> digests) =>
        [.. digests.OrderBy(d => d.Key, StringComparer.Ordinal)
            .Select(d => new ManifestTable(d.Key, d.Value.Rows, d.Value.SumText))];
}

/// <summary>How far a run has come.</summary>
public enum RunStatus
{
    /// <summary>Planned or under way.</summary>
    Running,

    /// <summary>Ended as planned.</summary>
    Done,

    /// <summary>Ended by an error.</summary>
    Failed,

    /// <summary>Ended by its user.</summary>
    Stopped,
}
