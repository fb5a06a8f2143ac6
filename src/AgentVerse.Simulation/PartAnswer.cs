using AgentVerse.Model.Contracts;
using AgentVerse.Model.Records;

namespace AgentVerse.Simulation;

/// <summary>
/// What a part gives back: everything is a sum, a list without order, or published under its own name.
/// </summary>
public sealed class PartAnswer
{
    /// <summary>Totals of a cohort.</summary>
    public Totals? Totals { get; init; }

    /// <summary>Intents of a cohort; they stay its own, to be read before its next tick.</summary>
    public IReadOnlyList<Intent> Intents { get; init; } = [];

    /// <summary>Rows of a shard.</summary>
    public IReadOnlyList<Row> Rows { get; init; } = [];

    /// <summary>Bulletin of a shard.</summary>
    public Published? Bulletin { get; init; }

    /// <summary>Money of a shard.</summary>
    public LedgerLine? Ledger { get; init; }

    /// <summary>Recorded rows.</summary>
    public IReadOnlyList<RecordBatch> Records { get; init; } = [];

    /// <summary>Digests of the recorded rows; null if there are none.</summary>
    public TableDigests? Digests { get; set; }
}

/// <summary>A bulletin and its shard.</summary>
/// <param name="Shard">Index of the shard.</param>
/// <param name="Bulletin">What it publishes.</param>
public sealed record Published(int Shard, Bulletin Bulletin);

/// <summary>Money of one or more shards, by token.</summary>
/// <param name="Held">In named accounts.</param>
/// <param name="Payable">In rows that are under way.</param>
/// <param name="Minted">Made in this tick.</param>
/// <param name="Burned">Destroyed in this tick.</param>
public sealed record LedgerLine(long[] Held, long[] Payable, long[] Minted, long[] Burned)
{
    /// <summary>Nothing of any token.</summary>
    public static LedgerLine Zero(int tokens) =>
        new(new long[tokens], new long[tokens], new long[tokens], new long[tokens]);

    /// <summary>Adds another line to this one.</summary>
    public void Add(LedgerLine other)
    {
        for (int t = 0; t < Held.Length; t++)
        {
            Held[t] = checked(Held[t] + other.Held[t]);
            Payable[t] = checked(Payable[t] + other.Payable[t]);
            Minted[t] = checked(Minted[t] + other.Minted[t]);
            Burned[t] = checked(Burned[t] + other.Burned[t]);
        }
    }
}

/// <summary>What a group gives back: its parts' answers merged, mail sorted by the group it goes to.</summary>
/// <param name="Totals">Sum of the totals.</param>
/// <param name="Mail">Raw intents or rows by destination group.</param>
/// <param name="Bulletins">Bulletins of its shards.</param>
/// <param name="Ledger">Sum of the ledger lines.</param>
/// <param name="Digests">Digests of the rows recorded: agents, events, ticks.</param>
public sealed record GroupAnswer(
    Totals Totals,
    IReadOnlyList<byte[]> Mail,
    IReadOnlyList<Published> Bulletins,
    LedgerLine Ledger,
    TableDigests Digests);
