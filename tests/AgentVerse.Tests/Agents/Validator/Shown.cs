using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Numerics;
using AgentVerse.Simulation;
using AgentVerse.Tests.Simulation.Bittensor;

namespace AgentVerse.Tests.Agents.Validator;

/// <summary>A subnet as a validator's script sees it, by hand.</summary>
internal sealed record Shown
{
    internal ulong Validator { get; init; } = 77;

    internal int OwnUid { get; init; }

    internal int Epoch { get; init; } = 3;

    internal ulong[] Accounts { get; init; } = [77, 11, 12, 13, 14];

    internal double[] Qualities { get; init; } = [0, 1, 2, 3, 4];

    internal ulong[] Models { get; init; } = [77, 11, 12, 13, 14];

    internal ushort[] Standing { get; init; } = new ushort[5];

    internal ushort[] History { get; init; } = [];

    internal int OwnerUid { get; init; } = -1;

    internal ushort[] Stakes { get; init; } = [];

    internal ushort[] Weights { get; init; } = [];

    /// <summary>What a script answers, and its scores.</summary>
    internal (bool Sets, double[] Scores) Ask(IScorer scorer)
    {
        double[] scores = new double[Accounts.Length];
        bool sets = scorer.Score(
            new ScoringView
            {
                Validator = Validator,
                OwnUid = OwnUid,
                Epoch = Epoch,
                Accounts = Accounts,
                Qualities = Qualities,
                Consensus = History.Length >= Accounts.Length ? History.AsSpan(0, Accounts.Length) : [],
                Standing = Standing,
                Models = Models,
                ConsensusHistory = History,
                Stakes = Stakes,
                Weights = Weights,
                WeightsWidth = Accounts.Length,
                OwnerUid = OwnerUid,
                Draws = new Draws(1, 0),
            },
            scores);
        return (sets, scores);
    }

    /// <summary>A script of a population <c>scorers</c>, in a world with miners of as many controllers.</summary>
    internal static IScorer Script(string policy, params (string Key, object? Value)[] own)
    {
        World world = new SmallChain
        {
            Crowds =
            [
                new("miners", "miner", 60, ["idle"]), new("validators", "validator", 40, ["honest"]),
                new("scorers", "validator", 8, [policy]) { Own = own },
                new("seconds", "miner", 8, ["idle"]),
            ],
        }.World();
        return (IScorer)world.Plan.Policies[2][0];
    }

    internal static ulong AccountOf(string population, int index) => AccountKey.Of(population, index, 0);
}
