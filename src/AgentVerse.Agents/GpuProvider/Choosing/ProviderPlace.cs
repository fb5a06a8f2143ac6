using AgentVerse.Agents.Choice;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Compute;
using AgentVerse.Model.Settings;

namespace AgentVerse.Agents.GpuProvider.Choosing;

/// <summary>A way to serve a network and what it is worth, entry and switching aside.</summary>
/// <param name="Ask">Price of a unit and hour, 1e-6 USD; 0 where the network makes the price.</param>
/// <param name="Terms">Its terms.</param>
internal readonly record struct ProviderOffer(long Ask, ValueTerms Terms);

/// <summary>
/// One network as providers see it who choose among networks: what standing there is worth, and how to come and go.
/// </summary>
internal abstract class ProviderPlace
{
    /// <summary>Most ways to serve one network.</summary>
    internal const int MostOffers = 8;

    private const double SecondsPerDay = 86_400;

    protected ProviderPlace(string network, SettingsMap settings)
    {
        Name = network;
        Network = ComputeTerms.NetworkIndex(network);
        CooldownDays = settings.Integer(CooldownOf(network)) / SecondsPerDay;
        WarmUpDays = settings.Integer(WarmUpOf(network)) / SecondsPerDay;
    }

    /// <summary>Keys of how long units are neither here nor there.</summary>
    internal static IEnumerable<Field> Fields => ComputeTerms.Networks.SelectMany(n => new[]
    {
        Field.Duration(
            CooldownOf(n), 0, 0, 3650 * 86_400, $"Time for which units that leave {n} cannot serve elsewhere.",
            $"networks/{n}.md: none"),
        Field.Duration(
            WarmUpOf(n), 0, 0, 3650 * 86_400, $"Time before units that come to {n} can serve there.",
            $"networks/{n}.md: none"),
    });

    /// <summary>Name of the network.</summary>
    internal string Name { get; }

    /// <summary>Place of the network among those of compute.</summary>
    internal int Network { get; }

    /// <summary>Days for which units that leave cannot serve elsewhere.</summary>
    internal double CooldownDays { get; }

    /// <summary>Days before units that come can serve.</summary>
    internal double WarmUpDays { get; }

    /// <summary>Whether the network would take the agent's units.</summary>
    internal abstract bool Takes(AgentTick agent);

    /// <summary>Whether it has published yet what units bring there.</summary>
    internal abstract bool IsKnown(AgentTick agent);

    /// <summary>Whether the agent stands there, or waits to.</summary>
    internal abstract bool Stands(AgentTick agent);

    /// <summary>Whether the agent waits for the network: to be admitted, or until leases have run off.</summary>
    internal abstract bool IsPending(AgentTick agent);

    /// <summary>Cost of the tick for what serves there, USD a day, beside the hours that were hired.</summary>
    internal abstract double CostPerDay(AgentTick agent);

    /// <summary>What units like the agent's bring there in the mean, USD a day: it scales the choice.</summary>
    internal abstract double GrossPerDay(AgentTick agent);

    /// <summary>Ways to serve there with all units; returns how many.</summary>
    internal abstract int Offers(AgentTick agent, bool isServing, Span<ProviderOffer> offers);

    /// <summary>What units bring there that serve elsewhere and so do nothing here, USD a day.</summary>
    internal abstract double SecondPerDay(AgentTick agent);

    /// <summary>Stands there, or changes how.</summary>
    /// <param name="agent">The provider.</param>
    /// <param name="ask">Price of a unit and hour, 1e-6 USD.</param>
    /// <param name="serves">Whether the units are there; else they serve elsewhere.</param>
    internal abstract void Stand(AgentTick agent, long ask, bool serves);

    /// <summary>Stands there no longer.</summary>
    /// <param name="agent">The provider.</param>
    /// <param name="served">Whether the units were there, so that what was promised is still done.</param>
    internal abstract void Leave(AgentTick agent, bool served);

    private static string CooldownOf(string network) => network + "Cooldown";

    private static string WarmUpOf(string network) => network + "WarmUp";
}
