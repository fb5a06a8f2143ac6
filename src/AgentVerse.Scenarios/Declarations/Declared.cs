using AgentVerse.Model.Settings;
using AgentVerse.Scenarios.Yaml;

namespace AgentVerse.Scenarios.Declarations;

/// <summary>Finds the declaration that holds for a place of the tree.</summary>
internal static class Declared
{
    /// <summary>Longest text of a list of texts.</summary>
    public const int TextMax = 200;

    /// <summary>The variant that a map's tag selects, or null where it has no tag or an unknown one.</summary>
    public static Section? VariantOf(Field field, MapNode? map) =>
        map?.Find(field.Tag) is ScalarNode tag
            ? field.Variants.FirstOrDefault(v => string.Equals(v.Name, tag.Text, StringComparison.Ordinal))
            : null;

    /// <summary>The keys of a section, or of a list's item, that has been read.</summary>
    public static IReadOnlyList<Field> FieldsOf(Field field, SettingsMap section)
    {
        if (field.Tag.Length == 0 || !section.Has(field.Tag))
        {
            return field.Nested!.Fields;
        }

        string tag = section.Text(field.Tag);
        Section variant = field.Variants.First(v => string.Equals(v.Name, tag, StringComparison.Ordinal));
        return [.. field.Nested!.Fields, .. variant.Fields];
    }

    /// <summary>The field of one item of <see cref="FieldType.Numbers"/> or <see cref="FieldType.Texts"/>.</summary>
    public static Field ItemOf(Field field) => field.Type == FieldType.Numbers
        ? new Field(field.Name, FieldType.Number, field.Doc) { Unit = field.Unit }
        : field.Choices.Count > 0
            ? new Field(field.Name, FieldType.Choice, field.Doc) { Choices = field.Choices }
            : new Field(field.Name, FieldType.Text, field.Doc) { Min = 1, Max = TextMax };

    /// <summary>
    /// The field at a path, or null where none is declared. Lists are walked in the tree, since their items have
    /// names and kinds there; sections by their declarations, since they need not be written.
    /// </summary>
    public static Field? Find(IReadOnlyList<Field> fields, Node? node, KeyPath path)
    {
        Field? field = null;
        IReadOnlyList<Field> level = fields;
        for (int i = 0; i < path.Steps.Count; i++)
        {
            PathStep step = path.Steps[i];
            if (field?.Type == FieldType.List)
            {
                node = node is ListNode list && step.IndexIn(list) is >= 0 and var at ? list.Items[at] : null;
                level = FieldsOf(field, node as MapNode);
                if (node is null || ++i == path.Steps.Count)
                {
                    return null;
                }

                step = path.Steps[i];
            }

            field = step.Index < 0 ? level.FirstOrDefault(f => f.Name == step.Key)
                : field?.Type is FieldType.Numbers or FieldType.Texts ? ItemOf(field)
                : null;
            if (field is null)
            {
                return null;
            }

            node = (node as MapNode)?.Find(step.Key);
            level = field.Type == FieldType.Section ? FieldsOf(field, node as MapNode) : [];
        }

        return field;
    }

    private static IReadOnlyList<Field> FieldsOf(Field field, MapNode? map) =>
        [.. field.Nested!.Fields, .. VariantOf(field, map)?.Fields ?? []];
}
