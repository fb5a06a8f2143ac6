using AgentVerse.Model;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.State;
using AgentVerse.Results.Checkpoints;
using AgentVerse.Simulation;

namespace AgentVerse.Grains;

/// <summary>One incarnation of a run: the state between phases, its groups, its own files.</summary>
public sealed class RunIncarnation : IAsyncDisposable
{
    private const string OwnState = "run";
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(2);
    private readonly PartTable _table;
    private readonly RunWriting _writing;
    private readonly List<StagedPart> _published = [];
    private int _intervened = -1;

    internal RunIncarnation(
        RunState state, PartTable table, IReadOnlyList<IGroup> groups, RunWriting writing, CommitRhythm rhythm)
    {
        State = state;
        _table = table;
        Groups = groups;
        _writing = writing;
        Rhythm = rhythm;
    }

    /// <summary>The run between its phases.</summary>
    public RunState State { get; }

    /// <summary>When it commits.</summary>
    internal CommitRhythm Rhythm { get; }

    /// <summary>Where its parts are.</summary>
    internal IReadOnlyList<IGroup> Groups { get; }

    /// <summary>Silos of a spread run, in order; none of a whole one.</summary>
    internal IReadOnlyList<SiloAddress> Homes { get; init; } = [];

    /// <summary>Agent steps that ran so far.</summary>
    public long AgentSteps { get; private set; }

    /// <summary>Makes all parts, new or from the run's last commit.</summary>
    internal async Task Open(RunControl control)
    {
        AgentSteps = control.AgentSteps;
        _published.AddRange(PublishedParts.Of(control, _writing.Segments));
        if (_writing.Segments(control.Segments).Read([OwnState]).TryGetValue(OwnState, out ReadOnlyMemory<byte> own))
        {
            State.Carry(new StateReader(own));
        }

        await Task.WhenAll(Groups.Select(g => g.Open(control.Segments)));
    }

    /// <summary>The groups' answers to a phase.</summary>
    internal async Task<IReadOnlyList<GroupAnswer>> Execute(Phase phase)
    {
        if (phase.Over == PartSort.None)
        {
            return [];
        }

        GroupAnswer[] answers = await Task.WhenAll(Groups.Select((g, i) => g.Execute(phase, State.CallFor(i))));
        AgentSteps += answers.Sum(a => State.World.Plan.Populations.Sum(p => a.Totals[State.World.Plan.Totals.Awake(p.Index)]));
        return answers;
    }

    /// <summary>Brings in the interventions that hold from the coming tick on, once.</summary>
    internal void Intervene(IEnumerable<LoggedIntervention> log)
    {
        if (_intervened == State.Tick)
        {
            return;
        }

        _intervened = State.Tick;
        foreach (LoggedIntervention entry in log.Where(e => e.Tick == State.Tick))
        {
            State.Intervene(new AgentRef(entry.Population, entry.Index), entry.Policy);
        }
    }

    /// <summary>
    /// Writes segments and staged files of all groups and of the run itself, and notes them in the control state.
    /// </summary>
    internal async Task Save(RunControl control, bool final)
    {
        RelayCommit[] commits = await Task.WhenAll(Groups.Select(g => g.Commit(State.Tick, final)));
        StateWriter writer = new();
        State.Carry(writer);
        RelayCommit own = await _writing.Commit(
            State.Tick, final, [new NamedState(OwnState, writer.Written, UInt128.Zero), PublishedParts.Save(_published)]);
        control.Checkpoints = final
            ? []
            : [new SavedCheckpoint(State.Tick, control.Incarnation), .. control.Checkpoints.Take(1)];
        control.Segments = final ? [] : [own.Segment, .. commits.Select(c => c.Segment)];
        control.Staged = [.. own.Staged, .. commits.SelectMany(c => c.Staged)];
        _published.AddRange(control.Staged);
        control.Published = final ? [.. _published] : [];
        control.Tables = RunWriting.Sums(State.Digests);
        control.StateDigest = RunWriting.Sum(commits.Select(c => c.StateDigest));
        control.CommittedTick = Math.Min(State.Tick, State.World.Plan.Ticks);
        control.AgentSteps = AgentSteps;
    }

    /// <summary>Puts the committed files where they belong and removes segments that nothing needs any more.</summary>
    internal Task Publish(RunControl control) => _writing.Publish(
        control.Staged, [.. control.Checkpoints.Select(c => new CheckpointId(c.Tick, c.Incarnation))]);

    internal string Digest() => RunWriting.Digest(State.Digests);

    internal AgentRef Find(string population, int index)
    {
        PopulationPlan? plan = State.World.Plan.Populations.FirstOrDefault(
            p => string.Equals(p.Name, population, StringComparison.Ordinal));
        if (plan is null || index < 0 || index >= plan.Capacity)
        {
            throw new ArgumentException($"there is no agent {population}[{index}]");
        }

        return new AgentRef(plan.Index, index);
    }

    internal int FindPolicy(AgentRef agent, string policy)
    {
        IReadOnlyList<string> names = State.World.Plan.Populations[agent.Population].PolicyNames;
        for (int i = 0; i < names.Count; i++)
        {
            if (string.Equals(names[i], policy, StringComparison.Ordinal))
            {
                return i;
            }
        }

        throw new ArgumentException($"the population follows one of: {string.Join(", ", names)}");
    }

    internal Task<string> Inspect(AgentRef agent)
    {
        int part = _table.PartOf(agent);
        return Groups[_table.GroupOf(part)].Inspect(part, agent.Index - _table.FirstAgent(part).Index);
    }

    /// <summary>
    /// Lets go of parts and files; what is not committed is gone. A silo that does not answer is not waited for: what
    /// it holds is swept away later.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await Task.WhenAll(Groups.Select(g => g.Close())).WaitAsync(CloseTimeout);
        }
        catch (Exception e) when (e is not InvariantException)
        {
            // A group whose silo is gone has nothing to let go of.
        }
    }
}
