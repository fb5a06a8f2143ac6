using AgentVerse.Model.Contracts;

namespace AgentVerse.Agents.Choice;

/// <summary>
/// The terms of what an option is worth to an agent, USD a day; every role of every network decides by them:
/// <code>
/// U = phi (A y p v + o - c - lambda L - m [dishonest]) - r K - (E + S) r / (1 - exp(-r H)) - rho Var / (2 W)
/// </code>
/// with phi the share of the horizon's worth that is left after the lead time (1 without one). Terms that do not apply
/// stay 0; A and v begin as 1.
/// </summary>
public readonly record struct ValueTerms
{
    /// <summary>Terms of an option that earns and costs nothing.</summary>
    public ValueTerms()
    {
    }

    /// <summary>A: believed share of time admitted, hired or kept, in [0, 1].</summary>
    public double Admitted { get; init; } = 1;

    /// <summary>y: tokens a day if so, own dilution included (of a pot: pot w / (W + w)).</summary>
    public double TokensPerDay { get; init; }

    /// <summary>p: smoothed price, USD a token.</summary>
    public double Price { get; init; }

    /// <summary>v: worth of a reward that vests, from <see cref="Vesting"/>.</summary>
    public double Vested { get; init; } = 1;

    /// <summary>o: what the same resources bring beside it, USD a day.</summary>
    public double OtherIncome { get; init; }

    /// <summary>c: running cost, USD a day.</summary>
    public double RunningCost { get; init; }

    /// <summary>K: capital locked, USD.</summary>
    public double Capital { get; init; }

    /// <summary>r: required return a day.</summary>
    public double RequiredReturn { get; init; }

    /// <summary>lambda: believed detections a day.</summary>
    public double Detections { get; init; }

    /// <summary>L: stake slashed, unvested reward and future profit lost at a detection, USD.</summary>
    public double Loss { get; init; }

    /// <summary>m: what being dishonest costs the agent itself, USD a day.</summary>
    public double HonestyCost { get; init; }

    /// <summary>Whether the option is dishonest, so that m counts.</summary>
    public bool IsDishonest { get; init; }

    /// <summary>E: paid once to enter, new hardware included, USD; 0 for what the agent does already.</summary>
    public double EntryCost { get; init; }

    /// <summary>S: paid once to switch, USD; 0 for what the agent does already.</summary>
    public double SwitchCost { get; init; }

    /// <summary>H: days over which the agent counts on the option, above 0.</summary>
    public double HorizonDays { get; init; }

    /// <summary>Days from the decision until income and running cost begin.</summary>
    public double LeadDays { get; init; }

    /// <summary>rho: relative risk aversion; 0 for none.</summary>
    public double RiskAversion { get; init; }

    /// <summary>Var: variance of income, (USD a day)^2.</summary>
    public double Variance { get; init; }

    /// <summary>W: wealth, USD; less than 1 counts as 1.</summary>
    public double Wealth { get; init; }

    /// <summary>A y p v: expected income, USD a day.</summary>
    public double Income => Admitted * TokensPerDay * Price * Vested;

    /// <summary>(E + S) r / (1 - exp(-r H)): what is paid once, USD a day; the horizon matters only where it is
    /// paid.</summary>
    public double EntryPerDay =>
        EntryCost + SwitchCost == 0 ? 0 : (EntryCost + SwitchCost) * Annuity.PerDay(RequiredReturn, HorizonDays);

    /// <summary>rho Var / (2 W), USD a day.</summary>
    public double RiskPerDay => RiskAversion == 0 ? 0 : 0.5 * RiskAversion * Variance / Math.Max(Wealth, 1);

    /// <summary>U, USD a day.</summary>
    public double Value
    {
        get
        {
            double running = Income + OtherIncome - RunningCost - (Detections * Loss) - (IsDishonest ? HonestyCost : 0);
            double left = LeadDays > 0 ? Annuity.AfterLead(RequiredReturn, HorizonDays, LeadDays) : 1;
            return (left * running) - (RequiredReturn * Capital) - EntryPerDay - RiskPerDay;
        }
    }

    /// <summary>Shows every term to <c>explain</c>, each name after the option's; costs nothing unless
    /// traced.</summary>
    public void Explain(AgentTick agent, string option)
    {
        if (agent.Cohort.TracedRow != agent.Row)
        {
            return;
        }

        Show(agent, option, "A", Admitted);
        Show(agent, option, "y", TokensPerDay);
        Show(agent, option, "p", Price);
        Show(agent, option, "v", Vested);
        Show(agent, option, "o", OtherIncome);
        Show(agent, option, "c", RunningCost);
        Show(agent, option, "rK", RequiredReturn * Capital);
        Show(agent, option, "lambdaL", Detections * Loss);
        Show(agent, option, "m", IsDishonest ? HonestyCost : 0);
        Show(agent, option, "lead", LeadDays);
        Show(agent, option, "E", EntryCost);
        Show(agent, option, "S", SwitchCost);
        Show(agent, option, "entryPerDay", EntryPerDay);
        Show(agent, option, "risk", RiskPerDay);
        Show(agent, option, "U", Value);
    }

    private static void Show(AgentTick agent, string option, string term, double value) =>
        agent.Term($"{option}.{term}", value);
}
