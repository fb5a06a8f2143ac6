using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>
/// Deals the nominators of each population evenly over the subnets that name it, the first ones getting what is over.
/// </summary>
internal sealed class NominatorDeal
{
    private readonly SortedDictionary<string, (PopulationPlan Population, int Subnets, int Dealt)> _deals =
        new(StringComparer.Ordinal);
    private readonly Seating _seating;
    private readonly WorldPlanning _planning;

    internal NominatorDeal(IReadOnlyList<SettingsMap> groups, Seating seating, WorldPlanning planning)
    {
        _seating = seating;
        _planning = planning;
        foreach (SettingsMap group in groups)
        {
            if (SubnetPlanning.Optional(group, "nominators", planning) is { } population)
            {
                int before = _deals.TryGetValue(population.Name, out var deal) ? deal.Subnets : 0;
                _deals[population.Name] = (population, before + group.Int32("count"), 0);
            }
        }
    }

    /// <summary>The subnet with the nominators that it gets.</summary>
    internal SubnetSpec Deal(SettingsMap group, SubnetSpec spec)
    {
        if (!_deals.TryGetValue(group.Text("nominators"), out var deal))
        {
            return spec;
        }

        int awake = _seating.Awake(deal.Population);
        int count = (awake / deal.Subnets) + (deal.Dealt < awake % deal.Subnets ? 1 : 0);
        _deals[deal.Population.Name] = deal with { Dealt = deal.Dealt + 1 };
        AgentRef[] nominators = new AgentRef[count];
        for (int i = 0; i < count; i++)
        {
            nominators[i] = _seating.Take(deal.Population);
        }

        return spec with
        {
            Nominations = SubnetDrawing.Nominations(group, spec.Neurons, nominators, _planning),
        };
    }
}
