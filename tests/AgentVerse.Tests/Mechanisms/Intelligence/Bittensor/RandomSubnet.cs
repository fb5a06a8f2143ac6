using AgentVerse.Mechanisms.Intelligence.Bittensor;
using CsCheck;

namespace AgentVerse.Tests.Mechanisms.Intelligence.Bittensor;

/// <summary>A random subnet as plain values, so that it can be built twice or renumbered.</summary>
internal sealed record RandomSubnet(
    long[] Stakes, bool[] Permits, long[] Updates, long[] Registrations, ushort[][] Weights, ushort[][] Bonds, BondVariant Variant)
{
    private const int Largest = 24;

    internal static Gen<RandomSubnet> Gen { get; } =
        from n in CsCheck.Gen.Int[1, Largest]
        from stakes in CsCheck.Gen.Long[0, 1_000_000_000_000].Array[n]
        from permits in CsCheck.Gen.Bool.Array[n]
        from updates in CsCheck.Gen.Long[0, 1000].Array[n]
        from registrations in CsCheck.Gen.Long[0, 900].Array[n]
        from weights in CsCheck.Gen.UShort.Array[n].Array[n]
        from kept in CsCheck.Gen.Int[1, 5]
        from bonds in CsCheck.Gen.UShort.Array[n].Array[n]
        from variant in CsCheck.Gen.Enum<BondVariant>()
        select new RandomSubnet(Distinct(stakes), permits, updates, registrations, Thin(weights, kept), bonds, variant);

    internal int Count => Stakes.Length;

    internal SubnetParameters Parameters => TestSubnets.Parameters with
    {
        Bonds = Variant,
        ActivityCutoffBlocks = 500,
        MaxAllowedValidators = 8,
    };

    /// <summary>The subnet with uid i renamed to names[i].</summary>
    internal EpochState Build(int[] names)
    {
        EpochState state = new(Count) { LastStepBlock = 450 };
        for (int i = 0; i < Count; i++)
        {
            _ = state.Append(0);
        }

        MechanismState mechanism = state.Mechanisms[0];
        for (int i = 0; i < Count; i++)
        {
            state.AlphaStake[names[i]] = Stakes[i];
            state.ValidatorPermit[names[i]] = Permits[i];
            state.RegisteredAt[names[i]] = Registrations[i];
            mechanism.LastUpdate[names[i]] = Updates[i];
            for (int j = 0; j < Count; j++)
            {
                if (Weights[i][j] > 0)
                {
                    mechanism.Weights.Set(names[i], names[j], Weights[i][j]);
                }

                if (Permits[i] && Bonds[i][j] % 2 == 1)
                {
                    mechanism.Bonds.Set(names[i], names[j], Bonds[i][j]);
                }
            }
        }

        return state;
    }

    internal EpochState Build() => Build([.. Enumerable.Range(0, Count)]);

    // Equal stakes tie for permits by uid, which is not symmetric by design.
    private static long[] Distinct(long[] stakes) => [.. stakes.Select((stake, i) => (stake * 64) + i)];

    private static ushort[][] Thin(ushort[][] weights, int kept) =>
        [.. weights.Select((row, i) => row.Select((w, j) => ((i * 7) + j) % kept == 0 ? w : (ushort)0).ToArray())];
}
