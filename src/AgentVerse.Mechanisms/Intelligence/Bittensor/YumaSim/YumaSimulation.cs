using AgentVerse.Model.Numerics;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.YumaSim;

/// <summary>
/// The simplified Yuma of the published research simulator, with five bond designs: the yardstick for first movers,
/// weight copiers and late adopters. It is not the chain's epoch (<see cref="Yuma"/>); the two must not be mixed.
/// </summary>
/// <remarks>
/// Rows W/(sum + 1e-6); S/sum S; c_j is the first weight, by weight descending, at which stake reaches kappa, then
/// c/sum c cut to multiples of 1/65535; clipped = min(W, c); I = rank/sum rank; bonds by variant; D over its sum plus
/// 1e-6. O(V*M + M*V log V). Undefined upstream and 0 here: a consensus that sums to 0. Source:
/// bactensor/yuma-simulation 2b976fd5, src/yuma_simulation/_internal/yumas.py and simulation_utils.py.
/// </remarks>
public static class YumaSimulation
{
    private const double Small = 1e-6;
    private const double LargestBond = 18446744073709551615.0;

    /// <summary>Runs one epoch.</summary>
    /// <param name="state">Bonds before and after, results.</param>
    /// <param name="weights">Weights as set, [validator * M + miner], at least 0.</param>
    /// <param name="stakes">Stake by validator, at least 0 with a positive sum.</param>
    /// <param name="parameters">Variant and rates.</param>
    public static void Step(
        YumaSimState state, ReadOnlySpan<double> weights, ReadOnlySpan<double> stakes, YumaSimParameters parameters)
    {
        double[] W = NormaliseRows(weights, state.MinerCount);
        double[] S = NormaliseStakes(stakes);
        SettleConsensus(state, W, S, parameters.Kappa);
        bool looksBack = parameters.Variant == YumaSimVariant.Yuma2B && state.Epochs > 0;
        double[] bondWeights = looksBack ? state.PreviousWeights.ToArray() : W;
        double[] clipped = Clip(bondWeights, state.Consensus);
        SettleIncentive(state, clipped, S, parameters.WinnerTakesAll);
        for (int cell = 0; cell < clipped.Length; cell++)
        {
            double beta = parameters.BondPenalty;
            clipped[cell] = ((1 - beta) * bondWeights[cell]) + (beta * clipped[cell]);
        }

        switch (parameters.Variant)
        {
            case YumaSimVariant.Yuma1 or YumaSimVariant.Yuma2 or YumaSimVariant.Yuma2B:
                SettleStakedBonds(state, W, clipped, S, parameters);
                break;
            case YumaSimVariant.Yuma2C:
                SettleCapacityBonds(state, W, S, parameters);
                break;
            case YumaSimVariant.Yuma3:
                SettleRelativeBonds(state, W, S, parameters);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(parameters), parameters.Variant, "unknown variant");
        }

        NormaliseDividends(state);
        W.CopyTo(state.PreviousWeights);
        state.Epochs++;
    }

    private static double[] NormaliseRows(ReadOnlySpan<double> weights, int miners)
    {
        double[] normalised = weights.ToArray();
        for (int row = 0; row < normalised.Length; row += miners)
        {
            Span<double> cells = normalised.AsSpan(row, miners);
            double sum = Sum(cells) + Small;
            foreach (ref double cell in cells)
            {
                cell /= sum;
            }
        }

        return normalised;
    }

    private static double[] NormaliseStakes(ReadOnlySpan<double> stakes)
    {
        double[] normalised = stakes.ToArray();
        double sum = Sum(stakes);
        foreach (ref double stake in normalised.AsSpan())
        {
            stake /= sum;
        }

        return normalised;
    }

    private static void SettleConsensus(YumaSimState state, double[] W, double[] S, double kappa)
    {
        int[] order = new int[S.Length];
        for (int miner = 0; miner < state.MinerCount; miner++)
        {
            state.Consensus[miner] = Carried(W.AsSpan(miner), state.MinerCount, S, order, kappa);
        }

        double total = Sum(state.Consensus);
        foreach (ref double consensus in state.Consensus)
        {
            consensus = total > 0 ? (int)(consensus / total * 65_535) / 65_535.0 : 0;
        }
    }

    /// <summary>
    /// The first weight by weight descending at which stake reaches kappa; the largest if it never does.
    /// </summary>
    private static double Carried(ReadOnlySpan<double> column, int stride, double[] S, int[] order, double kappa)
    {
        double[] falling = new double[S.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
            falling[i] = -column[i * stride];
        }

        Array.Sort(falling, order);
        double stake = 0;
        foreach (int validator in order)
        {
            stake += S[validator];
            if (stake >= kappa)
            {
                return column[validator * stride];
            }
        }

        return column[order[0] * stride];
    }

    private static double[] Clip(double[] weights, ReadOnlySpan<double> consensus)
    {
        double[] clipped = new double[weights.Length];
        for (int cell = 0; cell < clipped.Length; cell++)
        {
            clipped[cell] = Math.Min(weights[cell], consensus[cell % consensus.Length]);
        }

        return clipped;
    }

    private static void SettleIncentive(YumaSimState state, double[] clipped, double[] S, bool winnerTakesAll)
    {
        Span<double> rank = state.Incentive;
        rank.Clear();
        for (int cell = 0; cell < clipped.Length; cell++)
        {
            rank[cell % rank.Length] += S[cell / rank.Length] * clipped[cell];
        }

        double sum = Sum(rank), best = rank[0];
        int winners = 0;
        foreach (double value in rank)
        {
            winners = value > best ? 1 : value == best ? winners + 1 : winners;
            best = Math.Max(best, value);
        }

        foreach (ref double value in rank)
        {
            double share = sum > 0 ? value / sum : 0;
            value = winnerTakesAll ? (value == best ? 1.0 / winners : 0) : share;
        }
    }

    /// <summary>Yuma1, Yuma2 and Yuma2B: column-normalised S*W, moved by alpha into the old bonds.</summary>
    private static void SettleStakedBonds(
        YumaSimState state, double[] W, double[] bondWeights, double[] S, YumaSimParameters parameters)
    {
        int miners = state.MinerCount;
        bool isYuma1 = parameters.Variant == YumaSimVariant.Yuma1;
        double[] delta = new double[bondWeights.Length];
        for (int cell = 0; cell < delta.Length; cell++)
        {
            delta[cell] = S[cell / miners] * bondWeights[cell];
        }

        DivideColumns(delta, miners, isYuma1 ? Small : 0);
        for (int cell = 0; cell < delta.Length; cell++)
        {
            double fixedRate = isYuma1 ? 1 : 1 - parameters.BondMovingAverage;
            double alpha = Rate(state, W[cell], cell, fixedRate, parameters);
            double moved = (alpha * delta[cell]) + ((1 - alpha) * state.Bonds[cell]);
            state.Bonds[cell] = state.Epochs == 0 ? delta[cell] : moved;
        }

        if (isYuma1)
        {
            DivideColumns(state.Bonds, miners, Small);
        }

        PayDividends(state, state.Bonds, stakes: []);
    }

    /// <summary>
    /// Yuma2C: buy min(alpha * cap, cap - B) * W, B = min(cap, (1 - decay) * B + bought), cap = S * (2^64 - 1).
    /// </summary>
    private static void SettleCapacityBonds(YumaSimState state, double[] W, double[] S, YumaSimParameters parameters)
    {
        for (int cell = 0; cell < W.Length; cell++)
        {
            double capacity = S[cell / state.MinerCount] * LargestBond;
            double left = Math.Max(0, capacity - state.Bonds[cell]);
            double bought = Math.Min(parameters.CapacityAlpha * capacity, left) * W[cell];
            state.Bonds[cell] = Math.Min(capacity, ((1 - parameters.DecayRate) * state.Bonds[cell]) + bought);
        }

        double[] shares = state.Bonds.ToArray();
        DivideColumns(shares, state.MinerCount, Small);
        PayDividends(state, shares, stakes: []);
    }

    /// <summary>Yuma3: B = min(1, (1 - alpha) * B + alpha * W) of own weights; dividends times stake.</summary>
    private static void SettleRelativeBonds(YumaSimState state, double[] W, double[] S, YumaSimParameters parameters)
    {
        for (int cell = 0; cell < W.Length; cell++)
        {
            double alpha = Rate(state, W[cell], cell, 1 - parameters.BondMovingAverage, parameters);
            double kept = state.Bonds[cell] * (1 - alpha);
            double bought = Math.Min(alpha * W[cell], Math.Max(0, 1 - kept));
            state.Bonds[cell] = Math.Min(1, kept + bought);
        }

        double[] shares = state.Bonds.ToArray();
        DivideColumns(shares, state.MinerCount, Small);
        PayDividends(state, shares, S);
    }

    /// <summary>The fixed rate, or after the first epoch the liquid one of a cell.</summary>
    private static double Rate(
        YumaSimState state, double weight, int cell, double fixedRate, YumaSimParameters parameters)
    {
        if (!parameters.LiquidAlpha || state.Epochs == 0)
        {
            return fixedRate;
        }

        double bond = state.Bonds[cell], consensus = state.Consensus[cell % state.MinerCount];
        double difference = Math.Clamp(weight >= bond ? weight - consensus : bond - weight, 0, 1);
        double sigmoid = 1 / (1 + DeterministicMath.Exp(-parameters.Steepness * (difference - 0.5)));
        double rate = parameters.AlphaLow + (sigmoid * (parameters.AlphaHigh - parameters.AlphaLow));
        return Math.Clamp(rate, parameters.AlphaLow, parameters.AlphaHigh);
    }

    /// <summary>Divides each column by its sum plus a constant; a column with divisor 0 becomes 0.</summary>
    private static void DivideColumns(Span<double> cells, int miners, double plus)
    {
        for (int miner = 0; miner < miners; miner++)
        {
            double sum = 0;
            for (int cell = miner; cell < cells.Length; cell += miners)
            {
                sum += cells[cell];
            }

            for (int cell = miner; cell < cells.Length; cell += miners)
            {
                cells[cell] = sum + plus > 0 ? cells[cell] / (sum + plus) : 0;
            }
        }
    }

    private static void PayDividends(YumaSimState state, ReadOnlySpan<double> shares, ReadOnlySpan<double> stakes)
    {
        Span<double> dividends = state.Dividends;
        dividends.Clear();
        for (int cell = 0; cell < shares.Length; cell++)
        {
            dividends[cell / state.MinerCount] += shares[cell] * state.Incentive[cell % state.MinerCount];
        }

        for (int validator = 0; validator < stakes.Length; validator++)
        {
            dividends[validator] *= stakes[validator];
        }
    }

    private static void NormaliseDividends(YumaSimState state)
    {
        double sum = Sum(state.Dividends) + Small;
        foreach (ref double dividend in state.Dividends)
        {
            dividend /= sum;
        }
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }
}
