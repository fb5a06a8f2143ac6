namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>How the TAO of a block is divided among the eligible subnets.</summary>
public enum EmissionAllocator
{
    /// <summary>Price average times the share of miner emission that was not withheld (June 2026, v425).</summary>
    UnburnedPrice,

    /// <summary>Price average alone (February to November 2025).</summary>
    Price,

    /// <summary>Moving average of net TAO inflow above its lower limit (from November 2025; dormant at v425).</summary>
    TaoFlow,

    /// <summary>The same for each subnet; no protocol, a control in experiments.</summary>
    Equal,
}
