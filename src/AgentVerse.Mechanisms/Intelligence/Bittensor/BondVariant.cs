namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>How an epoch turns weights into bonds and bonds into dividends.</summary>
public enum BondVariant
{
    /// <summary>Moving average of stake-weighted, column-normalised weights; stored by column maximum.</summary>
    Yuma2,

    /// <summary>Moving average of the validator's own weights; stake enters with the dividends.</summary>
    Yuma3,

    /// <summary>As Yuma3 with a rate for each validator and miner that follows their disagreement.</summary>
    Yuma3LiquidAlpha,
}

/// <summary>What becomes of incentive that falls to hotkeys of the subnet owner.</summary>
public enum WithheldIncentive
{
    /// <summary>Nobody gets it; it stays issued.</summary>
    Burn,

    /// <summary>It is taken back from the issuance of alpha.</summary>
    Recycle,
}
