using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.State;

namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>
/// The vault of era C and the requests that wait. AKT that is burned for ACT lies in the vault and is issued again
/// before AKT is minted. Each side has its epochs: ACT to AKT the shortest, AKT to ACT by the collateral ratio.
/// </summary>
internal sealed class BurnMintQueue(ChainSpec spec)
{
    private readonly List<BurnMintRecord> _toAct = [];
    private readonly List<BurnMintRecord> _toAkt = [];
    private long _vault = spec.Vault;
    private long _spreads;
    private long _outstanding = spec.OutstandingAct;
    private long _others = spec.OutstandingAct;
    private long _nextBurn;
    private long _nextMint;
    private bool _wasHalted;

    /// <summary>AKT in the vault, uakt.</summary>
    internal long Vault => _vault;

    /// <summary>ACT kept as spread, 1e-6.</summary>
    internal long Spreads => _spreads;

    /// <summary>ACT outstanding at the start that no agent holds, 1e-6.</summary>
    internal long Others => _others;

    /// <summary>ACT in existence, 1e-6.</summary>
    internal long Outstanding => _outstanding;

    /// <summary>AKT that waits to be burned, uakt.</summary>
    internal long PendingAkt => _toAct.Sum(r => r.Amount);

    /// <summary>ACT that waits to be burned, 1e-6.</summary>
    internal long PendingAct => _toAkt.Sum(r => r.Amount);

    /// <summary>AKT minted, ACT minted and ACT burned in the tick.</summary>
    internal (long AktMinted, long ActMinted, long ActBurned) Made { get; private set; }

    /// <summary>Collateral ratio at a price, 1/10000.</summary>
    internal long CollateralBps(Dec18 price) => BurnMint.CollateralBps(_vault, 0, _outstanding, price);

    /// <summary>Status at a price.</summary>
    internal MintStatus StatusAt(Dec18 price) =>
        BurnMint.StatusOf(CollateralBps(price), price.IsPositive, spec.Parameters);

    /// <summary>Begins a tick.</summary>
    internal void Begin() => Made = default;

    /// <summary>Takes a request; while halted only ACT becomes AKT.</summary>
    internal AkashError Request(in Intent intent, Dec18 price)
    {
        bool toAct = intent.Token == spec.Akt;
        MintStatus status = StatusAt(price);
        if (spec.Act < 0 || (!toAct && intent.Token != spec.Act) || intent.Amount <= 0)
        {
            return AkashError.InvalidRequest;
        }

        if (status == MintStatus.HaltOracle || (status == MintStatus.HaltCollateral && toAct))
        {
            return AkashError.CircuitBreakerActive;
        }

        BurnMintRecord record = new() { Amount = intent.Amount, Owner = intent.Sender, ToAct = toAct };
        (toAct ? _toAct : _toAkt).Add(record);
        return AkashError.None;
    }

    /// <summary>Serves the epochs up to a height.</summary>
    internal void RunTo(ShardTick tick, long height, Dec18 price)
    {
        if (spec.Act < 0)
        {
            return;
        }

        while (Math.Min(_nextBurn, _nextMint) <= height)
        {
            if (_nextBurn <= _nextMint)
            {
                _nextBurn += spec.Parameters.BurnMint.MinEpochBlocks;
                Serve(tick, _toAkt, price);
                continue;
            }

            bool isHalted = StatusAt(price) >= MintStatus.HaltCollateral;
            if (!isHalted && !_wasHalted)
            {
                Serve(tick, _toAct, price);
            }

            _wasHalted = isHalted;
            _nextMint += isHalted
                ? spec.Parameters.BurnMint.MinEpochBlocks
                : BurnMint.EpochBlocks(CollateralBps(price), spec.Parameters);
        }
    }

    /// <summary>Carries all to or from a checkpoint.</summary>
    internal void Carry(StateCodec codec)
    {
        Carry(codec, "toAct", _toAct);
        Carry(codec, "toAkt", _toAkt);
        codec.Value("vault", ref _vault);
        codec.Value("spreads", ref _spreads);
        codec.Value("outstanding", ref _outstanding);
        codec.Value("others", ref _others);
        codec.Value("nextBurn", ref _nextBurn);
        codec.Value("nextMint", ref _nextMint);
        codec.Value("wasHalted", ref _wasHalted);
    }

    private static void Carry(StateCodec codec, string name, List<BurnMintRecord> waiting)
    {
        BurnMintRecord[] records = [.. waiting];
        codec.Array(name, ref records);
        waiting.Clear();
        waiting.AddRange(records);
    }

    /// <summary>
    /// Serves the first of the waiting requests, as many as a block may; what may be tried again waits on.
    /// </summary>
    private void Serve(ShardTick tick, List<BurnMintRecord> waiting, Dec18 price)
    {
        int served = (int)Math.Min(waiting.Count, spec.Parameters.BurnMint.RecordsPerBlock);
        List<BurnMintRecord> again = [];
        for (int i = 0; i < served; i++)
        {
            BurnMintRecord record = waiting[i];
            (Dec18 From, Dec18 To) prices = record.ToAct ? (price, Dec18.One) : (Dec18.One, price);
            BurnMintQuote quote = BurnMint.Quote(record.Amount, prices, record.ToAct, spec.Parameters);
            bool mayRetry = quote.Reason == CancelReason.ZeroPrice
                && ++record.Attempts < spec.Parameters.BurnMint.MaxAttempts;
            if (quote.Reason == CancelReason.None)
            {
                Execute(tick, record, quote);
            }
            else if (mayRetry)
            {
                again.Add(record);
            }
            else
            {
                int token = record.ToAct ? spec.Akt : spec.Act;
                tick.Pay(record.Owner, AkashRows.Cancelled, token, record.Amount, (long)quote.Reason);
            }
        }

        waiting.RemoveRange(0, served);
        waiting.InsertRange(0, again);
    }

    private void Execute(ShardTick tick, in BurnMintRecord record, BurnMintQuote quote)
    {
        if (record.ToAct)
        {
            _vault += record.Amount;
            _outstanding += quote.Minted;
            _spreads += quote.Spread;
            tick.Mint(spec.Act, quote.Minted);
            Made = Made with { ActMinted = Made.ActMinted + quote.Minted };
        }
        else
        {
            long fresh = Math.Max(0, quote.Minted - _vault);
            _vault += fresh - quote.User;
            _outstanding -= record.Amount;
            tick.Burn(spec.Act, record.Amount);
            tick.Mint(spec.Akt, fresh);
            Made = Made with
            {
                ActBurned = Made.ActBurned + record.Amount,
                AktMinted = Made.AktMinted + fresh,
            };
        }

        tick.Pay(
            record.Owner, AkashRows.Minted, record.ToAct ? spec.Act : spec.Akt, quote.User, record.Amount);
    }
}
