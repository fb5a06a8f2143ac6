using AgentVerse.Agents.Choice;
using AgentVerse.Model.Contracts;

namespace AgentVerse.Agents.Money;

/// <summary>Costs of running that are paid in dollars: what is paid leaves the model.</summary>
internal static class RunningCosts
{
    /// <summary>Pays a cost, older debt first; what is missing is owed.</summary>
    /// <param name="agent">Who pays.</param>
    /// <param name="usd">Index of USD.</param>
    /// <param name="debt">What it owes, base units.</param>
    /// <param name="cost">The cost, base units, at least 0.</param>
    /// <returns>What was paid, base units.</returns>
    internal static long Pay(AgentTick agent, int usd, ref long debt, long cost)
    {
        long paid = Budget.Pay(ref agent.Wallet(usd), ref debt, cost);
        agent.Cohort.Burn(usd, paid);
        return paid;
    }
}
