using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;

namespace AgentVerse.Agents.Controller;

/// <summary>The keys of one attack, and the attack that they describe in a planned world.</summary>
internal static class AttackSettings
{
    private const double TokensMax = 1e9;

    internal static Section Section { get; } = new("attack", "One use of accounts of one population.",
    [
        Field.NameOf("population", "Population, controlledBy this one, whose accounts are used."),
        Field.Text("policy", "", 64, "Policy that they shall follow; empty for the one that they have."),
        Field.Integer(
            "accounts", 0, 0, AccountLayout.AccountsMax, "accounts",
            "Accounts of each controller that are used, k; 0 for all that it has.", "[A]"),
        Field.Choice(
            "pacing", "burst", ["burst", "rate", "belowPrice"],
            "burst: all at once; rate: perWindow, evenly over each window; belowPrice: perWindow as soon as the "
            + "price, after what the last ones paid, is at most priceMax."),
        Field.Integer("perWindow", 1, 1, 1_000_000, "accounts", "Accounts used in a window, or at one price.", "[A]"),
        Field.Duration("window", 3600, 12, 31_536_000, "Span of time over which perWindow are used.", "[A]"),
        Field.Number(
            "priceMax", 0, 0, TokensMax, "tokens",
            "Highest published price of entry at which accounts are used; 0 for any.", "[A]"),
        Field.Duration("from", 0, 0, 3_153_600_000, "Time from the start of the run to the first order.", "[A]"),
        Field.Number(
            "atPeak", 0, 0, 1, "",
            "Least worth of entering, as a share of the largest seen, at which accounts are used; 0 for any.", "[A]"),
        Field.Number(
            "minReturn", 0, 0, 1e6, "",
            "Least income per cost, as all its accounts have told, at which more are used; 0 for any.", "[A]"),
        Field.Duration("trial", 86_400, 0, 3_153_600_000, "Time after from without a look at minReturn.", "[A]"),
        Field.Number("fund", 0, 0, TokensMax, "tokens", "Money sent to each account.", "[A]"),
        Field.Number(
            "budget", null, 0, TokensMax, "tokens", "Most money sent in all by each controller; 0 for no orders at all.",
            "[A]"),
        Field.Integer("claimedUnits", 1, 0, int.MaxValue, "units", "Units that each account claims.", "[A]"),
        Field.Number("effort", 1, 0, 100, "", "Share of full effort of each account.", "[A]"),
        Field.Number(
            "delay", 0, 0, 1, "tick", "Time that accounts wait with what they ask; 1: the last moment.", "[A]"),
        Field.Texts(
            "targets", [], 0, AttackPlan.TargetsMax,
            "Shards, as network/shard, over which accounts are spread evenly; none for those that they have."),
        Field.Text(
            "near", "", 64,
            "Population of the same controllers: instead of targets accounts are spread over the shards at which the "
            + "controller's accounts there have a place at the opening."),
        Field.Flag("sweep", true, "Whether accounts send home what they have above keep."),
        Field.Number("keep", 0, 0, TokensMax, "tokens", "What an account keeps.", "[A]"),
    ]);

    /// <summary>Whole base units nearest to a number of tokens.</summary>
    internal static long BaseUnits(double tokens, TokenInfo token)
    {
        double units = tokens;
        for (int i = 0; i < token.Decimals; i++)
        {
            units *= 10;
        }

        return (long)Math.Min(Math.Floor(units + 0.5), long.MaxValue / 4.0);
    }

    /// <summary>The attack; what is wrong with it goes to the planning, and null is returned.</summary>
    internal static AttackPlan? Plan(SettingsMap own, PopulationPlan controllers, WorldPlanning planning)
    {
        int before = planning.Problems.Count;
        string name = own.Text("population");
        PopulationPlan? accounts = planning.FindPopulation(name);
        int token = planning.FindToken(controllers.Settings.Text("token"));
        if (accounts?.ControlledBy != controllers.Index)
        {
            planning.Problems.Add(own.Problem(
                "population", name, "a population that is controlledBy this one",
                $"write controlledBy: {controllers.Name} there"));
            return null;
        }

        if (token < 0 || accounts.Columns.All(c => c.Wallet != planning.Tokens[token].Name))
        {
            planning.Problems.Add(own.Problem(
                "population", name, "a population whose agents have a wallet of the treasury's token",
                "name another, or another token"));
            return null;
        }

        int policy = PolicyOf(own, accounts, planning);
        int[] targets = [.. own.Texts("targets").Select(t => TargetOf(own, t, planning))];
        IReadOnlyDictionary<int, int[]>? near = AttackPlaces.Near(own, controllers, planning);
        CheckPrice(own, near is null ? targets : [.. near.Values.SelectMany(n => n)], planning);
        return planning.Problems.Count > before ? null : new AttackPlan
        {
            Accounts = accounts,
            Policy = policy,
            Count = own.Int32("accounts"),
            Pacing = own.Text("pacing") switch
            {
                "rate" => Pacing.Rate,
                "belowPrice" => Pacing.BelowPrice,
                _ => Pacing.Burst,
            },
            PerWindow = own.Int32("perWindow"),
            Window = own.Integer("window"),
            PriceMax = BaseUnits(own.Number("priceMax"), planning.Tokens[token]),
            FromTick = Ticks(own.Integer("from")),
            AtPeak = own.Number("atPeak"),
            MinReturn = own.Number("minReturn"),
            TrialEnd = Ticks(own.Integer("from") + own.Integer("trial")),
            Fund = BaseUnits(own.Number("fund"), planning.Tokens[token]),
            Budget = BaseUnits(own.Number("budget"), planning.Tokens[token]),
            ClaimedUnits = own.Int32("claimedUnits"),
            Effort = own.Number("effort"),
            Delay = (int)Math.Floor(own.Number("delay") * ushort.MaxValue),
            Targets = targets,
            Near = near,
            Keep = own.Flag("sweep") ? BaseUnits(own.Number("keep"), planning.Tokens[token]) : -1,
            Token = token,
        };

        int Ticks(long seconds) => (int)((seconds + planning.TickSeconds - 1) / planning.TickSeconds);
    }

    private static int PolicyOf(SettingsMap own, PopulationPlan accounts, WorldPlanning planning)
    {
        string name = own.Text("policy");
        int policy = accounts.PolicyNames.ToList().IndexOf(name);
        if (name.Length > 0 && policy < 0)
        {
            planning.Problems.Add(own.Problem(
                "policy", name, $"a policy of '{accounts.Name}': {string.Join(", ", accounts.PolicyNames)}",
                "name one of them, or add it there"));
        }

        return policy;
    }

    private static int TargetOf(SettingsMap own, string name, WorldPlanning planning)
    {
        int shard = planning.Shards.FindIndex(
            s => string.Equals($"{s.Network}/{s.Plan.Name}", name, StringComparison.Ordinal));
        if (shard < 0)
        {
            planning.Problems.Add(own.Problem(
                "targets", name, "a shard of the run, written as network/shard", "name one: bittensor/subnet/1, say"));
        }

        return shard;
    }

    /// <summary>A price or a peak can only be watched where a target publishes one.</summary>
    private static void CheckPrice(SettingsMap own, int[] targets, WorldPlanning planning)
    {
        bool watches = own.Number("priceMax") > 0 || own.Number("atPeak") > 0;
        bool isPaced = own.Text("pacing") == "belowPrice";
        if (isPaced && own.Number("priceMax") <= 0)
        {
            planning.Problems.Add(own.Problem("priceMax", "0", "above 0 where pacing is belowPrice", "set it"));
        }

        bool isShown = targets.Length > 0
            && targets.All(t => t < 0 || planning.Shards[t].Plan.NewBulletin() is IEntryTerms);
        if (watches && !isShown)
        {
            planning.Problems.Add(own.Problem(
                "targets", string.Join(", ", own.Texts("targets")),
                "shards that publish a price of entry, at least one, where priceMax or atPeak is set",
                "name such shards, or remove the two keys"));
        }
    }
}
