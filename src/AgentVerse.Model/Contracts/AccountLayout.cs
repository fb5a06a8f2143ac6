using AgentVerse.Model.Numerics;

namespace AgentVerse.Model.Contracts;

/// <summary>
/// Which accounts of a population belong to whom. Indices [0, <see cref="BaseCount"/>) are dealt to the controllers in
/// turn; accounts that a split adds come behind them, so that no index and no key of another account ever changes.
/// Immutable.
/// </summary>
public sealed class AccountLayout
{
    /// <summary>Most accounts of one controller, without those of a split.</summary>
    public const int AccountsMax = 1 << 20;

    /// <summary>Most accounts that one account is split into.</summary>
    public const int PartsMax = 1024;

    private static readonly Purpose Number = Purpose.Of("engine.accounts");
    private readonly int _each;
    private readonly int[] _first = [];
    private readonly int[] _chosen = [];

    private AccountLayout(int count, int each, int[] first)
    {
        BaseCount = count;
        _each = each;
        _first = first;
        Controllers = first.Length > 0 ? first.Length : (int)(((long)count + each - 1) / each);
        Parts = 1;
    }

    private AccountLayout(AccountLayout basis, int[] chosen, int parts, SplitMode mode)
        : this(basis.BaseCount, basis._each, basis._first)
    {
        _chosen = chosen;
        Parts = parts;
        Mode = mode;
    }

    /// <summary>Number of accounts without those of a split.</summary>
    public int BaseCount { get; }

    /// <summary>Number of controllers.</summary>
    public int Controllers { get; }

    /// <summary>Accounts that each one of a chosen controller becomes, or that become one; 1 for no split.</summary>
    public int Parts { get; }

    /// <summary>How accounts are split.</summary>
    public SplitMode Mode { get; }

    /// <summary>Number of all accounts.</summary>
    public int Capacity => BaseCount + (Mode == SplitMode.Merge ? 0 : _chosen.Length * (Parts - 1));

    /// <summary>Accounts in equal numbers; the last controller may have fewer.</summary>
    public static AccountLayout Fixed(int count, int each) => new(count, each, []);

    /// <summary>
    /// Accounts in numbers drawn from (population, controller): round(median × exp(spread × z)) with a standard normal
    /// z, in [1, most]; the last controller gets what is left.
    /// </summary>
    public static AccountLayout Drawn(
        Draws draws, string population, int count, (double Median, double Spread, int Most) accounts)
    {
        List<int> first = [];
        for (int next = 0, controller = 0; next < count; controller++)
        {
            first.Add(next);
            double z = draws.At(AccountKey.Of(population, controller, 0), -1).Normal(Number);
            double drawn = accounts.Median * DeterministicMath.Exp(accounts.Spread * z);
            next += (int)Math.Clamp(Math.Floor(drawn + 0.5), 1, Math.Min(accounts.Most, count - next));
        }

        return new AccountLayout(count, 1, [.. first]);
    }

    /// <summary>
    /// The same accounts with those of some controllers split into <paramref name="parts"/> each, or merged. With one
    /// part nothing changes.
    /// </summary>
    public AccountLayout With(int parts, SplitMode mode, Func<int, bool> isChosen)
    {
        Invariant.Check(parts is >= 1 and <= PartsMax, "an account is split into 1 to 1024 parts");
        List<int> chosen = [];
        for (int controller = 0; controller < Controllers && parts > 1; controller++)
        {
            if (isChosen(controller))
            {
                (int from, int to) = RangeOf(controller);
                chosen.AddRange(Enumerable.Range(from, to - from));
            }
        }

        return new AccountLayout(this, [.. chosen], chosen.Count == 0 ? 1 : parts, mode);
    }

    /// <summary>Controller of an account.</summary>
    public int ControllerOf(int index)
    {
        int origin = OriginOf(index);
        if (_first.Length == 0)
        {
            return origin / _each;
        }

        int place = Array.BinarySearch(_first, origin);
        return place >= 0 ? place : ~place - 1;
    }

    /// <summary>The controller's accounts without those of a split: [from, to).</summary>
    public (int From, int To) RangeOf(int controller) =>
        _first.Length == 0
            ? (controller * _each, (int)Math.Min(BaseCount, (controller + 1L) * _each))
            : (_first[controller], controller + 1 < _first.Length ? _first[controller + 1] : BaseCount);

    /// <summary>Number of a controller's accounts, those of a split included and those that a merge took away not.</summary>
    public int AccountsOf(int controller)
    {
        (int from, int to) = RangeOf(controller);
        return !IsSplit(from) ? to - from
            : Mode == SplitMode.Merge ? (to - from + Parts - 1) / Parts
            : (to - from) * Parts;
    }

    /// <summary>
    /// Number of an account among its controller's: a part of a split has the number of its origin plus part × 2^20, so
    /// that neither k nor the number of other accounts enters its key.
    /// </summary>
    public int OrdinalOf(int index)
    {
        int origin = OriginOf(index);
        int part = Mode == SplitMode.Merge ? 0 : PartOf(index);
        return origin - RangeOf(ControllerOf(origin)).From + (part * AccountsMax);
    }

    /// <summary>Whether the account is split, is a part of one that is, or is merged.</summary>
    public bool IsSplit(int index) =>
        index >= BaseCount || (_chosen.Length > 0 && Array.BinarySearch(_chosen, index) >= 0);

    /// <summary>The account that an account comes from: itself if no split has added it.</summary>
    public int OriginOf(int index) => index < BaseCount ? index : _chosen[(index - BaseCount) / (Parts - 1)];

    /// <summary>
    /// Number of an account among the parts of its origin; where accounts are merged, its place among the k that become
    /// one: all but the first are absorbed.
    /// </summary>
    public int PartOf(int index) =>
        index >= BaseCount ? 1 + ((index - BaseCount) % (Parts - 1))
        : Mode == SplitMode.Merge && IsSplit(index) ? OrdinalOf(index) % Parts
        : 0;

    /// <summary>Whether a merge has taken the account away: it never wakes.</summary>
    public bool IsAbsorbed(int index) => Mode == SplitMode.Merge && PartOf(index) > 0;

    /// <summary>The accounts that an account is split into, its own first; or those that are merged into it.</summary>
    public IReadOnlyList<int> PartsOf(int origin)
    {
        int place = Array.BinarySearch(_chosen, origin);
        if (place < 0)
        {
            return [origin];
        }

        if (Mode != SplitMode.Merge)
        {
            return [origin, .. Enumerable.Range(BaseCount + (place * (Parts - 1)), Parts - 1)];
        }

        int last = RangeOf(ControllerOf(origin)).To;
        return IsAbsorbed(origin) ? [origin] : [.. Enumerable.Range(origin, Math.Min(Parts, last - origin))];
    }
}
