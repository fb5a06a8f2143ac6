using AgentVerse.Mechanisms.Compute.Render;

using CsCheck;

using Xunit;

namespace AgentVerse.Tests.Mechanisms.Compute.Render;

public sealed class ReputationTests
{
    private static readonly RenderParameters Parameters = new();

    [Fact]
    public void One_frame_moves_it_by_its_rate()
    {
        Assert.Equal(0.98, Reputation.After(1, 1, 0, Parameters), 12);
        Assert.Equal(0.51, Reputation.After(0.5, 1, 1, Parameters), 12);
        Assert.Equal(0.5, Reputation.After(0.5, 0, 0, Parameters));
    }

    [Fact]
    public void It_stays_between_what_it_was_and_the_share_approved() =>
        Gen.Select(Gen.Double[0, 1], Gen.Long[1, 1_000_000], Gen.Double[0, 1]).Sample((before, frames, share) =>
        {
            long approved = (long)(share * frames);
            double after = Reputation.After(before, frames, approved, Parameters);
            double target = (double)approved / frames;
            Assert.InRange(after, Math.Min(before, target) - 1e-12, Math.Max(before, target) + 1e-12);
        });

    [Theory]
    [InlineData(1000, 2, 0, 0)]
    [InlineData(3, 3, 0.6, 0.7)]
    [InlineData(1000, 100, 0.55, 0.65)]
    [InlineData(100, 100, 0.6, 0.7)]
    public void A_pause_needs_three_failures_and_grows_with_their_share(long frames, long failed, double low, double high) =>
        Assert.InRange(Reputation.PauseProbability(frames, failed, Parameters), low, high);

    [Theory]
    [InlineData(true, 0.98, 2)]
    [InlineData(true, 0.97, 3)]
    [InlineData(false, 1, 3)]
    public void Tier_two_needs_vetting_and_reputation(bool vetted, double reputation, int tier) =>
        Assert.Equal(tier, Reputation.Tier(vetted, reputation, Parameters));
}
