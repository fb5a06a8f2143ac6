using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Networks.Markets;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Delegator;

/// <summary>
/// What delegators are born with: AKT, log-normal about its mean, and for a drawn share of them the aim to stake; and
/// what they note of what the chain and the market tell them.
/// </summary>
internal sealed class DelegatorBehaviour : Behaviour
{
    private static readonly Purpose Akt = Purpose.Of("delegator.akt");
    private static readonly Purpose Aim = Purpose.Of("delegator.aim");
    private readonly int _chain;
    private readonly double _startAkt;
    private readonly double _spread;
    private readonly double _stakedShare;

    internal DelegatorBehaviour(PopulationPlan population, WorldPlanning planning)
    {
        _chain = AktPlaces.Of(planning).Chain;
        _startAkt = population.Settings.Integer("startAkt");
        _spread = population.Settings.Number("startSpread");
        _stakedShare = population.Settings.Number("stakedShare");
        if (_chain < 0)
        {
            planning.Problems.Add(population.Settings.Problem(
                "kind", AkashTerms.Delegator, "a kind of a network that the scenario has", "add networks.akash"));
        }
    }

    public override void Born(CohortTick tick, int row)
    {
        StreamDraws draws = tick.Draws.At(tick.Columns.UInt64(EngineColumns.Account)[row], -1);
        double factor = _spread == 0 ? 1 : draws.LogNormal(Akt, -0.5 * _spread * _spread, _spread);
        tick.Columns.Int64(DelegatorColumns.Akt)[row] = (long)Math.Min(_startAkt * factor, 1e17);
        tick.Columns.Int32(DelegatorColumns.Aim)[row] = draws.Uniform(Aim) < _stakedShare ? Aims.Stake : Aims.Hold;
    }

    public override void Receive(CohortTick tick, int row, in Row message)
    {
        if (message.Shard == _chain)
        {
            ReceiveChain(tick.Columns, row, message);
        }
        else if (message.Kind == MarketRows.Sold)
        {
            tick.Columns.Int64(DelegatorColumns.Sold)[row] += message.Amount;
        }
        else if (message.Kind == MarketRows.Bought)
        {
            tick.Columns.Int64(DelegatorColumns.Bought)[row] += message.A;
        }
    }

    private static void ReceiveChain(Columns columns, int row, in Row message)
    {
        switch (message.Kind)
        {
            case AkashRows.Delegation:
                columns.Int64(DelegatorColumns.Stake)[row] = message.A;
                columns.Int64(DelegatorColumns.Unbonding)[row] += Math.Max(0, -message.B);
                columns.Int64(DelegatorColumns.Rewards)[row] += message.Amount;
                break;
            case AkashRows.Unbonded:
                columns.Int64(DelegatorColumns.Unbonding)[row] -= message.Amount;
                break;
            default:
                break;
        }
    }
}
