using AgentVerse.Cli.Conformance;
using AgentVerse.Cli.Conformance.Akash;
using AgentVerse.Tests.Cli.Conformance;

using Xunit;

namespace AgentVerse.Tests.Mechanisms.Compute.Akash;

/// <summary>The chain's own numbers, file by file, through the runner that users have.</summary>
public sealed class PublishedNumbersTests
{
    private static readonly IReadOnlyList<CaseFile> Files =
        [.. PublishedCases.Of("compute").Where(f => f.Name.StartsWith("akash", StringComparison.Ordinal))];

    public static TheoryData<string> FileNames => [.. Files.Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(FileNames))]
    public void Every_published_case_agrees(string name) =>
        PublishedCases.Agree(Files.Single(f => f.Name == name), AkashOperations.All);

    [Fact]
    public void All_seven_files_are_here() => Assert.Equal(7, Files.Count);
}
