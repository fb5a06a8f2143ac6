using System.Globalization;

using AgentVerse.Cli.Shell;
using AgentVerse.Grains;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Records;
using AgentVerse.Model.Settings;
using AgentVerse.Results;
using AgentVerse.Results.Experiments;
using AgentVerse.Scenarios;
using AgentVerse.Simulation;

namespace AgentVerse.Cli.Replays;

/// <summary>A run of an experiment's folder, run again in memory from its inputs with its interventions.</summary>
internal sealed class Replay
{
    private const int CohortSize = 16_384;
    private const int NumberDigitsMax = 6;
    private readonly ReferenceRun _run;
    private readonly ManifestRun _recorded;
    private int _intervened = -1;

    private Replay(World world, ManifestRun recorded)
    {
        _recorded = recorded;
        _run = new ReferenceRun(world, CohortSize, new NoSink(), static (count, body) => Parallel.For(0, count, body));
    }

    /// <summary>The run between its phases.</summary>
    internal RunState State => _run.State;

    /// <summary>Number of ticks of the run.</summary>
    internal int Ticks => State.World.Plan.Ticks;

    /// <summary>Digest of all rows so far.</summary>
    internal string Digest => RunWriting.Digest(State.Digests);

    /// <summary>A run at its beginning.</summary>
    /// <exception cref="UserException">Its inputs do not make a world with these plug-ins.</exception>
    internal static Replay Open(ExperimentFolder folder, ManifestRun run, Catalogue catalogue)
    {
        ExperimentInputs inputs = ExperimentInputs.Open(folder);
        List<Problem> problems = [];
        (Scenario? scenario, IReadOnlyList<Problem> found) = inputs.ReadRun(catalogue, run.Overrides);
        World? world = null;
        problems.AddRange(found);
        if (scenario is not null)
        {
            IReadOnlyDictionary<string, DataTable> tables = inputs.Tables(scenario, problems);
            (world, found) = problems.Count == 0
                ? ScenarioWorld.Build(scenario, catalogue, tables, run.Replicate)
                : (null, []);
            problems.AddRange(found);
        }

        return world is not null
            ? new Replay(world, run)
            : throw new UserException(["the inputs cannot be run again", .. problems.Select(p => $"  {p}")]);
    }

    /// <summary>A run by its number from 1, its id, or the beginning of its id.</summary>
    /// <exception cref="UserException">There is none, or more than one.</exception>
    internal static ManifestRun Find(Manifest manifest, string run)
    {
        bool isNumber = int.TryParse(run, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && run.Length <= NumberDigitsMax;
        ManifestRun[] fits = isNumber
            ? [.. manifest.Runs.Skip(number - 1).Take(number > 0 ? 1 : 0)]
            : [.. manifest.Runs.Where(r => r.Id.StartsWith(run, StringComparison.Ordinal))];
        return fits.Length == 1
            ? fits[0]
            : throw new UserException(fits.Length == 0
                ? $"the experiment has no run '{run}'; it has {manifest.Runs.Count} (see 'agentverse show')"
                : $"{fits.Length} runs begin with '{run}'; write more of the id");
    }

    /// <summary>Runs to the start of a tick, or to the end.</summary>
    internal void RunTo(int tick = int.MaxValue)
    {
        while ((State.Tick < tick || !State.BetweenTicks) && Advance())
        {
        }

        Intervene();
    }

    /// <summary>Runs one phase, before which interventions of its tick come in; false at the end.</summary>
    internal bool Advance()
    {
        Intervene();
        return _run.Advance();
    }

    /// <summary>What the next phase sends to a part.</summary>
    internal PartCall CallOf(int part)
    {
        Phase phase = State.Next ?? throw new UserException("the run has ended before that");
        return GroupWork.Split(phase, State.CallFor(0), _run.Table, 0)[_run.Table.LocalOf(part)];
    }

    /// <summary>The cohort of an agent, with the agent's row in it.</summary>
    /// <exception cref="UserException">There is no such agent.</exception>
    internal (CohortPart Cohort, int Row, AgentRef Agent) CohortOf(AgentName name)
    {
        IReadOnlyList<PopulationPlan> populations = State.World.Plan.Populations;
        PopulationPlan plan = populations.FirstOrDefault(
            p => string.Equals(p.Name, name.Population, StringComparison.Ordinal))
            ?? throw new UserException(
                $"there is no population '{name.Population}'; there are {string.Join(", ", populations.Select(p => p.Name))}");
        if (name.Index >= plan.Capacity)
        {
            throw new UserException($"there is no agent {name}; the last is {plan.Name}[{plan.Capacity - 1}]");
        }

        AgentRef agent = new(plan.Index, name.Index);
        int part = _run.Table.PartOf(agent);
        return ((CohortPart)_run.Group.PartAt(part), name.Index - _run.Table.FirstAgent(part).Index, agent);
    }

    /// <summary>A shard by network and name.</summary>
    /// <exception cref="UserException">There is no such shard.</exception>
    internal ShardPart ShardOf(string name)
    {
        IReadOnlyList<ShardInfo> shards = State.World.Plan.Shards;
        ShardInfo info = shards.FirstOrDefault(s => string.Equals(NameOf(s), name, StringComparison.Ordinal))
            ?? throw new UserException(
                $"there is no shard '{name}'; there are {string.Join(", ", shards.Take(20).Select(NameOf))}");
        return (ShardPart)_run.Group.PartAt(_run.Table.PartOfShard(info.Index));
    }

    /// <summary>Name of a shard as users write it.</summary>
    internal static string NameOf(ShardInfo shard) => $"{shard.Network}/{shard.Plan.Name}";

    /// <summary>Refuses a tick that the run does not have.</summary>
    internal void RequireTick(int tick)
    {
        if (tick >= Ticks)
        {
            throw new UserException($"the run has no tick {tick}; the last is {Ticks - 1}");
        }
    }

    private void Intervene()
    {
        if (!State.BetweenTicks || _intervened == State.Tick)
        {
            return;
        }

        _intervened = State.Tick;
        foreach (ManifestIntervention one in _recorded.Interventions.Where(i => i.Tick == State.Tick))
        {
            State.Intervene(new AgentRef(one.Population, one.Index), one.Policy);
        }
    }

    /// <summary>Rows are digested where they are made; nobody keeps them.</summary>
    private sealed class NoSink : IRecordSink
    {
        public void Write(RecordBatch batch)
        {
        }
    }
}
