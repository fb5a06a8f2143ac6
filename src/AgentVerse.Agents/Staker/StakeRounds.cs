using AgentVerse.Model.Contracts;

namespace AgentVerse.Agents.Staker;

/// <summary>
/// Rounds of stake on one subnet: buys for a budget in equal parts, holds, sells all in one tick, what it had there at
/// the opening too. It stakes with the subnet's largest validator, and keeps to that one.
/// </summary>
internal sealed class StakeRounds
{
    private readonly StakeOrders _orders;
    private readonly int _target;
    private readonly long _budget;
    private readonly int _from;
    private readonly int _buyTicks;
    private readonly int _sellAfter;
    private readonly int _length;

    internal StakeRounds(PopulationPlan population, WorldPlanning planning, bool repeats)
    {
        _orders = new StakeOrders(planning);
        _target = population.Settings.Int32("target");
        _budget = population.Settings.Integer("budget");
        _from = population.Settings.Int32("attackFrom");
        _buyTicks = population.Settings.Int32("buyTicks");
        _sellAfter = _buyTicks + population.Settings.Int32("holdTicks");
        _length = repeats ? _sellAfter + 1 + population.Settings.Int32("pauseTicks") : int.MaxValue;
        if (_orders.Places.Of(_target) < 0)
        {
            planning.Problems.Add(population.Settings.Problem(
                "target", $"{_target}", "the number of a subnet of networks.bittensor", "choose one"));
        }
    }

    /// <summary>Shard of the target.</summary>
    internal int TargetShard => _orders.Places.Of(_target);

    /// <summary>Whether the first round has sold, or sells in this tick.</summary>
    internal bool HasSold(AgentTick agent) => agent.Tick.Index >= _from + _sellAfter;

    /// <summary>Does what the round wants in this tick.</summary>
    internal void Step(AgentTick agent)
    {
        if (StakeOrders.HasPosition(agent))
        {
            agent.Cohort.Sum(StakerColumns.PositionsSum, 1);
        }

        int tick = agent.Tick.Index - _from;
        if (tick < 0)
        {
            return;
        }

        int phase = tick % _length;
        if (phase < _buyTicks)
        {
            Buy(agent, phase);
        }
        else if (phase == _sellAfter && agent.Int32(StakerColumns.Subnet) == _target)
        {
            _orders.SellPosition(agent);
        }
    }

    private void Buy(AgentTick agent, int phase)
    {
        long part = (_budget / _buyTicks) + (phase < _budget % _buyTicks ? 1 : 0);
        long amount = Math.Min(part, agent.Wallet(_orders.Tao));
        ulong hotkey = agent.Int32(StakerColumns.Subnet) == _target
            ? StakeOrders.Hotkey(agent)
            : _orders.LargestValidator(agent.Board, _target);
        if (amount > 0 && hotkey != 0)
        {
            _orders.Buy(agent, _target, hotkey, amount);
        }
    }
}
