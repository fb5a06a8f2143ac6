using AgentVerse.Model.Records;
using AgentVerse.Results.Experiments;
using AgentVerse.Results.Tables;
using Xunit;

namespace AgentVerse.Tests.Results.Experiments;

public class VerificationTests
{
    private static readonly RecordBatch[] Batches =
    [
        SampleRun.Batch(SampleRun.NoPrice, [1, 0, 1, 10], [2, 0, 1, 30]),
        SampleRun.Batch(SampleRun.Agent, [9, 2, 0, 0, 5]),
    ];

    [Fact]
    public void Files_as_written_fit_the_manifest()
    {
        using var run = new SampleRun();
        Assert.Empty(Verification.Problems(run.Folder, Listed(run, Batches)));
    }

    [Fact]
    public void A_missing_file_is_reported()
    {
        using var run = new SampleRun();
        ManifestRun listed = Listed(run, Batches);
        File.Delete(run.Folder.Absolute(listed.Parts[0].Path));
        Assert.Equal([$"{listed.Parts[0].Path} is missing"], Verification.Problems(run.Folder, listed));
    }

    [Fact]
    public void A_file_with_one_other_byte_is_reported()
    {
        using var run = new SampleRun();
        ManifestRun listed = Listed(run, Batches);
        string path = run.Folder.Absolute(listed.Parts[1].Path);
        byte[] bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);
        string problem = Assert.Single(Verification.Problems(run.Folder, listed));
        Assert.StartsWith($"{listed.Parts[1].Path} has checksum ", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_differ_by_one_unit_are_reported_even_if_the_list_of_files_was_forged()
    {
        using var run = new SampleRun();
        using var forged = new SampleRun();
        ManifestRun listed = Listed(run, Batches);
        RecordBatch[] changed = [SampleRun.Batch(SampleRun.NoPrice, [1, 0, 1, 10], [2, 0, 1, 31]), Batches[1]];
        IReadOnlyList<PartFile> parts = Listed(forged, changed).Parts;
        IReadOnlyList<string> problems = Verification.Problems(forged.Folder, listed with { Parts = parts });
        Assert.Equal(2, problems.Count);
        Assert.StartsWith("table ticks has 2 rows with sum ", problems[0], StringComparison.Ordinal);
        Assert.StartsWith("the run's digest is ", problems[1], StringComparison.Ordinal);
    }

    private static ManifestRun Listed(SampleRun run, RecordBatch[] batches)
    {
        IReadOnlyDictionary<string, TableDigest> digests = SampleRun.Digests(batches);
        return new ManifestRun
        {
            Id = "run-1", Point = 0, Treatment = "control", Replicate = 0, Seed = 1,
            Status = RunStatus.Done, Ticks = 10,
            Digest = RunDigest.Of(digests),
            Tables = ManifestTable.Of(digests),
            Parts = run.Publish(batches),
        };
    }
}
