using AgentVerse.Agents;
using AgentVerse.Mechanisms;
using AgentVerse.Mechanisms.Intelligence.Bittensor;
using AgentVerse.Mechanisms.Intelligence.Bittensor.Network;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;
using AgentVerse.Simulation;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>A world of Bittensor by hand, small unless said otherwise.</summary>
internal sealed record SmallChain
{
    internal static readonly Catalogue Catalogue =
        StakerKind.Register(AgentsCatalogue.Register(MechanismsCatalogue.Register(new Catalogue())));

    /// <summary>The one rule of the chain that does not hold.</summary>
    internal Rule Broken { get; init; }

    internal int Ticks { get; init; } = 12;

    internal long TickSeconds { get; init; } = 3600;

    internal ulong Seed { get; init; } = 1;

    internal IReadOnlyList<(string Key, object? Value)> Chain { get; init; } = [];

    internal IReadOnlyList<(string Key, object? Value)> Hyperparameters { get; init; } = [("uidsMax", 24L)];

    /// <summary>Groups of subnets; by default one of two subnets.</summary>
    internal IReadOnlyList<(string Key, object? Value)[]> Groups { get; init; } =
        [[("count", 2L), ("validatorsMedian", 4.0)]];

    internal IReadOnlyList<Crowd> Crowds { get; init; } =
    [
        new("miners", "miner", 60, ["honest"]), new("validators", "validator", 40, ["honest"]),
    ];

    internal IReadOnlyDictionary<string, DataTable> Tables { get; init; } = new SortedDictionary<string, DataTable>();

    internal int PanelEvery { get; init; }

    internal (World? World, IReadOnlyList<Problem> Problems) Plan()
    {
        Section network = Catalogue.Networks["bittensor"].Section;
        Section hyper = Settings.Nested(network, "hyperparameters");
        Section group = Settings.Nested(network, "subnets");
        SettingsMap settings = Settings.Of(network,
        [
            .. Chain,
            ("hyperparameters", Settings.Of(hyper, [.. Hyperparameters])),
            ("subnets", Groups.Select(g => Settings.Of(
                group, [("miners", "miners"), ("validators", "validators"), .. g])).ToArray()),
        ]);
        return WorldBuilder.Build(OwnCatalogue(), new WorldDraft
        {
            Start = 0,
            TickSeconds = TickSeconds,
            Ticks = Ticks,
            Seed = Seed,
            Replicate = 0,
            Networks = [new("bittensor", settings)],
            Populations = [.. Crowds.Select((c, i) => c.Plan(i))],
            Tables = Tables,
            PanelEvery = PanelEvery,
            PanelShare = 1,
        });
    }

    private Catalogue OwnCatalogue() => Broken == Rule.None
        ? Catalogue
        : StakerKind.Register(AgentsCatalogue.Register(
            new Catalogue().Add(BittensorNetwork.Of(new ChainParameters { Broken = Broken }))));

    internal World World()
    {
        (World? world, IReadOnlyList<Problem> problems) = Plan();
        Xunit.Assert.True(world is not null, string.Join('\n', problems));
        return world!;
    }

    /// <summary>Runs to the end.</summary>
    internal FinishedRun Run(int cohortSize = 4096) => FinishedRun.Of(World(), cohortSize);

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
                ArrivalTicks = 10,
                PolicyNames = Policies,
                Columns = [.. EngineColumns.All, .. kind.Columns],
                Settings = Settings.Of(kind.Section, [.. Own]),
            };
        }
    }
}
