using System.Numerics;
using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>Weights, consensus, trust and incentive of an epoch (steps 5-9 of run_epoch.rs::epoch_mechanism).</summary>
internal static class YumaConsensus
{
    /// <summary>Which cells of a validator's row survive: not self, not outdated, not hidden by a commit.</summary>
    private readonly ref struct ColumnMask
    {
        private readonly ReadOnlySpan<long> _registeredAt;
        private readonly long _lastUpdate;
        private readonly long _commitBlock;
        private readonly int _self;

        internal ColumnMask(int uid, EpochState state, MechanismState own, SubnetParameters subnet)
        {
            bool keepsSelf = uid == state.OwnerUid && subnet.Holds(Rule.OwnerKeepsItsSelfWeight);
            _registeredAt = state.RegisteredAt;
            _self = keepsSelf || !subnet.Holds(Rule.SelfWeightIsDropped) ? -1 : uid;
            _lastUpdate = !subnet.Holds(Rule.OutdatedColumnsAreMasked) ? long.MaxValue
                : own.LastUpdate[uid] + (subnet.Holds(Rule.AnUpdateInTheBlockOfRegistrationIsOutdated) ? 0 : 1);
            bool commitsMask = subnet.CommitRevealWeightsEnabled && subnet.Holds(Rule.CommitsMaskLaterRegistrations);
            bool equalIsKept = subnet.Holds(Rule.ACommitInTheBlockOfRegistrationIsKept);
            _commitBlock = commitsMask ? own.CommitBlock[uid] - (equalIsKept ? 0 : 1) : MechanismState.NoCommit;
        }

        internal bool Keeps(int miner) =>
            miner != _self && _lastUpdate > _registeredAt[miner] && _commitBlock >= _registeredAt[miner];
    }

    /// <summary>Fills the cells with the permitted validators' masked weights, each row divided by its sum.</summary>
    internal static void LoadWeights(
        EpochState state, MechanismState own, SubnetParameters subnet, EpochWorkspace workspace)
    {
        ReadOnlySpan<int> rows = workspace.Rows;
        bool forbidsCount = subnet.Holds(Rule.ForbiddenRowsAreDropped);
        for (int row = 0; row < rows.Length; row++)
        {
            if (workspace.Permit[rows[row]] || !forbidsCount)
            {
                ColumnMask mask = new(rows[row], state, own, subnet);
                long sum = LoadRow(own.Weights, row, mask, workspace);
                NormaliseRow(row, subnet.Holds(Rule.RowsAreNormalised) ? sum : ushort.MaxValue, workspace);
            }
        }
    }

    /// <summary>Consensus, clipping, trust and incentive; leaves in the cells the weights that make bonds.</summary>
    internal static void Settle(SubnetParameters subnet, EpochWorkspace workspace)
    {
        I32F32 kappa = I32F32.FromU16Proportion(subnet.Kappa);
        WeighRows(subnet, workspace);
        MedianTerms median = new(workspace.RowMedianStake, kappa)
        {
            AbsentCounts = subnet.Holds(Rule.AbsentWeightsCountAsZero),
            IsStrict = subnet.Holds(Rule.ConsensusExceedsTheMinorityStrictly),
        };
        I32F32 penalty = I32F32.FromU16Proportion(subnet.BondsPenalty);
        bool clips = subnet.Holds(Rule.WeightsAreClippedToConsensus);
        penalty = subnet.Holds(Rule.BondsPenaltyClipsWeights) ? penalty : I32F32.Zero;
        for (int miner = 0; miner < workspace.NeuronCount; miner++)
        {
            Span<I32F32> cells = workspace.Cells(miner);
            I32F32 consensus = WeightedMedian.OfCells(cells, median, workspace.Scores, workspace.ScoreStakes);
            workspace.Consensus[miner] = consensus;
            workspace.Incentive[miner] = ClipColumn(cells, clips ? consensus : I32F32.One, penalty, workspace);
        }

        Proportions.Normalise(workspace.Incentive);
        Span<I32F32> trust = workspace.ValidatorTrust;
        trust.Clear();
        for (int row = 0; row < workspace.RowCount; row++)
        {
            trust[workspace.Rows[row]] = workspace.RowTrust[row];
        }
    }

    /// <summary>Copies a row's surviving weights into the cells as integers and returns their sum.</summary>
    private static long LoadRow(UidMatrix weights, int row, in ColumnMask mask, EpochWorkspace workspace)
    {
        int uid = workspace.Rows[row];
        ReadOnlySpan<ushort> values = weights.CellsOf(uid);
        ReadOnlySpan<ulong> presence = weights.PresenceOf(uid);
        long sum = 0;
        for (int word = 0; word < presence.Length; word++)
        {
            for (ulong bits = presence[word]; bits != 0; bits &= bits - 1)
            {
                int miner = (word * 64) + BitOperations.TrailingZeroCount(bits);
                if (miner < workspace.NeuronCount && mask.Keeps(miner))
                {
                    sum += values[miner];
                    workspace.Cells(miner)[row] = new I32F32(values[miner]);
                }
            }
        }

        return sum;
    }

    /// <summary>Turns a row's integers into shares of their sum; a row of zeros stays.</summary>
    private static void NormaliseRow(int row, long sum, EpochWorkspace workspace)
    {
        for (int miner = 0; miner < workspace.NeuronCount; miner++)
        {
            ref I32F32 cell = ref workspace.Cells(miner)[row];
            if (cell != EpochWorkspace.Absent && sum > 0)
            {
                cell = new I32F32((long)(((ulong)cell.Raw << 32) / (ulong)sum));
            }
        }
    }

    /// <summary>Renormalises the rows' positive stake for the median.</summary>
    private static void WeighRows(SubnetParameters subnet, EpochWorkspace workspace)
    {
        Span<I32F32> stake = workspace.RowMedianStake;
        workspace.RowStake.CopyTo(stake);
        for (int row = 0; row < stake.Length && !subnet.Holds(Rule.ConsensusIsStakeWeighted); row++)
        {
            stake[row] = stake[row] > I32F32.Zero ? I32F32.One : I32F32.Zero;
        }

        Proportions.Normalise(stake);
    }

    /// <summary>Clips a column, adds to trust, sets the cells to weights for bonds, and returns the rank.</summary>
    private static I32F32 ClipColumn(
        Span<I32F32> cells, I32F32 consensus, I32F32 penalty, EpochWorkspace workspace)
    {
        ReadOnlySpan<I32F32> rowStake = workspace.RowStake;
        Span<I32F32> trust = workspace.RowTrust;
        I32F32 rank = I32F32.Zero;
        for (int row = 0; row < cells.Length; row++)
        {
            I32F32 weight = cells[row];
            if (weight == EpochWorkspace.Absent)
            {
                continue;
            }

            I32F32 clipped = Yuma.Clip(weight, consensus);
            if (clipped != EpochWorkspace.Absent)
            {
                trust[row] += clipped;
                rank += rowStake[row] * clipped;
            }

            cells[row] = ForBonds(weight, clipped, penalty);
        }

        return rank;
    }

    /// <summary>
    /// W + penalty * (clipped - W): exactly the one or the other at the ends; elsewhere zeros disappear.
    /// </summary>
    private static I32F32 ForBonds(I32F32 weight, I32F32 clipped, I32F32 penalty)
    {
        if (penalty == I32F32.One || penalty == I32F32.Zero)
        {
            return penalty == I32F32.One ? clipped : weight;
        }

        I32F32 bottom = clipped == EpochWorkspace.Absent ? I32F32.Zero : clipped;
        I32F32 mixed = Yuma.Interpolate(weight, bottom, penalty);
        return mixed > I32F32.Zero ? mixed : EpochWorkspace.Absent;
    }
}
