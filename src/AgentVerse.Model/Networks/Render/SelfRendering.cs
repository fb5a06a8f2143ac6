namespace AgentVerse.Model.Networks.Render;

/// <summary>
/// Jobs that an operator pays for and renders itself to draw on the pool: closed forms. M = mint x P is the pool in
/// USD, V what honest creators spend, v what the operator spends on itself, its fee included.
/// </summary>
/// <remarks>
/// Source: arithmetic on RNP-001's pro-rata rule. All of v is lost (95 % burned, 5 % fee); the reward is M v / (V + v).
/// </remarks>
public static class SelfRendering
{
    /// <summary>Profit M v / (V + v) - v of spending v, USD.</summary>
    public static double Profit(double pool, double honest, double spent) =>
        honest + spent > 0 ? (pool * spent / (honest + spent)) - spent : 0;

    /// <summary>Whether a first dollar pays: M > V.</summary>
    public static bool Pays(double pool, double honest) => pool > honest;

    /// <summary>What a single operator spends at its best: v* = sqrt(M V) - V, 0 where M &lt;= V.</summary>
    public static double Optimum(double pool, double honest) =>
        Pays(pool, honest) ? Math.Sqrt(pool * honest) - honest : 0;

    /// <summary>
    /// What n operators spend together in equilibrium: the positive root s of (V + s)^2 = M (V + s (n - 1) / n); it
    /// tends to M - V, so that entry drives all spending to the pool.
    /// </summary>
    /// <param name="pool">M, USD.</param>
    /// <param name="honest">V, USD.</param>
    /// <param name="operators">n, at least 1.</param>
    public static double Together(double pool, double honest, int operators)
    {
        double others = (operators - 1.0) / operators;
        double half = honest - (pool * others / 2);
        double rest = (half * half) + (honest * (pool - honest));
        return Pays(pool, honest) ? Math.Max(0, Math.Sqrt(rest) - half) : 0;
    }
}
