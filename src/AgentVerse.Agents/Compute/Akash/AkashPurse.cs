using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Networks.Markets;

namespace AgentVerse.Agents.Compute.Akash;

/// <summary>Deposit of an order that may cost so much, given the least that the chain takes.</summary>
internal delegate long DepositRule(long cost, long least);

/// <summary>
/// What a tenant pays with: AKT if it has enough, else stablecoin; in era C ACT, for which it burns AKT when it runs
/// short. A deposit covers the whole lease at the most that the tenant pays; where the money does not reach that, it
/// pays less for a unit, but not below the quote.
/// </summary>
internal sealed class AkashPurse(WorldPlanning planning)
{
    /// <summary>AKT is burned and bought for a quarter more than is needed: prices move until then. [A]</summary>
    private const double Margin = 1.25;

    /// <summary>The chain mints no less than 10 ACT; of AKT, so much more as its price may fall.</summary>
    private const long LeastMint = 12 * AkashTerms.Unit;

    private readonly int _akt = planning.FindToken(AkashTerms.Akt);
    private readonly int _act = planning.FindToken(AkashTerms.Act);
    private readonly int _usd = planning.FindToken(MarketTerms.Usd);
    private readonly int _aktMarket = planning.Shards
        .FirstOrDefault(s => s.Plan.Facts is TokenFacts { Token: AkashTerms.Akt })?.Index ?? -1;

    private readonly AkashFacts?[] _facts = [.. planning.Shards.Select(s => s.Plan.Facts as AkashFacts)];

    /// <summary>An order with its deposit and its price, or none if the money does not reach.</summary>
    internal bool TryPay(
        AgentTick agent, int shard, Need need, long limit, DepositRule deposit, out Intent order)
    {
        AkashFacts facts = _facts[shard]!;
        AkashChainBulletin chain = agent.Board.Get<AkashChainBulletin>(facts.ChainShard);
        long quote = agent.Board.Get<AkashMarketBulletin>(shard).Quote;
        double hours = need.Seconds / 3600.0 * need.Units;
        order = default;
        foreach (int token in facts.SettlesInAct ? (ReadOnlySpan<int>)[_act] : [_akt, _usd])
        {
            double price = token == _akt ? chain.AktMicroUsd / (double)AkashTerms.Unit : 1;
            long cost = price > 0 ? (long)Math.Min(limit * hours / price, long.MaxValue / 2.0) : long.MaxValue / 2;
            long wanted = deposit(cost, facts.MinDeposit);
            long money = Math.Min(agent.Wallet(token), wanted);
            double affordable = money < wanted ? limit * ((double)money / wanted) : limit;
            if (price > 0 && money >= facts.MinDeposit && affordable >= quote && limit >= quote)
            {
                order = new Intent
                {
                    Shard = (ushort)shard, Token = (ushort)token, Amount = money, B = (long)affordable,
                };
                return true;
            }
        }

        if (facts.SettlesInAct)
        {
            Mint(agent, facts.ChainShard, chain, (long)(limit * hours));
        }

        return false;
    }

    /// <summary>Pays what it owes, as far as its money reaches: all or nothing.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="shard">The market that the deployment was in.</param>
    /// <param name="owed">What it owes, base units; 0 afterwards if it paid.</param>
    /// <param name="deployment">What the market calls the deployment.</param>
    internal void Repay(AgentTick agent, int shard, ref long owed, long deployment)
    {
        AkashFacts facts = _facts[shard]!;
        int token = facts.SettlesInAct ? _act : agent.Wallet(_akt) >= owed ? _akt : _usd;
        if (agent.Wallet(token) >= owed)
        {
            agent.Send(new Intent
            {
                Shard = (ushort)shard,
                Token = (ushort)token,
                Kind = AkashIntents.Repay,
                Amount = owed,
                A = deployment,
            });
            owed = 0;
        }
    }

    /// <summary>What its wallets are worth towards leases, 1e-6 USD.</summary>
    internal long WorthOf(AgentTick agent, int shard)
    {
        AkashFacts facts = _facts[shard]!;
        long akt = AktUsd(agent, agent.Board.Get<AkashChainBulletin>(facts.ChainShard));
        return akt + agent.Wallet(_usd) + (facts.SettlesInAct ? agent.Wallet(_act) : 0);
    }

    /// <summary>
    /// In era C gets ACT ready for an order to come: burns AKT, and buys AKT for USD where it has too little and the
    /// run has a market. In other eras USD are good as they are.
    /// </summary>
    /// <param name="agent">The agent.</param>
    /// <param name="shard">The market that it will order on.</param>
    /// <param name="usd">What the order may take, 1e-6 USD.</param>
    internal void Provide(AgentTick agent, int shard, long usd)
    {
        AkashFacts facts = _facts[shard]!;
        if (!facts.SettlesInAct || agent.Wallet(_act) >= usd)
        {
            return;
        }

        AkashChainBulletin chain = agent.Board.Get<AkashChainBulletin>(facts.ChainShard);
        long missing = Math.Max(usd - agent.Wallet(_act), LeastMint);
        long lacking = (long)(Margin * missing) - AktUsd(agent, chain);
        if (lacking <= 0 || _aktMarket < 0 || agent.Wallet(_usd) == 0)
        {
            Mint(agent, facts.ChainShard, chain, missing);
            return;
        }

        agent.Send(new Intent
        {
            Shard = (ushort)_aktMarket,
            Token = (ushort)_usd,
            Kind = MarketIntents.Buy,
            Amount = Math.Min(agent.Wallet(_usd), (long)(Margin * lacking) + 1),
        });
    }

    private long AktUsd(AgentTick agent, AkashChainBulletin chain) =>
        (long)((Int128)agent.Wallet(_akt) * chain.AktMicroUsd / AkashTerms.Unit);

    /// <summary>Burns AKT for the ACT that an order would have needed, and a quarter more.</summary>
    private void Mint(AgentTick agent, int chainShard, AkashChainBulletin chain, long act)
    {
        double akt = chain.AktMicroUsd > 0 ? Margin * act / chain.AktMicroUsd * AkashTerms.Unit : 0;
        long amount = (long)Math.Min(agent.Wallet(_akt), akt);
        if (amount > 0 && chain.MintStatus < 2)
        {
            agent.Send(new Intent
            {
                Shard = (ushort)chainShard, Token = (ushort)_akt, Kind = AkashIntents.BurnMint, Amount = amount,
            });
        }
    }
}
