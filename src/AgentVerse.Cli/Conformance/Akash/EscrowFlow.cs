using System.Text.Json;
using System.Text.Json.Nodes;
using AgentVerse.Mechanisms.Compute.Akash;

namespace AgentVerse.Cli.Conformance.Akash;

/// <summary>An account and its one payment through a list of steps.</summary>
internal sealed class EscrowFlow
{
    private readonly EscrowTerms _terms;
    private readonly Dec18 _rate;
    private readonly EscrowPayment[] _payments = [new() { State = EscrowState.Closed }];
    private EscrowAccount _account;
    private long _height;
    private string? _depositor;
    private bool _hasPayment;

    private EscrowFlow(JsonElement input, AkashParameters chain)
    {
        Dec18 take = input.Find("takeRatePct") is null ? Dec18.Zero : TakeFee.RateOf(Currency.Akt, chain);
        _terms = new EscrowTerms(chain, take);
        _rate = input.DecOr("rate", Dec18.Zero);
        _height = input.LongOr("startHeight", 0);
        _account = EscrowAccount.At(_height);
    }

    internal static JsonNode Run(JsonElement input, AkashParameters chain)
    {
        EscrowFlow flow = new(input, chain);
        return new JsonObject
        {
            ["steps"] = new JsonArray([.. input.Get("steps").EnumerateArray().Select(flow.Step)]),
        };
    }

    private JsonNode Step(JsonElement step)
    {
        _height = step.LongOr("height", _height + step.LongOr("blocks", 0));
        _payments[0].Earnings = 0;
        _payments[0].Fees = 0;
        _account.RefundOwn = 0;
        _account.RefundForeign = 0;
        AkashError error = step.Get("op").GetString() switch
        {
            "accountCreate" => Create(step),
            "deposit" or "accountDeposit" => Deposit(step),
            "paymentCreate" => CreatePayment(step.DecOr("rate", _rate)),
            "paymentWithdraw" => Escrow.Withdraw(ref _account, _payments, 0, _height, _terms),
            "withdraw" => Withdraw(step.LongOr("blocks", 0)),
            "paymentClose" => Escrow.ClosePayment(ref _account, _payments, 0, _height, _terms),
            "accountClose" or "close" => Escrow.CloseAccount(ref _account, _payments, _height, _terms),
            "settle" or "accountSettle" => Settle(),
            var other => throw new FormatException($"no step {other}"),
        };
        return new JsonObject
        {
            ["error"] = error != AkashError.None,
            ["payout"] = _payments[0].Earnings + _payments[0].Fees,
            ["fee"] = _payments[0].Fees,
            ["refund"] = _account.RefundOwn + _account.RefundForeign,
            ["balance"] = _account.Own.Json(),
            ["funds"] = _terms.Parameters.Era == Era.StopsAtZero ? _account.Foreign.Json() : _account.Funds.Json(),
            ["transferred"] = _account.Transferred.Json(),
            ["withdrawn"] = _payments[0].Withdrawn,
            ["unsettled"] = _payments[0].Unsettled.Json(),
            ["settledAt"] = _account.SettledAt,
            ["account"] = _account.State.ToString(),
            ["payment"] = _payments[0].State.ToString(),
        };
    }

    private AkashError Create(JsonElement step)
    {
        _account = EscrowAccount.At(_height, step.Get("amount").AsLong());
        return AkashError.None;
    }

    private AkashError Deposit(JsonElement step)
    {
        string by = step.Word("by") ?? "owner";
        bool isForeign = by != "owner";
        bool isSecond = isForeign && _depositor is { } first && first != by;
        if (isSecond && _terms.Parameters.Era == Era.StopsAtZero)
        {
            return AkashError.InvalidAccountDepositor;
        }

        _depositor = isForeign ? by : _depositor;
        return Escrow.Deposit(ref _account, _payments, step.Get("amount").AsLong(), isForeign, _terms);
    }

    private AkashError CreatePayment(Dec18 rate)
    {
        if (_hasPayment)
        {
            return AkashError.PaymentExists;
        }

        AkashError error = Escrow.CreatePayment(ref _account, _payments, 0, rate, (_height, _terms));
        _hasPayment = error == AkashError.None;
        return error;
    }

    /// <summary>A withdrawal some blocks after the lease of the flow began.</summary>
    private AkashError Withdraw(long blocks)
    {
        if (!_hasPayment)
        {
            long now = _height;
            _height = now - blocks;
            AkashError error = CreatePayment(_rate);
            _height = now;
            if (error != AkashError.None)
            {
                return error;
            }
        }

        return Escrow.Withdraw(ref _account, _payments, 0, _height, _terms);
    }

    private AkashError Settle()
    {
        Escrow.Settle(ref _account, _payments, _height, _terms);
        return AkashError.None;
    }
}
