using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Agents.Staker;

/// <summary>Purchases and sales of stake. A move is a sale in one tick and a purchase in the next.</summary>
internal sealed class StakeOrders(WorldPlanning planning)
{
    private readonly int _tao = planning.FindToken(BittensorTerms.Tao);

    /// <summary>Where one may stake.</summary>
    internal StakePlaces Places { get; } = new(planning);

    /// <summary>Index of TAO.</summary>
    internal int Tao => _tao;

    /// <summary>Whether the agent has a position.</summary>
    internal static bool HasPosition(AgentTick agent) =>
        agent.Int32(StakerColumns.Subnet) != StakerColumns.Nowhere;

    /// <summary>Account of the validator that the agent stakes with.</summary>
    internal static ulong Hotkey(AgentTick agent) => agent.Cohort.Columns.UInt64(StakerColumns.Hotkey)[agent.Row];

    /// <summary>Stakes an amount of TAO on a subnet or root with a hotkey.</summary>
    internal void Buy(AgentTick agent, int netuid, ulong hotkey, long amount)
    {
        Count(agent);
        agent.Int64(StakerColumns.Sent) += amount;
        agent.Send(new Intent
        {
            Shard = (ushort)Places.Of(netuid),
            Token = (ushort)_tao,
            Kind = IntentKinds.Stake,
            Amount = amount,
            A = (long)hotkey,
        });
    }

    /// <summary>Sells what the agent has staked on a subnet or root with a hotkey; all of it by default.</summary>
    internal void Sell(AgentTick agent, int netuid, ulong hotkey, long alpha = long.MaxValue)
    {
        Count(agent);
        agent.Send(new Intent
        {
            Shard = (ushort)Places.Of(netuid),
            Token = (ushort)_tao,
            Kind = IntentKinds.Unstake,
            A = (long)hotkey,
            B = alpha,
        });
    }

    /// <summary>Sells the whole position; nothing if there is none.</summary>
    internal void SellPosition(AgentTick agent)
    {
        if (HasPosition(agent))
        {
            Sell(agent, agent.Int32(StakerColumns.Subnet), Hotkey(agent));
        }
    }

    /// <summary>The largest validator that a subnet lists; 0 if it lists none.</summary>
    internal ulong LargestValidator(Board board, int netuid)
    {
        ReadOnlySpan<ValidatorStanding> standings =
            board.Get<SubnetBulletin>(Places.Of(netuid)).ValidatorStandings;
        return standings.Length == 0 ? 0 : standings[0].Account;
    }

    private static void Count(AgentTick agent)
    {
        agent.Int32(StakerColumns.Orders)++;
        agent.Cohort.Sum(StakerColumns.OrdersSum, 1);
    }
}
