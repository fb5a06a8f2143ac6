namespace AgentVerse.Model.Contracts;

/// <summary>
/// All networks, kinds, policies and measures that scenarios may name. Ours register through the same calls as a
/// researcher's plug-in. Names are unique; registering one twice is a programmer's error.
/// </summary>
public sealed class Catalogue
{
    private readonly SortedDictionary<string, Network> _networks = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, AgentKind> _kinds = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, PolicyKind> _policies = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Measure> _measures = new(StringComparer.Ordinal);

    /// <summary>Networks by name, in ordinal order.</summary>
    public IReadOnlyDictionary<string, Network> Networks => _networks;

    /// <summary>Kinds of agents by name, in ordinal order.</summary>
    public IReadOnlyDictionary<string, AgentKind> Kinds => _kinds;

    /// <summary>Measures by name, in ordinal order.</summary>
    public IReadOnlyDictionary<string, Measure> Measures => _measures;

    /// <summary>Policies in ordinal order of kind and name.</summary>
    public IEnumerable<PolicyKind> Policies => _policies.Values;

    /// <summary>Policies of one kind, in ordinal order.</summary>
    public IReadOnlyList<PolicyKind> PoliciesOf(string kind) =>
        [.. _policies.Values.Where(p => string.Equals(p.Kind, kind, StringComparison.Ordinal))];

    /// <summary>Registers a network.</summary>
    public Catalogue Add(Network network)
    {
        Invariant.Check(_networks.TryAdd(network.Name, network), $"network '{network.Name}' is registered once");
        return this;
    }

    /// <summary>Registers a kind of agents.</summary>
    public Catalogue Add(AgentKind kind)
    {
        Invariant.Check(_kinds.TryAdd(kind.Name, kind), $"kind '{kind.Name}' is registered once");
        return this;
    }

    /// <summary>Registers a policy.</summary>
    public Catalogue Add(PolicyKind policy)
    {
        bool added = _policies.TryAdd($"{policy.Kind}/{policy.Name}", policy);
        Invariant.Check(added, $"policy '{policy.Name}' of '{policy.Kind}' is registered once");
        return this;
    }

    /// <summary>Registers a measure.</summary>
    public Catalogue Add(Measure measure)
    {
        Invariant.Check(_measures.TryAdd(measure.Name, measure), $"measure '{measure.Name}' is registered once");
        return this;
    }

    /// <summary>Registers all that a plug-in brings.</summary>
    public Catalogue Add(IPlugin plugin)
    {
        plugin.Register(this);
        return this;
    }
}
