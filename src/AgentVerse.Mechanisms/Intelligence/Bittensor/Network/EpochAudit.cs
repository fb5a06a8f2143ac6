using System.Globalization;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>An epoch as a case in the format of the reference vectors, operation <c>epoch</c>.</summary>
internal static class EpochAudit
{
    internal const string Operation = "epoch";

    /// <summary>Name of the case.</summary>
    internal static string Id(SubnetSpec spec, long block) =>
        string.Create(CultureInfo.InvariantCulture, $"{SubnetPlanning.NameOf(spec.Netuid)}@{block}");

    /// <summary>What the epoch is about to read.</summary>
    internal static object Input(EpochState neurons, long block, long emission, SubnetParameters subnet)
    {
        int n = neurons.NeuronCount;
        MechanismState mechanism = neurons.Mechanisms[0];
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["n"] = n,
            ["current_block"] = block,
            ["emission"] = emission,
            ["stake"] = neurons.AlphaStake.ToArray(),
            ["root_stake"] = neurons.RootStake.ToArray(),
            ["last_update"] = mechanism.LastUpdate[..n].ToArray(),
            ["block_at_registration"] = neurons.RegisteredAt.ToArray(),
            ["validator_permit"] = neurons.ValidatorPermit.ToArray(),
            ["commit_blocks"] = Commits(mechanism.CommitBlock[..n]),
            ["weights"] = Rows(mechanism.Weights, n),
            ["bonds"] = Rows(mechanism.Bonds, n),
            ["hyper"] = Hyper(neurons, subnet),
        };
    }

    /// <summary>What the epoch left.</summary>
    internal static object Output(EpochState neurons)
    {
        int n = neurons.NeuronCount;
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["stake_weight"] = Numbers(neurons.StakeWeight),
            ["active"] = neurons.Active.ToArray(),
            ["consensus"] = Numbers(neurons.Consensus),
            ["incentive"] = Numbers(neurons.Mechanisms[0].Incentive[..n]),
            ["dividends"] = Numbers(neurons.Dividends),
            ["validator_trust"] = Numbers(neurons.ValidatorTrust),
            ["new_validator_permit"] = neurons.ValidatorPermit.ToArray(),
            ["emission"] = neurons.Emission.ToArray(),
            ["server_emission"] = neurons.ServerEmission.ToArray(),
            ["validator_emission"] = neurons.ValidatorEmission.ToArray(),
            ["bonds"] = Rows(neurons.Mechanisms[0].Bonds, n),
        };
    }

    private static Dictionary<string, object?> Hyper(EpochState neurons, SubnetParameters subnet) =>
        new(StringComparer.Ordinal)
        {
            ["kappa"] = subnet.Kappa,
            ["bonds_penalty"] = subnet.BondsPenalty,
            ["bonds_moving_average"] = subnet.BondsMovingAverage,
            ["max_allowed_validators"] = subnet.MaxAllowedValidators,
            ["stake_threshold"] = subnet.Chain.StakeThreshold,
            ["tao_weight"] = subnet.Chain.TaoWeight,
            ["tempo"] = subnet.Tempo,
            ["activity_cutoff_factor_milli"] = subnet.ActivityCutoffFactorMilli,
            ["activity_cutoff_blocks"] = subnet.ActivityCutoffBlocks,
            ["last_mechanism_step_block"] = neurons.LastStepBlock,
            ["yuma3"] = subnet.Bonds != BondVariant.Yuma2,
            ["liquid_alpha"] = subnet.Bonds == BondVariant.Yuma3LiquidAlpha,
            ["alpha_low"] = subnet.AlphaLow,
            ["alpha_high"] = subnet.AlphaHigh,
            ["alpha_sigmoid_steepness"] = subnet.AlphaSigmoidSteepness,
            ["owner_uid"] = neurons.OwnerUid < 0 ? null : neurons.OwnerUid,
            ["commit_reveal_enabled"] = subnet.CommitRevealWeightsEnabled,
        };

    private static long?[] Commits(ReadOnlySpan<long> blocks)
    {
        long?[] commits = new long?[blocks.Length];
        for (int uid = 0; uid < commits.Length; uid++)
        {
            commits[uid] = blocks[uid] == MechanismState.NoCommit ? null : blocks[uid];
        }

        return commits;
    }

    /// <summary>Each row as pairs of uid and value.</summary>
    private static int[][][] Rows(UidMatrix matrix, int n)
    {
        int[][][] rows = new int[n][][];
        for (int row = 0; row < n; row++)
        {
            List<int[]> cells = [];
            for (int column = 0; column < n; column++)
            {
                if (matrix.TryGet(row, column, out ushort value))
                {
                    cells.Add([column, value]);
                }
            }

            rows[row] = [.. cells];
        }

        return rows;
    }

    private static int[] Numbers(ReadOnlySpan<ushort> column)
    {
        int[] numbers = new int[column.Length];
        for (int uid = 0; uid < numbers.Length; uid++)
        {
            numbers[uid] = column[uid];
        }

        return numbers;
    }
}
