using AgentVerse.Agents.Choice;
using AgentVerse.Agents.Compute;
using AgentVerse.Agents.Miner.Renting;
using AgentVerse.Agents.Neuron;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Networks.Markets;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Miner;

/// <summary>
/// What a miner is born with: a quality that is its unit's, or, where any policy of the population chooses among
/// subnets, a skill a task, drawn from its controller. Applies what subnets tell it, also those that it has left.
/// </summary>
internal sealed class MinerBehaviour : NeuronBehaviour
{
    private static readonly Purpose Skill = Purpose.Of("miner.skill");
    private static readonly Purpose Optimism = Purpose.Of("miner.optimism");
    private static readonly Purpose Period = Purpose.Of("miner.computePeriod");
    private readonly Draws _draws;
    private readonly SubnetShards _subnets;
    private readonly MinerTraits _traits;
    private readonly double _skillSpread;
    private readonly double _reservationSpread;
    private readonly long _startUsd;
    private readonly bool _hasSkills;
    private readonly MinerCompute _compute;
    private readonly NetworkRows?[] _takers;
    private readonly long _startAkt;

    internal MinerBehaviour(PopulationPlan population, WorldPlanning planning)
        : base(population, planning)
    {
        _draws = planning.Draws;
        _subnets = new SubnetShards(planning);
        _skillSpread = population.Settings.Number("skillSpread");
        _reservationSpread = population.Settings.Number("reservationSpread");
        _traits = new MinerTraits(
            population, planning, new MiningTasks(population.Settings), ChoiceSettings.Of(population.Settings));
        _hasSkills = population.PolicyNames.Any(ChoosingMiner.Names.Contains);
        _startUsd = planning.FindToken(MarketTerms.Usd) < 0
            ? 0
            : (long)(population.Settings.Number("startUsd") * MarketTerms.UnitsPerUsd);
        _startAkt = planning.FindToken(AkashTerms.Akt) < 0
            ? 0
            : population.Settings.Section(ComputeKeys.Section).Integer(ComputeKeys.StartAkt);
        _compute = new MinerCompute(population, planning);
        _takers = _compute.Rents ? NetworkRows.ByShard(planning, new MinerLeaseRows(_compute, _subnets)) : [];
        MinerComputeCheck.Check(population, planning, _compute);
    }

    public override void Born(CohortTick tick, int row)
    {
        base.Born(tick, row);
        ulong account = tick.Columns.UInt64(EngineColumns.Account)[row];
        tick.Columns.Double(
            MinerKind.Optimism)[row] = _draws.At(account, -1).LogNormal(Optimism, 0, _reservationSpread);
        tick.Columns.Int64(MinerKind.Usd)[row] = _startUsd;
        tick.Columns.Int64(NeuronColumns.Tao)[row] = _traits.OpeningTaoOf(account);
        tick.Columns.Int32(MinerKind.Former)[row] = -1;
        bool serves = tick.Columns.Int32(NeuronColumns.Uid)[row] >= 0;
        tick.Columns.Int32(MinerKind.Tactic)[row] = serves ? (int)Tactic.FullEffort : (int)Tactic.None;
        tick.Columns.Int64(MinerKind.Akt)[row] = _startAkt;
        if (_compute.Rents)
        {
            int first = (int)_draws.At(account, -1).Below(Period, Math.Max(1, _compute.PeriodTicks));
            MinerLeases.Begin(tick.Columns, row, first, serves ? 1 : 0);
        }
    }

    public override void Receive(CohortTick tick, int row, in Row message)
    {
        int place = _subnets.PlaceOfShard(message.Shard);
        if (place < 0)
        {
            if (message.Shard < _takers.Length)
            {
                _takers[message.Shard]?.Receive(tick, row, message);
            }

            return;
        }

        int netuid = _subnets.NetuidAt(place);
        bool isHome = netuid == tick.Columns.Int32(NeuronColumns.Subnet)[row];
        ref long alpha = ref tick.Columns.Int64(MinerKind.Alpha)[row];
        switch (message.Kind)
        {
            case RowKinds.Registered:
                Arrive(tick, row, netuid, isHome);
                base.Receive(tick, row, message);
                break;
            case RowKinds.Pruned when isHome:
                base.Receive(tick, row, message);
                tick.Columns.Int32(MinerKind.Tactic)[row] = (int)Tactic.None;
                break;
            case RowKinds.SubnetLost when isHome:
                tick.Columns.Int32(NeuronColumns.Uid)[row] = -1;
                tick.Columns.Int32(MinerKind.Tactic)[row] = (int)Tactic.None;
                alpha = 0;
                break;
            case RowKinds.Income:
                base.Receive(tick, row, message);
                alpha += isHome ? message.A : 0;
                tick.Columns.Int32(MinerKind.Former)[row] =
                    isHome ? tick.Columns.Int32(MinerKind.Former)[row] : netuid;
                break;
            case RowKinds.Unstaked when isHome:
                // Below 0 where it sold what it earned in the same tick and is told of only now.
                alpha -= message.A;
                break;
            case RowKinds.Refused when isHome && message.B == IntentKinds.Unstake:
                alpha = message.A == (long)Refusal.NotEnoughStake ? 0 : alpha;
                break;
            default:
                break;
        }
    }

    /// <summary>
    /// Quality of an agent without a metagraph: its own, or by its skill in the task of its home at full effort.
    /// </summary>
    protected override double OwnQuality(int index)
    {
        int place = _hasSkills ? _subnets.PlaceOf(HomeOf(index)) : -1;
        return place >= 0
            ? _traits.SkillOf(index, _subnets.TaskAt(place))
            : _draws.At(Population.UnitOf(index), -1).LogNormal(Skill, 0, _skillSpread);
    }

    /// <summary>
    /// A uid: whoever moved has its former subnet to sell out of, and whoever has held one is no optimist any more.
    /// </summary>
    private void Arrive(CohortTick tick, int row, int netuid, bool isHome)
    {
        tick.Sum(MinerKind.EntrySum, 1);
        ref int home = ref tick.Columns.Int32(NeuronColumns.Subnet)[row];
        ref long alpha = ref tick.Columns.Int64(MinerKind.Alpha)[row];
        if (!isHome)
        {
            bool hasLeft = alpha > 0 || tick.Columns.Int32(NeuronColumns.Uid)[row] >= 0;
            tick.Sum(MinerKind.MoveSum, tick.Columns.Int64(NeuronColumns.IncomeAlpha)[row] > 0 ? 1 : 0);
            tick.Columns.Int32(MinerKind.Former)[row] = hasLeft ? home : -1;
            (home, alpha) = (netuid, 0);
        }

        int wanted = tick.Columns.Int32(MinerKind.Wanted)[row];
        Tactic tactic = wanted > 0 ? (Tactic)wanted : Tactic.FullEffort;
        tick.Columns.Int32(MinerKind.Tactic)[row] = (int)tactic;
        if (_compute.Rents)
        {
            MinerLeases.Begin(tick.Columns, row, tick.Tick.Index, _compute.ShareOf(tick.First + row, tactic));
        }

        if (wanted > 0)
        {
            tick.Columns.Double(NeuronColumns.Quality)[row] = tick.Columns.Double(MinerKind.Offered)[row];
            tick.Columns.Double(MinerKind.Optimism)[row] = 1;
        }
    }
}
