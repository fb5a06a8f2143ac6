using AgentVerse.Mechanisms.Intelligence.Bittensor;
using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;
using CsCheck;

using Xunit;

namespace AgentVerse.Tests.Mechanisms.Intelligence.Bittensor;

public sealed class EpochLawTests
{
    private const long Emission = 147_600_000_000;

    [Fact]
    public void Emission_is_never_exceeded_and_only_roundings_are_left() =>
        RandomSubnet.Gen.Sample(subnet =>
        {
            EpochState state = Run(subnet.Build(), subnet.Parameters);
            long paid = Sum(state.ServerEmission) + Sum(state.ValidatorEmission);
            bool someoneHasStake = Sum(state.AlphaStake) > 0;
            Assert.InRange(paid, 0, Emission);
            Assert.True(!someoneHasStake || Emission - paid < 2_000, $"{Emission - paid} left");
        });

    [Fact]
    public void Renumbering_uids_permutes_results_bit_for_bit() =>
        RandomSubnet.Gen.SelectMany(s => Gen.Shuffle(Enumerable.Range(0, s.Count).ToArray()), (s, p) => (Subnet: s, Names: p))
            .Sample(t =>
            {
                EpochState a = Run(t.Subnet.Build(), t.Subnet.Parameters);
                EpochState b = Run(t.Subnet.Build(t.Names), t.Subnet.Parameters);
                for (int i = 0; i < t.Subnet.Count; i++)
                {
                    int j = t.Names[i];
                    Assert.Equal(a.Emission[i], b.Emission[j]);
                    Assert.Equal(a.Consensus[i], b.Consensus[j]);
                    Assert.Equal(a.Dividends[i], b.Dividends[j]);
                    Assert.Equal(a.ValidatorPermit[i], b.ValidatorPermit[j]);
                    for (int k = 0; k < t.Subnet.Count; k++)
                    {
                        bool has = a.Mechanisms[0].Bonds.TryGet(i, k, out ushort bond);
                        Assert.Equal(has, b.Mechanisms[0].Bonds.TryGet(j, t.Names[k], out ushort renamed));
                        Assert.Equal(bond, renamed);
                    }
                }
            });

    [Fact]
    public void Shares_never_sum_to_more_than_one() =>
        RandomSubnet.Gen.Sample(subnet =>
        {
            EpochWorkspace workspace = new();
            Yuma.Run(subnet.Build(), TestSubnets.Block, Emission, subnet.Parameters, workspace);
            Assert.True(Proportions.Sum(workspace.Incentive) <= I32F32.One);
            Assert.True(Proportions.Sum(workspace.Dividends) <= I32F32.One);
            Assert.True(Proportions.Sum(workspace.ActiveStake) <= I32F32.One);
        });

    [Fact]
    public void Scaling_a_row_of_weights_changes_nothing() =>
        RandomSubnet.Gen.Sample(subnet =>
        {
            ushort[][] halved = [.. subnet.Weights.Select(row => row.Select(w => (ushort)(w & 0x7FFE)).ToArray())];
            ushort[][] doubled = [.. halved.Select(row => row.Select(w => (ushort)(w * 2)).ToArray())];
            EpochState a = Run((subnet with { Weights = halved }).Build(), subnet.Parameters);
            EpochState b = Run((subnet with { Weights = doubled }).Build(), subnet.Parameters);
            Assert.True(a.Emission.SequenceEqual(b.Emission));
        });

    [Fact]
    public void No_stake_pays_nobody()
    {
        EpochState state = Run(TestSubnets.Of(minerCount: 2, stakes: [0, 0]), TestSubnets.Parameters);
        Assert.Equal(0, Sum(state.Emission));
        Assert.DoesNotContain(true, state.ValidatorPermit.ToArray());
    }

    [Fact]
    public void Without_weights_validators_share_by_stake()
    {
        EpochState state = Run(TestSubnets.Of(minerCount: 1, stakes: [3_000, 1_000]), TestSubnets.Parameters);
        Assert.Equal([Emission / 4 * 3, Emission / 4, 0], state.ValidatorEmission.ToArray());
        Assert.Equal(0, Sum(state.ServerEmission));
    }

    [Theory]
    [InlineData(BondVariant.Yuma2)]
    [InlineData(BondVariant.Yuma3)]
    [InlineData(BondVariant.Yuma3LiquidAlpha)]
    public void One_validator_decides_alone(BondVariant variant)
    {
        EpochState state = TestSubnets.Of(minerCount: 2, stakes: [10]);
        state.Mechanisms[0].Weights.SetRow(0, [1, 2], [65535, 21845]);
        Run(state, TestSubnets.Parameters with { Bonds = variant });
        Assert.Equal([65535], state.Dividends[..1].ToArray());
        Assert.Equal([0, 49151, 16383], state.Mechanisms[0].Incentive[..3].ToArray());
    }

    [Fact]
    public void Equal_weights_of_all_validators_pay_all_miners_alike()
    {
        EpochState state = TestSubnets.Of(minerCount: 4, stakes: [5, 7, 11]);
        for (int validator = 0; validator < 3; validator++)
        {
            state.Mechanisms[0].Weights.SetRow(validator, [3, 4, 5, 6], [100, 100, 100, 100]);
        }

        Run(state, TestSubnets.Parameters);
        Assert.Single(state.ServerEmission[3..].ToArray().Distinct());
        Assert.InRange(state.ServerEmission[3], (Emission / 8) - 100, Emission / 8);
    }

    [Theory]
    [InlineData(490, 0)]
    [InlineData(510, 65535)]
    public void A_cabal_lifts_consensus_only_above_half_of_stake(long cabal, int consensus)
    {
        EpochState state = TestSubnets.Of(minerCount: 2, stakes: [cabal, 1000 - cabal]);
        state.Mechanisms[0].Weights.SetRow(0, [2], [65535]);
        state.Mechanisms[0].Weights.SetRow(1, [3], [65535]);
        Run(state, TestSubnets.Parameters);
        Assert.Equal(consensus, state.Consensus[2]);
    }

    [Fact]
    public void An_empty_subnet_and_a_full_one_run()
    {
        EpochState empty = new(1);
        Run(empty, TestSubnets.Parameters);
        Assert.Equal(0, empty.NeuronCount);

        long[] stakes = [.. Enumerable.Range(1, 64).Select(i => (long)i)];
        EpochState full = TestSubnets.Of(minerCount: 192, stakes);
        for (int validator = 0; validator < 64; validator++)
        {
            for (int miner = 64; miner < 256; miner++)
            {
                full.Mechanisms[0].Weights.Set(validator, miner, (ushort)(miner * (validator + 1)));
            }
        }

        Run(full, TestSubnets.Parameters);

        // Each share is cut to 2^-32 of the emission, 34 units, a few times.
        Assert.InRange(Sum(full.Emission), Emission - (256 * 3 * 35), Emission);
    }

    [Fact]
    public void An_epoch_allocates_nothing_once_its_workspace_has_grown()
    {
        EpochState state = TestSubnets.Of(minerCount: 20, stakes: [5, 7, 11]);
        state.Mechanisms[0].Weights.SetRow(0, [3, 4], [65535, 1]);
        EpochWorkspace workspace = new();
        for (int warmUp = 0; warmUp < 100; warmUp++)
        {
            Yuma.Run(state, TestSubnets.Block, Emission, TestSubnets.Parameters, workspace);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int epoch = 0; epoch < 100; epoch++)
        {
            Yuma.Run(state, TestSubnets.Block, Emission, TestSubnets.Parameters, workspace);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100);
    }

    [Fact]
    public void Sub_mechanisms_add_up_to_the_whole_emission()
    {
        EpochState state = new(3, mechanismCount: 2);
        for (int uid = 0; uid < 3; uid++)
        {
            _ = state.Append(1);
            state.Mechanisms[0].LastUpdate[uid] = 900;
            state.Mechanisms[1].LastUpdate[uid] = 900;
        }

        state.AlphaStake[0] = 100;
        state.ValidatorPermit[0] = true;
        state.Mechanisms[0].Weights.SetRow(0, [1], [65535]);
        state.Mechanisms[1].Weights.SetRow(0, [2], [65535]);
        SubnetParameters subnet = TestSubnets.Parameters with
        {
            MechanismCount = 2,
            MechanismEmissionSplit = [13107, 52428],
        };
        Yuma.Run(state, TestSubnets.Block, 1_000_000, subnet, new EpochWorkspace());
        Assert.Equal([0, 100_000, 400_000], state.ServerEmission.ToArray());
        Assert.Equal([500_000, 0, 0], state.ValidatorEmission.ToArray());
        Assert.InRange(state.Dividends[0], 65532, 65535);
    }

    [Fact]
    public void In_July_2024_a_bond_counts_again_when_its_validator_has_updated_since_the_registration()
    {
        SubnetParameters july = TestSubnets.Parameters with
        {
            Era = EpochEra.July2024,
            Bonds = BondVariant.Yuma2,
            ActivityCutoffBlocks = 5000,
        };
        EpochState old = TestSubnets.Of(minerCount: 1, stakes: [10, 10]);
        old.RegisteredAt[2] = 800;
        old.Mechanisms[0].LastUpdate[1] = 700;
        old.Mechanisms[0].Weights.SetRow(0, [2], [65535]);
        old.Mechanisms[0].Bonds.Set(0, 2, 65535);
        old.Mechanisms[0].Bonds.Set(1, 2, 65535);
        Run(old, july);
        Assert.True(old.Mechanisms[0].Bonds.TryGet(0, 2, out ushort kept) && kept == 65535);
        Assert.False(old.Mechanisms[0].Bonds.TryGet(1, 2, out _));
    }

    private static EpochState Run(EpochState state, SubnetParameters subnet)
    {
        Yuma.Run(state, TestSubnets.Block, Emission, subnet, new EpochWorkspace());
        return state;
    }

    private static long Sum(ReadOnlySpan<long> values)
    {
        long sum = 0;
        foreach (long value in values)
        {
            sum += value;
        }

        return sum;
    }
}
