using AgentVerse.Model.Settings;
using AgentVerse.Silo;
using AgentVerse.Silo.Configuration;
using AgentVerse.Tests.House;
using AgentVerse.Tests.Results;

using Xunit;

namespace AgentVerse.Tests.Silo.Configuration;

public sealed class SiloConfigFileTests
{
    private const string Secret = "Host=db.example;Port=5433;Database=lab;Username=u;Password=hidden";

    [Theory]
    [InlineData("single.json")]
    [InlineData("three.json")]
    public void The_files_of_silo_config_are_good(string name)
    {
        (SiloSettings? settings, IReadOnlyList<string> problems) =
            SiloConfigFile.Read(Path.Combine(Repository.Root, "silo-config", name), 1, _ => Secret);
        Assert.Empty(problems);
        Assert.Equal("127.0.0.1", settings!.Address.ToString());
    }

    [Fact]
    public void The_template_has_every_key_and_its_defaults_where_it_does_not_say_otherwise()
    {
        string template = File.ReadAllText(Path.Combine(Repository.Root, "silo-config", "production.json"))
            .Replace("/etc/agentverse/database", "", StringComparison.Ordinal);
        SiloSettings read = Good(template);
        SiloSettings defaults = Good("""{"siloConfig": 1, "dataFolder": "/srv/agentverse", "cluster": {"membership": "postgresql"}}""");
        Assert.Equal(defaults.Cluster!.Watchfulness, read.Cluster!.Watchfulness);
        Assert.Equal(
            defaults with { Cluster = null, Address = read.Address, DashboardPort = read.DashboardPort, LogFile = read.LogFile },
            read with { Cluster = null });
        Assert.All(KeysOf(SiloKeys.Root), key => Assert.Contains($"\"{key}\":", template, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"dataFolder\": \"d\",", "", "dataFolder; must be")]
    [InlineData("\"siloConfig\": 1", "\"siloConfig\": 2", "siloConfig = 2; must be")]
    [InlineData("\"threads\": 2", "\"threads\": 0", "threads = 0; must be")]
    [InlineData("\"threads\": 2", "\"thread\": 2", "thread; must be a known key; did you mean 'threads'?")]
    [InlineData("\"siloPort\": 11111", "\"siloPort\": 70000", "listen.siloPort = 70000; must be")]
    [InlineData("\"gatewayPort\": 30000", "\"gatewayPort\": 11111", "listen.gatewayPort = 11111; must be different")]
    [InlineData("\"address\": \"127.0.0.1\"", "\"address\": \"0.0.0.0\"", "listen.address = 0.0.0.0; must be an IP address")]
    [InlineData("\"address\": \"127.0.0.1\"", "\"address\": \"here\"", "listen.address = here; must be an IP address")]
    [InlineData("\"siloPort\": 11111", "\"bindAddress\": \"there\"", "listen.bindAddress = there; must be an IP address")]
    [InlineData("\"siloPort\": 11111", "\"bindSiloPort\": 0", "listen.bindSiloPort = 0; must be")]
    [InlineData("\"siloPort\": 11111", "\"bindSiloPort\": 5, \"bindGatewayPort\": 5", "listen.bindGatewayPort = 5; must be different")]
    [InlineData("\"postgresql\"", "\"mysql\"", "cluster.membership = mysql; must be")]
    [InlineData("\"probeTimeout\": \"2s\"", "\"probeTimeout\": \"2\"", "cluster.probeTimeout = \"2\"; must be")]
    [InlineData("\"probeTimeout\": \"2s\"", "\"probeTimeout\": \"5m\"", "cluster.probeTimeout = 5m; must be")]
    [InlineData("\"missedProbes\": 3", "\"missedProbes\": 0", "cluster.missedProbes = 0; must be")]
    [InlineData("\"votes\": 2", "\"votes\": 0", "cluster.votes = 0; must be")]
    [InlineData("\"aliveEvery\": \"10s\"", "\"aliveEvery\": \"0s\"", "cluster.aliveEvery = 0s; must be")]
    [InlineData("\"refreshEvery\": \"10s\"", "\"refreshEvery\": \"0s\"", "cluster.refreshEvery = 0s; must be")]
    [InlineData("\"environment\": \"DB\"", "\"environment\": \"NONE\"", "environment variable NONE is not set")]
    [InlineData("\"environment\": \"DB\"", "\"environment\": \"BAD\"", "the connection string in BAD cannot be used")]
    [InlineData("\"environment\": \"DB\"", "\"file\": \"no/such\"", "there is no file no/such")]
    [InlineData("\"environment\": \"DB\"", "\"connectionString\": \"x\"", "database.connectionString; must be a known key")]
    [InlineData("\"store\": \"folder\"", "\"store\": \"s3\"", "checkpoints.store = s3; must be")]
    [InlineData("\"experimentsMax\": 10", "\"experimentsMax\": 0", "queue.experimentsMax = 0; must be")]
    [InlineData("\"runsAtOnce\": \"auto\"", "\"runsAtOnce\": -1", "queue.runsAtOnce = -1; must be")]
    [InlineData("\"limit\": \"60s\"", "\"limit\": \"2d\"", "drain.limit = 2d; must be")]
    [InlineData("\"drain\": {", "\"drain\": [", "text")]
    public void One_bad_value_is_named_with_its_line_and_what_is_allowed(string good, string bad, string problem)
    {
        string text = Whole.Replace(good, bad, StringComparison.Ordinal);
        Assert.NotEqual(Whole, text);
        string found = string.Join('\n', Problems(text));
        Assert.Contains(problem, found, StringComparison.Ordinal);
        Assert.Matches(@"silo\.json:\d+: ", found);
        Assert.DoesNotContain("hidden", found, StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_are_told_at_once() => Assert.Equal(3, Problems(
        Whole.Replace("\"threads\": 2", "\"threads\": 0", StringComparison.Ordinal)
            .Replace("\"votes\": 2", "\"votes\": 99", StringComparison.Ordinal)
            .Replace("\"limit\": \"60s\"", "\"limit\": \"soon\"", StringComparison.Ordinal)).Count);

    [Fact]
    public void Checkpoints_in_the_database_need_a_database()
    {
        string text = Whole.Replace("\"folder\"", "\"postgresql\"", StringComparison.Ordinal)
            .Replace("\"membership\": \"postgresql\"", "\"membership\": \"single\"", StringComparison.Ordinal);
        Assert.Contains("checkpoints.store = postgresql; must be folder", Assert.Single(Problems(text)), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_silo_of_a_host_has_ports_of_its_own()
    {
        SiloSettings third = Good(Whole, silo: 3);
        Assert.Equal((11113, 30002), (third.SiloPort, third.GatewayPort));
    }

    [Fact]
    public void A_silo_may_listen_elsewhere_than_where_it_is_reached()
    {
        SiloSettings same = Good(Whole);
        Assert.Null(same.SiloBinding);
        Assert.Null(same.GatewayBinding);
        SiloSettings all = Good(Whole.Replace(
            "\"siloPort\": 11111", "\"siloPort\": 11111, \"bindAddress\": \"0.0.0.0\"", StringComparison.Ordinal), silo: 2);
        Assert.Equal("0.0.0.0:11112", all.SiloBinding!.ToString());
        Assert.Equal("0.0.0.0:30001", all.GatewayBinding!.ToString());
        SiloSettings behind = Good(Whole.Replace(
            "\"siloPort\": 11111", "\"siloPort\": 11111, \"bindSiloPort\": 12000", StringComparison.Ordinal), silo: 2);
        Assert.Equal((11112, "127.0.0.1:12001"), (behind.SiloPort, behind.SiloBinding!.ToString()));
        Assert.Null(behind.GatewayBinding);
    }

    [Fact]
    public void The_secret_shows_nowhere()
    {
        SiloSettings settings = Good(Whole);
        Assert.Contains("db.example:5433/lab", settings.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", settings.ToString(), StringComparison.Ordinal);
    }

    private const string Whole = """
        {
          // What a silo may say. A // in a text is text.
          "siloConfig": 1,
          "dataFolder": "d",
          "threads": 2, /* of
          two lines */
          "listen": {"address": "127.0.0.1", "siloPort": 11111, "gatewayPort": 30000},
          "cluster": {
            "membership": "postgresql", "probeTimeout": "2s", "missedProbes": 3, "votes": 2,
            "aliveEvery": "10s", "refreshEvery": "10s"
          },
          "database": {"environment": "DB"},
          "checkpoints": {"store": "folder"},
          "queue": {"experimentsMax": 10, "runsAtOnce": "auto"},
          "drain": {"limit": "60s"}
        }
        """;

    private static IEnumerable<string> KeysOf(Section section) => section.Fields.SelectMany(
        f => f.Nested is { } nested ? KeysOf(nested).Prepend(f.Name) : [f.Name]);

    private static SiloSettings Good(string text, int silo = 1)
    {
        (SiloSettings? settings, IReadOnlyList<string> problems) = Read(text, silo);
        Assert.Empty(problems);
        return settings!;
    }

    private static IReadOnlyList<string> Problems(string text)
    {
        (SiloSettings? settings, IReadOnlyList<string> problems) = Read(text, 1);
        Assert.Null(settings);
        return problems;
    }

    private static (SiloSettings? Settings, IReadOnlyList<string> Problems) Read(string text, int silo)
    {
        using TemporaryFolder temporary = new();
        return SiloConfigFile.Read(temporary.Write("silo.json", text), silo, name => name switch
        {
            "NONE" => null,
            "BAD" => "hidden",
            _ => Secret,
        });
    }
}
