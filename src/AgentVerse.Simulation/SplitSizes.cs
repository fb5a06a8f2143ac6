using AgentVerse.Model.Contracts;

namespace AgentVerse.Simulation;

/// <summary>Chooses the controllers of a population that have some size when they are born.</summary>
internal static class SplitSizes
{
    /// <summary>
    /// By controller, whether it is among those whose rank by size is nearest to the quantile: a share of them all, at
    /// least one. Size is the sum of a column over a controller's accounts; ties stand in order of account keys.
    /// </summary>
    internal static bool[] Chosen(World world, int population, (string Column, double Quantile, double Share) wish)
    {
        PopulationPlan plan = world.Plan.Populations[population];
        int count = plan.Accounts.Controllers;
        bool[] chosen = new bool[count];
        if (count == 0)
        {
            return chosen;
        }

        double[] sizes = Sizes(world.Plan, plan, plan.ColumnIndex(wish.Column));
        int[] ranked =
        [
            .. Enumerable.Range(0, count)
                .OrderBy(c => sizes[c]).ThenBy(c => plan.AccountOf(plan.Accounts.RangeOf(c).From)),
        ];
        int some = Math.Clamp((int)Math.Floor((wish.Share * count) + 0.5), 1, count);
        double first = (wish.Quantile * (count - 1)) - ((some - 1) / 2.0);
        int from = Math.Clamp((int)Math.Floor(first + 0.5), 0, count - some);
        foreach (int controller in ranked.AsSpan(from, some))
        {
            chosen[controller] = true;
        }

        return chosen;
    }

    private static double[] Sizes(WorldPlan world, PopulationPlan plan, int column)
    {
        double[] sizes = new double[plan.Accounts.Controllers];
        CohortTick tick = new(world, plan, 0, new Columns(plan.Columns, 1));
        tick.Begin(world.TickAt(-1), tick.Board);
        for (int index = 0; index < plan.Accounts.BaseCount; index++)
        {
            CohortTick agent = tick.Alone(index);
            Births.Bear(agent, 0);
            sizes[plan.ControllerOf(index)] += plan.Columns[column].Type == ColumnType.Double
                ? agent.Columns.Double(column)[0]
                : agent.Columns.Cell(column, 0);
        }

        return sizes;
    }
}
