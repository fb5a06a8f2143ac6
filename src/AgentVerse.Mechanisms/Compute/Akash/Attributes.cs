namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>What a provider says of itself, or an auditor of it: a key and a value.</summary>
/// <param name="Key">Key; in a requirement * stands for any letters but a slash, ? for one of them.</param>
/// <param name="Value">Value.</param>
public readonly record struct AttributeEntry(string Key, string Value);

/// <summary>Who must have signed a provider's attributes.</summary>
/// <param name="AllOf">Auditors all of whom must have.</param>
/// <param name="AnyOf">Auditors one of whom must have.</param>
public readonly record struct SignedBy(IReadOnlyList<string> AllOf, IReadOnlyList<string> AnyOf);

/// <summary>Matching of attributes.</summary>
/// <remarks>
/// Source: akash-network/akash-api 439f3ee, go/node/types/v1beta3/attribute.go (SubsetOf) and
/// go/node/deployment/v1beta3/groupspec.go (MatchRequirements).
/// </remarks>
public static class Attributes
{
    /// <summary>Whether each required attribute is among those declared.</summary>
    public static bool IsSubset(
        IReadOnlyList<AttributeEntry> required, IReadOnlyList<AttributeEntry> declared)
    {
        foreach (AttributeEntry need in required)
        {
            if (!IsAmong(need, declared))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether an attribute is among those declared.</summary>
    public static bool IsAmong(AttributeEntry need, IReadOnlyList<AttributeEntry> declared)
    {
        foreach (AttributeEntry one in declared)
        {
            if (string.Equals(need.Value, one.Value, StringComparison.Ordinal) && Matches(need.Key, one.Key))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a provider's attributes are as required: without signers its own; else every auditor of AllOf must have
    /// signed all that is required, and one of AnyOf, where these are given.
    /// </summary>
    /// <param name="required">What is required.</param>
    /// <param name="own">What the provider says.</param>
    /// <param name="signers">Whom the tenant trusts.</param>
    /// <param name="signed">What auditors signed, by auditor.</param>
    /// <param name="chain">Parameters.</param>
    public static bool MatchSigned(
        IReadOnlyList<AttributeEntry> required, IReadOnlyList<AttributeEntry> own, SignedBy signers,
        IReadOnlyDictionary<string, IReadOnlyList<AttributeEntry>> signed, AkashParameters chain)
    {
        if (signers.AllOf.Count == 0 && signers.AnyOf.Count == 0)
        {
            return IsSubset(required, own);
        }

        bool HasSigned(string auditor) =>
            signed.TryGetValue(auditor, out IReadOnlyList<AttributeEntry>? some) && IsSubset(required, some);
        int all = signers.AllOf.Count(HasSigned);
        int any = signers.AnyOf.Count(HasSigned);
        return signed.Count > 0 && Satisfies((signers.AllOf.Count, all), (signers.AnyOf.Count, any), chain);
    }

    /// <summary>Whether enough of the auditors asked for have signed.</summary>
    /// <param name="allOf">Auditors all of whom must have signed, and how many of them have.</param>
    /// <param name="anyOf">Auditors one of whom must have signed, and how many of them have.</param>
    /// <param name="chain">Parameters.</param>
    public static bool Satisfies((int Asked, int Signed) allOf, (int Asked, int Signed) anyOf, AkashParameters chain)
    {
        bool all = allOf.Signed == allOf.Asked || !chain.Holds(Rule.AllSignersMustHaveSigned);
        int needed = anyOf.Asked == 0 ? 0 : chain.Holds(Rule.OneSignerIsEnoughForAnyOf) ? 1 : anyOf.Asked + 1;
        return all && anyOf.Signed >= needed;
    }

    /// <summary>Whether a key has the form of a pattern: * is any letters but a slash, ? one such letter.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> key)
    {
        while (!pattern.IsEmpty)
        {
            if (pattern[0] == '*')
            {
                for (int skipped = 0; skipped <= key.Length; skipped++)
                {
                    if (Matches(pattern[1..], key[skipped..]))
                    {
                        return true;
                    }

                    if (skipped < key.Length && key[skipped] == '/')
                    {
                        return false;
                    }
                }

                return false;
            }

            if (key.IsEmpty || (pattern[0] == '?' ? key[0] == '/' : key[0] != pattern[0]))
            {
                return false;
            }

            pattern = pattern[1..];
            key = key[1..];
        }

        return key.IsEmpty;
    }
}
