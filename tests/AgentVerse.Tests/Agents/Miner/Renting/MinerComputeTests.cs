using AgentVerse.Agents.Compute;
using AgentVerse.Agents.Miner.Renting;

using Xunit;

namespace AgentVerse.Tests.Agents.Miner.Renting;

/// <summary>How hours of a period become units and seconds of a lease.</summary>
public sealed class MinerComputeTests
{
    private const long Day = 86_400;
    private const long Hour = 3600;

    [Theory]
    [InlineData(8, 1, 8 * Hour)]
    [InlineData(23, 1, 23 * Hour)]
    [InlineData(24, 1, Day - 75)]
    [InlineData(25, 2, 25 * Hour / 2)]
    [InlineData(36, 2, 18 * Hour)]
    [InlineData(48, 2, Day - 75)]
    public void Units_are_as_few_as_a_whole_period_takes(int unitHours, int units, long seconds) =>
        Assert.Equal(new Need(units, seconds), MinerCompute.Divide(unitHours * Hour, Day, Day - 75));

    [Fact]
    public void What_is_left_of_a_period_is_not_exceeded() =>
        Assert.Equal(new Need(1, 2 * Hour), MinerCompute.Divide(20 * Hour, Day, 2 * Hour));

    [Fact]
    public void Nothing_is_ordered_for_no_time() => Assert.Equal(0, MinerCompute.Divide(Hour, Day, -5).Seconds);
}
