namespace AgentVerse.Model.Contracts;

/// <summary>
/// Where each total stands: per token wallets, minted and burned; then per population awake agents, decisions, intents
/// and the sums of its kind.
/// </summary>
public sealed class TotalsLayout
{
    private const int PerToken = 3;
    private const int PerPopulation = 3;
    private readonly int[] _first;

    /// <summary>The layout for these tokens and populations.</summary>
    public TotalsLayout(int tokens, IReadOnlyList<PopulationPlan> populations)
    {
        Tokens = tokens;
        _first = new int[populations.Count];
        int next = tokens * PerToken;
        for (int i = 0; i < populations.Count; i++)
        {
            _first[i] = next;
            next += PerPopulation + populations[i].Kind.Sums.Count;
        }

        Length = next;
    }

    /// <summary>Number of tokens.</summary>
    public int Tokens { get; }

    /// <summary>Number of totals.</summary>
    public int Length { get; }

    /// <summary>Place of the sum of all wallets of a token.</summary>
    public static int Wallets(int token) => token * PerToken;

    /// <summary>Place of what agents minted of a token: a rule paid them from outside.</summary>
    public static int Minted(int token) => (token * PerToken) + 1;

    /// <summary>Place of what agents burned of a token: a cost that leaves the model.</summary>
    public static int Burned(int token) => (token * PerToken) + 2;

    /// <summary>Place of the number of agents of a population whose step ran.</summary>
    public int Awake(int population) => _first[population];

    /// <summary>Place of the number of decisions taken in a population.</summary>
    public int Decisions(int population) => _first[population] + 1;

    /// <summary>Place of the number of intents sent by a population.</summary>
    public int Intents(int population) => _first[population] + 2;

    /// <summary>Place of a sum of a population's kind.</summary>
    public int Sum(int population, int sum) => _first[population] + PerPopulation + sum;
}
