using AgentVerse.Grains;

using Xunit;

namespace AgentVerse.Tests.Grains;

public sealed class LaneSharesTests
{
    [Fact]
    public void One_experiment_alone_has_all_lanes_that_it_wants()
    {
        LaneShares shares = new();
        Assert.Equal(3, shares.Grant(new LaneRequest("a", 0, 3, 3), (0, 1), 8, TimeSpan.Zero));
        Assert.Equal(8, shares.Grant(new LaneRequest("a", 3, 20, 17), (0, 1), 8, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void A_higher_priority_takes_every_lane_that_becomes_free_and_none_that_is_in_use()
    {
        Simulation play = new(capacity: 4, seconds: 2);
        play.Add("low", priority: 0, runs: 100);
        play.Run(seconds: 10);
        Assert.Equal(4, play["low"].Running);
        play.Add("high", priority: 1, runs: 12);
        play.Step();
        Assert.Equal(0, play["high"].Running);
        play.Run(seconds: 12);
        Assert.Equal(12, play["high"].Done);
        play.Run(seconds: 60);
        Assert.Equal(100, play["low"].Done);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(7, 30)]
    public void Equals_are_served_evenly_at_any_time_though_there_are_more_of_them_than_lanes(int capacity, int experiments)
    {
        Simulation play = new(capacity, seconds: 1);
        for (int i = 0; i < experiments; i++)
        {
            play.Add($"e{i:D2}", priority: 0, runs: 20);
        }

        while (play.Undone)
        {
            play.Step();
            int[] done = [.. play.All.Select(e => e.Done)];

            // Who asks first, while nobody else is there, may take all lanes once.
            Assert.InRange(done.Max() - done.Min(), 0, Math.Max(2, capacity));
            Assert.InRange(play.All.Sum(e => e.Running), 0, capacity);
        }
    }

    [Fact]
    public void Who_comes_later_is_not_served_alone_until_it_has_caught_up()
    {
        Simulation play = new(capacity: 2, seconds: 1);
        play.Add("early", priority: 0, runs: 400);
        play.Run(seconds: 100);
        play.Add("late", priority: 0, runs: 400);
        play.Run(seconds: 20);
        Assert.InRange(play["late"].Done, 10, 30);
    }

    [Fact]
    public void Runs_that_begin_and_end_between_two_questions_count_as_served()
    {
        Simulation play = new(capacity: 1, seconds: 1);
        play.Add("quick", priority: 0, runs: 4000, seconds: 0.05);
        play.Add("slow", priority: 0, runs: 4000);
        play.Run(seconds: 60);
        Assert.InRange(play["slow"].Done, 20, 40);
        Assert.InRange(play["quick"].Done, 200, 400);
    }

    [Fact]
    public void Lanes_of_an_experiment_that_asks_no_more_are_free_again()
    {
        LaneShares shares = new();
        Assert.Equal(4, shares.Grant(new LaneRequest("lost", 0, 4, 4), (0, 1), 4, TimeSpan.Zero));
        Assert.Equal(0, shares.Grant(new LaneRequest("new", 0, 4, 4), (0, 2), 4, TimeSpan.FromSeconds(1)));
        Assert.Equal(4, shares.Grant(new LaneRequest("new", 0, 4, 4), (0, 2), 4, TimeSpan.FromSeconds(20)));
    }

    /// <summary>Experiments that ask ten times a second; unless said otherwise their runs take equally long.</summary>
    private sealed class Simulation(int capacity, double seconds)
    {
        private readonly LaneShares _shares = new();
        private readonly SortedDictionary<string, Played> _played = new(StringComparer.Ordinal);
        private readonly double _seconds = seconds;
        private double _now;

        internal IEnumerable<Played> All => _played.Values;

        internal bool Undone => All.Any(e => e.Left > 0);

        internal Played this[string name] => _played[name];

        internal void Add(string name, int priority, int runs, double? seconds = null) =>
            _played.Add(name, new Played(priority, _played.Count, runs, seconds ?? _seconds));

        internal void Run(double seconds)
        {
            for (double end = _now + seconds; _now < end;)
            {
                Step();
            }
        }

        internal void Step()
        {
            _now += 0.1;
            foreach ((string name, Played played) in _played.Where(p => p.Value.Left > 0))
            {
                played.End(_now);
                LaneRequest request = new(name, played.Running, played.Left, played.Left - played.Running);
                int lanes = _shares.Grant(request, (played.Priority, played.Order), capacity, TimeSpan.FromSeconds(_now));
                played.Begin(lanes, _now);
            }
        }
    }

    private sealed class Played(int priority, long order, int runs, double seconds)
    {
        private readonly List<double> _ends = [];

        internal int Priority => priority;

        internal long Order => order;

        internal int Done { get; private set; }

        internal int Running => _ends.Count;

        internal int Left => runs - Done;

        internal void Begin(int lanes, double now)
        {
            while (Running < lanes && Running < Left)
            {
                _ends.Add(now + seconds);
            }
        }

        internal void End(double now) => Done += _ends.RemoveAll(e => e <= now);
    }
}
