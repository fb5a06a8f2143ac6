using AgentVerse.Model.Contracts;
using AgentVerse.Simulation;

using CsCheck;

using Xunit;

namespace AgentVerse.Tests.Simulation.Akash;

/// <summary>Whatever is asked of a shard, it answers, and money is conserved.</summary>
public sealed class AnyIntentTests
{
    private static readonly Gen<long> AnyValue = Gen.OneOf(
        Gen.Const(0L), Gen.Const(-1L), Gen.Const(long.MaxValue), Gen.Const(long.MinValue), Gen.Long[0, 20],
        Gen.Long[0, 1L << 34], Gen.Long);

    private static readonly Gen<Intent> AnyIntent =
        from account in Gen.ULong[1, 12]
        from kind in Gen.Byte[0, 10]
        from token in Gen.OneOf(Gen.Const((ushort)0), Gen.Const((ushort)1))
        from amount in Gen.OneOf(Gen.Const(0L), Gen.Long[0, 2_000_000_000])
        from a in AnyValue
        from b in AnyValue
        from c in AnyValue
        from d in AnyValue
        select new Intent
        {
            Account = account,
            Sender = new AgentRef(account < 6 ? 0 : 1, (int)(account % 6)),
            Kind = kind,
            Token = token,
            Amount = amount,
            A = a,
            B = b,
            C = c,
            D = d,
        };

    [Theory]
    [InlineData("stopsAtZero")]
    [InlineData("debts")]
    [InlineData("burnMint")]
    public void Money_is_conserved_whatever_is_asked(string era) =>
        Gen.Select(AnyIntent.Array[0, 40], Gen.Int[0, 1]).Sample(
            (intents, shard) => Conserved(era, intents, shard), iter: 60, threads: 1);

    private static void Conserved(string era, Intent[] intents, int shard)
    {
        AkashWorld world = new()
        {
            Chain = [("era", era)],
            Crowds = [AkashWorld.Providers(6), AkashWorld.Tenants(6)],
        };
        ShardByHand part = ShardByHand.Of(world.World(), shard, ticks: 2);
        long[] before = part.Held();
        for (int i = 0; i < intents.Length; i++)
        {
            intents[i].Ordinal = (byte)i;
        }

        _ = part.Settle(2, intents);
        LedgerLine line = part.Ledger;
        for (int token = 0; token < before.Length; token++)
        {
            long sent = intents.Where(i => i.Token == token).Sum(i => i.Amount);
            Assert.Equal(
                before[token] + sent + line.Minted[token] - line.Burned[token], line.Held[token] + line.Payable[token]);
        }
    }
}
