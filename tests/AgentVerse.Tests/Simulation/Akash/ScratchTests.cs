using AgentVerse.Tests.Simulation.Bittensor;
using Xunit;
using Xunit.Abstractions;

namespace AgentVerse.Tests.Simulation.Akash;

public sealed class ScratchTests(ITestOutputHelper output)
{
    [Fact]
    public void Look()
    {
        FinishedRun run = new AkashWorld
        {
            Ticks = 24 * 14,
            Crowds = [AkashWorld.Providers(40), AkashWorld.Tenants(400)],
        }.Run();
        string[] names = ["orders", "bids", "bidsRefused", "leases", "unfilled", "leasesEnded", "leasesDry", "leasesRejected", "grossUsd", "takeUsd"];
        foreach (string n in names)
        {
            output.WriteLine($"{n} {run.Ticks("a100/northAmerica").Sum(t => t[n])}");
        }

        foreach (var t in run.Ticks("a100/northAmerica").Where((_, i) => i % 24 == 23))
        {
            output.WriteLine(string.Join(' ', t.Select(c => $"{c.Key}={c.Value}")));
        }

        foreach (var t in run.Ticks("chain").Where((_, i) => i % 48 == 47))
        {
            output.WriteLine(string.Join(' ', t.Select(c => $"{c.Key}={c.Value}")));
        }

        foreach (var a in run.Agents("providers").Take(5).Concat(run.Agents("tenants").Take(8)))
        {
            output.WriteLine(string.Join(' ', a.Select(c => $"{c.Key}={c.Value}")));
        }
    }
}
