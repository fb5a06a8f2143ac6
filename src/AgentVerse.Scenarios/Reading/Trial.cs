using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;
using AgentVerse.Scenarios.Yaml;

namespace AgentVerse.Scenarios.Reading;

/// <summary>
/// Tries overrides on a scenario without design: whatever is wrong then and was not before is their problem.
/// </summary>
internal sealed class Trial(Catalogue catalogue, IReadOnlyList<Field> fields, MapNode root, ProblemLog problems)
{
    /// <summary>First keys of paths that a treatment or a plan may set.</summary>
    private static readonly string[] Roots =
        ["start", "tick", "ticks", "networks", "populations", "record", "measures"];

    /// <summary>The tree without its design and what compares the design's treatments.</summary>
    public MapNode Root { get; } = root.Without("design").Without("comparisons");

    /// <summary>Declarations of the scenario.</summary>
    public IReadOnlyList<Field> Fields => fields;

    /// <summary>
    /// Whether the overrides are good together; if not, their problems are reported, each with the place where they
    /// hold.
    /// </summary>
    public bool Run(IReadOnlyList<Override> set, string place)
    {
        int before = problems.Count;
        if (set.All(one => MayBeSet(one)))
        {
            ProblemLog tried = new();
            MapNode changed = new TreeEdit(tried).Apply(Root, set);
            _ = Checked.Of(catalogue, fields, changed, tried);
            foreach (Problem problem in tried.Sorted())
            {
                if (!problems.Contains(problem))
                {
                    problems.Add(problem with { Fix = $"{problem.Fix} ({place})" });
                }
            }
        }

        return problems.Count == before;
    }

    /// <summary>
    /// Reports overrides that set what an earlier one of them sets (or one of those before them), or a part of it:
    /// which of the two would hold, nobody could see.
    /// </summary>
    public void CheckOverlaps(IEnumerable<Override> set, IReadOnlyList<Override>? before = null)
    {
        List<(string Path, Override One)> seen =
            [.. (before ?? []).Select(one => (Resolve(one.Path), one)).Where(s => s.Item1.Length > 0)];
        foreach (Override one in set)
        {
            string path = Resolve(one.Path);
            if (path.Length == 0)
            {
                continue;
            }

            foreach ((string other, Override earlier) in seen)
            {
                if (IsPart(path, other) || IsPart(other, path))
                {
                    string where = earlier.Line > 0 ? $" on line {earlier.Line}" : "";
                    Report(
                        one, $"a path apart from '{Shown.Text(earlier.Path)}'{where}", "remove one of the two");
                    break;
                }
            }

            seen.Add((path, one));
        }
    }

    private bool MayBeSet(Override one)
    {
        string first = one.Path.Split('.', '[')[0];
        bool may = Roots.Contains(first);
        if (!may && fields.Any(f => f.Name == first))
        {
            Report(one, $"a path under {Allowed.OneOf(Roots)}", "remove it: a design cannot change that key");
        }
        else if (!may)
        {
            Report(one, $"a path under {Allowed.OneOf(Roots)}", Nearest.WordFix(first, Roots));
        }

        return may;
    }

    private void Report(Override one, string allowed, string fix) => problems.Add(
        new Problem(one.File, one.Line, Shown.Text(one.Path), Shown.Text(one.Value), allowed, fix));

    /// <summary>The path with the indices of list items in place of their names; empty where it is no path.</summary>
    private string Resolve(string text)
    {
        if (KeyPath.Parse(text) is not { } path)
        {
            return "";
        }

        string resolved = "";
        Node? node = Root;
        foreach (PathStep step in path.Steps)
        {
            int index = node is ListNode items ? step.IndexIn(items) : step.Index;
            resolved += index >= 0 ? $".{index}" : $".{step.Key}";
            node = node switch
            {
                MapNode map => map.Find(step.Key),
                ListNode list when index >= 0 => list.Items[index],
                _ => null,
            };
        }

        return resolved[1..];
    }

    private static bool IsPart(string path, string whole) =>
        path.StartsWith(whole, StringComparison.Ordinal) &&
        (path.Length == whole.Length || path[whole.Length] == '.');
}
