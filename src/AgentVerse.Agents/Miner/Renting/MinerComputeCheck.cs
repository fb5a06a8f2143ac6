using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Networks.Compute;
using AgentVerse.Model.Settings;

namespace AgentVerse.Agents.Miner.Renting;

/// <summary>Whether the run sells what a population of miners wants to rent.</summary>
internal static class MinerComputeCheck
{
    /// <summary>Tells the planning all that is wrong.</summary>
    internal static void Check(PopulationPlan population, WorldPlanning planning, MinerCompute compute)
    {
        if (!compute.Rents)
        {
            return;
        }

        SettingsMap keys = population.Settings.Section(ComputeKeys.Section);
        if (compute.PeriodTicks < 2)
        {
            planning.Problems.Add(keys.Problem(
                ComputeKeys.Period, $"{keys.Integer(ComputeKeys.Period)} s",
                $"at least two ticks of {compute.TickSeconds} s", "lengthen it or shorten tick"));
        }

        if (!population.PolicyNames.Any(ChoosingMiner.Names.Contains))
        {
            planning.Problems.Add(Wrong(
                keys, $"{ComputeKeys.ListPrice} for policies that do not count costs",
                $"give the population one of the policies {string.Join(", ", ChoosingMiner.Names)}"));
        }

        CheckMarkets(population, planning, compute);
    }

    private static void CheckMarkets(PopulationPlan population, WorldPlanning planning, MinerCompute compute)
    {
        SettingsMap keys = population.Settings.Section(ComputeKeys.Section);
        string network = keys.Text(ComputeKeys.From);
        if (planning.ShardsOf(network).Count == 0)
        {
            planning.Problems.Add(Wrong(
                keys, $"{ComputeKeys.ListPrice}, or a network of the run", $"add networks.{network}"));
            return;
        }

        MiningTasks tasks = new(population.Settings);
        string region = keys.Text(ComputeKeys.Region);
        foreach (IGrouping<int, SubnetTask> ofClass in planning.Shards.Select(s => s.Plan.Facts).OfType<SubnetFacts>()
            .Select(f => f.Task).Distinct().Order().Where(t => compute.MarketOf(t) < 0).GroupBy(tasks.GpuClassOf))
        {
            string gpu = ComputeTerms.GpuClasses[ofClass.Key];
            planning.Problems.Add(Wrong(
                keys,
                $"a network with a market of {gpu} in {region}: subnets of the run do "
                + string.Join(", ", ofClass.Select(MiningTasks.NameOf)),
                $"add {gpu} to networks.{network}.gpuClasses and {region} to its regions"));
        }
    }

    private static Problem Wrong(SettingsMap keys, string allowed, string fix) => keys.Problem(
        ComputeKeys.From, keys.Text(ComputeKeys.From), allowed, $"{fix}, or write {ComputeKeys.ListPrice}");
}
