using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Settings;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>The keys of <c>networks.bittensor</c>.</summary>
internal static class BittensorSection
{
    internal const int MostSubnets = 1024;
    internal const int MostUids = 256;

    private const string Runtime = "opentensor/subtensor 14bc6f9f, runtime/src/lib.rs";
    private const string NewSubnet = "opentensor/subtensor 14bc6f9f, subnets/subnet.rs::init_new_network";
    private const string Mainnet = "calibration/bittensor.md section ";

    internal static readonly IReadOnlyList<string> Allocators = ["unburnedPrice", "price", "flow", "equal"];
    internal static readonly IReadOnlyList<string> Tasks =
    [
        "languageModel", "fineTuning", "translation", "data", "storage", "compute", "proteinFolding",
        "marketPrediction",
    ];

    internal static readonly IReadOnlyList<string> BondVariants = ["yuma2", "yuma3", "yuma3LiquidAlpha"];

    /// <summary>Hyper-parameters that a subnet may have; see <see cref="SubnetParameters"/> for their rules.</summary>
    internal static IReadOnlyList<Field> Hyperparameters { get; } =
    [
        Field.Integer(
            "tempo", 360, 0, 50_400, "blocks", "Blocks from one epoch to the next; 0 means no epochs.", Runtime),
        Field.Integer(
            "kappa", 32_767, 0, 65_535, "1/65535", "Majority of consensus: a coalition with more stake decides.",
            Runtime),
        Field.Choice("bonds", "yuma3", BondVariants, "How bonds grow.", NewSubnet),
        Field.Integer(
            "bondsMovingAverage", 900_000, 0, 1_000_000, "1/1e6", "Memory of bonds: they move by 1 - value an epoch.",
            Runtime),
        Field.Integer(
            "bondsPenalty", 65_535, 0, 65_535, "1/65535", "How far weights that make bonds are clipped.", Runtime),
        Field.Integer("alphaLow", 45_875, 1638, 65_535, "1/65535", "Lowest liquid alpha.", Runtime),
        Field.Integer("alphaHigh", 58_982, 1638, 65_535, "1/65535", "Highest liquid alpha.", Runtime),
        Field.Integer(
            "activityCutoffFactor", 13_889, 1000, 50_000, "1/1000 tempo",
            "Time without an update after which a validator is inactive.", Runtime),
        Field.Integer(
            "immunityPeriod", 5000, 0, 65_535, "blocks", "Blocks in which a new uid is not pruned.", NewSubnet),
        Field.Integer("uidsMax", MostUids, 1, MostUids, "uids", "Uids that there may be.", Runtime),
        Field.Integer("validatorsMax", 64, 0, MostUids, "uids", "Validator permits, given by stake.", NewSubnet),
        Field.Integer(
            "weightsRateLimit", 100, 0, 50_400, "blocks", "Blocks between two settings of a validator's weights.",
            Runtime),
        Field.Flag("commitReveal", true, "Whether weights are hidden until a later epoch.", NewSubnet),
        Field.Integer("revealPeriod", 1, 1, 100, "epochs", "Epochs from a commit of weights to its reveal.", Runtime),
        Burn("minBurn", 500_000, "Lowest registration price."),
        Burn("maxBurn", 100_000_000_000, "Highest registration price."),
        Burn("burn", 1_000_000_000, "Registration price at the start."),
        Field.Integer(
            "burnHalfLife", 360, 0, 36_100, "blocks", "Blocks in which the registration price halves; 0 for never.",
            Runtime),
        Field.Number(
            "burnIncreaseMult", 1.26, 1, 1000, "", "Factor on the registration price at each registration.", Runtime),
        Field.Integer(
            "minNonImmuneUids", 10, 0, MostUids, "uids", "Non-immune uids that pruning leaves alone.", Runtime),
        Field.Integer(
            "feeRate", 33, 0, 65_535, "1/65535", "Fee of a swap in the pool.",
            "opentensor/subtensor 14bc6f9f, pallets/swap"),
        Field.Integer(
            "emaPriceHalvingBlocks", 201_600, 1, 1_000_000_000, "blocks",
            "Age at which the price average moves at half its rate.", Runtime),
        Field.Flag("ownerCut", true, "Whether the owner gets its cut of alpha.", Runtime),
    ];

    /// <summary>The whole section.</summary>
    internal static Section Whole { get; } = new(BittensorTerms.Network, "The Bittensor chain and its subnets.",
    [
        Field.Integer(
            "startBlock", 9_184_186, 1, long.MaxValue / 4, "block", "Number of the first block.", Mainnet + "1"),
        Amount("issuance", 10_760_000, "TAO issued at the start: what the halving goes by.", Mainnet + "1"),
        Amount(
            "rootStake", 5_700_000, "TAO staked on root: with taoWeight it sets root's part of alpha.",
            "[A] half of the supply"),
        Amount(
            "maxSupply", 21_000_000, "TAO at which emission ends; each alpha has the same cap.",
            "opentensor/subtensor 14bc6f9f, coinbase/tao.rs"),
        Amount(
            "initialBlockEmission", 1, "Emission of a block before the first halving; the same for each alpha.",
            Runtime),
        Field.Choice(
            "allocator", "unburnedPrice", Allocators, "How a block's TAO is divided among subnets.",
            "opentensor/subtensor 14bc6f9f, coinbase/subnet_emissions.rs"),
        Field.Number("taoWeight", 0.18, 0, 1, "", "Weight of TAO on root against alpha.", Mainnet + "7"),
        Amount(
            "stakeThreshold", 1000, "Least stake weight of a validator.",
            "opentensor/subtensor 14bc6f9f, mainnet storage"),
        Field.Integer(
            "subnetOwnerCut", 11_796, 0, 65_535, "1/65535", "Share of alpha for the subnet's owner.", Runtime),
        Amount(
            "minStake", 0, "Least stake movement.", Runtime) with { Default = 2_000_000L },
        Field.Integer(
            "networkImmunityPeriod", 1_296_000, 0, 1_000_000_000, "blocks",
            "Blocks in which a new subnet is not given up.", Runtime),
        Amount("networkMinLockCost", 1000, "Least lock of a new subnet.", Runtime),
        Field.Integer(
            "networkLockReductionInterval", 100_800, 0, 1_000_000_000, "blocks",
            "Blocks in which the lock falls by the last one paid, at a block emission of 1 TAO.", Runtime),
        Field.Integer(
            "networkRateLimit", 7200, 0, 1_000_000_000, "blocks", "Blocks between two registrations of subnets.",
            Runtime),
        Amount("lastLock", 1000, "Lock of the last registration before the run; 0 for none.", "[A]"),
        Field.Integer(
            "lastLockAge", 50_400, 1, 1_000_000_000, "blocks", "Blocks since that registration.",
            "[A] " + Mainnet + "3: four in a month"),
        Field.Integer(
            "startCallDelay", 0, 0, 1_000_000_000, "blocks",
            "Blocks from the registration of a subnet to its first alpha; before it the token does not trade.",
            Runtime),
        Field.Integer(
            "newSubnetEmissionDelay", 216_000, 0, 1_000_000_000, "blocks",
            "Blocks from the registration of a subnet to its first TAO: until then its emission is switched off.",
            "[A] on mainnet the switch is root's"),
        Field.Text("rootNominators", "", 64, "Population whose agents stake on root at the start; empty for none."),
        Field.Number(
            "rootNominatedShare", 0.5, 0, 1, "", "Share of rootStake that is theirs, dealt over them.", "[A]"),
        Field.Of(
            "hyperparameters", new Section("hyperparameters", "Hyper-parameters of every subnet.", Hyperparameters),
            "Hyper-parameters of every subnet; a group may have its own."),
        Field.ListOf("subnets", Group, 1, MostSubnets, "Groups of subnets."),
    ]);

    private static Section Group => new("subnets", "Subnets of one sort.",
    [
        Field.Integer("count", 1, 1, MostSubnets, "subnets", "Subnets in the group."),
        new Field("netuid", FieldType.Integer, "Number of the first; by default the next free one.")
        {
            Min = 1, Max = 65_535,
        },
        Field.Text("miners", null, 64, "Population whose agents mine and may register."),
        Field.Text("validators", null, 64, "Population whose agents validate and may register."),
        Field.Choice("task", "languageModel", Tasks, "What the miners do.", "[A]"),
        new Field("tasks", FieldType.Texts, "Tasks that are dealt in turn over the group's subnets, instead of task.")
        {
            Choices = Tasks, Min = 1, Max = Tasks.Count,
        },
        Field.Text(
            "owner", "", 64,
            "Population whose agents own the subnets, each with a hotkey at uid 0; empty for owners who are none."),
        Field.Number(
            "ownerStakeShare", 0.05, 0, 0.9, "", "Alpha staked with the owner's hotkey over stakeTotal (drawn subnets).",
            Mainnet + "3: 0.01-23 % of alpha issued"),
        Field.Text(
            "nominators", "", 64,
            "Population whose agents are dealt over the validators, one position each; empty for none."),
        Field.Number(
            "nominatedShare", 0.5, 0, 1, "", "Share of each validator's stake that is nominated.", "[A]"),
        Field.Number(
            "nominatorShape", 1.16, 0.1, 10, "",
            "Tail index of the Pareto that nominations are drawn from: at 1.16 a fifth holds four fifths.", "[A]"),
        Field.File("neurons", "Real metagraph: columns uid, stake_tao; a stake becomes alpha one for one."),
        Field.File(
            "weights", "Real weights: columns validator_uid, uid, weight; they stand until a validator scores anew."),
        Field.Number(
            "occupancy", 1, 0.01, 1, "", "Share of the uids that are taken at the start (drawn subnets).",
            Mainnet + "4"),
        Field.Number(
            "validatorsMedian", 11, 1, MostUids, "validators",
            "Median number of validators, log-normal (drawn subnets).", Mainnet + "4"),
        Field.Number(
            "validatorsSpread", 0.315, 0, 3, "", "Standard deviation of its logarithm.",
            Mainnet + "4: quartiles 8.5 and 13"),
        Field.Number(
            "stakeShape", 0.58, 0.1, 10, "",
            "Tail index of the Pareto that validators' stakes are drawn from: 0.58 gives a median 1/HHI of 2.5.",
            Mainnet + "4"),
        Amount(
            "stakeTotal", 1_000_000, "Alpha staked in the subnet (drawn subnets).",
            Mainnet + "3: 0.25-6.3 million issued", "alpha"),
        Field.Number("poolShare", 0.45, 0.01, 0.99, "", "Alpha in the pool over alpha issued.", Mainnet + "3"),
        Field.Number(
            "priceMedian", 0.01, 1e-6, 1, "TAO/alpha", "Median price of alpha, log-normal over the group's subnets.",
            "[A] alpha market caps of about 1.5 bn USD"),
        Field.Number("priceSpread", 1, 0, 5, "", "Standard deviation of its logarithm.", "[A]"),
        Field.Number(
            "uidAgeDays", 30, 0.001, 100_000, "d", "Mean age of the uids at the start, exponential.",
            "[A] gives 2.3 % immune; " + Mainnet + "4"),
        Field.Number(
            "userFlow", 17, -1_000_000, 1_000_000, "TAO/d",
            "Users' net inflow at the start, as the flow allocator averages it.",
            Mainnet + "3: 571 TAO a day over 33 subnets"),
        Field.Duration("subnetAge", 31_536_000, 0, 3_153_600_000, "Time since the subnet's first emission.", "[A]"),
        SubnetBlocs.Blocs,
        .. Hyperparameters.Select(
            f => f with { Default = null, Required = false, Doc = f.Doc + " Default: that of every subnet." }),
    ]);

    private static Field Amount(
        string name, long tokens, string doc, string source, string token = BittensorTerms.Tao) =>
        Field.Amount(
            name, tokens * 1_000_000_000, 0, 21_000_000_000_000_000, token, BittensorTerms.Decimals, doc, source);

    private static Field Burn(string name, long rao, string doc) =>
        Field.Amount(name, rao, 0, 21_000_000_000_000, BittensorTerms.Tao, BittensorTerms.Decimals, doc, Runtime);
}
