namespace AgentVerse.Agents.GpuProvider.Choosing;

/// <summary>What a provider does, or has decided to do.</summary>
/// <param name="Network">Place of the network whose orders its units do; -1 for none.</param>
/// <param name="Ask">Price of a unit and hour there, 1e-6 USD; 0 where the network makes the price.</param>
/// <param name="IsDouble">Whether the same units are sold on its other networks too: dishonest.</param>
internal readonly record struct ProviderPlan(int Network, long Ask = 0, bool IsDouble = false)
{
    /// <summary>To stand nowhere.</summary>
    internal static ProviderPlan Leave { get; } = new(-1);
}
