using AgentVerse.Model.Contracts;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Wse1;

/// <summary>The step of WSE-1 as a researcher would first write it: one method an agent.</summary>
internal sealed class SinglePolicy(PopulationPlan population, WorldPlanning planning) : AgentPolicy
{
    private readonly ulong _seed = (ulong)population.Settings.Integer("seed");
    private readonly int _market = Worker.MarketOf(planning);

    protected override void Step(AgentTick agent)
    {
        MarketBulletin market = agent.Board.Get<MarketBulletin>(_market);
        ulong r = StableHash.Mix(
            Worker.KeyOf(_seed, agent.Tick.Index) + (StableHash.Golden * (ulong)(agent.Index + 1)));
        ref long balance = ref agent.Int64(Worker.Balance);
        ref long stake = ref agent.Int64(Worker.Stake);
        ref long on = ref agent.Int64(Worker.On);
        if (on == 1)
        {
            long noise = 900 + (long)(((r & 0xffff) * 201) >> 16);
            long work = (agent.Int64(Worker.Skill) * noise * 67_109) >> 26;
            long revenue = (((work * market.RewardPerWork) >> 16) * market.Price) >> 16;
            long profit = revenue - agent.Int64(Worker.Cost);
            long saved = profit > 0 ? (profit * 6_554) >> 16 : 0;
            balance += profit - saved;
            stake += saved;
            agent.Cohort.Sum(Worker.WorkSum, work);
            agent.Term("work", work);
            agent.Term("revenue", revenue);
            agent.Term("profit", profit);
            agent.Term("saved", saved);
            if (balance < 0)
            {
                balance += stake;
                stake = 0;
                on = 0;
                agent.Cohort.Sum(Worker.ExitSum, 1);
            }
        }
        else if (((r >> 40) & 1023) == 0)
        {
            balance = Worker.StartBalance;
            on = 1;
        }

        agent.Cohort.Sum(Worker.StakeSum, stake);
        agent.Cohort.Sum(Worker.BalanceSum, balance);
        agent.Cohort.Sum(Worker.OnSum, on);
        agent.Cohort.Decided(1);
    }
}
