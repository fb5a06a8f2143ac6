using AgentVerse.Mechanisms.Intelligence.Bittensor.Network;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Simulation;

using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>Blocks and epochs of a subnet run in the memory that they have.</summary>
public sealed class EpochMemoryTests
{
    [Fact]
    public void Blocks_and_epochs_allocate_nothing_once_warm()
    {
        World world = new SmallChain
        {
            Hyperparameters = [("commitReveal", false), ("tempo", 100L)],
            Crowds = [new("miners", "miner", 300, ["idle"]), new("validators", "validator", 50, ["honest"])],
            Groups = [[("count", 1L)]],
        }.World();
        SubnetShard[] shards = [.. world.Plan.Shards.Select(s => s.Plan.Open(world.Plan)).OfType<SubnetShard>()];
        ShardInfo info = world.Plan.Shards[1];
        ChainBulletin chain = (ChainBulletin)world.Plan.Shards[0].Plan.Open(world.Plan).Opening();
        ShardTick tick = new(world.Plan, info, world.Plan.TickAt(0), new Board([], new Totals(0)), new Totals(0));
        TickCounts counts = default;
        SubnetRun run = new(ref counts)
        {
            State = shards[0].State,
            Spec = shards[0].Spec,
            Scratch = new SubnetScratch(256),
            Chain = chain,
            Tick = tick,
            Events = new SubnetEvents(world.Plan),
        };
        long block = Run(run, chain.FirstBlock, 250);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run(run, block, 40);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(2, run.State.Epochs);

        // The next epoch comes with block 300; its one event may grow the list of events.
        before = GC.GetAllocatedBytesForCurrentThread();
        Run(run, block + 40, 20);
        Assert.Equal(3, run.State.Epochs);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024);
    }

    private static long Run(in SubnetRun run, long from, int blocks)
    {
        for (int i = 0; i < blocks; i++)
        {
            SubnetBlocks.Step(run, from + i, TaoPlan.Tao(run.Chain, 0, 0));
        }

        return from + blocks;
    }
}
