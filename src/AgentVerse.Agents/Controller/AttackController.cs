using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Controllers;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Controller;

/// <summary>
/// Runs attacks: of each it uses as many further accounts as pacing, timing, price and budget allow, in order of their
/// ordinals. An account that is used gets its policy, units, target and standing order to send money home, is woken and
/// funded; all of it holds from the next tick on.
/// </summary>
internal sealed class AttackController : AgentPolicy
{
    internal const string Name = "attack";
    private static readonly Purpose Turn = Purpose.Of("controller.turn");
    private readonly AttackPlan?[] _attacks;
    private readonly int _shard;

    internal AttackController(PopulationPlan population, WorldPlanning planning)
    {
        _shard = planning.Shards.FindIndex(s => s.Network == ControllerTerms.Network);
        _attacks = [.. population.Settings.List("attacks").Select(a => AttackSettings.Plan(a, population, planning))];
    }

    protected override void Step(AgentTick agent)
    {
        for (int slot = 0; slot < _attacks.Length; slot++)
        {
            if (_attacks[slot] is { } attack && agent.Index < attack.Accounts.Accounts.Controllers)
            {
                Advance(agent, attack, slot);
            }
        }
    }

    private void Advance(AgentTick agent, AttackPlan attack, int slot)
    {
        (int from, int to) = attack.Accounts.Accounts.RangeOf(agent.Index);
        int most = attack.Count == 0 ? to - from : Math.Min(attack.Count, to - from);
        ref int used = ref agent.Int32(ControllerKind.AttackUsed + slot);
        ref int next = ref agent.Int32(ControllerKind.AttackNext + slot);
        if (used >= most || attack.Budget == 0)
        {
            return;
        }

        agent.Cohort.Decided(1);
        bool isTime = IsTime(agent, attack, ref agent.Double(ControllerKind.AttackPeak + slot));
        ref long sent = ref agent.Int64(ControllerKind.AttackSent + slot);
        long affordable = attack.Affordable(sent, agent.Wallet(attack.Token));
        int count = isTime && agent.Tick.Index >= next ? (int)Math.Min(attack.Due(agent.Tick, used, most - used), affordable) : 0;
        agent.Term($"attack{slot + 1}.affordable", affordable);
        agent.Term($"attack{slot + 1}.used", count);
        if (count > 0)
        {
            long money = count * attack.Fund;
            Order(agent, attack, new OrderRange(attack.Accounts.Index, from + used, count), money);
            Spread(agent, attack, new OrderRange(attack.Accounts.Index, from + used, count), used);
            used += count;
            next = agent.Tick.Index + attack.Pause;
            sent += money;
            Count(agent, money, count);
        }
    }

    /// <summary>Whether an attack may go on in this tick, by its start, the price and the worth of entering.</summary>
    private static bool IsTime(AgentTick agent, AttackPlan attack, ref double peak)
    {
        long price = 0;
        double worth = 0;
        foreach (int target in attack.TargetsOf(agent.Index))
        {
            if (agent.Board[target] is IEntryTerms terms)
            {
                price = Math.Max(price, terms.EntryPrice);
                worth += terms.EntryWorth;
            }
        }

        peak = Math.Max(peak, worth);
        return agent.Tick.Index >= attack.FromTick
            && (agent.Tick.Index < attack.TrialEnd || IsWorthIt(agent, attack.MinReturn))
            && (attack.PriceMax == 0 || price <= attack.PriceMax)
            && (attack.AtPeak <= 0 || (worth > 0 && worth >= attack.AtPeak * peak));
    }

    /// <summary>Whether accounts have earned enough for what they cost, as they have told.</summary>
    private static bool IsWorthIt(AgentTick agent, double least) =>
        agent.Int64(ControllerKind.AccountIncome) >= least * agent.Int64(ControllerKind.AccountCost);

    private void Order(AgentTick agent, AttackPlan attack, OrderRange range, long money)
    {
        if (attack.Policy >= 0)
        {
            Send(agent, range, ControlOrders.Strategy, attack.Policy, 0);
        }

        Send(agent, range, ControlOrders.Units, attack.ClaimedUnits, BitConverter.DoubleToInt64Bits(attack.Effort));
        Intent wake = Of(range, ControlOrders.Wake, agent.Tick.Index + 1L, 0);
        agent.Send(wake with { Token = (ushort)attack.Token, Amount = money });
        if (attack.Keep >= 0)
        {
            Intent sweep = Of(range, ControlOrders.Sweep, attack.Keep, 0);
            agent.Send(sweep with { Token = (ushort)attack.Token });
        }
    }

    /// <summary>
    /// Sends accounts to the targets in equal numbers that follow each other: the first of all to a target drawn by the
    /// controller's account, the others on from where the last went.
    /// </summary>
    private void Spread(AgentTick agent, AttackPlan attack, OrderRange range, int used)
    {
        IReadOnlyList<int> targets = attack.TargetsOf(agent.Index);
        if (targets.Count == 0)
        {
            Send(agent, range, ControlOrders.Target, -1, attack.Delay);
            return;
        }

        long turn = used + agent.Cohort.Draws.At(agent.Account, -1).Below(Turn, targets.Count);
        for (int i = 0, next = range.First; i < targets.Count; i++)
        {
            int some = (int)Apportion.EqualPart(range.Count, targets.Count, i);
            if (some > 0)
            {
                int shard = targets[(int)((turn + i) % targets.Count)];
                Send(agent, range with { First = next, Count = some }, ControlOrders.Target, shard, attack.Delay);
                next += some;
            }
        }
    }

    private static void Count(AgentTick agent, long money, int count)
    {
        ref long sent = ref agent.Int64(ControllerKind.Sent);
        sent += money;
        ref long peak = ref agent.Int64(ControllerKind.PeakOutlay);
        peak = Math.Max(peak, sent - agent.Int64(ControllerKind.Returned));
        agent.Cohort.Sum(ControllerKind.SentSum, money);
        agent.Cohort.Sum(ControllerKind.UsedSum, count);
    }

    private void Send(AgentTick agent, OrderRange range, byte order, long c, long d) =>
        agent.Send(Of(range, order, c, d));

    private Intent Of(OrderRange range, byte order, long c, long d) => new()
    {
        Shard = (ushort)_shard, Kind = order, A = range.A, B = range.B, C = c, D = d,
    };
}
