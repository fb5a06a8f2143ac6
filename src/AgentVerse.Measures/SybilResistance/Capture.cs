namespace AgentVerse.Measures.SybilResistance;

/// <summary>Who got the rewards: attackers against all, beside what they truly have.</summary>
/// <param name="AttackUnits">True units (GPUs, stake, irises) of the attackers, at least 0.</param>
/// <param name="AllUnits">True units of all.</param>
/// <param name="AttackReward">Reward of the attackers, at least 0.</param>
/// <param name="AllReward">Reward of all.</param>
public readonly record struct Capture(
    double AttackUnits, double AllUnits, double AttackReward, double AllReward)
{
    /// <summary>w_A: attackers' share of the true units, in [0, 1]; NaN where nobody has any.</summary>
    public double UnitShare => AllUnits > 0 ? AttackUnits / AllUnits : double.NaN;

    /// <summary>q_A: attackers' share of the reward, in [0, 1]; NaN where nobody got any.</summary>
    public double RewardShare => AllReward > 0 ? AttackReward / AllReward : double.NaN;

    /// <summary>Excess e = q_A - w_A, in [-1, 1]: what attackers get beyond their part.</summary>
    public double Excess => RewardShare - UnitShare;

    /// <summary>Capture ratio q_A / w_A: 1 is proportional; NaN where the attackers truly have nothing.</summary>
    public double Ratio => UnitShare > 0 ? RewardShare / UnitShare : double.NaN;

    /// <summary>
    /// Dollar ratio [q_A / (1 - q_A)] x [honest spend / attack spend]: reward for each dollar of an attacker over that
    /// of the honest. NaN where the attackers spent nothing or the honest got nothing.
    /// </summary>
    /// <param name="honestSpend">What the honest spent, at least 0.</param>
    /// <param name="attackSpend">What the attackers spent.</param>
    public double DollarRatio(double honestSpend, double attackSpend) =>
        attackSpend > 0 && RewardShare < 1 ? RewardShare / (1 - RewardShare) * (honestSpend / attackSpend) : double.NaN;
}
