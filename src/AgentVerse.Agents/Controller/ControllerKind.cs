using AgentVerse.Model.Contracts;
using AgentVerse.Model.Records;
using AgentVerse.Model.Settings;

namespace AgentVerse.Agents.Controller;

/// <summary>
/// The kind <c>controller</c>: the principal behind accounts of other populations, with a treasury. It has a wallet of
/// every token that its accounts have.
/// </summary>
internal static class ControllerKind
{
    internal const string Name = "controller";

    /// <summary>Most attacks that one controller runs.</summary>
    internal const int AttacksMax = 4;

    internal const int Sent = EngineColumns.Count;
    internal const int Returned = Sent + 1;
    internal const int PeakOutlay = Sent + 2;
    internal const int AccountIncome = Sent + 3;
    internal const int AccountCost = Sent + 4;

    /// <summary>Money sent in the first attack; the others follow.</summary>
    internal const int AttackSent = Sent + 5;

    /// <summary>Largest worth of entering seen for the first attack; the others follow.</summary>
    internal const int AttackPeak = AttackSent + AttacksMax;

    /// <summary>Accounts used in the first attack; the others follow.</summary>
    internal const int AttackUsed = AttackPeak + AttacksMax;

    /// <summary>Tick from which the first attack goes on; the others follow.</summary>
    internal const int AttackNext = AttackUsed + AttacksMax;

    internal const int SentSum = 0;
    internal const int ReturnedSum = 1;
    internal const int UsedSum = 2;

    internal static AgentKind Kind { get; } = new(
        Name, "Commands the accounts of populations that are controlledBy its own, out of a treasury.",
        new Section(Name, "A controller.",
        [
            Field.Text("token", "TAO", 32, "Token of its treasury, which its accounts must have a wallet of."),
            Field.Number("treasury", 0, 0, 1e9, "tokens", "What each controller begins with.", "[A]"),
            Field.ListOf("attacks", AttackSettings.Section, 0, AttacksMax, "What it does with its accounts."),
        ]),
        [
            new("sent", ColumnType.Int64, "base units", "Money sent to its accounts since the start."),
            new("returned", ColumnType.Int64, "base units", "Money that came back from them."),
            new("peakOutlay", ColumnType.Int64, "base units", "Most money that was ever out: sent less returned."),
            new("accountIncome", ColumnType.Int64, "", "Income that its accounts have told of, in their kind's units."),
            new("accountCost", ColumnType.Int64, "", "Cost that its accounts have told of, in their kind's units."),
            .. Each("attackSent", ColumnType.Int64, "base units", "Money sent to accounts in the attack"),
            .. Each("attackPeak", ColumnType.Double, "", "Largest worth of entering seen before the attack"),
            .. Each("attackUsed", ColumnType.Int32, "accounts", "Accounts used in the attack"),
            .. Each("attackNext", ColumnType.Int32, "tick", "Tick from which accounts are used again in the attack"),
        ],
        [
            new("fundsSent", CellType.Integer, "base units", "Money sent to accounts in the tick."),
            new("fundsReturned", CellType.Integer, "base units", "Money that came back in the tick."),
            new("accountsUsed", CellType.Integer, "accounts", "Accounts that were given orders for the first time."),
        ],
        (population, planning) => new ControllerBehaviour(population, planning))
    {
        DefaultPolicy = IdleController.Name,
    };

    private static IEnumerable<Column> Each(string name, ColumnType type, string unit, string doc) =>
        Enumerable.Range(1, AttacksMax).Select(i => new Column($"{name}{i}", type, unit, $"{doc} {i}."));
}
