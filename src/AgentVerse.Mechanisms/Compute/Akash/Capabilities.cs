namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>Whether a provider has the GPUs and storage that a group needs, by the attributes it declares.</summary>
/// <remarks>
/// Source: akash-network/akash-api 439f3ee, go/node/deployment/v1beta3/groupspec.go (MatchResourcesRequirements) and
/// go/node/types/v1beta3/attribute.go (GetCapabilitiesGroup, GetCapabilitiesMap, IN, AnyIN).
/// </remarks>
public static class Capabilities
{
    private const string Prefix = "capabilities/";

    /// <summary>
    /// Whether one group <c>capabilities/storage/n/...</c> has all the attributes that a volume needs; a volume without
    /// attributes needs none.
    /// </summary>
    public static bool HasStorage(
        IReadOnlyList<AttributeEntry> volume, IReadOnlyList<AttributeEntry> declared)
    {
        SortedDictionary<string, List<AttributeEntry>> groups = new(StringComparer.Ordinal);
        foreach (AttributeEntry one in declared)
        {
            string[] tokens = Tokens(one.Key, "storage");
            if (tokens.Length == 3)
            {
                groups.TryAdd(tokens[1], []);
                groups[tokens[1]].Add(new AttributeEntry(tokens[2], one.Value));
            }
        }

        return volume.Count == 0 || groups.Values.Any(group => Attributes.IsSubset(volume, group));
    }

    /// <summary>
    /// Whether one of the GPUs that would do (<c>vendor/nvidia/model/a100</c>, <c>model/*</c>) is among
    /// <c>capabilities/gpu/...</c>; no GPUs named need none.
    /// </summary>
    public static bool HasGpu(IReadOnlyList<AttributeEntry> anyOf, IReadOnlyList<AttributeEntry> declared)
    {
        List<AttributeEntry> gpus = [];
        foreach (AttributeEntry one in declared)
        {
            string[] tokens = Tokens(one.Key, "gpu");
            if (tokens.Length >= 3)
            {
                gpus.Add(new AttributeEntry(string.Join('/', tokens[1..]), one.Value));
            }
        }

        return anyOf.Count == 0 || anyOf.Any(gpu => Attributes.IsAmong(gpu, gpus));
    }

    private static string[] Tokens(string key, string capability) =>
        key.StartsWith(Prefix + capability, StringComparison.Ordinal) ? key[Prefix.Length..].Split('/') : [];
}
