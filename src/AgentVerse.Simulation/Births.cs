using AgentVerse.Model.Contracts;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Simulation;

/// <summary>
/// How an agent comes into being: account, waking tick, units, then what its kind gives it; and how accounts of a split
/// share what their origin alone would have been born with.
/// </summary>
public static class Births
{
    /// <summary>Fills the row of a new agent.</summary>
    public static void Bear(CohortTick tick, int row)
    {
        int index = tick.First + row;
        AccountLayout accounts = tick.Population.Accounts;
        BearAlone(tick, row);
        if (!accounts.IsSplit(index))
        {
            return;
        }

        if (accounts.Mode == SplitMode.Merge)
        {
            Merge(tick, row, accounts);
        }
        else
        {
            int origin = accounts.OriginOf(index);
            CohortTick whole = tick.Alone(origin);
            BearAlone(whole, 0);
            Share(tick.Columns, row, whole.Columns, (accounts.Parts, accounts.PartOf(index), accounts.Mode));
        }
    }

    private static void BearAlone(CohortTick tick, int row)
    {
        int index = tick.First + row;
        PopulationPlan population = tick.Population;
        tick.Columns.UInt64(EngineColumns.Account)[row] = population.AccountOf(index);
        tick.Columns.Int32(EngineColumns.Wake)[row] = population.WakeOf(tick.Draws, index);
        tick.Columns.Int32(EngineColumns.ClaimedUnits)[row] = 1;
        tick.Columns.Int32(EngineColumns.TrueUnits)[row] = population.OpeningUnits(index);
        tick.World.Behaviours[population.Index].Born(tick, row);
    }

    /// <summary>Gives a part of a split what it has of the whole.</summary>
    private static void Share(Columns part, int row, Columns whole, (int Parts, int Part, SplitMode Mode) split)
    {
        for (int c = EngineColumns.Policy; c < part.Schema.Count; c++)
        {
            bool isClone = split.Mode == SplitMode.Clone;
            switch (part.Schema[c].Split)
            {
                case SplitRule.Keep:
                case SplitRule.Unit when isClone:
                case SplitRule.Counted when isClone && split.Part == 0:
                    Set(part, c, row, whole.Cell(c, 0));
                    break;
                case SplitRule.Counted when isClone:
                    Set(part, c, row, 0);
                    break;
                case SplitRule.Own:
                    break;
                default:
                    Divide(part, c, row, whole, split);
                    break;
            }
        }
    }

    private static void Divide(Columns part, int c, int row, Columns whole, (int Parts, int Part, SplitMode Mode) split)
    {
        if (part.Schema[c].Type == ColumnType.Double)
        {
            part.Double(c)[row] = whole.Double(c)[0] / split.Parts;
        }
        else
        {
            Set(part, c, row, Apportion.EqualPart(whole.Cell(c, 0), split.Parts, split.Part));
        }
    }

    /// <summary>Adds what the absorbed accounts would have had; an absorbed account has nothing.</summary>
    private static void Merge(CohortTick tick, int row, AccountLayout accounts)
    {
        int index = tick.First + row;
        bool isAbsorbed = accounts.IsAbsorbed(index);
        foreach (int other in accounts.PartsOf(index).Skip(1))
        {
            CohortTick absorbed = tick.Alone(other);
            BearAlone(absorbed, 0);
            ForAmounts(tick.Columns, c => Add(tick.Columns, c, row, absorbed.Columns));
        }

        if (isAbsorbed)
        {
            ForAmounts(tick.Columns, c => Set(tick.Columns, c, row, 0));
        }
    }

    private static void ForAmounts(Columns columns, Action<int> act)
    {
        for (int c = EngineColumns.Policy; c < columns.Schema.Count; c++)
        {
            if (columns.Schema[c].Split is not (SplitRule.Keep or SplitRule.Own))
            {
                act(c);
            }
        }
    }

    private static void Add(Columns columns, int c, int row, Columns other)
    {
        if (columns.Schema[c].Type == ColumnType.Double)
        {
            columns.Double(c)[row] += other.Double(c)[0];
        }
        else
        {
            Set(columns, c, row, checked(columns.Cell(c, row) + other.Cell(c, 0)));
        }
    }

    private static void Set(Columns columns, int c, int row, long cell)
    {
        if (columns.Schema[c].Type == ColumnType.Int32)
        {
            columns.Int32(c)[row] = checked((int)cell);
        }
        else
        {
            columns.Int64(c)[row] = cell;
        }
    }
}
