using System.CommandLine;

using AgentVerse.Cli.Shell;
using AgentVerse.Model.Contracts;
using AgentVerse.Silo.Plugins;

namespace AgentVerse.Cli.Commands;

/// <summary>`agentverse list`: networks, kinds of agents with their policies, measures.</summary>
internal static class ListCommand
{
    private static readonly Option<string> PluginFolder = Plugins.Option();

    internal static Command Create() =>
        new Command("list", "List networks, kinds of agents with their policies, and measures.") { PluginFolder }.Does(Run);

    private static int Run(ParseResult arguments)
    {
        Catalogue catalogue =
            Plugins.Load(arguments.GetRequiredValue(PluginFolder), out IReadOnlyList<PluginOrigin> plugins);
        Write(catalogue, plugins, arguments.InvocationConfiguration.Output);
        return ExitCode.Ok;
    }

    internal static void Write(Catalogue catalogue, IReadOnlyList<PluginOrigin> plugins, TextWriter output)
    {
        output.WriteLine("networks");
        Lines(output, "  ", catalogue.Networks.Values.Select(n => (n.Name, n.Doc)));
        output.WriteLine("kinds and their policies");
        foreach (AgentKind kind in catalogue.Kinds.Values)
        {
            Lines(output, "  ", [(kind.Name, kind.Doc)]);
            Lines(output, "    ", catalogue.PoliciesOf(kind.Name).Select(p => (p.Name, p.Doc)));
        }

        output.WriteLine("measures");
        Lines(output, "  ", catalogue.Measures.Values.Select(m => (m.Name, m.Doc)));
        output.WriteLine("plug-ins");
        Lines(output, "  ", plugins.Select(p => (p.Name, p.Hash)));
    }

    private static void Lines(TextWriter output, string indent, IEnumerable<(string Name, string Doc)> entries)
    {
        (string Name, string Doc)[] all = [.. entries];
        int width = all.Select(e => e.Name.Length).DefaultIfEmpty(0).Max();
        foreach ((string name, string doc) in all)
        {
            output.WriteLine($"{indent}{name.PadRight(width)}  {doc}");
        }
    }
}
