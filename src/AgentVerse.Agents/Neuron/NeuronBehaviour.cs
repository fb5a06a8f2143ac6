using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Agents.Neuron;

/// <summary>What every holder or seeker of a uid is born with and does with what its subnet tells it.</summary>
internal abstract class NeuronBehaviour : Behaviour, INeuronTraits
{
    private readonly NeuronSeats _seats;
    private readonly long _startWallet;

    protected NeuronBehaviour(PopulationPlan population, WorldPlanning planning)
    {
        Population = population;
        _seats = new NeuronSeats(population, planning);
        _startWallet = population.Settings.Integer("startWallet");
    }

    /// <summary>The population.</summary>
    protected PopulationPlan Population { get; }

    /// <inheritdoc/>
    public double QualityOf(int index)
    {
        double shown = _seats.QualityOf(index);
        return !double.IsNaN(shown) ? shown : Population.UnitOf(index) == 0 ? 0 : OwnQuality(index);
    }

    /// <inheritdoc/>
    public override void Born(CohortTick tick, int row)
    {
        int index = tick.First + row;
        ulong account = tick.Columns.UInt64(EngineColumns.Account)[row];
        tick.Columns.Int64(NeuronColumns.Tao)[row] = _startWallet;
        tick.Columns.Int32(NeuronColumns.Subnet)[row] = _seats.HomeOf(index, account);
        tick.Columns.Int32(NeuronColumns.Uid)[row] = _seats.UidOf(index);
        tick.Columns.Double(NeuronColumns.Quality)[row] = QualityOf(index);
    }

    /// <inheritdoc/>
    public override void Receive(CohortTick tick, int row, in Row message)
    {
        switch (message.Kind)
        {
            case RowKinds.Registered:
                tick.Columns.Int32(NeuronColumns.Uid)[row] = (int)message.A;
                tick.Columns.Int32(NeuronColumns.Registrations)[row]++;
                tick.Columns.Int64(NeuronColumns.Spent)[row] += message.B;
                break;
            case RowKinds.Pruned:
                tick.Columns.Int32(NeuronColumns.Uid)[row] = -1;
                break;
            case RowKinds.Income:
                tick.Columns.Int64(NeuronColumns.IncomeAlpha)[row] += message.A;
                tick.Columns.Int64(NeuronColumns.Income)[row] += message.B;
                break;
            default:
                break;
        }
    }

    /// <inheritdoc/>
    public override void Obey(CohortTick tick, int row, in Row order)
    {
        if (order.Order == ControlOrders.Units)
        {
            tick.Columns.Double(NeuronColumns.Quality)[row] =
                QualityOf(tick.First + row) * BitConverter.Int64BitsToDouble(order.B);
        }
        else if (tick.Columns.Int32(NeuronColumns.Uid)[row] < 0 && _seats.NetuidOf((int)order.A) is int netuid and >= 0)
        {
            tick.Columns.Int32(NeuronColumns.Subnet)[row] = netuid;
        }
    }

    /// <summary>Quality of an agent's output without a metagraph; asked of agents with a unit behind them.</summary>
    protected abstract double OwnQuality(int index);

    /// <summary>Number of an agent's home subnet at the opening, or -1.</summary>
    protected int HomeOf(int index) => _seats.HomeOf(index, Population.AccountOf(index));
}
