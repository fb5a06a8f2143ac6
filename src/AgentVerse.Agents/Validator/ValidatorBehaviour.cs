using AgentVerse.Agents.Neuron;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Agents.Validator;

/// <summary>What a validator is born with: stake of its own, and no output.</summary>
internal sealed class ValidatorBehaviour : NeuronBehaviour
{
    private readonly Dictionary<int, long> _stakes = [];

    internal ValidatorBehaviour(PopulationPlan population, WorldPlanning planning)
        : base(population, planning)
    {
        foreach (SubnetFacts subnet in planning.Shards.Select(s => s.Plan.Facts).OfType<SubnetFacts>())
        {
            foreach (OpeningStake stake in subnet.Stakes)
            {
                if (stake.Holder.Population == population.Index && stake.Hotkey == stake.Coldkey)
                {
                    _stakes[stake.Holder.Index] = stake.Amount;
                }
            }
        }
    }

    public override void Born(CohortTick tick, int row)
    {
        base.Born(tick, row);
        tick.Columns.Int64(ValidatorKind.OpeningStake)[row] = _stakes.GetValueOrDefault(tick.First + row);
    }

    protected override double OwnQuality(int index) => 0;
}
