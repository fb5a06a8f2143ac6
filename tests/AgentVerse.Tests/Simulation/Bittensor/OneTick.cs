using AgentVerse.Mechanisms.Intelligence.Bittensor.Network;
using AgentVerse.Model.Contracts;
using AgentVerse.Simulation;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>One shard of an opened world, ticked by hand with intents of one's own.</summary>
internal sealed class OneTick
{
    private readonly ReferenceRun _run;
    private readonly int _shard;

    internal OneTick(SmallChain chain, int shard = 1)
    {
        _run = new ReferenceRun(chain.World(), 4096, new NoSink());
        _run.RunTo(0);
        _shard = shard;
        Board = _run.State.Board;
    }

    /// <summary>What was published; replaced to let another tick begin elsewhere.</summary>
    internal Board Board { get; set; }

    internal ShardPart Part => (ShardPart)_run.Group.PartAt(_run.Table.PartOfShard(_shard));

    internal SubnetState Subnet => ((SubnetShard)Part.Shard).State;

    internal SubnetSpec Spec => ((SubnetShard)Part.Shard).Spec;

    internal WorldPlan Plan => _run.State.World.Plan;

    /// <summary>Account at a uid.</summary>
    internal ulong AccountAt(int uid) => Subnet.Account[uid];

    /// <summary>Settles a tick; the bulletin goes to <see cref="Bulletin"/>.</summary>
    internal Row[] Settle(params Intent[] intents) => SettleAt(0, intents);

    internal Row[] SettleAt(int tick, params Intent[] intents)
    {
        PartAnswer answer = ShardStep.Settle(Part, new PartCall(tick, Board, _run.State.Totals, [], intents));
        Bulletin = answer.Bulletin!.Bulletin;
        Ledger = answer.Ledger!;
        return [.. answer.Rows];
    }

    /// <summary>What the last tick published.</summary>
    internal Bulletin? Bulletin { get; private set; }

    /// <summary>The last tick's side of the ledger.</summary>
    internal LedgerLine? Ledger { get; private set; }

    /// <summary>An intent of an account; its sender has the account's low bits as index.</summary>
    internal static Intent From(ulong account, byte kind, long amount = 0) => new()
    {
        Account = account,
        Sender = new AgentRef(0, (int)(account & 0xFFFF)),
        Shard = 1,
        Kind = kind,
        Amount = amount,
    };
}
