using AgentVerse.Model;

namespace AgentVerse.Agents.Choice;

/// <summary>One option of a choice.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Value">U, USD a day; finite.</param>
public readonly record struct Option(OptionPath Path, double Value);

/// <summary>
/// The options that an agent considers, in memory of its caller. Options of one nest are added one after the other:
/// those that share a branch, within it a network, within it a shard. An option added twice counts as one.
/// </summary>
public ref struct ChoiceSet
{
    private readonly Span<Option> _options;

    /// <summary>A set without options.</summary>
    /// <param name="memory">Room for the options.</param>
    /// <param name="scale">
    /// What U is divided by so that temperature is a pure number: the larger of the agent's running cost and the role's
    /// median gross income a unit times its units, USD a day; above 0.
    /// </param>
    public ChoiceSet(Span<Option> memory, double scale)
    {
        Invariant.Check(scale > 0, "a choice has a scale");
        _options = memory;
        Scale = scale;
    }

    /// <summary>USD a day that count as 1.</summary>
    public double Scale { get; }

    /// <summary>Number of options.</summary>
    public int Count { get; private set; }

    /// <summary>Place of what the agent does now; -1 until it was added.</summary>
    public int Current { get; private set; } = -1;

    /// <summary>An option by its place.</summary>
    public readonly ref readonly Option this[int place] => ref _options[place];

    /// <summary>Adds an option; returns its place.</summary>
    public int Add(in OptionPath path, double value)
    {
        Invariant.Check(double.IsFinite(value), "the value of an option is finite");
        _options[Count] = new Option(path, value);
        return Count++;
    }

    /// <summary>Adds what the agent does now; returns its place.</summary>
    public int AddCurrent(in OptionPath path, double value) => Current = Add(path, value);

    /// <summary>z = U / scale of an option.</summary>
    public readonly double Z(int place) => _options[place].Value / Scale;
}
