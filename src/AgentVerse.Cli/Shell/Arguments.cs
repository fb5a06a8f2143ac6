using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace AgentVerse.Cli.Shell;

/// <summary>Arguments and options that several commands have, with their validators.</summary>
internal static partial class Arguments
{
    internal static Argument<string> Scenario() => new("SCENARIO") { Description = "Scenario file (YAML)." };

    internal static Argument<string> Folder() => new("DIR") { Description = "Folder of an experiment." };

    internal static Option<string> Run() => new("--run")
    {
        Description = "Run: its number as 'show' prints it, its id, or the beginning of its id.",
        HelpName = "ID|N",
        Required = true,
    };

    internal static Option<AgentName> Agent() => new("--agent")
    {
        Description = "Agent: its population and its index in it from 0, such as workers[17].",
        HelpName = "population[index]",
        Required = true,
        CustomParser = Parsed("population[index], such as workers[17]", AgentName.Parse),
    };

    internal static Option<int?> Tick(bool required, string description) => new("--tick")
    {
        Description = description,
        HelpName = "T",
        Required = required,
        Validators = { Within<int?>(0, int.MaxValue) },
    };

    internal static Option<string[]> Set() => new("--set")
    {
        Description = "Set a value of the scenario; may be given again.",
        HelpName = "path=value",
        AllowMultipleArgumentsPerToken = false,
        Validators = { ChecksPaths },
    };

    internal static Option<int?> Port(string name, string description, int from = 1) => new(name)
    {
        Description = description,
        HelpName = "N",
        Validators = { Within<int?>(from, 65_535) },
    };

    internal static Option<IPEndPoint[]?> Cluster(
        string description = "Submit to the cluster with these gateways instead of running in this process.",
        bool required = false) => new("--cluster")
        {
            Description = description,
            HelpName = "HOST:PORT[,HOST:PORT]",
            Required = required,
            CustomParser = Parsed("host:port, such as 127.0.0.1:30000, or several with commas", EndPoints),
        };

    internal static Argument<string> Experiment() => new("NAME") { Description = "Name of an experiment of the cluster." };

    internal static Option<bool> Json(string description) => new("--json") { Description = description };

    internal static IPEndPoint[]? EndPoints(string text)
    {
        IPEndPoint?[] found = [.. text.Split(',').Select(EndPoint)];
        return found.All(e => e is not null) ? [.. found.OfType<IPEndPoint>()] : null;
    }

    internal static IPEndPoint? EndPoint(string text)
    {
        Match match = HostPort().Match(text);
        bool isPort = ushort.TryParse(
            match.Groups[2].Value, NumberStyles.None, CultureInfo.InvariantCulture, out ushort port) && port > 0;
        IPAddress? address = string.Equals(match.Groups[1].Value, "localhost", StringComparison.OrdinalIgnoreCase)
            ? IPAddress.Loopback
            : IPAddress.TryParse(match.Groups[1].Value, out IPAddress? found) ? found : null;
        return match.Success && isPort && address is not null ? new IPEndPoint(address, port) : null;
    }

    private static Func<ArgumentResult, T?> Parsed<T>(string form, Func<string, T?> parse) => result =>
    {
        string text = result.Tokens[^1].Value;
        T? value = parse(text);
        if (value is null)
        {
            result.AddError($"'{text}' is not {form}");
        }

        return value;
    };

    internal static Action<OptionResult> Within<T>(long from, long to) => result =>
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
        bool isNumber = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value);
        if (isNumber && (value < from || value > to))
        {
            result.AddError($"{result.Option.Name} {text} is not from {from} to {to}");
        }
    };

    private static void ChecksPaths(OptionResult result)
    {
        foreach (Token token in result.Tokens.Where(t => t.Value.IndexOf('=', StringComparison.Ordinal) < 1))
        {
            result.AddError($"--set {token.Value}: expected path=value, such as ticks=100");
        }
    }

    [GeneratedRegex(@"^\[?([^\[\]]+?)\]?:(\d{1,5})$")]
    private static partial Regex HostPort();
}
