using AgentVerse.Agents.Compute;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Networks.Compute;
using AgentVerse.Model.Networks.Markets;

namespace AgentVerse.Agents.GpuProvider.Akash;

/// <summary>
/// Wash leases: a controller with two accounts leases from itself. The first stands as a provider at a price that
/// nobody else pays; the second deploys with all its money and takes the first's bid; what the first earns it sends
/// back. Each turn costs the take fee and earns the incentive. It washes in stablecoin if it began with some, else in
/// AKT. The chain refuses a bid on one's own order, so it needs the two.
/// </summary>
internal sealed class AkashWash : AkashProvider, IAwardScript
{
    internal const string Name = "akashWash";
    internal const string IfPayingName = "akashWashIfPaying";
    private const int Accounts = 2;
    private const long MarkUp = 100;
    private const long LeaseSeconds = 6 * 3600;
    private readonly PopulationPlan _population;
    private readonly AkashFacts? _facts;
    private readonly bool _ifPaying;
    private readonly int _usd;
    private readonly int _token;

    internal AkashWash(string name, PopulationPlan population, WorldPlanning planning)
        : base(name, population, planning)
    {
        _population = population;
        _ifPaying = string.Equals(name, IfPayingName, StringComparison.Ordinal);
        _facts = planning.Shards.Select(s => s.Plan.Facts).OfType<AkashFacts>().FirstOrDefault();
        _usd = planning.FindToken(MarketTerms.Usd);
        _token = population.Settings.Integer("startUsd") > 0 ? _usd : Akt;
        AccountLayout layout = population.Accounts;
        int odd = Enumerable.Range(0, layout.Controllers).Select(layout.AccountsOf)
            .FirstOrDefault(accounts => accounts % Accounts != 0);
        if (odd != 0)
        {
            planning.Problems.Add(population.Settings.Problem(
                "accountsPerController", $"{odd}", "an even number of accounts of every controller",
                $"a policy '{name}' needs a provider and a tenant: write 2"));
        }
    }

    public bool NeedsAudit => false;

    public double AcceptsAbove => 0;

    public bool Restarts => false;

    public int Choose(ReadOnlySpan<BidShown> bids) => 0;

    protected override void Step(AgentTick agent)
    {
        int shard = ShardOf(agent);
        if (shard < 0 || _facts is null)
        {
            return;
        }

        if (agent.Index % Accounts == 0)
        {
            base.Step(agent);
            SendBack(agent);
        }
        else if (agent.Int32(Offered) == 0 && agent.Tick.Index > 0 && Pays(agent))
        {
            Lease(agent, shard);
        }
    }

    protected override long AskOf(AgentTick agent) =>
        MarkUp * (long)(ComputeTerms.ReferenceUsdPerHour[agent.Int32(ComputeColumns.GpuClass)] * AkashTerms.Unit);

    private bool Pays(AgentTick agent)
    {
        AkashChainBulletin chain = agent.Board.Get<AkashChainBulletin>(_facts!.ChainShard);
        agent.Cohort.Decided(Accounts);
        double incentive = _token == Akt ? chain.IncentiveAkt : chain.IncentiveUsd;
        double take = _token == Akt ? chain.TakeRateAkt : chain.TakeRateUsd;
        return !_ifPaying || incentive > take;
    }

    private void Lease(AgentTick agent, int shard)
    {
        long money = agent.Wallet(_token);
        long price = agent.Board.Get<AkashChainBulletin>(_facts!.ChainShard).AktMicroUsd;
        if (money < _facts.MinDeposit || price == 0)
        {
            return;
        }

        long ask = AskOf(agent);
        double usd = _token == Akt ? (double)money * price / AkashTerms.Unit : money;
        double units = usd / ((double)ask * LeaseSeconds / 3600);
        int most = agent.Int32(ProviderColumns.TrueUnits);
        agent.Int32(Offered) = 1;
        agent.Send(new Intent
        {
            Shard = (ushort)shard,
            Token = (ushort)_token,
            Kind = AkashIntents.Deploy,
            Amount = money,
            A = (int)Math.Clamp(units, 1, most) | (Place << 16),
            B = 2 * ask,
            C = LeaseSeconds,
            D = (long)_population.AccountOf(agent.Index - 1),
        });
    }

    /// <summary>What the provider's account earned goes back to the tenant's.</summary>
    private void SendBack(AgentTick agent)
    {
        foreach (int token in (ReadOnlySpan<int>)[Akt, _usd])
        {
            long money = agent.Wallet(token);
            bool isEarned = agent.Int64(ProviderColumns.Income) > 0 && money > 0;
            if (isEarned)
            {
                agent.Send(new Intent
                {
                    Shard = (ushort)_facts!.ChainShard,
                    Token = (ushort)token,
                    Kind = AkashIntents.Send,
                    Amount = money,
                    A = _population.Index,
                    B = agent.Index + 1,
                });
            }
        }
    }
}
