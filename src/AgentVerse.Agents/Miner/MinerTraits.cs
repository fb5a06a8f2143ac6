using AgentVerse.Agents.Choice;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Miner;

/// <summary>
/// What miners of a population are able and willing to do, all of it drawn by controller, so that splitting a controller
/// over more accounts makes nobody abler.
/// </summary>
internal sealed class MinerTraits(PopulationPlan population, Draws draws, MiningTasks tasks, ChoiceSettings choice)
{
    private static readonly Purpose Skill = Purpose.Of("miner.taskSkill");
    private readonly double _exponent = population.Settings.Number("effortExponent");

    /// <summary>Accounts of one controller.</summary>
    internal int Accounts => population.AccountsPerController;

    /// <summary>Skill of an agent in a task: log-normal with median 1.</summary>
    internal double SkillOf(int index, SubnetTask task) =>
        draws.At(ControllerKey(index), -1).LogNormal(Skill, 0, tasks.SkillSpreadOf(task), (int)task);

    /// <summary>Factor of an effort on quality: effort^exponent.</summary>
    internal double QualityFactor(double effort) => DeterministicMath.Pow(effort, _exponent);

    /// <summary>Whether an agent considers dishonest tactics.</summary>
    internal bool IsOpportunistic(int index) => Opportunism.Is(draws, ControllerKey(index), choice.Opportunistic);

    /// <summary>What an agent could have elsewhere, USD a day.</summary>
    internal double ReservationOf(int index) => choice.Supply.ReservationOf(draws, ControllerKey(index));

    /// <summary>Number of the controller's one model: a hash of population and controller.</summary>
    internal long ModelOf(int index) => (long)StableHash.Combine(
        StableHash.Of(population.Name), (ulong)(uint)population.ControllerOf(index));

    private ulong ControllerKey(int index) => AccountKey.Of(population.Name, population.ControllerOf(index), 0);
}
