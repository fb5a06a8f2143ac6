namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>
/// The alpha staked with one hotkey on one subnet, held in shares: dividends raise the value of each share.
/// </summary>
/// <param name="Total">Alpha of all, base units.</param>
/// <param name="Shares">Shares of all.</param>
/// <remarks>
/// value = floor(total * shares / all shares). The chain holds shares as decimal floats of 38 digits; here they are
/// integers of 2^-16 base units at the start, so that values never sum to more than the total and a position is worth
/// within one base unit of what was put in. Source: opentensor/subtensor 14bc6f9f, primitives/share-pool/src/lib.rs.
/// </remarks>
public readonly record struct SharePool(long Total, UInt128 Shares)
{
    private const int FirstShareBits = 16;

    /// <summary>What a position is worth, base units; 0 in an empty pool.</summary>
    public long ValueOf(UInt128 position) =>
        Shares == UInt128.Zero ? 0 : (long)Ratio((UInt128)(ulong)Total, position, Shares, roundsUp: false);

    /// <summary>
    /// Adds dividends for all positions; without any position they stay in the total for the next one.
    /// </summary>
    public SharePool AddForAll(long amount) => this with { Total = checked(Total + amount) };

    /// <summary>
    /// Adds an amount for one position, which gets floor(amount * all shares / total) shares, or 2^16 for each unit in
    /// an empty pool. False if not even one share would be minted: InsufficientLiquidity.
    /// </summary>
    public bool TryAdd(long amount, ref UInt128 position, out SharePool after)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        bool isEmpty = Shares == UInt128.Zero || Total == 0;
        UInt128 minted = isEmpty
            ? (UInt128)(ulong)amount << FirstShareBits
            : Ratio((UInt128)(ulong)amount, Shares, (UInt128)(ulong)Total, roundsUp: false);
        after = minted == UInt128.Zero ? this : new SharePool(checked(Total + amount), Shares + minted);
        position += minted;
        return minted != UInt128.Zero;
    }

    /// <summary>
    /// Takes an amount out of one position, burning its shares rounded up; taking all it is worth empties it. False if
    /// it is worth less: NotEnoughStakeToWithdraw.
    /// </summary>
    public bool TryRemove(long amount, ref UInt128 position, out SharePool after)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        after = this;
        long value = ValueOf(position);
        if (amount > value || amount == 0)
        {
            return amount == 0;
        }

        UInt128 burnt = amount == value
            ? position
            : UInt128.Min(position, Ratio((UInt128)(ulong)amount, Shares, (UInt128)(ulong)Total, roundsUp: true));
        position -= burnt;
        after = new SharePool(Total - amount, Shares - burnt);
        return true;
    }

    /// <summary>a * b / divisor; amounts below 2^55 and shares below 2^72 cannot overflow.</summary>
    private static UInt128 Ratio(UInt128 a, UInt128 b, UInt128 divisor, bool roundsUp)
    {
        (UInt128 quotient, UInt128 rest) = UInt128.DivRem(checked(a * b), divisor);
        return roundsUp && rest != UInt128.Zero ? quotient + UInt128.One : quotient;
    }
}
