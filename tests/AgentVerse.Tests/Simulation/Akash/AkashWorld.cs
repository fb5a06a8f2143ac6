using AgentVerse.Agents;
using AgentVerse.Mechanisms;
using AgentVerse.Mechanisms.Compute.Akash;
using AgentVerse.Mechanisms.Compute.Akash.Network;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;
using AgentVerse.Simulation;
using AgentVerse.Tests.Simulation.Bittensor;

using Settings = AgentVerse.Tests.Simulation.Bittensor.Settings;

namespace AgentVerse.Tests.Simulation.Akash;

/// <summary>A world of Akash by hand, small unless said otherwise.</summary>
internal sealed record AkashWorld
{
    internal static readonly Catalogue Catalogue =
        AgentsCatalogue.Register(MechanismsCatalogue.Register(new Catalogue())).Add(new PolicyKind(
            "gpuProvider", Deserter.Name, "Leaves with all others.", (p, w) => new Deserter(p, w)));

    /// <summary>The one rule of the chain that does not hold.</summary>
    internal Rule Broken { get; init; }

    internal int Ticks { get; init; } = 48;

    internal long TickSeconds { get; init; } = 3600;

    internal ulong Seed { get; init; } = 1;

    internal int PanelEvery { get; init; }

    internal IReadOnlyList<(string Key, object? Value)> Chain { get; init; } = [];

    internal IReadOnlyList<(string Key, object? Value)> Inflation { get; init; } = [];

    internal IReadOnlyList<(string Key, object? Value)> Staking { get; init; } = [];

    internal IReadOnlyList<(string Key, object? Value)> Audit { get; init; } = [];

    internal IReadOnlyList<(string Key, object? Value)> Reclamation { get; init; } = [];

    internal IReadOnlyList<(string Key, object? Value)> Incentive { get; init; } = [];

    internal IReadOnlyList<(string Key, object? Value)> BurnMint { get; init; } = [];

    /// <summary>Price at which a market of the run trades AKT, USD; null for no such market.</summary>
    internal double? MarketPrice { get; init; }

    internal IReadOnlyList<Crowd> Crowds { get; init; } = [Providers(12), Tenants(60)];

    /// <summary>Providers with AKT for deposits.</summary>
    internal static Crowd Providers(int count, string policy = "akashCostPlus", string name = "providers") =>
        new(name, "gpuProvider", count, [policy]) { Own = [("startAkt", 1000L * Akt)] };

    /// <summary>Tenants with money who order once a day.</summary>
    internal static Crowd Tenants(int count, string policy = "akashCheapest", string name = "tenants") =>
        new(name, "tenant", count, [policy]) { Own = [("startAkt", 10_000L * Akt), ("ordersPerDay", 1.0)] };

    /// <summary>Base units of AKT.</summary>
    internal const long Akt = 1_000_000;

    internal (World? World, IReadOnlyList<Problem> Problems) Plan()
    {
        Section network = Catalogue.Networks["akash"].Section;
        SettingsMap Nested(string key, IReadOnlyList<(string Key, object? Value)> own) =>
            Settings.Of(Settings.Nested(network, key), [.. own]);
        SettingsMap settings = Settings.Of(network,
        [
            .. Chain,
            ("inflation", Nested("inflation", Inflation)),
            ("staking", Nested("staking", Staking)),
            ("audit", Nested("audit", Audit)),
            ("reclamation", Nested("reclamation", Reclamation)),
            ("incentive", Nested("incentive", Incentive)),
            ("burnMint", Nested("burnMint", BurnMint)),
        ]);
        return WorldBuilder.Build(OwnCatalogue(), new WorldDraft
        {
            Start = 0,
            TickSeconds = TickSeconds,
            Ticks = Ticks,
            Seed = Seed,
            Replicate = 0,
            Networks = [new("akash", settings), .. MarketOf(MarketPrice)],
            Populations = [.. Crowds.Select((c, i) => c.Plan(i))],
            Tables = new SortedDictionary<string, DataTable>(),
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

    private static KeyValuePair<string, SettingsMap>[] MarketOf(double? price)
    {
        if (price is null)
        {
            return [];
        }

        Section network = Catalogue.Networks["markets"].Section;
        Field tokens = network.Fields.Single(f => f.Name == "tokens");
        Section whole = new("tokens", "", [.. tokens.Nested!.Fields, .. tokens.Variants.Single(v => v.Name == "fixed").Fields]);
        SettingsMap token = Settings.Of(whole, ("token", "AKT"), ("mode", "fixed"), ("circulating", 2e8), ("price", price.Value));
        return [new("markets", Settings.Of(network, ("tokens", new[] { token })))];
    }

    private Catalogue OwnCatalogue() => Broken == Rule.None
        ? Catalogue
        : AgentsCatalogue.Register(new Catalogue().Add(AkashNetwork.Of(new AkashParameters { Broken = Broken })));

    /// <summary>One population.</summary>
    internal sealed record Crowd(string Name, string Kind, int Count, string[] Policies)
    {
        internal int AccountsPerController { get; init; } = 1;

        internal IReadOnlyList<(string Key, object? Value)> Own { get; init; } = [];

        internal Crowd With(params (string Key, object? Value)[] own) => this with
        {
            Own = [.. Own.Where(o => own.All(n => n.Key != o.Key)), .. own],
        };

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
                InitialShare = 1,
                ArrivalTicks = 1,
                PolicyNames = Policies,
                Columns = [.. EngineColumns.All, .. kind.Columns],
                Settings = Settings.Of(kind.Section, [.. Own]),
            };
        }
    }
}
