using AgentVerse.Cli.Conformance;
using AgentVerse.Cli.Conformance.Bittensor;
using AgentVerse.Tests.Cli.Conformance;

using Xunit;

namespace AgentVerse.Tests.Mechanisms.Intelligence.Bittensor;

/// <summary>The chain's own numbers, file by file, through the runner that users have.</summary>
public sealed class PublishedNumbersTests
{
    private static readonly IReadOnlyList<CaseFile> Files = PublishedCases.Of("bittensor");

    public static TheoryData<string> FileNames => [.. Files.Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(FileNames))]
    public void Every_published_case_agrees(string name) =>
        PublishedCases.Agree(Files.Single(f => f.Name == name), BittensorOperations.All);

    [Fact]
    public void The_epoch_agrees_to_the_last_bit_with_the_exact_engine()
    {
        foreach (Case one in Files.Single(f => f.Name == "epoch.json").Cases.Where(c => c.Field("derived") is not null))
        {
            System.Text.Json.JsonElement actual =
                System.Text.Json.JsonSerializer.SerializeToElement(BittensorOperations.All["epoch"].Run(one));
            Assert.Empty(Comparison.Of(one.Field("derived")!.Value, actual, _ => 0).Select(m => $"{one.Id} {m}"));
        }
    }
}
