using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

using AgentVerse.Model.Contracts;
using AgentVerse.Model.State;

namespace AgentVerse.Simulation;

/// <summary>
/// Digest of all agents and shards, whatever is recorded: the sum mod 2^128 of a hash an agent and a hash a shard, so
/// it
/// depends neither on the cohort size nor on the number of silos, and a first bad tick can be found by bisection.
/// </summary>
public static class StateDigest
{
    /// <summary>Digest of one part.</summary>
    public static UInt128 Of(Part part) => part is CohortPart cohort ? Of(cohort.Tick) : Of((ShardPart)part);

    private static UInt128 Of(CohortTick cohort)
    {
        XxHash128 hash = new();
        byte[] name = Encoding.UTF8.GetBytes(cohort.Population.Name);
        Span<long> cells = stackalloc long[1 + cohort.Columns.Schema.Count];
        UInt128 sum = 0;
        for (int row = 0; row < cohort.Columns.Count; row++)
        {
            cells[0] = cohort.First + row;
            for (int c = 0; c < cohort.Columns.Schema.Count; c++)
            {
                cells[1 + c] = cohort.Columns.Cell(c, row);
            }

            hash.Append(name);
            hash.Append(MemoryMarshal.AsBytes(cells));
            sum += hash.GetCurrentHashAsUInt128();
            hash.Reset();
        }

        return sum;
    }

    private static UInt128 Of(ShardPart shard)
    {
        StateWriter writer = new();
        string name = $"{shard.Info.Network}/{shard.Info.Plan.Name}";
        writer.Text("shard", ref name);
        shard.Carry(writer);
        return XxHash128.HashToUInt128(writer.Written.Span);
    }
}
