namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>Versions of the epoch that differ in more than parameters.</summary>
public enum EpochEra
{
    /// <summary>June 2026, spec_version 425.</summary>
    V425,

    /// <summary>
    /// July 2024 (subtensor a2b8d70b), with Yuma2 bonds, full penalty and no owner uid: permits need no stake, and a
    /// bond is masked when its validator has not updated since the miner registered.
    /// </summary>
    July2024,
}
