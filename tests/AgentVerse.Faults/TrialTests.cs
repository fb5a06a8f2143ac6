using Xunit.Abstractions;

namespace AgentVerse.Faults;

/// <summary>Whatever befalls a cluster, its runs end with the digests of undisturbed ones.</summary>
public sealed class TrialTests(ITestOutputHelper output)
{
    /// <summary>Trials of the short set; `--long` of the program has the long one.</summary>
    private const int Trials = 10;

    [Fact]
    public async Task Every_trial_ends_with_the_digest_of_the_undisturbed_run()
    {
        TrialSeries series = await TrialSeries.Run(Enumerable.Range(0, Trials), output.WriteLine);
        output.WriteLine(series.Summary());
        Assert.Empty(series.Results.Where(r => r.Wrong.Length > 0).Select(r => $"{r.Plan}: {r.Wrong}"));
    }
}
