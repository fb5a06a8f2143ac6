using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Compute;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Compute;

/// <summary>What providers and tenants of GPUs are born with alike: class, region and wallets.</summary>
internal sealed class ComputeBirth
{
    private static readonly Purpose Class = Purpose.Of("compute.class");
    private static readonly Purpose Region = Purpose.Of("compute.region");
    private readonly Draws _draws;
    private readonly int[] _classes;
    private readonly int[] _regions;
    private readonly long _usd;
    private readonly long[] _wallets;

    internal ComputeBirth(PopulationPlan population, WorldPlanning planning)
    {
        _draws = planning.Draws;
        _classes = [.. population.Settings.Texts("gpuClasses").Select(ComputeTerms.ClassIndex)];
        _regions = [.. population.Settings.Texts("regions").Select(ComputeTerms.RegionIndex)];
        _usd = Held(planning, "USD", population.Settings.Integer("startUsd"));
        _wallets =
        [
            .. ComputeColumns.Tokens.Select(
                t => Held(planning, t, population.Settings.Integer(ComputeFields.StartOf(t)))),
        ];
    }

    /// <summary>Fills the shared columns of a new agent.</summary>
    internal void Born(CohortTick tick, int row)
    {
        StreamDraws draws = _draws.At(tick.Columns.UInt64(EngineColumns.Account)[row], -1);
        tick.Columns.Int32(ComputeColumns.GpuClass)[row] = _classes[draws.Below(Class, _classes.Length)];
        tick.Columns.Int32(ComputeColumns.Region)[row] = _regions[draws.Below(Region, _regions.Length)];
        tick.Columns.Int64(ComputeColumns.Usd)[row] = _usd;
        for (int t = 0; t < _wallets.Length; t++)
        {
            tick.Columns.Int64(ComputeColumns.FirstWallet + t)[row] = _wallets[t];
        }
    }

    /// <summary>A wallet of a token that the run has not stays empty: nobody would count it.</summary>
    private static long Held(WorldPlanning planning, string token, long amount) =>
        planning.FindToken(token) >= 0 ? amount : 0;
}
