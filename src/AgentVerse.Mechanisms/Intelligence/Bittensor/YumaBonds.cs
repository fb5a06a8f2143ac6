using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>
/// Bonds and dividends of an epoch (steps 10-11 and the bonds of step 13 of run_epoch.rs::epoch_mechanism).
/// </summary>
internal static class YumaBonds
{
    /// <summary>What every column of the epoch shares.</summary>
    private readonly record struct Terms(
        BondVariant Variant, I32F32 Alpha, LiquidAlpha Liquid, bool DropsAbsent, bool IsStakeWeighted, bool IsUpscaled);

    /// <summary>
    /// Moves the bonds of all miners, pays their dividends, and stores the bonds of permitted validators.
    /// </summary>
    internal static void Settle(
        EpochState state, MechanismState own, long block, SubnetParameters subnet, EpochWorkspace workspace)
    {
        Terms terms = TermsOf(subnet, workspace);
        long lastTempo = LastTempo(state, block, subnet);
        for (int miner = 0; miner < workspace.NeuronCount; miner++)
        {
            Span<I32F32> old = workspace.Scores, bonds = workspace.NewBonds;
            LoadBonds(own, miner, MaskOf(state.RegisteredAt[miner], lastTempo, subnet), workspace);
            ShareOld(old, terms.Variant);
            switch (terms.Variant)
            {
                case BondVariant.Yuma2:
                    MoveYuma2(workspace.Cells(miner), old, bonds, terms, workspace);
                    break;
                case BondVariant.Yuma3:
                    MoveYuma3(workspace.Cells(miner), old, bonds, terms.Alpha);
                    break;
                case BondVariant.Yuma3LiquidAlpha:
                    MoveLiquid(workspace.Cells(miner), old, bonds, workspace.Consensus[miner], terms);
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(subnet), terms.Variant, "unknown bond variant");
            }

            PayDividends(bonds, workspace.Incentive[miner], terms.Variant, workspace);
            if (terms is { Variant: BondVariant.Yuma2, IsUpscaled: true })
            {
                Proportions.DivideBy(bonds, Proportions.Maximum(bonds));
            }

            StoreColumn(own.Bonds, miner, bonds, workspace);
        }

        FinishDividends(subnet, workspace);
        for (int uid = 0; uid < workspace.NeuronCount; uid++)
        {
            if (!workspace.NewPermit[uid] && subnet.Holds(Rule.BondRowsNeedANewPermit))
            {
                own.Bonds.ClearRow(uid);
            }
        }
    }

    private static Terms TermsOf(SubnetParameters subnet, EpochWorkspace workspace)
    {
        I32F32 alpha = subnet.Holds(Rule.BondsKeepTheirMemory) ? Yuma.Alpha(subnet) : I32F32.One;
        bool agreed = workspace.Consensus.ContainsAnyExcept(I32F32.Zero);
        bool liquid = subnet.Bonds == BondVariant.Yuma3LiquidAlpha && agreed;
        LiquidAlpha rates = LiquidAlpha.Of(subnet);
        return new Terms(
            subnet.Bonds == BondVariant.Yuma3LiquidAlpha && !liquid ? BondVariant.Yuma3 : subnet.Bonds,
            alpha,
            subnet.Holds(Rule.LiquidAlphaFollowsTheDisagreement) ? rates : rates with { High = rates.Low },
            subnet.Holds(Rule.LiquidAlphaDropsAbsentWeights),
            subnet.Holds(Rule.Yuma2BondsAreStakeWeighted),
            subnet.Holds(Rule.Yuma2StorageIsMaxUpscaled));
    }

    /// <summary>A bond column of a uid registered at or after this block is dropped.</summary>
    private static long LastTempo(EpochState state, long block, SubnetParameters subnet)
    {
        int after = subnet.Holds(Rule.LastTempoIsOneAfterTheLastStep) ? 1 : 0;
        return state.LastStepBlock == 0 ? Math.Max(0, block - subnet.Tempo) : state.LastStepBlock + after;
    }

    /// <summary>
    /// Bonds count only from rows updated after this block: all (v425) or none of a column of a uid registered since
    /// the last epoch; in July 2024 those of validators that updated after the registration.
    /// </summary>
    private static long MaskOf(long registeredAt, long lastTempo, SubnetParameters subnet)
    {
        if (!subnet.Holds(Rule.BondColumnsOfNewUidsAreDropped))
        {
            return long.MinValue;
        }

        return subnet.Era switch
        {
            EpochEra.V425 => lastTempo <= registeredAt ? long.MaxValue : long.MinValue,
            EpochEra.July2024 => registeredAt,
            _ => throw new ArgumentOutOfRangeException(nameof(subnet), subnet.Era, "unknown era"),
        };
    }

    /// <summary>The old bonds of a column as integers, 0 where absent or masked.</summary>
    private static void LoadBonds(MechanismState own, int miner, long maskBlock, EpochWorkspace workspace)
    {
        Span<I32F32> old = workspace.Scores;
        ReadOnlySpan<int> rows = workspace.Rows;
        for (int row = 0; row < old.Length; row++)
        {
            bool counts = own.LastUpdate[rows[row]] > maskBlock;
            old[row] = new I32F32(counts ? own.Bonds.CellsOf(rows[row])[miner] : 0);
        }
    }

    /// <summary>Turns integer bonds into numbers: over the column's sum for Yuma2, over 65535 otherwise.</summary>
    private static void ShareOld(Span<I32F32> old, BondVariant variant)
    {
        ulong sum = 0;
        foreach (I32F32 bond in old)
        {
            sum += (ulong)bond.Raw;
        }

        ulong divisor = variant == BondVariant.Yuma2 ? sum : ushort.MaxValue;
        for (int row = 0; row < old.Length && sum > 0; row++)
        {
            old[row] = new I32F32((long)(((ulong)old[row].Raw << 32) / divisor));
        }
    }

    /// <summary>Moving average of column-normalised, stake-weighted weights; the column is normalised again.</summary>
    private static void MoveYuma2(
        ReadOnlySpan<I32F32> weights,
        ReadOnlySpan<I32F32> old,
        Span<I32F32> bonds,
        in Terms terms,
        EpochWorkspace workspace)
    {
        ReadOnlySpan<I32F32> stake = workspace.RowStake;
        for (int row = 0; row < bonds.Length; row++)
        {
            I32F32 weight = weights[row] == EpochWorkspace.Absent ? I32F32.Zero : weights[row];
            bonds[row] = terms.IsStakeWeighted ? weight * stake[row] : weight;
        }

        Proportions.Normalise(bonds);
        I32F32 keep = I32F32.One - terms.Alpha;
        for (int row = 0; row < bonds.Length; row++)
        {
            bonds[row] = (terms.Alpha * bonds[row]) + (keep * old[row]);
        }

        Proportions.Normalise(bonds);
    }

    /// <summary>Moving average of the validator's own weights.</summary>
    private static void MoveYuma3(
        ReadOnlySpan<I32F32> weights, ReadOnlySpan<I32F32> old, Span<I32F32> bonds, I32F32 alpha)
    {
        I32F32 keep = I32F32.One - alpha;
        for (int row = 0; row < bonds.Length; row++)
        {
            I32F32 weight = weights[row] == EpochWorkspace.Absent ? I32F32.Zero : weights[row];
            bonds[row] = (alpha * weight) + (keep * old[row]);
        }
    }

    /// <summary>
    /// As Yuma3 with a rate for each cell; where the new weights have no cell the bond is deleted at once.
    /// </summary>
    private static void MoveLiquid(
        ReadOnlySpan<I32F32> weights, ReadOnlySpan<I32F32> old, Span<I32F32> bonds, I32F32 consensus, in Terms terms)
    {
        for (int row = 0; row < bonds.Length; row++)
        {
            bool isAbsent = weights[row] == EpochWorkspace.Absent;
            I32F32 weight = isAbsent ? I32F32.Zero : weights[row];
            bonds[row] = isAbsent && terms.DropsAbsent
                ? I32F32.Zero
                : Yuma.Blend(weight, old[row], terms.Liquid.Rate(consensus, weight, old[row]));
        }
    }

    /// <summary>Adds each validator's share of the column's bonds times the miner's incentive.</summary>
    private static void PayDividends(
        ReadOnlySpan<I32F32> bonds, I32F32 incentive, BondVariant variant, EpochWorkspace workspace)
    {
        // A Yuma2 column was normalised before; dividing it again would change its rounding.
        I32F32 sum = variant == BondVariant.Yuma2 ? I32F32.One : Proportions.Sum(bonds);
        Span<I32F32> dividends = workspace.RowDividends;
        bool earns = incentive != I32F32.Zero && sum != I32F32.Zero;
        for (int row = 0; row < bonds.Length && earns; row++)
        {
            I32F32 share = variant == BondVariant.Yuma2 ? bonds[row] : bonds[row] / sum;
            dividends[row] += share * incentive;
        }
    }

    private static void StoreColumn(UidMatrix stored, int miner, ReadOnlySpan<I32F32> bonds, EpochWorkspace workspace)
    {
        ReadOnlySpan<int> rows = workspace.Rows;
        for (int row = 0; row < bonds.Length; row++)
        {
            if (bonds[row] > I32F32.Zero)
            {
                stored.Set(rows[row], miner, bonds[row].ToU16Proportion());
            }
            else
            {
                stored.Remove(rows[row], miner);
            }
        }
    }

    private static void FinishDividends(SubnetParameters subnet, EpochWorkspace workspace)
    {
        bool byStake = subnet.Bonds != BondVariant.Yuma2 && subnet.Holds(Rule.Yuma3DividendsAreStakeWeighted);
        Span<I32F32> dividends = workspace.Dividends;
        dividends.Clear();
        for (int row = 0; row < workspace.RowCount; row++)
        {
            I32F32 earned = workspace.RowDividends[row];
            dividends[workspace.Rows[row]] = byStake ? earned * workspace.RowStake[row] : earned;
        }

        Proportions.Normalise(dividends);
    }
}
