using AgentVerse.Agents.Choice;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Miner;

/// <summary>
/// What miners of a population are able and willing to do, all of it drawn by controller, so that splitting a
/// controller over more accounts makes nobody abler.
/// </summary>
internal sealed class MinerTraits
{
    private static readonly Purpose Skill = Purpose.Of("miner.taskSkill");
    private static readonly Purpose Wallet = Purpose.Of("miner.wallet");
    private readonly PopulationPlan _population;
    private readonly Draws _draws;
    private readonly MiningTasks _tasks;
    private readonly ChoiceSettings _choice;
    private readonly double _exponent;
    private readonly double _walletSpread;
    private readonly long _startWallet;
    private readonly double _incumbentShare;

    /// <summary>A bit a task in which a controller holds a uid at the opening; empty where that says nothing.</summary>
    private readonly byte[] _incumbent = [];

    internal MinerTraits(
        PopulationPlan population, WorldPlanning planning, MiningTasks tasks, ChoiceSettings choice)
    {
        (_population, _draws, _tasks, _choice) = (population, planning.Draws, tasks, choice);
        _exponent = population.Settings.Number("effortExponent");
        _walletSpread = population.Settings.Number("walletSpread");
        _startWallet = population.Settings.Integer("startWallet");
        _incumbentShare = population.Settings.Number("incumbentShare");
        if (_incumbentShare < 1)
        {
            _incumbent = new byte[population.Accounts.Controllers];
            MarkIncumbents(planning);
        }
    }

    /// <summary>Accounts of an agent's controller.</summary>
    internal int AccountsOf(int index) => _population.Accounts.AccountsOf(_population.ControllerOf(index));

    /// <summary>TAO that an account begins with and works with, rao: log-normal about the median.</summary>
    internal long OpeningTaoOf(ulong account) => _walletSpread == 0
        ? _startWallet
        : (long)(_startWallet * _draws.At(account, -1).LogNormal(Wallet, 0, _walletSpread));

    /// <summary>
    /// Skill of an agent in a task: log-normal with median 1; in the task of a uid that it holds at the opening, of the
    /// best share of all.
    /// </summary>
    internal double SkillOf(int index, SubnetTask task)
    {
        double uniform = _draws.Uniform(ControllerKey(index), -1, Skill, (int)task);
        bool isIncumbent = (TasksAtOpening(index) & (1 << (int)task)) != 0;
        double rank = isIncumbent ? 1 - (_incumbentShare * (1 - uniform)) : uniform;
        return Quantiles.LogNormal(rank, 0, _tasks.SkillSpreadOf(task));
    }

    /// <summary>Factor of an effort on quality: effort^exponent.</summary>
    internal double QualityFactor(double effort) => DeterministicMath.Pow(effort, _exponent);

    /// <summary>Whether an agent considers dishonest tactics.</summary>
    internal bool IsOpportunistic(int index) =>
        Opportunism.Is(_draws, _population, index, _choice.Opportunistic);

    /// <summary>
    /// What an agent could have elsewhere, USD a day: who holds a uid at the opening has as little as the share of all
    /// with the least.
    /// </summary>
    internal double ReservationOf(int index) => _choice.Supply.ReservationOf(
        _draws, ControllerKey(index), lowest: TasksAtOpening(index) != 0 ? _incumbentShare : 1);

    /// <summary>Number of the controller's one model: a hash of population and controller.</summary>
    internal long ModelOf(int index) => (long)StableHash.Combine(
        StableHash.Of(_population.Name), (ulong)(uint)_population.ControllerOf(index));

    private int TasksAtOpening(int index) =>
        _incumbent.Length == 0 ? 0 : _incumbent[_population.ControllerOf(index)];

    private ulong ControllerKey(int index) => AccountKey.Of(_population.Name, _population.ControllerOf(index), 0);

    private void MarkIncumbents(WorldPlanning planning)
    {
        foreach (SubnetFacts subnet in planning.Shards.Select(s => s.Plan.Facts).OfType<SubnetFacts>())
        {
            foreach (AgentRef seat in subnet.Seats)
            {
                if (seat.Population == _population.Index)
                {
                    _incumbent[_population.ControllerOf(seat.Index)] |= (byte)(1 << (int)subnet.Task);
                }
            }
        }
    }
}
