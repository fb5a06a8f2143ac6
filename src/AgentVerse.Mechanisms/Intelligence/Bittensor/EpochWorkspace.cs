using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>
/// Memory of one epoch, owned by the caller and reused: it grows to the largest subnet it has seen and then allocates
/// nothing. After <see cref="Yuma.Run"/> it holds the last mechanism's results before they were cut to 16 bits.
/// </summary>
/// <remarks>
/// Rows are the uids that matter to weights or bonds (permitted, or with bonds). Cells are column-major,
/// [miner * RowCount + row], so that every step of a miner's column stays in the first-level cache.
/// </remarks>
public sealed class EpochWorkspace
{
    /// <summary>A cell that is not there.</summary>
    internal static readonly I32F32 Absent = I32F32.MinValue;

    private int _capacity;
    private I32F32[] _stake = [];
    private I32F32[] _activeStake = [];
    private I32F32[] _consensus = [];
    private I32F32[] _incentive = [];
    private I32F32[] _dividends = [];
    private I32F32[] _trust = [];
    private bool[] _active = [];
    private bool[] _permit = [];
    private bool[] _newPermit = [];
    private long[] _serverEmission = [];
    private long[] _validatorEmission = [];
    private long[] _emission = [];
    private UInt128[] _stakeWeight = [];
    private long[] _ranking = [];
    private int[] _rows = [];
    private I32F32[] _rowStake = [];
    private I32F32[] _rowMedianStake = [];
    private I32F32[] _rowTrust = [];
    private I32F32[] _rowDividends = [];
    private I32F32[] _scores = [];
    private I32F32[] _weights = [];
    private I32F32[] _column = [];
    private I32F32[] _cells = [];

    /// <summary>Uids of the epoch.</summary>
    public int NeuronCount { get; private set; }

    /// <summary>S: stake weight above the threshold as a share of the subnet; sums to 1 or is all 0.</summary>
    public Span<I32F32> Stake => _stake.AsSpan(0, NeuronCount);

    /// <summary>A: S of active, permitted uids, renormalised.</summary>
    public Span<I32F32> ActiveStake => _activeStake.AsSpan(0, NeuronCount);

    /// <summary>c: stake-weighted median weight of each miner.</summary>
    public Span<I32F32> Consensus => _consensus.AsSpan(0, NeuronCount);

    /// <summary>I: share of miners' emission.</summary>
    public Span<I32F32> Incentive => _incentive.AsSpan(0, NeuronCount);

    /// <summary>D: share of validators' emission.</summary>
    public Span<I32F32> Dividends => _dividends.AsSpan(0, NeuronCount);

    /// <summary>Sum of each validator's clipped weights.</summary>
    public Span<I32F32> ValidatorTrust => _trust.AsSpan(0, NeuronCount);

    /// <summary>Whether the uid updated within the activity cutoff.</summary>
    public Span<bool> Active => _active.AsSpan(0, NeuronCount);

    /// <summary>Permits in force in this epoch, the owner's included.</summary>
    public Span<bool> Permit => _permit.AsSpan(0, NeuronCount);

    /// <summary>Permits for the next epoch.</summary>
    public Span<bool> NewPermit => _newPermit.AsSpan(0, NeuronCount);

    /// <summary>floor(N * I / (I + D)), base units.</summary>
    public Span<long> ServerEmission => _serverEmission.AsSpan(0, NeuronCount);

    /// <summary>floor(N * D / (I + D)), base units.</summary>
    public Span<long> ValidatorEmission => _validatorEmission.AsSpan(0, NeuronCount);

    /// <summary>floor(N * (I + D) / total), base units.</summary>
    public Span<long> Emission => _emission.AsSpan(0, NeuronCount);

    internal int RowCount { get; private set; }

    internal ReadOnlySpan<int> Rows => _rows.AsSpan(0, RowCount);

    internal Span<I32F32> RowStake => _rowStake.AsSpan(0, RowCount);

    internal Span<I32F32> RowMedianStake => _rowMedianStake.AsSpan(0, RowCount);

    internal Span<I32F32> RowTrust => _rowTrust.AsSpan(0, RowCount);

    internal Span<I32F32> RowDividends => _rowDividends.AsSpan(0, RowCount);

    internal Span<UInt128> StakeWeight => _stakeWeight.AsSpan(0, NeuronCount);

    internal Span<long> Ranking => _ranking.AsSpan(0, NeuronCount);

    /// <summary>Scratch as long as the rows: scores of a median, or old bonds of a column.</summary>
    internal Span<I32F32> Scores => _scores.AsSpan(0, RowCount);

    /// <summary>Scratch as long as the rows: stakes of a median.</summary>
    internal Span<I32F32> ScoreStakes => _weights.AsSpan(0, RowCount);

    /// <summary>Scratch as long as the rows: new bonds of a column.</summary>
    internal Span<I32F32> NewBonds => _column.AsSpan(0, RowCount);

    /// <summary>The miner's column of cells.</summary>
    internal Span<I32F32> Cells(int miner) => _cells.AsSpan(miner * RowCount, RowCount);

    internal void Begin(int neuronCount)
    {
        NeuronCount = neuronCount;
        if (_capacity >= neuronCount)
        {
            return;
        }

        _capacity = neuronCount;
        _stake = new I32F32[neuronCount];
        _activeStake = new I32F32[neuronCount];
        _consensus = new I32F32[neuronCount];
        _incentive = new I32F32[neuronCount];
        _dividends = new I32F32[neuronCount];
        _trust = new I32F32[neuronCount];
        _active = new bool[neuronCount];
        _permit = new bool[neuronCount];
        _newPermit = new bool[neuronCount];
        _serverEmission = new long[neuronCount];
        _validatorEmission = new long[neuronCount];
        _emission = new long[neuronCount];
        _stakeWeight = new UInt128[neuronCount];
        _ranking = new long[neuronCount];
        _rows = new int[neuronCount];
        _rowStake = new I32F32[neuronCount];
        _rowMedianStake = new I32F32[neuronCount];
        _rowTrust = new I32F32[neuronCount];
        _rowDividends = new I32F32[neuronCount];
        _scores = new I32F32[neuronCount];
        _weights = new I32F32[neuronCount];
        _column = new I32F32[neuronCount];
    }

    /// <summary>Takes the rows of the epoch and empties their cells.</summary>
    internal void ChooseRows(UidMatrix bonds)
    {
        RowCount = 0;
        for (int uid = 0; uid < NeuronCount; uid++)
        {
            if (_permit[uid] || !bonds.IsRowEmpty(uid))
            {
                _rows[RowCount++] = uid;
            }
        }

        int needed = RowCount * NeuronCount;
        if (_cells.Length < needed)
        {
            _cells = new I32F32[needed];
        }

        _cells.AsSpan(0, needed).Fill(Absent);
        for (int row = 0; row < RowCount; row++)
        {
            _rowStake[row] = _activeStake[_rows[row]];
        }

        _rowTrust.AsSpan(0, RowCount).Clear();
        _rowDividends.AsSpan(0, RowCount).Clear();
    }
}
