using System.Text.Json;
using System.Text.Json.Nodes;
using AgentVerse.Mechanisms.Compute.Akash;

namespace AgentVerse.Cli.Conformance.Akash;

/// <summary>
/// Order, bid and lease of a deployment whose money runs out, is owed for some blocks, and may be repaid.
/// </summary>
internal static class MarketFlow
{
    internal static JsonNode Run(JsonElement input, AkashParameters chain)
    {
        long deposit = input.Get("deposit").AsLong();
        long bidDeposit = input.LongOr("bidDeposit", chain.BidMinDeposit);
        Dec18 rate = input.Get("rate").AsDec();
        EscrowTerms terms = new(chain, TakeFee.RateOf(Currency.Akt, chain));
        EscrowAccount account = EscrowAccount.At(0, deposit);
        EscrowPayment[] payments = new EscrowPayment[1];
        OrderStanding standing = default;
        MarketTransitions.CreateOrder(ref standing);
        Escrow.CreatePayment(ref account, payments, 0, rate, (0, terms));
        MarketTransitions.CreateLease(ref standing);

        long blocks = Dec18.WholeQuotient(Dec18.Of(deposit), rate) + input.Get("blocksAfterExhaustion").AsLong();
        Escrow.Withdraw(ref account, payments, 0, blocks, terms);
        MarketTransitions.OnAccountClosed(ref standing, account.State, blocks, chain);
        (long fee1, long provider1) = (payments[0].Fees, payments[0].Earnings);
        JsonObject output = new()
        {
            ["fee1"] = fee1,
            ["provider1"] = provider1,
            ["unsettled"] = payments[0].Unsettled.Json(),
            ["funds"] = account.Funds.Json(),
        };
        long owner = input.LongOr("ownerStart", 0) - deposit;
        if (input.FlagOr("repay", false))
        {
            long debt = payments[0].Unsettled.Truncate();
            owner -= debt;
            Escrow.Deposit(ref account, payments, debt, isForeign: false, terms);
        }

        output["fee2"] = payments[0].Fees - fee1;
        output["provider2"] = payments[0].Earnings - provider1;
        output["communityPool"] = payments[0].Fees;
        output["providerEnd"] = input.LongOr("providerStart", 0) + payments[0].Earnings
            - (MarketTransitions.ReturnsDeposit(standing.Bid) ? 0 : bidDeposit);
        output["ownerEnd"] = owner + account.RefundOwn;
        output["account"] = account.State.ToString();
        output["payment"] = payments[0].State.ToString();
        output["lease"] = standing.Lease.ToString();
        output["bid"] = standing.Bid.ToString();
        output["order"] = standing.Order.ToString();
        output["group"] = standing.Group.ToString();
        output["deployment"] = standing.Deployment.ToString();
        return output;
    }
}
