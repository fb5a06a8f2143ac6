using System.Runtime.CompilerServices;

namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>What happened at the end of an epoch; zero in ticks in which none ended.</summary>
internal struct EpochCounts
{
    /// <summary>Paid for work, RENDER base units.</summary>
    internal long Pool;

    /// <summary>Paid for availability, RENDER base units.</summary>
    internal long Availability;

    /// <summary>Wallets paid for work.</summary>
    internal long PaidWallets;

    /// <summary>Of them in tier 2.</summary>
    internal long PaidPriority;

    /// <summary>Wallets paid for availability.</summary>
    internal long ReadyWallets;

    /// <summary>Gini coefficient of pay for work among those paid.</summary>
    internal double Gini;

    /// <summary>Share of the ten best paid.</summary>
    internal double TopTen;

    /// <summary>Wallets paid in the epoch before, by quarter of their pay, lowest first.</summary>
    internal Quarters Before;

    /// <summary>Of them not paid in this one.</summary>
    internal Quarters Exits;

    /// <summary>A count a quarter.</summary>
    [InlineArray(4)]
    internal struct Quarters
    {
        private long _first;
    }
}
