using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Controllers;

namespace AgentVerse.Simulation;

/// <summary>
/// What the engine does for accounts that a controller commands: it carries out orders, reports what they earned and
/// spent, and sends money home. An agent that nobody commands only changes its policy by an intervention.
/// </summary>
internal static class Obedience
{
    /// <summary>Carries out an order whose money the agent has.</summary>
    internal static void Obey(CohortTick tick, int row, in Row order)
    {
        int first = tick.Population.FirstControlled;
        switch (order.Order)
        {
            case ControlOrders.Strategy:
                tick.Columns.Int32(EngineColumns.Policy)[row] = (int)order.A;
                break;
            case ControlOrders.Wake:
                ref int wake = ref tick.Columns.Int32(EngineColumns.Wake)[row];
                wake = wake > tick.Tick.Index ? (int)Math.Min(order.A, wake) : wake;
                break;
            case ControlOrders.Sweep:
                tick.Columns.Int64(first + ControlledColumns.SweepAbove)[row] = order.A < 0 ? 0 : order.A + 1;
                tick.Columns.Int32(first + ControlledColumns.SweepToken)[row] = order.Token;
                break;
            case ControlOrders.Target:
                tick.Columns.Int32(first + ControlledColumns.Target)[row] = (int)order.A + 1;
                tick.Columns.Int32(first + ControlledColumns.Delay)[row] = (int)order.B;
                tick.World.Behaviours[tick.Population.Index].Obey(tick, row, order);
                break;
            case ControlOrders.Units:
                tick.Columns.Int32(EngineColumns.ClaimedUnits)[row] = (int)order.A;
                tick.Columns.Double(first + ControlledColumns.Effort)[row] = BitConverter.Int64BitsToDouble(order.B);
                tick.World.Behaviours[tick.Population.Index].Obey(tick, row, order);
                break;
            default:
                break;
        }
    }

    /// <summary>
    /// Lets every awake account that is commanded tell its controller what it earned and spent since it last did, with
    /// the money that is to go home; nothing is sent where there is nothing to tell.
    /// </summary>
    internal static void ReportHome(CohortTick tick)
    {
        if (tick.Population.ControlledBy < 0)
        {
            return;
        }

        Reporter reporter = new(tick);
        ReadOnlySpan<int> wakes = tick.Columns.Int32(EngineColumns.Wake);
        for (int row = 0; row < wakes.Length; row++)
        {
            if (wakes[row] <= tick.Tick.Index)
            {
                reporter.Report(row);
            }
        }
    }

    /// <summary>The columns that a report is made from.</summary>
    private readonly struct Reporter
    {
        private readonly CohortTick _tick;
        private readonly int _shard;
        private readonly int _income;
        private readonly int _cost;
        private readonly int _first;

        internal Reporter(CohortTick tick)
        {
            _tick = tick;
            _shard = tick.World.ControllerShard;
            _first = tick.Population.FirstControlled;
            AgentKind kind = tick.Population.Kind;
            _income = kind.Income.Length == 0 ? -1 : tick.Population.ColumnIndex(kind.Income);
            _cost = kind.Cost.Length == 0 ? -1 : tick.Population.ColumnIndex(kind.Cost);
        }

        internal void Report(int row)
        {
            long income = News(_income, _first + ControlledColumns.ReportedIncome, row);
            long cost = News(_cost, _first + ControlledColumns.ReportedCost, row);
            int token = _tick.Columns.Int32(_first + ControlledColumns.SweepToken)[row];
            long above = _tick.Columns.Int64(_first + ControlledColumns.SweepAbove)[row];
            long money = above == 0 ? 0 : Math.Max(0, _tick.Wallet(token)[row] - (above - 1));
            if (income != 0 || cost != 0 || money != 0)
            {
                _tick.SendHome(row, new Intent
                {
                    Shard = (ushort)_shard, Kind = ControllerIntents.Report, Token = (ushort)token, Amount = money,
                    A = income, B = cost,
                });
            }
        }

        /// <summary>What has been added to a column since it was told of, which it now is.</summary>
        private long News(int column, int told, int row)
        {
            if (column < 0)
            {
                return 0;
            }

            long now = _tick.Columns.Int64(column)[row];
            long news = checked(now - _tick.Columns.Int64(told)[row]);
            _tick.Columns.Int64(told)[row] = now;
            return news;
        }
    }
}
