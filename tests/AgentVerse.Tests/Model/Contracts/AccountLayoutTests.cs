using AgentVerse.Model.Contracts;
using AgentVerse.Model.Numerics;

using CsCheck;

using Xunit;

namespace AgentVerse.Tests.Model.Contracts;

/// <summary>Who has which accounts: every index has one place, and neither splits nor other controllers move a key.</summary>
public sealed class AccountLayoutTests
{
    private static readonly Draws Seed = new(7, 0);

    private static readonly Gen<AccountLayout> Dealt =
        from count in Gen.Int[1, 200]
        from each in Gen.Int[1, 12]
        from spread in Gen.Double[0, 2]
        from isDrawn in Gen.Bool
        select isDrawn
            ? AccountLayout.Drawn(Seed, "miners", count, (each, spread, 40))
            : AccountLayout.Fixed(count, each);

    private static readonly Gen<AccountLayout> Any =
        from layout in Dealt
        from parts in Gen.Int[1, 9]
        from mode in Gen.Enum<SplitMode>()
        from bits in Gen.Int[0, 7]
        select layout.With(parts, mode, c => ((bits >> (c % 3)) & 1) == 1);

    [Fact]
    public void Every_account_has_a_place_of_its_own() => Any.Sample(layout =>
    {
        (int, int)[] places =
        [
            .. Enumerable.Range(0, layout.Capacity).Select(i => (layout.ControllerOf(i), layout.OrdinalOf(i))),
        ];
        return places.Distinct().Count() == places.Length
            && places.All(p => p.Item1 >= 0 && p.Item1 < layout.Controllers && p.Item2 >= 0);
    });

    [Fact]
    public void Ranges_of_controllers_cover_the_base_in_order() => Any.Sample(layout =>
    {
        int next = 0;
        for (int c = 0; c < layout.Controllers; c++)
        {
            (int from, int to) = layout.RangeOf(c);
            if (from != next || to <= from || Enumerable.Range(from, to - from).Any(i => layout.ControllerOf(i) != c))
            {
                return false;
            }

            next = to;
        }

        return next == layout.BaseCount;
    });

    [Fact]
    public void A_controller_has_as_many_accounts_as_are_there() => Any.Sample(layout =>
        Enumerable.Range(0, layout.Controllers).All(c => layout.AccountsOf(c) == Enumerable.Range(0, layout.Capacity)
            .Count(i => layout.ControllerOf(i) == c && !layout.IsAbsorbed(i))));

    [Fact]
    public void A_split_moves_no_account_that_was_there() => Gen.Select(Dealt, Gen.Int[1, 9]).Sample((layout, parts) =>
    {
        AccountLayout split = layout.With(parts, SplitMode.Clone, c => c % 2 == 0);
        return Enumerable.Range(0, layout.BaseCount).All(i =>
            split.ControllerOf(i) == layout.ControllerOf(i) && split.OrdinalOf(i) == layout.OrdinalOf(i)
            && split.PartOf(i) == 0 && split.OriginOf(i) == i);
    });

    [Fact]
    public void Parts_of_an_account_name_each_other() => Any.Sample(layout =>
        Enumerable.Range(0, layout.BaseCount).All(origin =>
        {
            IReadOnlyList<int> parts = layout.PartsOf(origin);
            return parts[0] == origin && (layout.Mode == SplitMode.Merge || parts.Select((p, i) =>
                layout.OriginOf(p) == origin && layout.PartOf(p) == i
                && layout.ControllerOf(p) == layout.ControllerOf(origin)).All(isSame => isSame));
        }));

    [Fact]
    public void A_merge_leaves_one_account_of_each_k_and_absorbs_the_others() => Gen.Select(Dealt, Gen.Int[2, 9]).Sample(
        (layout, k) =>
        {
            AccountLayout merged = layout.With(k, SplitMode.Merge, _ => true);
            int[] left = [.. Enumerable.Range(0, merged.Capacity).Where(i => !merged.IsAbsorbed(i))];
            int[] covered = [.. left.SelectMany(merged.PartsOf).Order()];
            return merged.Capacity == layout.Capacity
                && covered.SequenceEqual(Enumerable.Range(0, layout.BaseCount));
        });

    [Fact]
    public void One_part_is_no_split()
    {
        AccountLayout layout = AccountLayout.Fixed(10, 3).With(1, SplitMode.Clone, _ => true);
        Assert.Equal((10, false), (layout.Capacity, Enumerable.Range(0, 10).Any(layout.IsSplit)));
    }

    [Fact]
    public void Fewer_parts_are_among_more_parts_and_their_keys_are_the_same()
    {
        AccountLayout two = AccountLayout.Fixed(5, 2).With(2, SplitMode.Divide, _ => true);
        AccountLayout four = AccountLayout.Fixed(5, 2).With(4, SplitMode.Divide, _ => true);
        for (int origin = 0; origin < 5; origin++)
        {
            Assert.Equal(
                two.PartsOf(origin).Select(two.OrdinalOf), four.PartsOf(origin).Take(2).Select(four.OrdinalOf));
        }
    }

    /// <summary>Median 3, sd of the logarithm 1, at most 40: the numbers of 2,000 controllers.</summary>
    [Fact]
    public void Drawn_numbers_of_accounts_have_their_median_and_cap()
    {
        AccountLayout layout = AccountLayout.Drawn(Seed, "farms", 12_000, (3, 1, 40));
        int[] numbers = [.. Enumerable.Range(0, layout.Controllers - 1).Select(c => layout.RangeOf(c).To - layout.RangeOf(c).From)];
        Assert.InRange(layout.Controllers, 2_000, 3_500);
        Assert.Equal(3, numbers.Order().ElementAt(numbers.Length / 2));
        Assert.Equal(40, numbers.Max());
        Assert.Equal(1, numbers.Min());
    }

    [Fact]
    public void More_accounts_in_a_population_leave_drawn_controllers_as_they_were()
    {
        AccountLayout few = AccountLayout.Drawn(Seed, "farms", 100, (3, 1, 40));
        AccountLayout many = AccountLayout.Drawn(Seed, "farms", 1000, (3, 1, 40));
        Assert.All(Enumerable.Range(0, few.Controllers - 1), c => Assert.Equal(few.RangeOf(c), many.RangeOf(c)));
    }
}
