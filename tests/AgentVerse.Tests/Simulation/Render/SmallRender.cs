using AgentVerse.Agents;
using AgentVerse.Mechanisms;
using AgentVerse.Mechanisms.Compute.Render;
using AgentVerse.Mechanisms.Compute.Render.Network;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Render;
using AgentVerse.Model.Settings;
using AgentVerse.Simulation;
using AgentVerse.Tests.Simulation.Bittensor;

using Settings = AgentVerse.Tests.Simulation.Bittensor.Settings;

namespace AgentVerse.Tests.Simulation.Render;

/// <summary>A world of Render by hand, small unless said otherwise.</summary>
internal sealed record SmallRender
{
    internal const long Week = 7 * 86_400;

    internal static readonly Catalogue Catalogue =
        WildOperator.Register(AgentsCatalogue.Register(MechanismsCatalogue.Register(new Catalogue())));

    private static readonly Section ComputeKeys =
        Settings.Nested(Catalogue.Networks[RenderTerms.Network].Section, "compute");

    /// <summary>Reviews never: who is admitted stays.</summary>
    internal static readonly (string Key, object? Value) Stays = ("reviewRate", 0.0);

    internal static readonly (string Key, object? Value) Fast = ("gpuClasses", new[] { "rtx4090" });

    internal static readonly (string Key, object? Value) NoGpu = ("gpuClasses", new[] { "cpu" });

    /// <summary>The one rule that does not hold.</summary>
    internal Rule Broken { get; init; }

    internal int Ticks { get; init; } = 6;

    internal long TickSeconds { get; init; } = Week;

    internal ulong Seed { get; init; } = 1;

    /// <summary>Start of the run; 2024-01-03.</summary>
    internal long Start { get; init; } = 1_704_240_000;

    internal IReadOnlyList<(string Key, object? Value)> Own { get; init; } = [];

    internal IReadOnlyList<Crowd> Crowds { get; init; } = [Operators(40), Creators(200)];

    internal IReadOnlyDictionary<string, DataTable> Tables { get; init; } = new SortedDictionary<string, DataTable>();

    internal int PanelEvery { get; init; }

    internal static Crowd Operators(int count, params (string Key, object? Value)[] own) =>
        new("operators", "gpuProvider", count, ["render"])
        {
            Own = [("gpuClasses", new[] { "rtx4090", "t4" }), ("unitsMedian", 3.0), ("reserveRatio", 0.02), .. own],
        };

    internal static Crowd Creators(int count, params (string Key, object? Value)[] own) =>
        new("creators", "tenant", count, ["renderCreator"])
        {
            Own = [("gpuClasses", new[] { "rtx4090" }), ("ordersPerDay", 0.1), .. own],
        };

    /// <summary>The key of compute beside rendering.</summary>
    internal static (string Key, object? Value) Compute(params (string Key, object? Value)[] own) =>
        ("compute", Settings.Of(ComputeKeys, own));

    /// <summary>Nodes of compute that are alike.</summary>
    internal static SettingsMap Nodes(long count, params (string Key, object? Value)[] own) =>
        Settings.Of(Settings.Nested(ComputeKeys, "nodes"), [("count", count), .. own]);

    internal (World? World, IReadOnlyList<Problem> Problems) Plan()
    {
        Catalogue catalogue = OwnCatalogue();
        return WorldBuilder.Build(catalogue, new WorldDraft
        {
            Start = Start,
            TickSeconds = TickSeconds,
            Ticks = Ticks,
            Seed = Seed,
            Replicate = 0,
            Networks = [new("render", Settings.Of(Catalogue.Networks["render"].Section, [.. Own]))],
            Populations = [.. Crowds.Select((c, i) => c.Plan(i))],
            Tables = Tables,
            PanelEvery = PanelEvery,
            PanelShare = 1,
        });
    }

    internal World World()
    {
        (World? world, IReadOnlyList<Problem> problems) = Plan();
        Xunit.Assert.True(world is not null, string.Join('\n', problems));
        return world!;
    }

    /// <summary>Runs to the end.</summary>
    internal FinishedRun Run(int cohortSize = 4096) => FinishedRun.Of(World(), cohortSize);

    private Catalogue OwnCatalogue() => Broken == Rule.None
        ? Catalogue
        : WildOperator.Register(AgentsCatalogue.Register(
            new Catalogue().Add(RenderNetwork.Of(new RenderParameters { Broken = Broken }))));

    /// <summary>One population.</summary>
    internal sealed record Crowd(string Name, string Kind, int Count, string[] Policies)
    {
        internal int AccountsPerController { get; init; } = 1;

        internal double Initial { get; init; } = 1;

        internal IReadOnlyList<(string Key, object? Value)> Own { get; init; } = [];

        internal PopulationPlan Plan(int index)
        {
            AgentKind kind = Catalogue.Kinds[Kind];
            return new PopulationPlan
            {
                Index = index,
                Name = Name,
                Kind = kind,
                Capacity = Count,
                AccountsPerController = AccountsPerController,
                InitialShare = Initial,
                ArrivalTicks = 4,
                PolicyNames = Policies,
                Columns = [.. EngineColumns.All, .. kind.Columns],
                Settings = Settings.Of(kind.Section, [.. Own]),
            };
        }
    }
}
