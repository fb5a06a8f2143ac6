using AgentVerse.Model.Contracts;
using AgentVerse.Results.Checkpoints;
using Xunit;

namespace AgentVerse.Tests.Results.Checkpoints;

public class JsonStateWriterTests
{
    private enum Mood
    {
        Calm,
        Stormy,
    }

    [Fact]
    public void A_state_is_printed_for_people()
    {
        string text = JsonStateWriter.Print(codec =>
        {
            int tick = 7;
            double price = 0.1;
            double odd = double.NaN;
            long[] balances = [long.MinValue, 0, long.MaxValue];
            ulong account = ulong.MaxValue;
            Int128 pot = Int128.MaxValue;
            bool open = true;
            Mood mood = Mood.Stormy;
            string note = "über \"7\"";
            AgentRef[] agents = [new(1, 2)];
            codec.Value("tick", ref tick);
            codec.Open("pool");
            codec.Value("price", ref price);
            codec.Value("odd", ref odd);
            codec.Array("balances", ref balances);
            codec.Open("inner");
            codec.Value("account", ref account);
            codec.Close();
            codec.Value("pot", ref pot);
            codec.Close();
            codec.Value("open", ref open);
            codec.Value("mood", ref mood);
            codec.Text("note", ref note);
            codec.Array("agents", ref agents);
            codec.Value("tick", ref tick);
        });
        Assert.Equal(
            """
            {
              "tick": 7,
              "pool": {
                "price": 0.1,
                "odd": "NaN",
                "balances": [
                  -9223372036854775808,
                  0,
                  9223372036854775807
                ],
                "inner": {
                  "account": 18446744073709551615
                },
                "pot": "170141183460469231731687303715884105727"
              },
              "open": true,
              "mood": "Stormy",
              "note": "über \"7\"",
              "agents": [
                {
                  "population": 1,
                  "index": 2
                }
              ],
              "tick#2": 7
            }
            """,
            text);
    }
}
