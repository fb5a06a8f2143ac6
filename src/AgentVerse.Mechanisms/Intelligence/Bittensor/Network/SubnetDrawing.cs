using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Numerics;
using AgentVerse.Model.Settings;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>Subnets drawn from published distributions, by the stream of the subnet's own shard.</summary>
internal static class SubnetDrawing
{
    private static readonly Purpose ValidatorCount = Purpose.Of("bittensor.validators");
    private static readonly Purpose Stake = Purpose.Of("bittensor.stake");
    private static readonly Purpose Price = Purpose.Of("bittensor.price");
    private static readonly Purpose Age = Purpose.Of("bittensor.age");
    private static readonly Purpose Nominated = Purpose.Of("bittensor.nominated");

    /// <summary>
    /// Neurons of a drawn subnet, validators first: their number is log-normal, their stakes are Pareto and sum to the
    /// group's total, so that HHI has its published distribution.
    /// </summary>
    internal static OpeningNeuron[] Neurons(SettingsMap group, SubnetParameters subnet, StreamDraws draws)
    {
        int uids = Math.Max(1, (int)(group.Number("occupancy") * subnet.MaxAllowedUids));
        double drawn = draws.LogNormal(
            ValidatorCount, DeterministicMath.Log(group.Number("validatorsMedian")), group.Number("validatorsSpread"));
        int mostValidators = Math.Min(uids, subnet.MaxAllowedValidators);
        int validators = (int)Math.Clamp(Math.Round(drawn), Math.Min(1, mostValidators), mostValidators);
        double[] stakes = new double[validators];
        double sum = 0;
        for (int v = 0; v < validators; v++)
        {
            stakes[v] = draws.Pareto(Stake, 1, group.Number("stakeShape"), v);
            sum += stakes[v];
        }

        OpeningNeuron[] neurons = new OpeningNeuron[uids];
        for (int uid = 0; uid < uids; uid++)
        {
            bool isValidator = uid < validators;
            long stake = isValidator ? (long)(group.Integer("stakeTotal") * (stakes[uid] / sum)) : 0;
            neurons[uid] = new OpeningNeuron(isValidator, stake, AgeOf(group, draws, uid), double.NaN, AgentRef.None);
        }

        return neurons;
    }

    /// <summary>
    /// The same with an owner at uid 0, as old as the subnet; the last miner makes room where all uids are taken.
    /// </summary>
    internal static OpeningNeuron[] WithOwner(SettingsMap group, OpeningNeuron[] neurons, SubnetParameters subnet)
    {
        long stake = (long)(group.Integer("stakeTotal") * group.Number("ownerStakeShare"));
        long age = Math.Max(1, group.Integer("subnetAge") / BittensorTerms.BlockSeconds);
        OpeningNeuron owner = new(IsValidator: false, stake, age, double.NaN, AgentRef.None);
        return [owner, .. neurons.Take(Math.Min(neurons.Length, subnet.MaxAllowedUids - 1))];
    }

    /// <summary>
    /// Deals a subnet's nominators over its validators by stake, and each validator's nominated share over its own by
    /// sizes drawn from a Pareto by account; what a share is short of a unit stays with the validator.
    /// </summary>
    internal static Nomination[] Nominations(
        SettingsMap group, IReadOnlyList<OpeningNeuron> neurons, AgentRef[] nominators, WorldPlanning planning)
    {
        long[] stakes = [.. neurons.Select(n => n.IsValidator ? n.Alpha : 0)];
        long[] counts = new long[stakes.Length];
        _ = Apportion.LargestRemainder(nominators.Length, stakes, counts);
        List<Nomination> nominations = [];
        int next = 0;
        for (int uid = 0; uid < counts.Length; uid++)
        {
            double[] sizes = new double[counts[uid]];
            for (int i = 0; i < sizes.Length; i++)
            {
                AgentRef nominator = nominators[next + i];
                ulong account = planning.Populations[nominator.Population].AccountOf(nominator.Index);
                sizes[i] = planning.Draws.At(account, -1).Pareto(Nominated, 1, group.Number("nominatorShape"));
            }

            double nominated = stakes[uid] * group.Number("nominatedShare");
            double sum = sizes.Sum();
            for (int i = 0; i < sizes.Length; i++, next++)
            {
                long alpha = (long)(nominated * (sizes[i] / sum));
                nominations.Add(new Nomination(uid, nominators[next], alpha));
            }
        }

        nominations.RemoveAll(n => n.Alpha == 0);
        return [.. nominations];
    }

    /// <summary>Blocks since the registration of a uid, exponential.</summary>
    internal static long AgeOf(SettingsMap group, StreamDraws draws, int uid) =>
        1 + (long)draws.Exponential(Age, 1 / (group.Number("uidAgeDays") * BittensorTerms.BlocksPerDay), uid);

    /// <summary>
    /// The pool beside alpha held outside: alpha by its share of all issued, TAO by a log-normal price at even weights.
    /// </summary>
    internal static Pool PoolOf(SettingsMap group, long alphaOut, StreamDraws draws)
    {
        double share = group.Number("poolShare");
        double price = draws.LogNormal(
            Price, DeterministicMath.Log(group.Number("priceMedian")), group.Number("priceSpread"));
        long alpha = Math.Max(LeastReserve, (long)(alphaOut * (share / (1 - share))));
        return new Pool(Math.Max(LeastReserve, (long)(alpha * price)), alpha);
    }

    /// <summary>Reserves that the pool's own minimum admits, with room.</summary>
    private const long LeastReserve = 1_000_000_000;
}
