using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Numerics;
using AgentVerse.Model.Settings;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>
/// Deals stake on root over the agents of a population, each with one validator drawn by its account.
/// </summary>
internal static class RootDeal
{
    private static readonly Purpose Hotkey = Purpose.Of("bittensor.rootHotkey");

    /// <summary>
    /// The share of root's stake that agents hold, in equal parts floored, in order of accounts; none without a
    /// population or without validators.
    /// </summary>
    internal static OpeningStake[] Of(
        SettingsMap settings, IReadOnlyList<SubnetSpec> subnets, WorldPlanning planning)
    {
        AgentRef[] validators = [.. subnets.SelectMany(s => s.Neurons).Where(n => n.IsValidator).Select(n => n.Holder)];
        if (SubnetPlanning.Optional(settings, "rootNominators", planning) is not { } population
            || validators.Length == 0 || planning.Problems.Count > 0)
        {
            return [];
        }

        List<OpeningStake> stakes = [];
        for (int index = 0; index < population.Capacity; index++)
        {
            if (population.OpensWith(planning.Draws, index))
            {
                ulong account = population.AccountOf(index);
                AgentRef validator = validators[planning.Draws.At(account, -1).Below(Hotkey, validators.Length)];
                ulong hotkey = planning.Populations[validator.Population].AccountOf(validator.Index);
                stakes.Add(new OpeningStake(hotkey, account, new AgentRef(population.Index, index), 0));
            }
        }

        double share = settings.Integer("rootStake") * settings.Number("rootNominatedShare");
        long each = stakes.Count == 0 ? 0 : (long)(share / stakes.Count);
        return
        [
            .. stakes.Where(_ => each > 0).SelectMany(s => Shares(s, each))
                .OrderBy(s => s.Hotkey).ThenBy(s => s.Coldkey),
        ];

        IEnumerable<OpeningStake> Shares(OpeningStake stake, long amount)
        {
            PopulationPlan plan = planning.Populations[stake.Holder.Population];
            return plan.SharesOf(stake.Holder.Index, amount).Select(s => new OpeningStake(
                stake.Hotkey, plan.AccountOf(s.Index), stake.Holder with { Index = s.Index }, s.Amount));
        }
    }
}
