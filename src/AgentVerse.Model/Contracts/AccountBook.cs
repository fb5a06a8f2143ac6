namespace AgentVerse.Model.Contracts;

/// <summary>The accounts of a shard and what they hold.</summary>
public sealed class AccountBook
{
    private readonly List<Entry> _entries = [];

    /// <summary>The accounts, in the order in which the shard named them.</summary>
    public IReadOnlyList<Entry> Entries => _entries;

    /// <summary>Names an account; it may not be negative.</summary>
    public void Add(int token, string name, long amount)
    {
        Invariant.Check(amount >= 0, $"account '{name}' is not negative");
        _entries.Add(new Entry(token, name, amount));
    }

    /// <summary>One account.</summary>
    /// <param name="Token">Index of the token.</param>
    /// <param name="Name">Name of the account.</param>
    /// <param name="Amount">What it holds, base units.</param>
    public readonly record struct Entry(int Token, string Name, long Amount);
}
