namespace AgentVerse.Model.Contracts;

/// <summary>
/// Integer totals of a tick over all cohorts: whatever is combined across cohorts is a sum, so neither their size nor
/// their order can show. Its places are in <see cref="TotalsLayout"/>.
/// </summary>
public sealed class Totals
{
    private readonly long[] _values;

    /// <summary>Zero totals.</summary>
    public Totals(int length)
        : this(new long[length])
    {
    }

    /// <summary>Totals over values that now belong to them.</summary>
    public Totals(long[] values) => _values = values;

    /// <summary>All values.</summary>
    public ReadOnlySpan<long> Values => _values;

    /// <summary>One total.</summary>
    public long this[int index]
    {
        get => _values[index];
        set => _values[index] = value;
    }

    /// <summary>Adds to one total; overflow is an error.</summary>
    public void Add(int index, long amount) => _values[index] = checked(_values[index] + amount);

    /// <summary>Adds all totals of another part.</summary>
    public void Add(Totals other)
    {
        for (int i = 0; i < _values.Length; i++)
        {
            _values[i] = checked(_values[i] + other._values[i]);
        }
    }
}
