using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Neuron;

/// <summary>
/// Where the agents of a population stand when their subnets open: uid and home, known before the first tick.
/// </summary>
internal sealed class NeuronSeats
{
    private static readonly Purpose Home = Purpose.Of("neuron.home");
    private readonly Dictionary<int, (SubnetFacts Subnet, int Uid)> _seats = [];
    private readonly SubnetFacts[] _open;
    private readonly int[] _netuids;
    private readonly Draws _draws;

    /// <summary>The seats of a population in a planned world.</summary>
    internal NeuronSeats(PopulationPlan population, WorldPlanning planning)
    {
        _draws = planning.Draws;
        _netuids = [.. planning.Shards.Select(s => s.Plan.Facts is SubnetFacts facts ? facts.Netuid : -1)];
        SubnetFacts[] subnets = [.. planning.Shards.Select(s => s.Plan.Facts).OfType<SubnetFacts>()];
        _open = [.. subnets.Where(s => s.Populations.Contains(population.Name))];
        foreach (SubnetFacts subnet in subnets)
        {
            for (int uid = 0; uid < subnet.Seats.Count; uid++)
            {
                if (subnet.Seats[uid].Population == population.Index)
                {
                    _seats[subnet.Seats[uid].Index] = (subnet, uid);
                }
            }
        }
    }

    /// <summary>Number of the subnet that a shard is, or -1.</summary>
    internal int NetuidOf(int shard) => (uint)shard < (uint)_netuids.Length ? _netuids[shard] : -1;

    /// <summary>Uid at the opening, or -1.</summary>
    internal int UidOf(int index) => _seats.TryGetValue(index, out var seat) ? seat.Uid : -1;

    /// <summary>Quality that a real metagraph shows for the agent's seat; NaN for none.</summary>
    internal double QualityOf(int index) =>
        _seats.TryGetValue(index, out var seat) ? seat.Subnet.Qualities[seat.Uid] : double.NaN;

    /// <summary>
    /// Number of the home subnet: where its seat is, else one drawn among those open to its population; or -1.
    /// </summary>
    internal int HomeOf(int index, ulong account) =>
        _seats.TryGetValue(index, out var seat) ? seat.Subnet.Netuid
        : _open.Length == 0 ? -1
        : _open[_draws.At(account, -1).Below(Home, _open.Length)].Netuid;
}
