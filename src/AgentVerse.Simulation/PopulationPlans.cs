using AgentVerse.Model.Contracts;
using AgentVerse.Model.Numerics;
using AgentVerse.Model.Settings;
using AgentVerse.Scenarios;

namespace AgentVerse.Simulation;

/// <summary>
/// Plans the populations of a run: who has which accounts, who commands whom, and which accounts a treatment splits.
/// </summary>
internal sealed class PopulationPlans(Scenario scenario, Catalogue catalogue, Draws draws)
{
    private static readonly Purpose Splitting = Purpose.Of("engine.split");
    private readonly List<Problem> _problems = [];

    /// <summary>What is wrong with the populations.</summary>
    internal IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Whether a split is of controllers of some size, which only a world without splits can tell.</summary>
    internal bool NeedSizes => scenario.Populations.Any(p => SizeOf(p) is not null);

    /// <summary>The populations with nothing split.</summary>
    internal PopulationPlan[] Unsplit() => [.. scenario.Populations.Select((p, i) => Plan(p, i, Dealt(p)))];

    /// <summary>The populations as they are; sizes, if needed, are those in the world without splits.</summary>
    internal PopulationPlan[] Split(World? unsplit) =>
        [.. scenario.Populations.Select((p, i) => Plan(p, i, Split(p, i, Dealt(p), unsplit)))];

    private PopulationPlan Plan(Population population, int index, AccountLayout accounts)
    {
        AgentKind kind = catalogue.Kinds[population.Kind];
        SettingsMap settings = population.Settings;
        IEnumerable<AgentKind> commanded = scenario.Populations
            .Where(p => string.Equals(CommanderOf(p), population.Name, StringComparison.Ordinal))
            .Select(p => catalogue.Kinds[p.Kind]);
        int commander = scenario.Populations.ToList().FindIndex(
            p => string.Equals(p.Name, CommanderOf(population), StringComparison.Ordinal));
        return new PopulationPlan
        {
            Index = index,
            Name = population.Name,
            Kind = kind,
            Capacity = accounts.Capacity,
            AccountsPerController = population.AccountsPerController,
            Accounts = accounts,
            UnitsPerController = settings.Has("unitsPerController") ? settings.Int32("unitsPerController") : null,
            ControlledBy = commander,
            InitialShare = population.Initial,
            ArrivalTicks = (int)((population.ArrivalSeconds + scenario.TickSeconds - 1) / scenario.TickSeconds),
            PolicyNames = population.Policies,
            Columns = PopulationPlan.ColumnsOf(kind, commanded, commander >= 0),
            Settings = settings,
        };
    }

    private static string CommanderOf(Population population) =>
        population.Settings.Has("controlledBy") ? population.Settings.Text("controlledBy") : "";

    private AccountLayout Dealt(Population population)
    {
        SettingsMap settings = population.Settings;
        int each = population.AccountsPerController;
        if (!settings.Has("accountsSpread"))
        {
            return AccountLayout.Fixed(population.Count, each);
        }

        int most = settings.Has("accountsMax") ? settings.Int32("accountsMax") : AccountLayout.AccountsMax;
        return AccountLayout.Drawn(
            draws, population.Name, population.Count, (each, settings.Number("accountsSpread"), most));
    }

    private AccountLayout Split(Population population, int index, AccountLayout accounts, World? unsplit)
    {
        if (!population.Settings.Has("split"))
        {
            return accounts;
        }

        SettingsMap split = population.Settings.Section("split");
        int parts = split.Int32("k");
        double share = split.Number("share");
        bool[] chosen = SizeOf(population) is { } size
            ? SplitSizes.Chosen(unsplit!, index, (split.Text("by"), size, share))
            : [.. Enumerable.Range(0, accounts.Controllers).Select(c => IsDrawn(population.Name, c, share))];
        SplitMode mode = split.Text("mode") switch
        {
            "divide" => SplitMode.Divide,
            "clone" => SplitMode.Clone,
            _ => SplitMode.Merge,
        };
        long added = mode == SplitMode.Merge ? 0 : Enumerable.Range(0, accounts.Controllers)
            .Where(c => chosen[c]).Sum(c => (long)(accounts.RangeOf(c).To - accounts.RangeOf(c).From) * (parts - 1));
        if (added + accounts.BaseCount > Scenario.AgentsMax)
        {
            _problems.Add(split.Problem(
                "k", $"{parts}", $"few enough for {Scenario.AgentsMax} accounts", "lower k, share or count"));
            return accounts;
        }

        return accounts.With(parts, mode, c => chosen[c]);
    }

    /// <summary>The controllers of a smaller share are among those of a larger one.</summary>
    private bool IsDrawn(string population, int controller, double share) =>
        draws.Uniform(AccountKey.Of(population, controller, 0), -1, Splitting) < share;

    /// <summary>The quantile of size that is split; null where controllers are drawn or nothing is split.</summary>
    private static double? SizeOf(Population population) =>
        !population.Settings.Has("split") ? null : population.Settings.Section("split").Text("choose") switch
        {
            "p10" => 0.1,
            "p50" => 0.5,
            "p90" => 0.9,
            _ => null,
        };
}
