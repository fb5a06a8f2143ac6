using AgentVerse.Agents.Choice;
using AgentVerse.Agents.GpuProvider.Akash;
using AgentVerse.Agents.Render;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Compute;
using AgentVerse.Model.Networks.Markets;

namespace AgentVerse.Agents.GpuProvider.Choosing;

/// <summary>What all providers of a population choose with; immutable.</summary>
internal sealed class ProviderMind
{
    private readonly double _detections;
    private readonly int _usd;

    internal ProviderMind(string policy, PopulationPlan population, WorldPlanning planning)
    {
        Choice = ChoiceSettings.Of(population.Settings);
        Rule = new NestedLogit(Choice.Temperature);
        ProviderPlace[] all = [new AkashPlace(policy, population, planning), new RenderPlace(population, planning)];
        Places =
        [
            .. population.Settings.Texts("networks").Select(name => all.Single(
                p => string.Equals(p.Name, name, StringComparison.Ordinal))),
        ];
        if (!Places.Any(place => planning.ShardsOf(place.Name).Count > 0))
        {
            planning.Problems.Add(population.Settings.Problem(
                "networks", string.Join(", ", Places.Select(place => place.Name)), "a network of the run",
                "name one that the scenario has under networks"));
        }

        _detections = population.Settings.Number("believedDetections");
        _usd = planning.FindToken(MarketTerms.Usd);
    }

    /// <summary>The keys of choice.</summary>
    internal ChoiceSettings Choice { get; }

    /// <summary>How it picks.</summary>
    internal IChoiceRule Rule { get; }

    /// <summary>The networks that they choose among; they begin on the first that takes them.</summary>
    internal IReadOnlyList<ProviderPlace> Places { get; }

    /// <summary>A network by its place among those of compute, or null.</summary>
    internal ProviderPlace? PlaceOf(int network)
    {
        foreach (ProviderPlace place in Places)
        {
            if (place.Network == network)
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>Days for which units that move serve nobody; -1 for nowhere.</summary>
    internal double LeadDays(int from, int to) =>
        (PlaceOf(from)?.CooldownDays ?? 0) + (PlaceOf(to)?.WarmUpDays ?? 0);

    /// <summary>Terms of selling the same units again, with what this population believes and minds.</summary>
    /// <param name="terms">Terms of serving alone.</param>
    /// <param name="second">What the other networks bring, USD a day.</param>
    /// <param name="scale">What the choice is scaled by, USD a day.</param>
    internal ValueTerms Dishonest(in ValueTerms terms, double second, double scale) =>
        DoubleSelling.Terms(terms, second, _detections, Choice.HonestyCost * scale);

    /// <summary>Wealth that risk is set against, USD.</summary>
    internal double WealthOf(AgentTick agent) =>
        _usd < 0 ? 0 : agent.Wallet(_usd) / (double)ComputeTerms.UsdUnit;
}
