using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Networks.Markets;

namespace AgentVerse.Agents.Delegator;

/// <summary>What delegators ask so that their AKT becomes what they want it to be.</summary>
internal sealed class DelegatorOrders(WorldPlanning planning)
{
    private readonly int _akt = planning.FindToken(AkashTerms.Akt);
    private readonly int _usd = planning.FindToken(MarketTerms.Usd);

    /// <summary>Where to.</summary>
    internal AktPlaces Places { get; } = AktPlaces.Of(planning);

    /// <summary>Asks for what is missing to the aim: at most a message to the chain and one to the market.</summary>
    internal void Pursue(AgentTick agent)
    {
        int aim = agent.Int32(DelegatorColumns.Aim);
        long free = agent.Wallet(_akt);
        long stake = agent.Int64(DelegatorColumns.Stake);
        if (stake > 0)
        {
            agent.Cohort.Sum(DelegatorColumns.StakersSum, 1);
        }

        if (aim == Aims.Stake && free > 0)
        {
            ToChain(agent, AkashIntents.Delegate, free);
        }
        else if (aim != Aims.Stake && stake > 0)
        {
            ToChain(agent, AkashIntents.Undelegate, 0, stake);
        }

        if (Places.Market >= 0 && aim == Aims.Sell && free > 0)
        {
            ToMarket(agent, MarketIntents.Sell, _akt, free);
        }
        else if (Places.Market >= 0 && aim != Aims.Sell && agent.Wallet(_usd) > 0)
        {
            ToMarket(agent, MarketIntents.Buy, _usd, agent.Wallet(_usd));
        }
    }

    /// <summary>Asks for what its stake has earned.</summary>
    internal void Withdraw(AgentTick agent)
    {
        if (agent.Int64(DelegatorColumns.Stake) > 0)
        {
            ToChain(agent, AkashIntents.Withdraw, 0);
        }
    }

    private void ToChain(AgentTick agent, byte kind, long amount, long a = 0)
    {
        agent.Cohort.Sum(DelegatorColumns.OrdersSum, 1);
        agent.Send(new Intent
        {
            Shard = (ushort)Places.Chain, Token = (ushort)_akt, Kind = kind, Amount = amount, A = a,
        });
    }

    private void ToMarket(AgentTick agent, byte kind, int token, long amount)
    {
        agent.Cohort.Sum(DelegatorColumns.OrdersSum, 1);
        agent.Send(new Intent { Shard = (ushort)Places.Market, Token = (ushort)token, Kind = kind, Amount = amount });
    }
}
