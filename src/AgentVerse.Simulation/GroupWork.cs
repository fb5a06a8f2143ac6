using AgentVerse.Model.Contracts;

namespace AgentVerse.Simulation;

/// <summary>
/// What a group does around its parts: split the call, merge the answers. Shared by the relay and the reference.
/// </summary>
public static class GroupWork
{
    /// <summary>
    /// The call of each part of the group, in the order of the part table; parts without mail share one.
    /// </summary>
    public static PartCall[] Split(Phase phase, GroupCall call, PartTable table, int group)
    {
        int parts = table.PartsOf(group, phase.Over).Count;
        PartCall broadcast = new(call.Tick, call.Board, call.Totals, [], []);
        PartCall[] calls = new PartCall[parts];
        Array.Fill(calls, broadcast);
        if (call.Mail.Count == 0)
        {
            return calls;
        }

        if (phase.Over == PartSort.Cohorts)
        {
            Row[][] rows = Mail.ByPart<Row>(call.Mail, parts, r => table.LocalOf(table.PartOf(r.Receiver)));
            Assign(calls, rows, (c, mail) => c with { Rows = mail });
        }
        else
        {
            Intent[][] intents = Mail.ByPart<Intent>(call.Mail, parts, i => table.LocalOf(table.PartOfShard(i.Shard)));
            Assign(calls, intents, (c, mail) => c with { Intents = mail });
        }

        return calls;
    }

    /// <summary>The answers of a group's parts as one.</summary>
    public static GroupAnswer Merge(World world, PartTable table, IReadOnlyList<PartAnswer> answers)
    {
        Totals totals = new(world.Plan.Totals.Length);
        LedgerLine ledger = LedgerLine.Zero(world.Plan.Tokens.Count);
        TableDigests digests = new();
        List<Published> bulletins = [];
        foreach (PartAnswer answer in answers)
        {
            if (answer.Digests is { } recorded)
            {
                digests.Add(recorded);
            }

            if (answer.Totals is { } some)
            {
                totals.Add(some);
            }

            if (answer.Ledger is { } line)
            {
                ledger.Add(line);
            }

            if (answer.Bulletin is { } bulletin)
            {
                bulletins.Add(bulletin);
            }
        }

        return new GroupAnswer(totals, Mail.Outgoing(answers, table), bulletins, ledger, digests);
    }

    private static void Assign<T>(PartCall[] calls, T[][] mail, Func<PartCall, T[], PartCall> with)
    {
        for (int i = 0; i < calls.Length; i++)
        {
            if (mail[i].Length > 0)
            {
                calls[i] = with(calls[i], mail[i]);
            }
        }
    }
}
