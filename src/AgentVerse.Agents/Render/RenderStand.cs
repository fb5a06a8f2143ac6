using AgentVerse.Agents.Choice;
using AgentVerse.Agents.GpuProvider;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Compute;
using AgentVerse.Model.Networks.Render;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Render;

/// <summary>Where and how the providers of a population stand on Render, what that costs and what it may pay.</summary>
internal sealed class RenderStand
{
    private const double DaysPerEpoch = 7;
    private const double HoursPerDay = 24;
    private static readonly Purpose Upkeep = Purpose.Of("render.upkeep");
    private readonly (double Median, double Spread) _uptime;
    private readonly (double Median, double Spread) _upkeep;
    private readonly int _failurePpm;

    internal RenderStand(PopulationPlan population, WorldPlanning planning)
    {
        (Scheduler, Facts) = SchedulerShards.Find(planning);
        _uptime = (population.Settings.Number("renderUptime"), population.Settings.Number("renderUptimeSpread"));
        _upkeep = (population.Settings.Number("renderUpkeep"), population.Settings.Number("renderUpkeepSpread"));
        _failurePpm = (int)(population.Settings.Number("renderFailure") * NodeTraits.Million);
    }

    /// <summary>Place of the network among those of compute.</summary>
    internal static int Network { get; } = ComputeTerms.NetworkIndex(RenderTerms.Network);

    /// <summary>Column of the units offered here.</summary>
    internal static int Offered { get; } = ProviderColumns.FirstOffered + Network;

    /// <summary>Index of the scheduler; -1 if the run has none.</summary>
    internal int Scheduler { get; }

    /// <summary>What is known of the scheduler; null if the run has none.</summary>
    internal SchedulerFacts? Facts { get; }

    /// <summary>The nodes of an agent: its true units.</summary>
    internal RenderFleet FleetOf(AgentTick agent) => RenderFleet.Of(agent, _uptime);

    /// <summary>Traits of a fleet whose nodes do what they are asked.</summary>
    internal NodeTraits TraitsOf(RenderFleet fleet) =>
        new(fleet.Octane, _failurePpm, (int)(fleet.Uptime * NodeTraits.Million));

    /// <summary>Cost of running a fleet, USD a day: its reserve while it is reachable, and upkeep.</summary>
    internal double CostPerDay(AgentTick agent, RenderFleet fleet)
    {
        double reserve = agent.Int64(ProviderColumns.Reserve) / (double)ComputeTerms.UsdUnit;
        double upkeep = _upkeep.Median
            * agent.Cohort.Draws.At(agent.Account, -1).LogNormal(Upkeep, 0, _upkeep.Spread);
        return (reserve * fleet.Nodes * fleet.Uptime * HoursPerDay) + (upkeep / DaysPerEpoch);
    }

    /// <summary>RENDER a week of a share of what is announced for all nodes.</summary>
    internal static double Weekly(SchedulerBulletin shown, double share) =>
        share * shown.Announced / RenderTerms.UnitsPerToken;

    /// <summary>
    /// Share of what all nodes got in the last epoch that a fleet of the agent's tier would have had by what was
    /// published.
    /// </summary>
    internal double ShownShare(AgentTick agent, SchedulerBulletin shown, RenderFleet fleet) => ShareOf(
        shown, (shown.PayPerOctane(agent.Int32(RenderProviderColumns.Tier)) * fleet.Points) + ReadyPay(shown, fleet));

    /// <summary>The part of that for being ready.</summary>
    internal double ReadyShare(SchedulerBulletin shown, RenderFleet fleet) =>
        ShareOf(shown, ReadyPay(shown, fleet));

    private static double ShareOf(SchedulerBulletin shown, double weekly) =>
        shown.Paid > 0 ? weekly * RenderTerms.UnitsPerToken / shown.Paid : 0;

    /// <summary>RENDER a week for being ready while reachable, less e^-penalty for each node beyond the free
    /// ones.</summary>
    private double ReadyPay(SchedulerBulletin shown, RenderFleet fleet) =>
        shown.AvailabilityPerNode * fleet.Nodes * fleet.Uptime
            * DeterministicMath.Exp(-Facts!.NodePenalty * Math.Max(0, fleet.Nodes - Facts.FreeNodes));

    /// <summary>Terms of being online at so much pay.</summary>
    /// <param name="weekly">RENDER a week.</param>
    /// <param name="price">USD a RENDER.</param>
    /// <param name="cost">USD a day.</param>
    internal static ValueTerms Terms(double weekly, double price, double cost) => new()
    {
        TokensPerDay = weekly / DaysPerEpoch, Price = price, RunningCost = cost,
    };

    /// <summary>Stands ready with a fleet.</summary>
    /// <param name="agent">The provider.</param>
    /// <param name="fleet">Its nodes.</param>
    /// <param name="kind"><see cref="RenderIntents.Online"/> or <see cref="RenderIntents.Idle"/>.</param>
    /// <param name="octane">OctaneBench points of a node as claimed.</param>
    /// <param name="traits">What its work will show.</param>
    internal void Stand(AgentTick agent, RenderFleet fleet, byte kind, int octane, NodeTraits traits)
    {
        agent.Int32(Offered) = fleet.Nodes;
        agent.Send(new Intent
        {
            Shard = (ushort)Scheduler, Kind = kind, A = fleet.Nodes, B = octane, C = fleet.Memory, D = traits.Packed,
        });
    }

    /// <summary>Goes offline.</summary>
    internal void Leave(AgentTick agent)
    {
        agent.Int32(Offered) = 0;
        agent.Int32(RenderProviderColumns.State) = RenderStates.Offline;
        agent.Send(new Intent { Shard = (ushort)Scheduler, Kind = RenderIntents.Offline });
    }
}
