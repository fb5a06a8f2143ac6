namespace AgentVerse.Model.Contracts;

/// <summary>
/// Where each total stands: per token that some kind has a wallet of, wallets, minted and burned; then per population
/// awake agents, decisions, intents, agents that acted and the sums of its kind.
/// </summary>
public sealed class TotalsLayout
{
    private const int PerToken = 3;
    private const int PerPopulation = 4;
    private readonly int[] _token;
    private readonly int[] _first;

    /// <summary>The layout for these tokens and populations.</summary>
    public TotalsLayout(IReadOnlyList<TokenInfo> tokens, IReadOnlyList<PopulationPlan> populations)
    {
        int next = 0;
        _token = new int[tokens.Count];
        for (int t = 0; t < tokens.Count; t++)
        {
            string name = tokens[t].Name;
            bool held = populations.Any(
                p => p.Columns.Any(c => string.Equals(c.Wallet, name, StringComparison.Ordinal)));
            _token[t] = held ? next : -1;
            next += held ? PerToken : 0;
        }

        _first = new int[populations.Count];
        for (int i = 0; i < populations.Count; i++)
        {
            _first[i] = next;
            next += PerPopulation + populations[i].Kind.Sums.Count;
        }

        Length = next;
    }

    /// <summary>Number of totals.</summary>
    public int Length { get; }

    /// <summary>Whether agents hold a token in wallets; a token of shards alone has no totals.</summary>
    public bool InWallets(int token) => _token[token] >= 0;

    /// <summary>Place of the sum of all wallets of a token.</summary>
    public int Wallets(int token) => _token[token];

    /// <summary>Place of what agents minted of a token: a rule paid them from outside.</summary>
    public int Minted(int token) => _token[token] + 1;

    /// <summary>Place of what agents burned of a token: a cost that leaves the model.</summary>
    public int Burned(int token) => _token[token] + 2;

    /// <summary>Place of the number of agents of a population whose step ran.</summary>
    public int Awake(int population) => _first[population];

    /// <summary>Place of the number of decisions taken in a population.</summary>
    public int Decisions(int population) => _first[population] + 1;

    /// <summary>Place of the number of intents sent by a population.</summary>
    public int Intents(int population) => _first[population] + 2;

    /// <summary>Place of the number of agents of a population that sent an intent.</summary>
    public int Acted(int population) => _first[population] + 3;

    /// <summary>Place of a sum of a population's kind.</summary>
    public int Sum(int population, int sum) => _first[population] + PerPopulation + sum;
}
