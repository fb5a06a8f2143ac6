using AgentVerse.Grains;
using AgentVerse.Results.Experiments;

namespace AgentVerse.Cli.Runs;

/// <summary>One run as the program prints it.</summary>
/// <param name="Number">Number in the plan, from 1.</param>
/// <param name="Id">Its id.</param>
/// <param name="Point">Point of the design.</param>
/// <param name="Treatment">Name of the treatment.</param>
/// <param name="Replicate">Number of the replicate.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Ticks">Ticks that are done.</param>
/// <param name="Digest">Digest; empty until it is done.</param>
/// <param name="Error">Why it failed; empty if it did not.</param>
internal sealed record RunLine(
    int Number, string Id, int Point, string Treatment, int Replicate, string Status, int Ticks, string Digest,
    string Error)
{
    internal static IReadOnlyList<RunLine> Of(ExperimentStatus status) => [.. status.Runs.Select((r, i) => new RunLine(
        i + 1, r.Spec.RunId, r.Spec.Point, r.Spec.Treatment, r.Spec.Replicate, Word(r.Status.Phase), r.Status.TicksDone,
        r.Status.Digest, r.Status.Error))];

    internal static IReadOnlyList<RunLine> Of(Manifest manifest) => [.. manifest.Runs.Select((r, i) => new RunLine(
        i + 1, r.Id, r.Point, r.Treatment, r.Replicate, Word(r.Status), r.Ticks, r.Digest, r.Error))];

    internal static string Word<T>(T status)
        where T : struct, Enum => status.ToString().ToLowerInvariant();
}
