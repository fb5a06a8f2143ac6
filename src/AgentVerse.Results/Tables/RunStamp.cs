using AgentVerse.Model;

namespace AgentVerse.Results.Tables;

/// <summary>What says which run rows belong to and how to run it again; written into every file.</summary>
/// <param name="Run">Id of the run: letters, digits, <c>-</c> and <c>_</c>, at most 64.</param>
/// <param name="Point">Point of the design.</param>
/// <param name="Treatment">Name of the treatment.</param>
/// <param name="Replicate">Number of the replicate.</param>
/// <param name="Seed">Seed.</param>
/// <param name="Version">Version of AgentVerse.</param>
/// <param name="Scenario">Canonical text of the scenario with the overrides of this run.</param>
public sealed record RunStamp(
    string Run, int Point, string Treatment, int Replicate, ulong Seed, string Version, string Scenario)
{
    private const int RunLengthMax = 64;

    /// <summary>Id of the run, which also names its files.</summary>
    public string Run { get; init; } = Checked(Run);

    private static string Checked(string run)
    {
        bool plain = run.Length is > 0 and <= RunLengthMax
            && run.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
        Invariant.Check(plain, $"'{run}' is an id of letters, digits, - and _");
        return run;
    }
}
