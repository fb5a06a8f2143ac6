using AgentVerse.Model;
using AgentVerse.Model.Contracts;

namespace AgentVerse.Simulation;

/// <summary>Which sort of parts a phase runs over.</summary>
public enum PartSort
{
    /// <summary>No part: the run alone.</summary>
    None,

    /// <summary>Cohorts of agents.</summary>
    Cohorts,

    /// <summary>Shards of networks.</summary>
    Shards,
}

/// <summary>
/// How a world is cut into parts (cohorts, then shards) and which group each part belongs to. Frozen within an
/// incarnation; neither the cohort size nor the number of groups can change a result.
/// </summary>
public sealed class PartTable
{
    private readonly WorldPlan _world;
    private readonly int[] _firstCohort;
    private readonly int[] _local;
    private readonly int[][] _cohorts;
    private readonly int[][] _shards;

    /// <summary>Cuts a world into cohorts of the given size over a number of groups.</summary>
    public PartTable(WorldPlan world, int cohortSize, int groups)
    {
        Invariant.Check(cohortSize > 0 && groups > 0, "cohort size and number of groups are positive");
        _world = world;
        CohortSize = cohortSize;
        GroupCount = groups;
        _firstCohort = new int[world.Populations.Count + 1];
        for (int p = 0; p < world.Populations.Count; p++)
        {
            int capacity = world.Populations[p].Capacity;
            _firstCohort[p + 1] = _firstCohort[p] + (int)(((long)capacity + cohortSize - 1) / cohortSize);
        }

        CohortCount = _firstCohort[^1];
        _local = new int[Count];
        _cohorts = Deal(0, CohortCount);
        _shards = Deal(CohortCount, world.Shards.Count);
    }

    /// <summary>Agents in a cohort; the last of a population may have fewer.</summary>
    public int CohortSize { get; }

    /// <summary>Number of groups: silos, or one for the reference.</summary>
    public int GroupCount { get; }

    /// <summary>Number of cohorts; parts [0, CohortCount) are cohorts, the rest shards.</summary>
    public int CohortCount { get; }

    /// <summary>Number of parts.</summary>
    public int Count => CohortCount + _world.Shards.Count;

    /// <summary>Parts of one sort in a group.</summary>
    public IReadOnlyList<int> PartsOf(int group, PartSort sort) => sort switch
    {
        PartSort.Cohorts => _cohorts[group],
        PartSort.Shards => _shards[group],
        _ => [],
    };

    /// <summary>The cohort that an agent lives in.</summary>
    public int PartOf(AgentRef agent) => _firstCohort[agent.Population] + (agent.Index / CohortSize);

    /// <summary>The part that a shard is.</summary>
    public int PartOfShard(int shard) => CohortCount + shard;

    /// <summary>The group that holds a part.</summary>
    public int GroupOf(int part) =>
        part < CohortCount
            ? GroupOf(part, CohortCount)
            : GroupOf(part - CohortCount, _world.Shards.Count);

    /// <summary>Place of a part among its group's parts of the same sort.</summary>
    public int LocalOf(int part) => _local[part];

    /// <summary>Population and first agent of a cohort.</summary>
    public AgentRef FirstAgent(int part)
    {
        int population = 0;
        while (part >= _firstCohort[population + 1])
        {
            population++;
        }

        return new AgentRef(population, (part - _firstCohort[population]) * CohortSize);
    }

    /// <summary>Number of agents in a cohort.</summary>
    public int AgentsIn(int part)
    {
        AgentRef first = FirstAgent(part);
        return Math.Min(CohortSize, _world.Populations[first.Population].Capacity - first.Index);
    }

    /// <summary>The shard that a part is.</summary>
    public ShardInfo ShardAt(int part) => _world.Shards[part - CohortCount];

    private int GroupOf(int number, int count) => (int)((long)number * GroupCount / count);

    private int[][] Deal(int first, int count)
    {
        List<int>[] parts = [.. Enumerable.Range(0, GroupCount).Select(_ => new List<int>())];
        for (int i = 0; i < count; i++)
        {
            List<int> group = parts[GroupOf(i, count)];
            _local[first + i] = group.Count;
            group.Add(first + i);
        }

        return [.. parts.Select(p => p.ToArray())];
    }
}
