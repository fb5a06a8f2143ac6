using AgentVerse.Agents.Choice;
using AgentVerse.Agents.Miner.Renting;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Miner;

/// <summary>What a miner offers with a tactic on a subnet, and what that costs.</summary>
/// <param name="Quality">Quality of the output.</param>
/// <param name="CostUsd">Running cost, USD a day.</param>
internal readonly record struct Output(double Quality, double CostUsd);

/// <summary>Fills the terms of a miner's options from what subnets publish.</summary>
internal sealed class MinerOptions
{
    private static readonly ulong NetworkKey = StableHash.Of(BittensorTerms.Network);
    private static readonly ulong CopyKey = StableHash.Of("copy");
    private readonly MinerTraits _traits;
    private readonly MinerCompute _compute;
    private readonly ChoiceSettings _choice;
    private readonly double[] _qualityFactor;
    private readonly double _copyQuality;
    private readonly double _setupCost;
    private readonly double _detections;

    internal MinerOptions(PopulationPlan population, MinerTraits traits, MinerCompute compute, ChoiceSettings choice)
    {
        (_traits, _compute, _choice) = (traits, compute, choice);
        _qualityFactor =
            [.. Enumerable.Range(0, Tactics.Count).Select(t => traits.QualityFactor(Tactics.EffortOf((Tactic)t)))];
        _copyQuality = population.Settings.Number("copyQuality");
        _setupCost = population.Settings.Number("setupCost");
        _detections = population.Settings.Number("believedDetections");
    }

    /// <summary>Where a tactic on a subnet stands among a miner's options.</summary>
    internal static OptionPath PathOf(int netuid, Tactic tactic) =>
        OptionPath.In(NetworkKey, (ulong)netuid, (ulong)tactic);

    /// <summary>Number of the model that an agent serves with a tactic; 0 for one of its own.</summary>
    internal long ModelOf(int index, int netuid, Tactic tactic) => tactic switch
    {
        Tactic.SharedModel => _traits.ModelOf(index),
        Tactic.CopiedOutput => (long)StableHash.Combine(CopyKey, (ulong)netuid),
        _ => 0,
    };

    /// <summary>Last tactic that an agent considers: the dishonest ones stand behind the honest ones.</summary>
    internal Tactic LastOf(int index) =>
        _traits.IsOpportunistic(index) ? Tactic.CopiedOutput : Tactic.MoreEffort;

    /// <summary>Whether an agent can follow a tactic: one account has nobody to share a model with.</summary>
    internal bool IsOpen(int index, Tactic tactic) =>
        tactic != Tactic.SharedModel || _traits.AccountsOf(index) > 1;

    /// <summary>Running cost of a tactic in a task, USD a day.</summary>
    internal double CostOf(AgentTick agent, SubnetTask task, Tactic tactic) =>
        _compute.CostOf(agent.Board, task) * _compute.ShareOf(agent.Index, tactic);

    /// <summary>What a tactic puts out. A copy is as good as the subnet's median, less what is lost on the
    /// way.</summary>
    internal Output OutputOf(AgentTick agent, SubnetBulletin subnet, double skill, Tactic tactic) => new(
        tactic == Tactic.CopiedOutput
            ? _copyQuality * subnet.QualityCuts[(BittensorTerms.Deciles / 2) - 1]
            : skill * _qualityFactor[(int)tactic],
        CostOf(agent, subnet.Task, tactic));

    /// <summary>
    /// Quality of a tactic's output with the compute that a miner who rents was delivered: skill * (h / h0)^exponent.
    /// What is not its own work is at most what it is with all that it takes, and nothing comes of nothing.
    /// </summary>
    /// <param name="index">Index of the miner.</param>
    /// <param name="output">What the tactic puts out with all the compute that it takes.</param>
    /// <param name="skill">The miner's skill in the task.</param>
    /// <param name="tactic">The tactic.</param>
    /// <param name="delivered">h / h0: compute delivered over the task's at full effort.</param>
    internal double QualityOf(int index, in Output output, double skill, Tactic tactic, double delivered)
    {
        double share = _compute.ShareOf(index, tactic);
        return delivered <= 0 && share > 0 ? 0
            : !Tactics.IsDishonest(tactic) ? skill * _traits.QualityFactor(delivered)
            : share > 0 ? output.Quality * _traits.QualityFactor(Math.Min(1, delivered / share))
            : output.Quality;
    }

    /// <summary>Quality that a miner who rents may hope for, of the quality with all the compute it orders.</summary>
    internal double HopedOf(Board board, SubnetTask task, double quality) =>
        _compute.Rents ? quality * _traits.QualityFactor(_compute.HopedOf(board, task)) : quality;

    /// <summary>
    /// Terms of serving an output: A is the share of the horizon for which the uid is kept at the published hazard, E
    /// the registration price. A detection loses the uid: its price, and the income of the time that was left to it.
    /// </summary>
    /// <param name="subnet">What the subnet published.</param>
    /// <param name="output">What is served.</param>
    /// <param name="outlook">Prices.</param>
    /// <param name="how">What the agent would have to do for it.</param>
    internal ValueTerms TermsOf(
        SubnetBulletin subnet, Output output, in MinerOutlook outlook, OptionCase how)
    {
        SubnetForecast forecast = SubnetForecast.Of(subnet, output.Quality);
        double horizon = _choice.HorizonDays;
        double usdPerAlpha = outlook.UsdPerAlphaUnit(subnet) * BittensorTerms.UnitsPerToken;
        double shared = how.Enters ? SubnetForecast.Diluted(subnet, forecast.AlphaPerDay) : forecast.AlphaPerDay;
        double alpha = how.Optimism * shared / BittensorTerms.UnitsPerToken;
        double price = subnet.BurnPrice / BittensorTerms.UnitsPerToken * outlook.TaoUsd;
        ValueTerms terms = new()
        {
            Admitted = Annuity.Days(forecast.Hazard, horizon) / horizon,
            TokensPerDay = alpha,
            Price = usdPerAlpha,
            RunningCost = output.CostUsd,
            RequiredReturn = _choice.RequiredReturn,
            EntryCost = how.Enters ? price : 0,
            SwitchCost = how.Enters ? _setupCost : how.Switches ? _choice.SwitchCost : 0,
            HorizonDays = horizon,
            RiskAversion = _choice.RiskAversion,
            Variance = how.RiskWealth > 0 ? alpha * usdPerAlpha * (alpha * usdPerAlpha) : 0,
            Wealth = how.RiskWealth,
        };
        return !how.IsDishonest ? terms : terms with
        {
            IsDishonest = true,
            HonestyCost = _choice.HonestyCost * outlook.MedianIncome,
            Detections = _detections,
            Loss = price + (alpha * usdPerAlpha
                * Annuity.Days(_choice.RequiredReturn + forecast.Hazard + _detections, horizon)),
        };
    }
}

/// <summary>What an agent would have to do for an option.</summary>
/// <param name="Enters">Whether it pays for a uid.</param>
/// <param name="Switches">Whether it does something else than now.</param>
/// <param name="IsDishonest">Whether the tactic is dishonest.</param>
/// <param name="RiskWealth">Wealth that risk is set against, USD; 0 where risk does not matter.</param>
internal readonly record struct OptionCase(bool Enters, bool Switches, bool IsDishonest, double RiskWealth)
{
    /// <summary>Factor of the agent's own on the income that it expects.</summary>
    internal double Optimism { get; init; } = 1;
}
