using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>The reserves and weights of a subnet's pool.</summary>
/// <param name="Tao">y, rao.</param>
/// <param name="Alpha">x, base units.</param>
/// <param name="TaoWeight">w_t, 1/10^18; 0.01..0.99 and at first 0.5. The weight of alpha is 1 - w_t.</param>
public readonly record struct Pool(long Tao, long Alpha, long TaoWeight = Pool.EvenWeight)
{
    /// <summary>A weight of 1.</summary>
    public const long FullWeight = RatioPower.Scale;

    /// <summary>The weight at the start, 0.5.</summary>
    public const long EvenWeight = FullWeight / 2;

    /// <summary>The least weight of either side, 0.01.</summary>
    public const long MinWeight = FullWeight / 100;

    /// <summary>w_a = 1 - w_t, 1/10^18.</summary>
    public long AlphaWeight => FullWeight - TaoWeight;
}

/// <summary>Which side of a pool is paid in.</summary>
public enum SwapSide
{
    /// <summary>TAO is paid for alpha.</summary>
    Buy,

    /// <summary>Alpha is paid for TAO.</summary>
    Sell,
}

/// <summary>Why a swap is refused; the names are the chain's.</summary>
public enum SwapError
{
    /// <summary>It is not refused.</summary>
    None,

    /// <summary>The input less fee is more than 1000 times the reserve it goes to.</summary>
    SwapInputTooLarge,

    /// <summary>The reserve paid out of is below its minimum, or nothing would be paid out.</summary>
    ReservesTooLow,

    /// <summary>The price already is beyond the limit.</summary>
    PriceLimitExceeded,

    /// <summary>More would be paid out than there is.</summary>
    InsufficientLiquidity,
}

/// <summary>An order to a pool.</summary>
/// <param name="Side">What is paid in.</param>
/// <param name="Amount">What is offered with fee, base units, at least 0.</param>
public readonly record struct SwapOrder(SwapSide Side, long Amount)
{
    /// <summary>
    /// The price, TAO per alpha, up to which (buy) or down to which (sell) the order fills; none fills it whole.
    /// </summary>
    public U64F64? LimitPrice { get; init; }

    /// <summary>Whether no fee is taken, as for the protocol's own purchases.</summary>
    public bool IsFree { get; init; }
}

/// <summary>What a swap did.</summary>
/// <param name="Error">Why it did nothing, or <see cref="SwapError.None"/>.</param>
/// <param name="AmountIn">
/// What went into the reserve, base units; with the fee less than offered where a limit was met.
/// </param>
/// <param name="AmountOut">What was paid out, base units of the other token.</param>
/// <param name="Fee">For the block's author, base units of what was paid in.</param>
/// <param name="Pool">The pool after.</param>
public readonly record struct SwapResult(SwapError Error, long AmountIn, long AmountOut, long Fee, Pool Pool);
