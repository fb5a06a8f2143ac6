using System.Text.Json;
using System.Text.Json.Nodes;
using AgentVerse.Mechanisms.Compute.Akash;

namespace AgentVerse.Cli.Conformance.Akash;

/// <summary>Closing an account of era C that can or cannot pay, and what follows.</summary>
internal static class DebtOperation
{
    internal static JsonNode Run(JsonElement input, AkashParameters chain)
    {
        EscrowTerms terms = new(chain, TakeFee.RateOf(Currency.Act, chain));
        EscrowAccount account = EscrowAccount.At(0, input.Get("deposit").AsLong());
        EscrowPayment[] payments = new EscrowPayment[1];
        Escrow.CreatePayment(ref account, payments, 0, input.Get("rate").AsDec(), (0, terms));
        long height = input.Get("blocks").AsLong();
        JsonObject output = [];
        if (input.Find("then") is not { } then)
        {
            Escrow.CloseAccount(ref account, payments, height, terms);
        }
        else
        {
            Escrow.Withdraw(ref account, payments, 0, height, terms);
            output["fundsAfterWithdraw"] = account.Funds.Json();
            output["account"] = account.State.ToString();
            output["payment"] = payments[0].State.ToString();
            Follow(then, ref account, payments, (height, terms), output);
        }

        output["transferred"] = account.Transferred.Json();
        output.TryAdd("account", account.State.ToString());
        output.TryAdd("payment", payments[0].State.ToString());
        output["refund"] = account.RefundOwn;
        return output;
    }

    private static void Follow(
        JsonElement then, ref EscrowAccount account, EscrowPayment[] payments, (long Height, EscrowTerms Terms) at,
        JsonObject output)
    {
        int closes = 0;
        foreach (JsonElement step in then.EnumerateArray())
        {
            string text = step.GetString()!;
            if (text == "accountClose")
            {
                Escrow.CloseAccount(ref account, payments, at.Height, at.Terms);
                output[$"afterClose{++closes}"] = account.State.ToString();
                continue;
            }

            string amount = text["deposit ".Length..];
            long paid = amount == "|debt|" ? (Dec18.Zero - account.Funds).Truncate() : long.Parse(amount);
            Escrow.Deposit(ref account, payments, paid, isForeign: false, at.Terms);
            output["afterDeposit"] = account.State.ToString();
            output["paymentAfterDeposit"] = payments[0].State.ToString();
        }
    }
}
