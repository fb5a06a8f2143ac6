namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>What happened in one tick of a subnet.</summary>
internal record struct TickCounts
{
    /// <summary>Neurons registered.</summary>
    internal long Registrations { get; set; }

    /// <summary>Neurons that lost their uid.</summary>
    internal long Prunings { get; set; }

    /// <summary>Intents refused.</summary>
    internal long Refusals { get; set; }

    /// <summary>Prices paid, rao.</summary>
    internal long RegistrationsPaid { get; set; }

    /// <summary>TAO minted, rao.</summary>
    internal long TaoIn { get; set; }

    /// <summary>Alpha paid to miners, validators and nominators, base units.</summary>
    internal long AlphaPaid { get; set; }

    /// <summary>TAO staked, with fees, rao.</summary>
    internal long Staked { get; set; }

    /// <summary>TAO paid for alpha sold, rao.</summary>
    internal long Unstaked { get; set; }

    /// <summary>The owner's cut, alpha base units.</summary>
    internal long OwnerCut { get; set; }

    /// <summary>Its worth in rao at the price of each epoch.</summary>
    internal long OwnerCutRao { get; set; }

    /// <summary>Of the cut, what the owner has been told of.</summary>
    internal long OwnerCutTold { get; set; }

    /// <summary>Of its worth, what the owner has been told of.</summary>
    internal long OwnerCutRaoTold { get; set; }

    /// <summary>Weights that validators set or committed.</summary>
    internal long WeightsSet { get; set; }

    /// <summary>TAO that left for agents who stake on root, rao.</summary>
    internal long RootPaid { get; set; }

    /// <summary>What all stakers on root earned, rao.</summary>
    internal long RootEarned { get; set; }
}
