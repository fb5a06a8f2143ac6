namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>What pruning reads of one uid.</summary>
/// <param name="Uid">The uid.</param>
/// <param name="Emission">Emission of the last epoch, miner and validator, base units.</param>
/// <param name="RegisteredAt">Block of registration.</param>
/// <param name="IsImmortal">Whether it is one of the owner's immune uids.</param>
public readonly record struct PruneCandidate(int Uid, long Emission, long RegisteredAt, bool IsImmortal);

/// <summary>Which neuron makes room for a registration in a full subnet.</summary>
/// <remarks>
/// Source: opentensor/subtensor 14bc6f9f, pallets/subtensor/src/subnets/registration.rs (get_neuron_to_prune,
/// get_immune_owner_tuples) and subnets/uids.rs.
/// </remarks>
public static class Pruning
{
    /// <summary>
    /// The uid to prune: the smallest (emission, registration block, uid) among non-immune uids if there are more of
    /// them than MinNonImmuneUids, otherwise among immune uids; immortal uids are never taken.
    /// </summary>
    /// <param name="candidates">All uids of the subnet.</param>
    /// <param name="block">Now.</param>
    /// <param name="subnet">Immunity period, spared uids.</param>
    /// <returns>A uid, or none: NoNeuronIdAvailable.</returns>
    public static int? Choose(ReadOnlySpan<PruneCandidate> candidates, long block, SubnetParameters subnet)
    {
        PruneCandidate? mortal = null, immune = null;
        int mortalCount = 0;
        foreach (PruneCandidate candidate in candidates)
        {
            if (candidate.IsImmortal && subnet.Holds(Rule.OwnerUidsAreImmortal))
            {
                continue;
            }

            if (IsImmune(candidate.RegisteredAt, block, subnet))
            {
                immune = First(immune, candidate, subnet);
            }
            else
            {
                mortalCount++;
                mortal = First(mortal, candidate, subnet);
            }
        }

        bool spared = mortalCount <= subnet.MinNonImmuneUids && subnet.Holds(Rule.NonImmuneUidsAreSpared);
        return (spared ? immune : mortal ?? immune)?.Uid;
    }

    /// <summary>
    /// Marks the owner's immortal uids: of the owner's hotkeys the earliest registered, and before them the subnet's
    /// owner hotkey, ImmuneOwnerUidsLimit in all.
    /// </summary>
    /// <param name="candidates">All uids by uid; changed.</param>
    /// <param name="isOwners">Whether the owner's coldkey owns the hotkey, by uid.</param>
    /// <param name="ownerUid">Uid of the subnet's owner hotkey, or -1.</param>
    /// <param name="subnet">The limit.</param>
    public static void MarkImmortal(
        Span<PruneCandidate> candidates, ReadOnlySpan<bool> isOwners, int ownerUid, SubnetParameters subnet)
    {
        List<(long RegisteredAt, int Uid)> owned = [];
        for (int uid = 0; uid < candidates.Length; uid++)
        {
            candidates[uid] = candidates[uid] with { IsImmortal = false };
            if (isOwners[uid])
            {
                owned.Add((candidates[uid].RegisteredAt, uid));
            }
        }

        owned.Sort();
        List<int> immortal = [.. owned.Take(subnet.ImmuneOwnerUidsLimit).Select(key => key.Uid)];
        if (ownerUid >= 0 && !immortal.Contains(ownerUid))
        {
            immortal.Insert(0, ownerUid);
        }

        foreach (int uid in immortal.Take(subnet.ImmuneOwnerUidsLimit))
        {
            candidates[uid] = candidates[uid] with { IsImmortal = true };
        }
    }

    /// <summary>Whether a uid is in its immunity period: now - registration &lt; period.</summary>
    public static bool IsImmune(long registeredAt, long block, SubnetParameters subnet)
    {
        long age = Math.Max(0, block - registeredAt);
        return age < subnet.ImmunityPeriod
            || (age == subnet.ImmunityPeriod && !subnet.Holds(Rule.ImmunityEndsAtItsPeriod));
    }

    private static PruneCandidate First(PruneCandidate? best, PruneCandidate candidate, SubnetParameters subnet)
    {
        if (best is not { } known)
        {
            return candidate;
        }

        bool byEmission = subnet.Holds(Rule.EmissionPrunesFirst);
        (long, long, int) knownKey = (byEmission ? known.Emission : 0, known.RegisteredAt, known.Uid);
        (long, long, int) key = (byEmission ? candidate.Emission : 0, candidate.RegisteredAt, candidate.Uid);
        return key.CompareTo(knownKey) < 0 ? candidate : known;
    }
}
