using AgentVerse.Model;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.State;

namespace AgentVerse.Simulation;

/// <summary>
/// The run's ledger: for each token, after every settle, wallets + held + payable = opening + minted - burned. Pots
/// that
/// nobody has been paid from are named accounts of their shard and so stand in held.
/// </summary>
public sealed class Ledger(IReadOnlyList<TokenInfo> tokens, TotalsLayout layout)
{
    private long[] _issued = new long[tokens.Count];

    /// <summary>Begins with what exists.</summary>
    public void Begin(Totals totals, LedgerLine line)
    {
        for (int t = 0; t < tokens.Count; t++)
        {
            _issued[t] = checked(InWallets(totals, t) + line.Held[t] + line.Payable[t]);
        }
    }

    /// <summary>Counts what was made and destroyed in a tick and checks the identity of every token.</summary>
    public void Close(int tick, Totals totals, LedgerLine line)
    {
        for (int t = 0; t < tokens.Count; t++)
        {
            bool held = layout.InWallets(t);
            long made = checked(line.Minted[t] + (held ? totals[layout.Minted(t)] : 0));
            long gone = checked(line.Burned[t] + (held ? totals[layout.Burned(t)] : 0));
            long wallets = InWallets(totals, t);
            _issued[t] = checked(_issued[t] + made - gone);
            long found = checked(wallets + line.Held[t] + line.Payable[t]);
            Invariant.Check(
                found == _issued[t],
                $"{tokens[t].Name} balances in tick {tick}: issued {_issued[t]}, found {wallets} in wallets and {found} in all");
        }
    }

    /// <summary>Carries the ledger to or from a checkpoint.</summary>
    public void Carry(StateCodec codec) => codec.Array("issued", ref _issued);

    private long InWallets(Totals totals, int token) => layout.InWallets(token) ? totals[layout.Wallets(token)] : 0;
}
