namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>A market as it is planned: one class of GPUs in one region.</summary>
internal sealed record MarketSpec
{
    /// <summary>Parameters of the chain.</summary>
    internal required AkashParameters Parameters { get; init; }

    /// <summary>Place of the class of GPUs.</summary>
    internal required int GpuClass { get; init; }

    /// <summary>Place of the region.</summary>
    internal required int Region { get; init; }

    /// <summary>Index of the chain's shard.</summary>
    internal required int ChainShard { get; init; }

    /// <summary>
    /// Index of each currency's token, by <see cref="Currency"/>; -1 where leases are not paid in it.
    /// </summary>
    internal required int[] Tokens { get; init; }

    /// <summary>Blocks from an order to its award.</summary>
    internal required long BidBlocks { get; init; }

    /// <summary>Blocks between two withdrawals of a provider.</summary>
    internal required long WithdrawBlocks { get; init; }

    /// <summary>Blocks between two looks of a provider at whether the money lasts.</summary>
    internal required long FundsCheckBlocks { get; init; }

    /// <summary>Blocks from the start of a lease to the tenant's benchmark.</summary>
    internal required long BenchmarkBlocks { get; init; }

    /// <summary>What CPU, memory and storage beside a GPU cost, 1e-6 USD a unit and hour.</summary>
    internal required long BundlePrice { get; init; }

    /// <summary>Reclamation.</summary>
    internal required ReclamationSpec Reclamation { get; init; }

    /// <summary>Auditors.</summary>
    internal required AuditSpec Audit { get; init; }

    /// <summary>The incentive programme.</summary>
    internal required IncentiveSpec Incentive { get; init; }
}

/// <summary>What tenants require and providers offer of reclamation windows (v2.1).</summary>
/// <param name="Required">Least window of every order, s; null for none.</param>
/// <param name="Offered">Window that providers offer, s.</param>
/// <param name="OfferShare">Share of providers that offer one.</param>
internal sealed record ReclamationSpec(long? Required, long Offered, double OfferShare);

/// <summary>Who signs attributes and how well they look.</summary>
/// <param name="Auditors">Number of auditors.</param>
/// <param name="AllOf">Whether tenants who need audits ask for all auditors, else for any.</param>
/// <param name="Detection">Probability that an auditor sees through a false declaration.</param>
/// <param name="FalseRejection">Probability that an auditor refuses a true one.</param>
internal sealed record AuditSpec(int Auditors, bool AllOf, double Detection, double FalseRejection);

/// <summary>A programme that pays providers on top of what they earn.</summary>
/// <param name="Rate">Paid for a unit of the basis; 0 for none.</param>
/// <param name="OnGross">Whether the basis is what tenants pay, else what providers earn.</param>
/// <param name="Budget">What this market may pay out, base units of each currency.</param>
/// <param name="Until">Seconds since the start of the run at which it ends.</param>
internal sealed record IncentiveSpec(Dec18 Rate, bool OnGross, long Budget, long Until);
