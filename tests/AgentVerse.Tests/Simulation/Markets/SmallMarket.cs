using AgentVerse.Mechanisms.Markets.Network;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;
using AgentVerse.Simulation;
using AgentVerse.Tests.Simulation.Bittensor;

namespace AgentVerse.Tests.Simulation.Markets;

/// <summary>A world with one market of the token that traders hold.</summary>
internal sealed record SmallMarket
{
    internal static readonly Catalogue Catalogue =
        TraderKind.Register(new Catalogue().Add(MarketsNetwork.Network));

    internal string Mode { get; init; } = "pool";

    internal string Policy { get; init; } = "wild";

    internal int Traders { get; init; } = 50;

    internal int Ticks { get; init; } = 40;

    internal ulong Seed { get; init; } = 1;

    internal IReadOnlyList<(string Key, object? Value)> Own { get; init; } = [];

    internal IReadOnlyList<(string Key, object? Value)> Network { get; init; } = [];

    internal IReadOnlyList<(string Key, object? Value)[]> Others { get; init; } = [];

    internal IReadOnlyDictionary<string, DataTable> Tables { get; init; } = new SortedDictionary<string, DataTable>();

    internal (World? World, IReadOnlyList<Problem> Problems) Plan()
    {
        Section network = Catalogue.Networks["markets"].Section;
        AgentKind kind = Catalogue.Kinds[TraderKind.Name];
        return WorldBuilder.Build(Catalogue, new WorldDraft
        {
            Start = 1_700_006_400, TickSeconds = 86_400, Ticks = Ticks, Seed = Seed, Replicate = 0,
            Networks =
            [
                new("markets", Settings.Of(network,
                [
                    .. Network,
                    ("tokens", ((IReadOnlyList<(string, object?)[]>)
                        [[("token", TraderKind.Token), ("mode", Mode), .. Own], .. Others]).Select(TokenOf).ToArray()),
                ])),
            ],
            Populations =
            [
                new PopulationPlan
                {
                    Index = 0, Name = "traders", Kind = kind, Capacity = Traders, AccountsPerController = 1,
                    InitialShare = 1, ArrivalTicks = 0, PolicyNames = [Policy],
                    Columns = [.. EngineColumns.All, .. kind.Columns], Settings = Settings.Of(kind.Section),
                },
            ],
            Tables = Tables, PanelEvery = 0, PanelShare = 0,
        });
    }

    internal World World()
    {
        (World? world, IReadOnlyList<Problem> problems) = Plan();
        Xunit.Assert.True(world is not null, string.Join('\n', problems));
        return world!;
    }

    internal FinishedRun Run(int cohortSize = 4096) => FinishedRun.Of(World(), cohortSize);

    internal static double Cell(IReadOnlyDictionary<string, long> row, string name) =>
        BitConverter.Int64BitsToDouble(row[name]);

    private static SettingsMap TokenOf((string Key, object? Value)[] own)
    {
        Field tokens = Catalogue.Networks["markets"].Section.Fields.Single(f => f.Name == "tokens");
        string mode = (string)own.Single(o => o.Key == "mode").Value!;
        Section whole = new("tokens", "", [.. tokens.Nested!.Fields, .. tokens.Variants.Single(v => v.Name == mode).Fields]);
        (string, object?)[] usual = [("circulating", 1e9), .. mode == "replay" ? [] : ((string, object?)[])[("price", 2.0)]];
        (string, object?)[] pool = mode == "pool" ? [("depth", 10_000.0)] : [];
        return Settings.Of(whole, [.. usual, .. pool, .. own]);
    }
}
