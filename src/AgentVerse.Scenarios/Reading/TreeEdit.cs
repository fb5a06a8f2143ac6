using AgentVerse.Model.Settings;
using AgentVerse.Scenarios.Yaml;

namespace AgentVerse.Scenarios.Reading;

/// <summary>
/// Applies overrides to a tree, before it is checked: an override is good exactly if the file would be with that value
/// written in it. Maps on the way are made where they are missing; items of lists must be there.
/// </summary>
internal sealed class TreeEdit(ProblemLog problems)
{
    /// <summary>The tree with all overrides applied, in order; those that cannot be applied are reported.</summary>
    public MapNode Apply(MapNode root, IEnumerable<Override> overrides)
    {
        foreach (Override one in overrides)
        {
            root = Apply(root, one);
        }

        return root;
    }

    private MapNode Apply(MapNode root, Override one)
    {
        KeyPath? path = KeyPath.Parse(one.Path);
        if (path is null)
        {
            bool empty = one.Path.Length == 0;
            Report(
                one, empty ? "override" : Shown.Text(one.Path), empty ? Shown.Text(one.Value) : "",
                empty ? "path=value" : "a path of keys joined by dots",
                empty ? "write --set path=value" : "write it like populations.miners.count or measures[0].k");
            return root;
        }

        Place place = new(one.File, one.Line);
        Node? value = TreeReader.ReadValue(place, one.Value, problems);
        return value is null ? root : (MapNode?)Set(root, path, 0, value, one) ?? root;
    }

    /// <summary>The node with the value set below it; null where that is impossible, which is reported.</summary>
    private Node? Set(Node node, KeyPath path, int depth, Node value, Override one)
    {
        if (depth == path.Steps.Count)
        {
            return value;
        }

        PathStep step = path.Steps[depth];
        switch (node)
        {
            case MapNode map when step.Index < 0 && map.Find(step.Key) is null && IsIndex(path, depth + 1):
                Report(
                    one, Shown.Text(one.Path), Shown.Text(one.Value), "a path to an item that is there",
                    $"write the list '{Shown.Key(step.Key)}' in the file, or set all of it");
                return null;
            case MapNode map when step.Index < 0:
                Node below = map.Find(step.Key) ?? MapNode.Empty(value.Place);
                Node? changed = Set(below, path, depth + 1, value, one);
                return changed is null ? null : map.With(step.Key, value.Place, changed);
            case ListNode list:
                return SetItem(list, path, depth, value, one);
            case ScalarNode { Type: ScalarType.Null } when step.Index < 0:
                return Set(MapNode.Empty(node.Place), path, depth, value, one);
            default:
                Report(
                    one, Shown.Text(one.Path), Shown.Text(one.Value), "the path of a value",
                    $"'{StepText(step)}' asks for a part of {Kind(node)}");
                return null;
        }
    }

    private static bool IsIndex(KeyPath path, int depth) => depth < path.Steps.Count && path.Steps[depth].Index >= 0;

    private ListNode? SetItem(ListNode list, KeyPath path, int depth, Node value, Override one)
    {
        PathStep step = path.Steps[depth];
        int index = step.IndexIn(list);
        if (index < 0)
        {
            string[] names = [.. list.Items.OfType<MapNode>().Select(m => m.Find("name")).OfType<ScalarNode>()
                .Select(n => Shown.Text(n.Text))];
            bool byIndex = step.Index >= 0 || names.Length == 0;
            string allowed = byIndex
                ? $"a path with an index below {list.Items.Count}"
                : $"a path to {Allowed.OneOf(names)}";
            string fix = byIndex
                ? $"the list has {Shown.Count(list.Items.Count, "item")}"
                : Nearest.WordFix(step.Key, names);
            Report(one, Shown.Text(one.Path), Shown.Text(one.Value), allowed, fix);
            return null;
        }

        Node? changed = Set(list.Items[index], path, depth + 1, value, one);
        return changed is null ? null : list.With(index, changed);
    }

    private static string StepText(PathStep step) => step.Index < 0 ? Shown.Key(step.Key) : $"[{step.Index}]";

    private static string Kind(Node node) => node is MapNode ? "a map" : "a single value";

    private void Report(Override one, string path, string value, string allowed, string fix) =>
        problems.Add(new Problem(one.File, one.Line, path, value, allowed, fix));
}
