using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

using AgentVerse.Model.Contracts;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Wse1;

/// <summary>
/// The step of WSE-1 as vector kernels: eight agents at a time, branches as masks, the rest of a range through the same
/// kernel on a padded copy. The same integers as <see cref="SinglePolicy"/>.
/// </summary>
internal sealed class ColumnsPolicy(PopulationPlan population, WorldPlanning planning) : Policy
{
    private const int Lanes = 8;
    private readonly ulong _seed = (ulong)population.Settings.Integer("seed");
    private readonly int _market = Worker.MarketOf(planning);

    public override void Step(CohortTick tick, int from, int to)
    {
        MarketBulletin market = tick.Board.Get<MarketBulletin>(_market);
        Kernel kernel = new(Worker.KeyOf(_seed, tick.Tick.Index), market);
        Span<long> skill = tick.Columns.Int64(Worker.Skill)[from..to];
        Span<long> cost = tick.Columns.Int64(Worker.Cost)[from..to];
        Span<long> balance = tick.Columns.Int64(Worker.Balance)[from..to];
        Span<long> stake = tick.Columns.Int64(Worker.Stake)[from..to];
        Span<long> on = tick.Columns.Int64(Worker.On)[from..to];
        int whole = skill.Length / Lanes * Lanes;
        ulong index = (ulong)(tick.First + from);
        for (int i = 0; i < whole; i += Lanes)
        {
            kernel.Step(index + (ulong)i, ref skill[i], ref cost[i], ref balance[i], ref stake[i], ref on[i]);
        }

        StepRest(ref kernel, index + (ulong)whole, skill[whole..], cost[whole..], balance[whole..], stake[whole..], on[whole..]);
        tick.Sum(Worker.WorkSum, Vector512.Sum(kernel.Work));
        tick.Sum(Worker.StakeSum, Vector512.Sum(kernel.Stake));
        tick.Sum(Worker.OnSum, Vector512.Sum(kernel.On));
        tick.Sum(Worker.BalanceSum, Vector512.Sum(kernel.Balance));
        tick.Sum(Worker.ExitSum, Vector512.Sum(kernel.Exits));
        tick.Decided(to - from);
    }

    /// <summary>
    /// Fewer than eight agents: absent lanes are off and, with a lane of their own, drop out of the sums.
    /// </summary>
    private static void StepRest(
        ref Kernel kernel, ulong index, Span<long> skill, Span<long> cost, Span<long> balance, Span<long> stake, Span<long> on)
    {
        if (skill.Length == 0)
        {
            return;
        }

        Span<long> lanes = stackalloc long[5 * Lanes];
        lanes.Clear();
        skill.CopyTo(lanes);
        cost.CopyTo(lanes[Lanes..]);
        balance.CopyTo(lanes[(2 * Lanes)..]);
        stake.CopyTo(lanes[(3 * Lanes)..]);
        on.CopyTo(lanes[(4 * Lanes)..]);
        Kernel rest = kernel.Masked(skill.Length);
        rest.Step(index, ref lanes[0], ref lanes[Lanes], ref lanes[2 * Lanes], ref lanes[3 * Lanes], ref lanes[4 * Lanes]);
        lanes.Slice(2 * Lanes, balance.Length).CopyTo(balance);
        lanes.Slice(3 * Lanes, stake.Length).CopyTo(stake);
        lanes.Slice(4 * Lanes, on.Length).CopyTo(on);
        kernel.Add(rest);
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Kernel
    {
        internal Vector512<long> Work;
        internal Vector512<long> Stake;
        internal Vector512<long> On;
        internal Vector512<long> Balance;
        internal Vector512<long> Exits;
        private static readonly Vector512<ulong> LaneSteps =
            Vector512.Create(0UL, 1, 2, 3, 4, 5, 6, 7) * StableHash.Golden;

        private readonly ulong _key;
        private readonly long _price;
        private readonly long _rewardPerWork;
        private Vector512<long> _present;

        internal Kernel(ulong key, MarketBulletin market)
        {
            _key = key;
            _price = market.Price;
            _rewardPerWork = market.RewardPerWork;
            _present = Vector512<long>.AllBitsSet;
        }

        internal readonly Kernel Masked(int count)
        {
            Kernel masked = this;
            masked.Work = masked.Stake = masked.On = masked.Balance = masked.Exits = default;
            masked._present = Vector512.LessThan(
                Vector512.Create(0L, 1, 2, 3, 4, 5, 6, 7), Vector512.Create((long)count));
            return masked;
        }

        internal void Add(in Kernel other)
        {
            Work += other.Work;
            Stake += other.Stake;
            On += other.On;
            Balance += other.Balance;
            Exits += other.Exits;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void Step(
            ulong index, ref long skill, ref long cost, ref long balance, ref long stake, ref long on)
        {
            Vector512<ulong> r = Mix(Vector512.Create(_key + (StableHash.Golden * (index + 1))) + LaneSteps);
            Vector512<long> isOn = Vector512.Equals(Vector512.LoadUnsafe(ref on), Vector512<long>.One);
            Vector512<long> noise = Vector512.Create(900L)
                + (((r & Vector512.Create(0xffffUL)) * 201UL) >> 16).AsInt64();
            Vector512<long> work = ((Vector512.LoadUnsafe(ref skill) * noise * 67_109L) >> 26) & isOn;
            Vector512<long> revenue = (((work * _rewardPerWork) >> 16) * _price) >> 16;
            Vector512<long> profit = (revenue - Vector512.LoadUnsafe(ref cost)) & isOn;
            Vector512<long> saved = (Vector512.Max(profit, Vector512<long>.Zero) * 6_554L) >> 16;
            Vector512<long> newBalance = Vector512.LoadUnsafe(ref balance) + profit - saved;
            Vector512<long> newStake = Vector512.LoadUnsafe(ref stake) + saved;
            Vector512<long> exits = Vector512.LessThan(newBalance, Vector512<long>.Zero) & isOn;
            newBalance += newStake & exits;
            newStake = Vector512.AndNot(newStake, exits);
            Vector512<long> returns = Vector512.AndNot(
                Vector512.Equals((r >> 40) & Vector512.Create(1023UL), Vector512<ulong>.Zero).AsInt64(), isOn);
            newBalance = Vector512.ConditionalSelect(returns, Vector512.Create(Worker.StartBalance), newBalance);
            Vector512<long> newOn = (Vector512.AndNot(isOn, exits) | returns) & Vector512<long>.One;
            newBalance.StoreUnsafe(ref balance);
            newStake.StoreUnsafe(ref stake);
            newOn.StoreUnsafe(ref on);
            Work += work;
            Stake += newStake;
            On += newOn & _present;
            Balance += newBalance & _present;
            Exits += exits & Vector512<long>.One;
        }

        /// <summary>The finaliser of SplitMix64 in eight lanes.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<ulong> Mix(Vector512<ulong> z)
        {
            z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9UL;
            z = (z ^ (z >> 27)) * 0x94d049bb133111ebUL;
            return z ^ (z >> 31);
        }
    }
}
