using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;

namespace AgentVerse.Scenarios.Declarations;

/// <summary>Keys of a population that say who is behind its accounts; none of them need be written.</summary>
internal static class AccountKeys
{
    internal static readonly IReadOnlyList<string> Chosen = ["drawn", "p10", "p50", "p90"];

    internal static IReadOnlyList<Field> All { get; } =
    [
        new Field(
            "accountsSpread", FieldType.Number,
            "Standard deviation of the logarithm of a controller's number of accounts, whose median then is "
            + "accountsPerController; without it all have that many.")
        {
            Min = 0, Max = 5, Source = "[A]",
        },
        new Field("accountsMax", FieldType.Integer, "Most accounts of one controller where their number is drawn.")
        {
            Min = 1, Max = AccountLayout.AccountsMax, Unit = "accounts", Source = "[A]",
        },
        new Field(
            "unitsPerController", FieldType.Integer,
            "True units of a controller, one behind each of its first accounts; the others stand before them in turn. "
            + "Without it each account has one.")
        {
            Min = 0, Max = AccountLayout.AccountsMax, Unit = "units", Source = "[A]",
        },
        new Field(
            "controlledBy", FieldType.Text,
            "Population whose agent j commands all accounts of controller j; those not awake at the start wait for its "
            + "order.")
        {
            Min = 1, Max = 64,
        },
        Field.Of("split", Split, "Accounts that are split or merged: the treatment of a split gain.") with
        {
            Optional = true,
        },
    ];

    private static Section Split => new("split", "The same units, cash and draws in other accounts.",
    [
        Field.Integer(
            "k", 1, 1, AccountLayout.PartsMax, "accounts",
            "Accounts that each account becomes, or that become one; 1 changes nothing.", "[A]"),
        Field.Choice(
            "mode", "divide", ["divide", "clone", "merge"],
            "divide: resources are shared exactly; clone: each account claims the whole of what is not rival; merge: "
            + "the inverse."),
        Field.Choice("choose", "drawn", Chosen, "Whose accounts: of drawn controllers, or of those of a size."),
        Field.Number("share", 1, 0, 1, "", "Share of the controllers that is chosen.", "[A]"),
        Field.Text("by", "trueUnits", 64, "Column whose sum at birth over a controller's accounts is its size."),
    ]);
}
