using AgentVerse.Model.Contracts;
using AgentVerse.Model.Records;
using AgentVerse.Model.Settings;

namespace AgentVerse.Tests.Scenarios;

/// <summary>A network and a kind with a key of every type, and small ones beside them. Nothing here is ever run.</summary>
internal static class TestCatalogue
{
    internal static Catalogue New() => new Catalogue()
        .Add(NetworkOf("toy", Toy()))
        .Add(NetworkOf("bare", Section.Empty("bare", "A network without keys.")))
        .Add(KindOf("miner", new Section("miner", "Mines.",
        [
            Field.Number("effort", 0.5, 0, 1, "", "Share of its time.", "[A]"),
            Field.Amount("wealth", 1_500_000_000, 0, 1_000_000_000_000_000_000, "TOY", 9, "Opening wallet.", "[A]"),
            Field.File("prices", "Prices that it sees."),
        ]), "income", "effort"))
        .Add(KindOf("watcher", Section.Empty("watcher", "Watches."), "seen"))
        .Add(PolicyOf("miner", "honest"))
        .Add(PolicyOf("miner", "lazy"))
        .Add(PolicyOf("watcher", "idle"))
        .Add(MeasureOf("gini"))
        .Add(MeasureOf("topShare", Field.Integer("k", 10, 1, 1_000_000, "agents", "Number of richest agents.", "[A]")));

    private static Section Toy() => new("toy", "A network with a key of every type.",
    [
        Field.Integer("blocks", 360, 1, 512, "blocks", "Blocks of an epoch.", "Toy paper, table 1"),
        Field.Integer("slots", 0, 1, 64, "slots", "Slots of a subnet.", "[A]") with { Choices = ["auto"] },
        Field.Integer("big", 0, long.MinValue, long.MaxValue, "", "Any whole number.", "[A]"),
        Field.Number("rate", 0.25, 0, 1, "", "A share.", "[A]"),
        Field.Number("scale", 1, -1e300, 1e300, "", "Any size.", "[A]"),
        Field.Text("note", "", 100, "A remark."),
        Field.Flag("open", true, "Whether anyone may enter.", "[A]"),
        Field.Choice("pool", "constant-product", ["constant-product", "stable", "none"], "Form of the pool.", "[A]"),
        Field.Duration("halfLife", 3600, 12, 315_360_000, "Time to halve.", "[A]"),
        Field.Date("launch", 1_609_459_200, 946_684_800, 4_102_444_800, "First day.", "[A]"),
        Field.Amount("stake", 1_000_000_000, 0, 21_000_000_000_000_000, "TOY", 9, "Least stake.", "[A]"),
        Field.File("weights", "Opening weights."),
        Field.Numbers("tiers", [0.5, 1, 2], 1, 5, "", "Multipliers.", "[A]"),
        Field.Texts("regions", ["eu"], 0, 3, "Regions.", "[A]"),
        Field.Of("price", new Section("price", "The price.",
        [
            Field.Choice("mode", "fixed", ["fixed", "pool"], "Where it comes from.", "[A]"),
            Field.Number("usd", 1, 0, 1_000_000, "USD", "At the start.", "[A]"),
        ]), "The price of its token."),
        Field.ListOf("subnets", new Section("subnet", "A subnet.",
        [
            Field.NameOf("name", "Name of the subnet."),
            Field.Choice("type", null, ["text", "image"], "What it makes; it selects further keys."),
            Field.Integer("size", 256, 1, 4096, "uids", "Number of its neurons.", "[A]"),
        ]), 0, 4, "Subnets.") with
        {
            Tag = "type",
            Variants =
            [
                new Section("image", "Makes images.", [Field.Integer("pixels", null, 1, 10_000, "px", "Width.")]),
                new Section("text", "Makes text.", [Field.Flag("chat", false, "Whether it talks.")]),
            ],
        },
    ]);

    private static Network NetworkOf(string name, Section section) =>
        new(name, section.Doc, section, [], (_, _) => throw new NotSupportedException());

    private static AgentKind KindOf(string name, Section section, params string[] columns) => new(
        name, section.Doc, section,
        [
            .. columns.Select(c => new Column(c, ColumnType.Double, "", "A column.")),
            new Column("hidden", ColumnType.Int64, "", "Not recorded.") { Recorded = false },
        ],
        [new Quantity("steps", CellType.Integer, "", "Steps.")], (_, _) => throw new NotSupportedException());

    private static PolicyKind PolicyOf(string kind, string name) =>
        new(kind, name, "A policy.", (_, _) => throw new NotSupportedException());

    private static Measure MeasureOf(string name, params Field[] fields) => new(
        name, "", "A measure.", new Section(name, "A measure.", fields), (_, _) => throw new NotSupportedException());
}
