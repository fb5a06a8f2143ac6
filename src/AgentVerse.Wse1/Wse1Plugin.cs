using AgentVerse.Model.Contracts;
using AgentVerse.Model.Records;
using AgentVerse.Model.Settings;

namespace AgentVerse.Wse1;

/// <summary>
/// WSE-1 (work, stake, exit with a shared market): the benchmark model as a plug-in, in both forms of a policy. It is
/// exact integer arithmetic without order, so every engine, layout and thread count must give the same checksum.
/// </summary>
public sealed class Wse1Plugin : IPlugin
{
    /// <summary>Name of the network and of its kind of agents.</summary>
    public const string Name = "wse1";

    /// <inheritdoc/>
    public void Register(Catalogue catalogue) => catalogue
        .Add(new Network(
            Name, "A market that pays work from a fixed pot and moves its price with the number of workers.",
            new Section(Name, "The market.", [Field.Text("workers", "workers", 64, "Population that works.")]),
            [], Market.Plan))
        .Add(new AgentKind(
            "worker", "Works for the market, stakes a tenth of its profit, exits when broke and may return.",
            new Section("worker", "A worker.",
            [
                Field.Integer("seed", 42, 0, long.MaxValue, "", "Seed of the model's own generator.", "WSE-1"),
            ]),
            Worker.Columns, Worker.Sums, (population, _) => new Worker(population)))
        .Add(new PolicyKind("worker", "columns", "The step as vector kernels over columns.", (p, w) => new ColumnsPolicy(p, w)))
        .Add(new PolicyKind("worker", "single", "The step as one method an agent.", (p, w) => new SinglePolicy(p, w)));

    /// <summary>Whole-number series of the market, in the order of the published checksum.</summary>
    internal static IReadOnlyList<Quantity> Series { get; } =
    [
        new("work", CellType.Integer, "", "Work done in the tick."),
        new("stake", CellType.Integer, "micro", "Sum of all stakes."),
        new("workers", CellType.Integer, "agents", "Agents that are on."),
        new("balance", CellType.Integer, "micro", "Sum of all balances."),
        new("exits", CellType.Integer, "", "Exits since the start."),
        new("price", CellType.Integer, "Q16", "Price of a reward."),
        new("rewardPerWork", CellType.Integer, "Q16", "Reward of a unit of work."),
    ];
}
