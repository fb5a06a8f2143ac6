using AgentVerse.Model;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Controllers;
using AgentVerse.Model.Numerics;
using AgentVerse.Model.Settings;

namespace AgentVerse.Simulation;

/// <summary>
/// Plans a world: networks in order of their names, then kinds and policies; or says all that is wrong.
/// </summary>
public static class WorldBuilder
{
    /// <summary>Most shards a run may have: intents name them in 16 bits, the last of which is the engine's.</summary>
    public const int MostShards = ushort.MaxValue - 1;

    /// <summary>The world of a draft; null if there are problems.</summary>
    public static (World? World, IReadOnlyList<Problem> Problems) Build(Catalogue catalogue, WorldDraft draft)
    {
        WorldPlanning planning = new()
        {
            Start = draft.Start,
            TickSeconds = draft.TickSeconds,
            Ticks = draft.Ticks,
            Draws = new Draws(draft.Seed, draft.Replicate),
            Populations = draft.Populations,
            Tables = draft.Tables,
        };
        List<string> events = [];
        foreach (KeyValuePair<string, SettingsMap> entry in WithControllers(catalogue, draft))
        {
            Network network = catalogue.Networks[entry.Key];
            AddNetwork(planning, network, entry.Value);
            events.AddRange(network.Events.Select(e => e.Name));
        }

        Behaviour[] behaviours = [.. draft.Populations.Select(p => p.Kind.Bind(p, planning))];
        IReadOnlyList<Policy>[] policies = [.. draft.Populations.Select(p => BindPolicies(catalogue, p, planning))];
        if (planning.Problems.Count > 0)
        {
            return (null, planning.Problems);
        }

        TotalsLayout totals = new(planning.Tokens, draft.Populations);
        string[] eventNames = [.. events.Distinct().Order(StringComparer.Ordinal)];
        Recording recording = new(
            draft.Populations, planning.Shards, eventNames, totals, draft.PanelEvery, draft.PanelShare);
        WorldPlan plan = new()
        {
            Start = draft.Start,
            TickSeconds = draft.TickSeconds,
            Ticks = draft.Ticks,
            Draws = planning.Draws,
            Tokens = planning.Tokens,
            Shards = planning.Shards,
            Populations = draft.Populations,
            Behaviours = behaviours,
            Policies = policies,
            ControllerShard = planning.Shards.FindIndex(s => s.Network == ControllerTerms.Network),
            Totals = totals,
            EventNames = eventNames,
            Tables = recording.Tables,
        };
        return (new World(plan, recording), []);
    }

    /// <summary>The networks of the draft; that of controllers too where one population commands another.</summary>
    private static IEnumerable<KeyValuePair<string, SettingsMap>> WithControllers(Catalogue catalogue, WorldDraft draft)
    {
        const string Name = ControllerTerms.Network;
        if (draft.Populations.All(p => p.ControlledBy < 0) || draft.Networks.Any(n => n.Key == Name))
        {
            return draft.Networks;
        }

        Invariant.Check(catalogue.Networks.ContainsKey(Name), $"the catalogue has the network '{Name}'");
        SettingsMap none = new("", $"networks.{Name}", 0, [], []);
        return draft.Networks.Append(new(Name, none)).OrderBy(n => n.Key, StringComparer.Ordinal);
    }

    private static void AddNetwork(WorldPlanning planning, Network network, SettingsMap settings)
    {
        NetworkPlan plan = network.Plan(settings, planning);
        foreach (TokenInfo token in plan.Tokens)
        {
            // Where the settings have problems, such as one number for two subnets, those say it better.
            bool isNew = planning.FindToken(token.Name) < 0 || planning.Problems.Count > 0;
            Invariant.Check(isNew, $"'{network.Name}' ensures '{token.Name}', which others may plan");
            planning.Tokens.Add(token);
        }

        for (int i = 0; i < plan.Shards.Count; i++)
        {
            ulong key = StableHash.Of($"{network.Name}/{plan.Shards[i].Name}");
            planning.Shards.Add(new ShardInfo(planning.Shards.Count, network.Name, i, key, plan.Shards[i]));
        }

        if (planning.Shards.Count > MostShards)
        {
            planning.Problems.Add(new Problem(
                settings.File, settings.Line, settings.Path, $"{planning.Shards.Count} shards",
                $"at most {MostShards} shards in a run", "ask for fewer"));
        }
    }

    private static Policy[] BindPolicies(Catalogue catalogue, PopulationPlan population, WorldPlanning planning)
    {
        IReadOnlyList<PolicyKind> known = catalogue.PoliciesOf(population.Kind.Name);
        return
        [
            .. population.PolicyNames.Select(name =>
                known.First(p => string.Equals(p.Name, name, StringComparison.Ordinal)).Bind(population, planning)),
        ];
    }
}
