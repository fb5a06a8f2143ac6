namespace AgentVerse.Agents.Choice;

/// <summary>
/// Cash and credit of an agent, base units of one token. Costs are paid from cash; what is missing is owed, and one who
/// owes more than its credit limit cannot go on. What comes in repays first.
/// </summary>
public static class Budget
{
    /// <summary>Pays a cost: takes cash, owes the rest.</summary>
    /// <param name="cash">Cash, lowered.</param>
    /// <param name="debt">What is owed, raised.</param>
    /// <param name="cost">Cost, at least 0.</param>
    /// <returns>What left the cash, older debt first.</returns>
    public static long Pay(ref long cash, ref long debt, long cost)
    {
        debt = checked(debt + cost);
        long paid = Math.Min(cash, debt);
        cash -= paid;
        debt -= paid;
        return paid;
    }

    /// <summary>Whether an agent that owes so much must leave.</summary>
    public static bool IsSpent(long debt, long creditLimit) => debt > creditLimit;
}
