using AgentVerse.Mechanisms.Intelligence.Bittensor;
using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;
using CsCheck;

using Xunit;

namespace AgentVerse.Tests.Mechanisms.Intelligence.Bittensor;

public sealed class PayoutLawTests
{
    private sealed record Sample(
        long[] Alpha, long[] Root, int[] Owner, int[] Take, long[] Server, long[] Validator, ChildLink[] Links);

    private static readonly Gen<Sample> GenSample =
        from n in Gen.Int[1, 12]
        from alpha in Gen.Long[0, 1_000_000_000_000_000].Array[n]
        from root in Gen.Long[0, 1_000_000_000_000_000].Array[n]
        from owner in Gen.Int[0, 3].Array[n]
        from take in Gen.Int[0, 11796].Array[n]
        from server in Gen.Long[0, 1_000_000_000].Array[n]
        from validator in Gen.Long[0, 1_000_000_000].Array[n]
        from links in Gen.Select(Gen.Int[0, n - 1], Gen.Int[0, n - 1], Gen.ULong, (p, c, w) => new ChildLink(p, c, w / 4))
            .Where(l => n == 1 || l.Parent != l.Child).Array[0, 3]
        select new Sample(alpha, root, owner, take, server, validator, n == 1 ? [] : links);

    [Fact]
    public void Every_unit_of_the_pots_is_paid_withheld_or_stands_undistributed() =>
        Gen.Select(GenSample, Gen.Long[0, 1_000_000_000_000]).Sample((s, rootPot) =>
        {
            PendingEmission pending = new(s.Server.Sum(), s.Validator.Sum(), rootPot, 1_000);
            PayoutRows rows = Pay(s, pending, ownerHotkey: 0);
            Assert.Equal(pending.ForEpoch + pending.OwnerCut, rows.Paid + rows.Withheld + rows.Undistributed);
            Assert.True(rows.Undistributed >= 0, $"overpaid by {-rows.Undistributed}");
            Assert.Equal(1_000, rows.OwnerCut);
        });

    [Fact]
    public void An_epoch_of_split_alpha_is_paid_to_the_unit_or_stands_undistributed() =>
        Gen.Select(RandomSubnet.Gen, Gen.Double[0, 0.9], Gen.Bool, Gen.Int[1, 400]).Sample((random, rho, sells, blocks) =>
        {
            PendingEmission pending = default;
            for (int block = 0; block < blocks; block++)
            {
                pending = pending.Add(AlphaSplit.Of(999_999_999, U96F32.FromDouble(rho), sells, random.Parameters));
            }

            EpochState state = random.Build();
            Yuma.Run(state, TestSubnets.Block, pending.ForEpoch, random.Parameters, new EpochWorkspace());
            Sample s = new(
                random.Stakes,
                [.. random.Stakes.Reverse()],
                [.. random.Stakes.Select((_, i) => i % 5)],
                [.. random.Stakes.Select(_ => 11_796)],
                state.ServerEmission.ToArray(),
                state.ValidatorEmission.ToArray(),
                []);
            PayoutRows rows = Pay(s, pending, ownerHotkey: 0);
            Assert.Equal(pending.ForEpoch + pending.OwnerCut, rows.Paid + rows.Withheld + rows.Undistributed);
            Assert.True(rows.Undistributed >= 0, $"overpaid by {-rows.Undistributed}");
        });

    [Fact]
    public void Families_only_move_dividends() =>
        GenSample.Sample(s =>
        {
            PayoutRows rows = Pay(s, new PendingEmission(1, 1, 1, 0), ownerHotkey: -1);
            long before = s.Validator.Sum(), after = 0;
            foreach (long dividend in rows.Dividends)
            {
                after += dividend;
            }

            Assert.InRange(before - after, 0, (s.Alpha.Length + s.Links.Length) * 2);
        });

    [Fact]
    public void Without_incentive_validators_get_the_server_pot_too()
    {
        Sample one = new([10], [0], [1], [0], [0], [500], []);
        PayoutRows rows = Pay(one, new PendingEmission(600, 400, 0, 0), ownerHotkey: -1);
        Assert.Equal(1_000, rows.AlphaDividend[0]);
        Assert.Equal(0, rows.Undistributed);
    }

    [Fact]
    public void A_pot_that_nobody_has_weight_for_stands_undistributed()
    {
        Sample one = new([10], [0], [1], [0], [100], [500], []);
        PayoutRows rows = Pay(one, new PendingEmission(100, 400, 50, 0), ownerHotkey: -1);
        Assert.Equal(50, rows.Undistributed);
    }

    private static PayoutRows Pay(Sample s, in PendingEmission pending, int ownerHotkey)
    {
        HotkeyColumns hotkeys = new()
        {
            AlphaStake = s.Alpha,
            RootStake = s.Root,
            Owner = s.Owner,
            Take = s.Take,
            ChildTake = s.Take,
            Links = s.Links,
        };
        int[] hotkeyOfUid = [.. Enumerable.Range(0, s.Alpha.Length)];
        EpochEmission neurons = new()
        {
            HotkeyOfUid = hotkeyOfUid,
            Server = s.Server,
            Validator = s.Validator,
            OwnerHotkey = ownerHotkey,
            OwnerColdkey = ownerHotkey < 0 ? -1 : 0,
        };
        PayoutRows rows = new();
        Payout.Pay(pending, neurons, hotkeys, new SubnetParameters(), rows);
        return rows;
    }
}
