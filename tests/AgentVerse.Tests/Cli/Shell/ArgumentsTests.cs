using System.CommandLine;

using AgentVerse.Cli.Commands;
using AgentVerse.Cli.Shell;

using Xunit;

namespace AgentVerse.Tests.Cli.Shell;

public sealed class ArgumentsTests
{
    [Theory]
    [InlineData("workers[17]", "workers", 17)]
    [InlineData("big miners[0]", "big miners", 0)]
    public void An_agent_is_a_population_and_an_index(string text, string population, int index) =>
        Assert.Equal(new AgentName(population, index), AgentName.Parse(text));

    [Theory]
    [InlineData("workers")]
    [InlineData("workers[]")]
    [InlineData("workers[-1]")]
    [InlineData("workers[99999999999]")]
    [InlineData("[3]")]
    public void What_is_no_agent_is_none(string text) => Assert.Null(AgentName.Parse(text));

    [Theory]
    [InlineData("127.0.0.1:30000", "127.0.0.1:30000")]
    [InlineData("localhost:1", "127.0.0.1:1")]
    [InlineData("[::1]:5", "[::1]:5")]
    [InlineData("127.0.0.1", null)]
    [InlineData("127.0.0.1:0", null)]
    [InlineData("127.0.0.1:70000", null)]
    [InlineData("nowhere:1", null)]
    public void A_gateway_is_an_address_and_a_port(string text, string? address) =>
        Assert.Equal(address, Arguments.EndPoint(text)?.ToString());

    [Theory]
    [InlineData("run s.yaml --set ticks", "path=value")]
    [InlineData("run s.yaml --port 70000", "70000")]
    [InlineData("run", "SCENARIO")]
    [InlineData("inspect d --run 1 --agent workers", "population[index]")]
    [InlineData("inspect d --run 1 --agent workers[1] --tick -1", "-1")]
    [InlineData("silo --data d", "--silo-port")]
    public void A_wrong_command_line_is_refused_with_its_reason(string line, string reason)
    {
        ParseResult parsed = RootCommands.Create().Parse(line);
        Assert.Contains(parsed.Errors, e => e.Message.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Errors_become_codes_and_one_line_without_a_trace()
    {
        StringWriter error = new();
        Assert.Equal(ExitCode.BadInput, await Guarded.Run("run", () => throw new UserException("no such file"), error));
        Assert.Equal(
            ExitCode.Internal, await Guarded.Run("run", () => throw new InvalidOperationException("it\nbroke"), error));
        string[] lines = error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Equal("run: no such file", lines[0]);
        string log = lines[1][(lines[1].LastIndexOf(' ') + 1)..].Trim();
        Assert.Contains(nameof(InvalidOperationException), File.ReadAllText(log), StringComparison.Ordinal);
        File.Delete(log);
    }
}
