using AgentVerse.Agents.Staker;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Agents.Nominator;

/// <summary>
/// What a nominator notes of a withdrawal beside what every staker does: what it sold of its dividends is not taken off
/// what it staked.
/// </summary>
internal sealed class NominatorBehaviour(PopulationPlan population, WorldPlanning planning)
    : StakerBehaviour(population, planning)
{
    /// <inheritdoc/>
    public override void Receive(CohortTick tick, int row, in Row message)
    {
        ref long withdrawn = ref tick.Columns.Int64(NominatorKind.Withdrawing)[row];
        if (message.Kind == RowKinds.Unstaked)
        {
            tick.Columns.Int64(StakerColumns.Alpha)[row] += withdrawn;
        }

        bool isAnswer = message.Kind == RowKinds.Unstaked
            || (message.Kind == RowKinds.Refused && message.B == IntentKinds.Unstake);
        withdrawn = isAnswer ? 0 : withdrawn;
        base.Receive(tick, row, message);
    }
}
