using AgentVerse.Cli.Conformance;
using AgentVerse.Cli.Conformance.Render;
using AgentVerse.Tests.Cli.Conformance;

using Xunit;

namespace AgentVerse.Tests.Mechanisms.Compute.Render;

/// <summary>The proposals' own numbers, file by file, through the runner that users have.</summary>
public sealed class PublishedNumbersTests
{
    private static readonly IReadOnlyList<CaseFile> Files = PublishedCases.Of("render");

    public static TheoryData<string> FileNames => [.. Files.Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(FileNames))]
    public void Every_published_case_agrees(string name) =>
        PublishedCases.Agree(Files.Single(f => f.Name == name), RenderOperations.All);
}
