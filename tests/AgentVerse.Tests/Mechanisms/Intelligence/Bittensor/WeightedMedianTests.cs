using AgentVerse.Mechanisms.Intelligence.Bittensor;
using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;
using CsCheck;

using Xunit;

namespace AgentVerse.Tests.Mechanisms.Intelligence.Bittensor;

public sealed class WeightedMedianTests
{
    [Fact]
    public void Selection_agrees_with_sorting() =>
        Gen.Select(Gen.Int[0, 9].Array[0, 30], Gen.Int[0, 5].Array[30], Gen.Int[-1, 120])
            .Sample((scores, stakes, minority) =>
            {
                I32F32[] score = [.. scores.Select(s => I32F32.FromInteger(s))];
                I32F32[] stake = [.. stakes.Take(scores.Length).Select(s => I32F32.FromInteger(s))];
                Assert.Equal(
                    Oracle(scores, stakes, minority),
                    WeightedMedian.Select(score, stake, I32F32.FromInteger(minority), I32F32.Zero).ToDouble());
            });

    /// <summary>The first score in ascending order whose cumulative stake exceeds the minority, else the last.</summary>
    private static double Oracle(int[] scores, int[] stakes, int minority)
    {
        long cumulative = 0;
        foreach (IGrouping<int, (int Score, int Stake)> group in scores.Select((s, i) => (Score: s, Stake: stakes[i]))
            .GroupBy(t => t.Score).OrderBy(g => g.Key))
        {
            cumulative += group.Sum(t => t.Stake);
            if (cumulative > minority)
            {
                return group.Key;
            }
        }

        return scores.Length == 0 ? 0 : scores.Max();
    }
}
