using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentVerse.Mechanisms.Intelligence.Bittensor;
using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Cli.Conformance.Bittensor;

/// <summary>The pool.</summary>
internal static class SwapOperations
{
    internal static JsonNode Exponent(Case one, ChainParameters chain)
    {
        SwapSide side = one.Input.Get("base_quote").GetBoolean() ? SwapSide.Sell : SwapSide.Buy;
        Pool pool = new(0, 0, one.Input.Get("quote_weight").AsLong());
        long reserve = one.Input.Get("reserve").AsLong(), delta = one.Input.Get("delta").AsLong();
        U64F64 power = Balancer.Retained(reserve, delta, side, pool);
        return Output.Result(power.ToDouble());
    }

    internal static JsonNode Price(Case one, ChainParameters chain) =>
        new JsonObject { ["price"] = Balancer.Price(PoolOf(one.Input)).ToDouble() };

    internal static JsonNode Initial(Case one, ChainParameters chain)
    {
        Pool pool = new(one.Input.Get("tao").AsLong(), one.Input.Get("alpha").AsLong());
        Pool weighed = pool;
        bool isWeighed = one.Input.Find("price") is not { } price
            || Balancer.TryWeighByPrice(pool, U64F64.FromDouble(price.GetDouble()), out weighed);
        return isWeighed
            ? new JsonObject { ["price"] = Balancer.Price(weighed).ToDouble(), ["quote_weight"] = Weight(weighed) }
            : new JsonObject { ["error"] = "ReservesOutOfBalance" };
    }

    internal static JsonNode Swap(Case one, ChainParameters chain)
    {
        SwapSide side = one.Input.Get("buy").GetBoolean() ? SwapSide.Buy : SwapSide.Sell;

        // The upstream numbers come from a runtime whose least reserve is 1.
        int feeRate = one.Input.Get("fee_rate").AsInt();
        SubnetParameters subnet = new() { Chain = chain, FeeRate = feeRate, MinimumReserve = 1 };
        SwapOrder order = new(side, one.Input.Get("amount").AsLong());
        SwapResult result = Balancer.Swap(PoolOf(one.Input), order, subnet);
        return result.Error == SwapError.None
            ? new JsonObject
            {
                ["amount_in"] = result.AmountIn,
                ["amount_out"] = result.AmountOut,
                ["fee"] = result.Fee,
            }
            : new JsonObject { ["error"] = result.Error.ToString() };
    }

    internal static JsonNode ConvertDeltas(Case one, ChainParameters chain)
    {
        Pool pool = PoolOf(one.Input);
        long delta = one.Input.Get("delta").AsLong();
        return new JsonObject
        {
            ["sell"] = Balancer.Output(pool, SwapSide.Sell, delta),
            ["buy"] = Balancer.Output(pool, SwapSide.Buy, delta),
        };
    }

    internal static JsonNode TaoToReach(Case one, ChainParameters chain) =>
        Output.Result(ToReach(one.Input, SwapSide.Buy));

    internal static JsonNode AlphaToReach(Case one, ChainParameters chain) =>
        Output.Result(ToReach(one.Input, SwapSide.Sell));

    internal static JsonNode AlphaNeeded(Case one, ChainParameters chain) =>
        Output.Result(Balancer.AlphaNeeded(PoolOf(one.Input), one.Input.Get("delta_tao").AsLong()));

    internal static JsonNode MultiplyRounded(Case one, ChainParameters chain)
    {
        UInt128 part = Balancer.PartOf(one.Input.Get("p").AsLong(), one.Input.Get("value").AsUInt128());
        return Output.Result(JsonNode.Parse(part.ToString(CultureInfo.InvariantCulture)));
    }

    internal static JsonNode AddLiquidity(Case one, ChainParameters chain)
    {
        long tao = one.Input.Get("tao_delta").AsLong(), alpha = one.Input.Get("alpha_delta").AsLong();
        SubnetParameters subnet = new() { Chain = chain };
        bool isAdded = Balancer.TryAddLiquidity(PoolOf(one.Input), tao, alpha, subnet, out Pool after);
        return new JsonObject
        {
            ["price_after"] = Balancer.Price(after).ToDouble(),
            ["quote_weight_after"] = Weight(after),
            ["rejected"] = !isAdded,
        };
    }

    private static long ToReach(JsonElement input, SwapSide side)
    {
        long reserve = input.Get("reserve").AsLong();
        Pool pool = new(reserve, reserve, input.Get("quote_weight").AsLong());
        return Balancer.InputToReach(
            pool,
            side,
            U64F64.FromDouble(input.Get("price").GetDouble()),
            U64F64.FromDouble(input.Get("target").GetDouble()));
    }

    private static Pool PoolOf(JsonElement input) =>
        new(input.Get("tao").AsLong(), input.Get("alpha").AsLong(), input.Get("quote_weight").AsLong());

    private static double Weight(in Pool pool) => (double)pool.TaoWeight / Pool.FullWeight;
}
