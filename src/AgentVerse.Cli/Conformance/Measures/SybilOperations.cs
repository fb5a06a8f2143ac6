using System.Text.Json;
using System.Text.Json.Nodes;
using AgentVerse.Measures.SybilResistance;
using Quadratic = AgentVerse.Measures.SybilResistance.QuadraticFunding;
using Trust = AgentVerse.Measures.SybilResistance.Reputation;

namespace AgentVerse.Cli.Conformance.Measures;

/// <summary>What Sybils gain, under rules whose answer is known.</summary>
internal static class SybilOperations
{
    private const int Hub = 0;
    private const int CycleNodes = 4;
    private const int CycleSybils = 3;

    /// <summary>A split of stake, or the rent of an identity: the input's fields tell them apart.</summary>
    internal static JsonNode Sybil(Case one)
    {
        JsonElement input = one.Input;
        if (input.Find("alpha") is { } exponent)
        {
            double stake = input.Get("attacker_stake").GetDouble();
            double others = input.Get("others_total_weight").GetDouble();
            double single = SplitGain.Share(stake, 1, exponent.GetDouble(), others);
            double split = SplitGain.Share(stake, input.Get("identities").GetDouble(), exponent.GetDouble(), others);
            return new JsonObject
            {
                ["share_1"] = single, ["share_k"] = split, ["gain"] = SplitGain.Of(single, split),
            };
        }

        IdentityRent rent = new(input.Get("r").GetDouble(), input.Get("h").GetDouble())
        {
            Discount = input.Find("delta")?.GetDouble() ?? 1,
            Loss = input.Find("L")?.GetDouble() ?? 0,
            Periods = input.Find("T")?.GetDouble() ?? double.PositiveInfinity,
        };
        return input.Find("c") is { } cost ? rent.ValueAt(cost.GetDouble()) : rent.BreakEvenCost;
    }

    internal static JsonNode QuadraticFunding(Case one)
    {
        double[] contributions = one.Input.Get("contributions").AsDoubles();
        return one.Input.Find("M") is { } bound
            ? Quadratic.BoundedSubsidy(contributions, bound.GetDouble())
            : new JsonObject
            {
                ["funding"] = Quadratic.Funding(contributions),
                ["subsidy"] = Quadratic.Subsidy(contributions),
            };
    }

    internal static JsonNode Security(Case one)
    {
        JsonElement input = one.Input;
        if (input.Find("q") is { } share)
        {
            return Corruption.DoubleSpend(share.GetDouble(), input.Get("z").AsInt());
        }

        if (input.Find("shock") is { } shock)
        {
            return Corruption.CascadeBound(input.Get("gamma").GetDouble(), shock.GetDouble());
        }

        double cost = Corruption.Cost(
            input.Get("threshold").GetDouble(), input.Get("stake_tokens").GetDouble(), input.Get("price").GetDouble());
        return new JsonObject
        {
            ["coc"] = cost, ["gamma"] = Corruption.Margin(cost, input.Get("profit").GetDouble()),
        };
    }

    internal static JsonNode Reputation(Case one) =>
        one.Input.Find("edges") is { } edges ? Flow(one.Input, edges) : PageRank(one.Input.Get("damping").GetDouble());

    /// <summary>Flow between two nodes before and after one of them hangs Sybils behind itself.</summary>
    private static JsonObject Flow(JsonElement input, JsonElement edges)
    {
        List<string> nodes = [];
        List<(int, int, double)> graph = [.. edges.EnumerateArray().Select(e => (
            PlaceOf(e[0].GetString()!), PlaceOf(e[1].GetString()!), e[2].GetDouble()))];
        int from = PlaceOf(input.Get("from").GetString()!), to = PlaceOf(input.Get("to").GetString()!);
        double before = Trust.MaxFlow(nodes.Count, graph, from, to);
        (int count, double weight) = SybilsOf(input.Get("sybil_edges_added").GetString()!);
        for (int i = 0; i < count; i++)
        {
            int sybil = PlaceOf($"sybil {i}");
            graph.Add((to, sybil, weight));
            graph.Add((sybil, to, weight));
        }

        return new JsonObject
        {
            ["before"] = before, ["after"] = Trust.MaxFlow(nodes.Count, graph, from, to),
        };

        int PlaceOf(string name)
        {
            int place = nodes.IndexOf(name);
            nodes.AddRange(place < 0 ? [name] : []);
            return place < 0 ? nodes.Count - 1 : place;
        }
    }

    /// <summary>Number and weight of the Sybils of a text such as <c>b&lt;-&gt;y0..y4 of weight 100</c>.</summary>
    private static (int Count, double Weight) SybilsOf(string text)
    {
        string[] words = text.Split(' ');
        string[] ends = words[0].Split("..");
        int first = NumberAtEnd(ends[0]), last = NumberAtEnd(ends[1]);
        return (last - first + 1, double.Parse(words[^1], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static int NumberAtEnd(string text) => int.Parse(
        text.AsSpan(text.LastIndexOfAny([.. "abcdefghijklmnopqrstuvwxyz>"]) + 1),
        System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A directed cycle of four, one of whose nodes exchanges edges with three Sybils of its own.</summary>
    private static JsonObject PageRank(double damping)
    {
        (int, int)[] cycle = [.. Enumerable.Range(0, CycleNodes).Select(i => (i, (i + 1) % CycleNodes))];
        (int, int)[] attacked =
        [
            .. cycle,
            .. Enumerable.Range(CycleNodes, CycleSybils).SelectMany(y => ((int, int)[])[(y, Hub), (Hub, y)]),
        ];
        double before = Trust.PageRank(CycleNodes, cycle, damping)[Hub];
        double after = Trust.PageRank(CycleNodes + CycleSybils, attacked, damping)[Hub];
        return new JsonObject
        {
            ["before"] = before, ["after"] = after, ["gain"] = SplitGain.Of(before, after),
        };
    }
}
