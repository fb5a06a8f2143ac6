using AgentVerse.Measures.Concentration;
using CsCheck;
using Xunit;

namespace AgentVerse.Tests.Measures.Concentration;

public class EntitiesTests
{
    [Fact]
    public void Accounts_of_one_controller_count_as_one() =>
        Assert.Equal([5.0, 1.0, 9.0], Entities.Sums([7, -1, 7, 3, -1], [4, 2, 5, 1, 3]));

    [Fact]
    public void Nobody_has_nothing() => Assert.Empty(Entities.Sums([], []));

    [Fact]
    public void Order_of_accounts_changes_no_bit() =>
        Gen.Select(Gen.Select(Gen.Long[0, 5], Gen.Double[0, 1e12]).Array[0, 60], Gen.Int).Sample((accounts, seed) =>
        {
            (long, double)[] shuffled = [.. accounts];
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(Sums(accounts), Sums(shuffled));
        });

    [Fact]
    public void Splitting_into_Sybils_lowers_the_measure_by_identity_but_not_by_entity()
    {
        // One owner of 60 among four of 10, alone and split into six accounts.
        double[] alone = [60, 10, 10, 10, 10];
        double[] split = [10, 10, 10, 10, 10, 10, 10, 10, 10, 10];
        long[] owners = [0, 0, 0, 0, 0, 0, 1, 2, 3, 4];
        Assert.True(Inequality.Gini(split) < Inequality.Gini(alone));
        Assert.Equal(Inequality.Gini(alone), Inequality.Gini(Entities.Sums(owners, split)));
    }

    private static double[] Sums((long Controller, double Holding)[] accounts) => Entities.Sums(
        [.. accounts.Select(account => account.Controller)], [.. accounts.Select(account => account.Holding)]);
}
