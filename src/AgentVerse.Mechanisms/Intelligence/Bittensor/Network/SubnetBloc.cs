using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>
/// Agents of populations of their own who hold uids of a subnet when it opens: a cabal, copiers, a validator's miners.
/// </summary>
/// <param name="Settings">Its keys.</param>
/// <param name="Validators">Population of its validators, or none.</param>
/// <param name="Miners">Population of its miners, or none.</param>
internal sealed record SubnetBloc(SettingsMap Settings, PopulationPlan? Validators, PopulationPlan? Miners)
{
    /// <summary>Its part of the alpha staked with validators, in [0, 1).</summary>
    internal double StakeShare => Validators is null ? 0 : Settings.Number("stakeShare");

    /// <summary>Its validators; none without stake.</summary>
    internal int ValidatorCount => StakeShare > 0 ? Settings.Int32("validatorCount") : 0;

    /// <summary>Its miners.</summary>
    internal int MinerSeats => Miners is null ? 0 : Settings.Int32("minerSeats");

    /// <summary>Quality of its miners' output; NaN for each miner's own.</summary>
    internal double Quality => Settings.Has("quality") ? Settings.Number("quality") : double.NaN;

    /// <summary>Uids that it takes.</summary>
    internal int Seats => ValidatorCount + MinerSeats;

    /// <summary>Names of its populations; none where it takes no uid.</summary>
    internal IEnumerable<string> Populations =>
        Seats == 0 ? [] : new[] { Validators, Miners }.OfType<PopulationPlan>().Select(p => p.Name);
}
