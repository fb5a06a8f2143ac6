using AgentVerse.Model.Contracts;

namespace AgentVerse.Agents.Compute;

/// <summary>
/// What providers and tenants of GPUs are born with alike; rows go to the taker of the network that sent them.
/// </summary>
internal abstract class ComputeBehaviour : Behaviour
{
    private readonly ComputeBirth _birth;
    private readonly NetworkRows?[] _takers;

    protected ComputeBehaviour(PopulationPlan population, WorldPlanning planning, ReadOnlySpan<NetworkRows> takers)
    {
        _birth = new ComputeBirth(population, planning);
        _takers = NetworkRows.ByShard(planning, takers);
    }

    public override void Born(CohortTick tick, int row) => _birth.Born(tick, row);

    public sealed override void Receive(CohortTick tick, int row, in Row message) =>
        _takers[message.Shard]?.Receive(tick, row, message);
}
