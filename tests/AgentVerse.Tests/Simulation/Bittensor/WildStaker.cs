using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>Sends up to three intents of any kind a tick, sound or not, all by draws of its own account.</summary>
internal sealed class WildStaker(WorldPlanning planning) : AgentPolicy
{
    private const int Kinds = 9;
    private static readonly Purpose Any = Purpose.Of("test.wild");

    private readonly int[] _shards =
        [.. planning.Shards.Where(s => s.Network == BittensorTerms.Network).Select(s => s.Index)];

    protected override void Step(AgentTick agent)
    {
        StreamDraws draws = agent.Cohort.Draws.At(agent.Account, agent.Tick.Index);
        long count = draws.Below(Any, 4, 0);
        for (int i = 0; i < count; i++)
        {
            agent.Send(Wish(agent, draws, 10 * (i + 1)));
        }
    }

    private Intent Wish(AgentTick agent, StreamDraws draws, int first)
    {
        ChainBulletin chain = agent.Board.Get<ChainBulletin>(_shards[0]);
        byte kind = (byte)(1 + draws.Below(Any, Kinds, first));
        int shard = _shards[draws.Below(Any, _shards.Length, first + 1)];
        bool carries = kind is IntentKinds.Register or IntentKinds.Stake or IntentKinds.RegisterSubnet
            || draws.Below(Any, 8, first + 2) == 0;
        double part = draws.Uniform(Any, first + 3);
        Intent wish = new()
        {
            Kind = kind,
            Shard = (ushort)(kind == IntentKinds.RegisterSubnet && chain.SlotToEvict >= 0 ? chain.SlotToEvict : shard),
            Token = 0,
            Amount = carries ? (long)(agent.Wallet(0) * part * part) : 0,
            A = (long)HotkeyOf(agent, draws, shard, first + 4),
            B = draws.Below(Any, 3, first + 5) == 0 ? long.MaxValue : (long)(part * 1e12),
            C = draws.Below(Any, 3, first + 6) switch { 0 => 0, 1 => 10_000_000, _ => 200 },
            D = draws.Below(Any, 3, first + 7),
        };
        return kind switch
        {
            IntentKinds.Register or IntentKinds.Serve =>
                wish with { A = 0, B = BitConverter.DoubleToInt64Bits(2 * part) },
            IntentKinds.Script or IntentKinds.RegisterSubnet => wish with { A = 0 },
            IntentKinds.SetTake => wish with { A = draws.Below(Any, 14_000, first + 8) },
            IntentKinds.SetHyperparameter => wish with
            {
                Shard = (ushort)OwnShard(agent, shard),
                A = draws.Below(Any, 8, first + 8),
                B = (long)(part * 70_000) << (int)draws.Below(Any, 16, first + 9),
            },
            _ => wish,
        };
    }

    /// <summary>The subnet that it owns, if any.</summary>
    private int OwnShard(AgentTick agent, int other)
    {
        foreach (int shard in _shards)
        {
            if (agent.Board[shard] is SubnetBulletin subnet && subnet.Owner == agent.Account)
            {
                return shard;
            }
        }

        return other;
    }

    /// <summary>Itself, a listed validator, or nobody that anyone knows.</summary>
    private static ulong HotkeyOf(AgentTick agent, StreamDraws draws, int shard, int draw)
    {
        long which = draws.Below(Any, 8, draw);
        if (agent.Board[shard] is SubnetBulletin { ValidatorStandings.Length: > 0 } subnet && which < 6)
        {
            return subnet.ValidatorStandings[(int)which % subnet.ValidatorStandings.Length].Account;
        }

        if (agent.Board[shard] is ChainBulletin && agent.Board[shard + 1] is SubnetBulletin first && which < 6)
        {
            return first.ValidatorStandings.Length > 0 ? first.ValidatorStandings[0].Account : agent.Account;
        }

        return which == 6 ? agent.Account : 12345;
    }
}
