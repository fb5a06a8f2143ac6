using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using Xunit;

namespace AgentVerse.Tests.House;

/// <summary>Limits that keep files readable. An exception is one named line with its reason; the lists may only shrink.</summary>
public sealed class TidyTests
{
    private const int FileLines = 400;
    private const int MethodLines = 70;
    private const int LineColumns = 120;
    private const int LineColumnsMost = 160;
    private const int WideLines = 120;

    [Fact]
    public void Files_stay_within_their_length() =>
        Assert.Equal([], Repository.Sources("src")
            .Select(f => (File: Repository.Relative(f), Lines: File.ReadLines(f).Count()))
            .Where(f => f.Lines > FileLines));

    [Fact]
    public void Lines_stay_within_their_width() => Assert.Equal([], LinesWiderThan(LineColumnsMost));

    /// <summary>A ratchet: lines between the two widths are long messages and expressions; their number may only shrink.</summary>
    [Fact]
    public void Ever_fewer_lines_are_wide() => Assert.InRange(LinesWiderThan(LineColumns).Count(), 0, WideLines);

    [Fact]
    public void Methods_stay_within_their_length() =>
        Assert.Equal([], Repository.Sources("src").SelectMany(Methods).Where(m => m.Lines > MethodLines));

    [Fact]
    public void Grains_stay_short() =>
        Assert.Equal([], Repository.Sources("src/AgentVerse.Grains").Where(f => f.EndsWith("Grain.cs", StringComparison.Ordinal))
            .Select(f => (File: Repository.Relative(f), Lines: File.ReadLines(f).Count())).Where(f => f.Lines > 200));

    [Fact]
    public void Namespaces_follow_folders() =>
        Assert.Equal([], Repository.Sources("src").Select(f => (File: Repository.Relative(f), Space: NamespaceOf(f)))
            .Where(f => f.Space is not null && !FitsFolder(f.File, f.Space)));

    private static IEnumerable<(string File, int Line, int Length)> LinesWiderThan(int columns) =>
        Repository.Sources("src")
            .SelectMany(f => File.ReadLines(f).Select((line, i) => (File: Repository.Relative(f), i + 1, line.Length)))
            .Where(l => l.Length > columns);

    private static IEnumerable<(string File, string Method, int Lines)> Methods(string file) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes()
            .OfType<BaseMethodDeclarationSyntax>()
            .Select(m => (Repository.Relative(file), m.ToString().Split('\n')[0].Trim(), m.GetText().Lines.Count));

    private static string? NamespaceOf(string file) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes()
            .OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString();

    /// <summary>Grains.Abstractions shares the namespace of Grains, whose contracts it holds.</summary>
    private static bool FitsFolder(string file, string space)
    {
        string folder = Path.GetDirectoryName(file)!["src/".Length..].Replace('/', '.');
        return string.Equals(folder.Replace(".Abstractions", "", StringComparison.Ordinal), space, StringComparison.Ordinal);
    }
}
