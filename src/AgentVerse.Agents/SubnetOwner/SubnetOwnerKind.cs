using AgentVerse.Agents.Choice;
using AgentVerse.Agents.Staker;
using AgentVerse.Agents.Validator;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Settings;

namespace AgentVerse.Agents.SubnetOwner;

/// <summary>The kind <c>subnetOwner</c>: registers subnets, gets their cut, sets what an owner may set.</summary>
internal static class SubnetOwnerKind
{
    internal const string Name = "subnetOwner";

    internal const int OwnSubnet = StakerColumns.Count;
    internal const int Cut = OwnSubnet + 1;
    internal const int CutRao = OwnSubnet + 2;
    internal const int Unsold = OwnSubnet + 3;
    internal const int Selling = OwnSubnet + 4;
    internal const int Sold = OwnSubnet + 5;
    internal const int SoldRao = OwnSubnet + 6;
    internal const int Locked = OwnSubnet + 7;
    internal const int NextSetting = OwnSubnet + 8;
    internal const int Script = OwnSubnet + 9;

    internal const int OwnersSum = StakerColumns.OrdersSum + 1;
    internal const int BidsSum = OwnersSum + 1;

    internal static AgentKind Kind { get; } = new(
        Name, "Owns a subnet of Bittensor or looks for one to register; may stake like a nominator.",
        new Section(Name, "A subnet owner.",
        [
            Field.Amount(
                "startWallet", 2_000_000_000_000, 0, 21_000_000_000_000_000, BittensorTerms.Tao,
                BittensorTerms.Decimals, "TAO that each agent begins with, beside what it has staked.", "[A]"),
            TaoMarket.Key,
            Field.Number(
                "sellShare", 0.3, 0, 1, "", "Share of its cut that an honest owner sells.",
                "[A] owners hold 0.01-23 % of alpha issued: calibration/bittensor.md section 3"),
            Field.Number(
                "cutPerDay", 1296, 0, 1e9, "alpha/d", "Cut that it expects of a new subnet.",
                "18 % of 7200 alpha: calibration/bittensor.md section 1"),
            Field.Number(
                "emissionDelayDays", 30, 0, 3650, "d", "Days without TAO that it expects of a new subnet.",
                "[A] newSubnetEmissionDelay"),
            .. Measurement.Fields,
            .. ChoiceSettings.Fields.Select(OwnDefault),
            .. StakeAttackKeys.All,
            Field.Of("sets", OwnerSettings.Section, "What it sets in its subnet."),
        ]),
        [
            .. StakerColumns.All,
            new("ownSubnet", ColumnType.Int32, "", "Number of the subnet that it owns; -1 none.")
            {
                Split = SplitRule.Own,
            },
            new("cut", ColumnType.Int64, "alpha base units", "Cut that it got since the start."),
            new("cutRao", ColumnType.Int64, "rao", "The same, each epoch's at its price."),
            new("unsold", ColumnType.Int64, "alpha base units", "Cut that it has not decided on yet.")
            {
                Recorded = false,
            },
            new("selling", ColumnType.Int64, "alpha base units", "Cut that is on its way to be sold.")
            {
                Recorded = false,
            },
            new("sold", ColumnType.Int64, "alpha base units", "Alpha of its own hotkey that it sold."),
            new("soldRao", ColumnType.Int64, "rao", "TAO that it got for it."),
            new("locked", ColumnType.Int64, "rao", "Locks that it paid for subnets."),
            new("nextSetting", ColumnType.Int32, "", "Settings of its subnet that it has asked for.")
            {
                Recorded = false,
            },
            new("script", ColumnType.Int32, "", "Index of the policy that its subnet knows as its script."),
        ],
        [
            .. StakerColumns.Sums,
            new("owners", Model.Records.CellType.Integer, "agents", "Awake agents who own a subnet."),
            new("bids", Model.Records.CellType.Integer, "", "Registrations of subnets asked for in the tick."),
        ],
        (population, planning) => new SubnetOwnerBehaviour(population, planning))
    {
        Income = "soldRao", Cost = "locked", DefaultPolicy = "honest",
    };

    internal static IReadOnlyList<PolicyKind> Policies { get; } =
    [
        Of("honest", "Registers a subnet where its cut is worth the lock; sells sellShare of the cut.",
            OwnerFounding.ByValue, OwnerSelling.Share),
        Of("sellCut", "As honest, but sells the whole cut in the tick after it came.",
            OwnerFounding.ByValue, OwnerSelling.AtOnce),
        Of("rug", "Keeps the cut until attackFrom, then sells all that its hotkey has, and from then on at once.",
            OwnerFounding.Never, OwnerSelling.Rug),
        Of("raid", "Presses the price of target down by selling what it accumulated, and registers in its slot.",
            OwnerFounding.Raid, OwnerSelling.AtOnce),
        Of("idle", "Keeps what it has and registers nothing.", OwnerFounding.Never, OwnerSelling.Never),
    ];

    /// <summary>Owners think of a year, review once a week, and have no other use for a subnet.</summary>
    private static Field OwnDefault(Field field) => field.Name switch
    {
        "reviewRate" => field with { Default = 0.14 },
        "horizonDays" => field with { Default = 365.0 },
        _ => field,
    };

    private static PolicyKind Of(string name, string doc, OwnerFounding founding, OwnerSelling selling) =>
        new(Name, name, doc, (population, planning) => new OwnerPolicy(
            population, planning, new OwnerStrategy(name, founding, selling)));
}
