using System.CommandLine;

using AgentVerse.Model.Contracts;
using AgentVerse.Silo;
using AgentVerse.Silo.Plugins;

namespace AgentVerse.Cli.Shell;

/// <summary>Where plug-ins come from, and what scenarios may name with them.</summary>
internal static class Plugins
{
    /// <summary>Folder beside the program that is taken unless another is named.</summary>
    internal static string DefaultFolder { get; } = Path.Combine(AppContext.BaseDirectory, "plugins");

    internal static Option<string> Option() => new("--plugins")
    {
        Description = "Folder whose subfolders are plug-ins; by default 'plugins' beside the program.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => DefaultFolder,
    };

    /// <summary>Everything that scenarios may name.</summary>
    /// <exception cref="UserException">A folder was named that is not there, or a plug-in cannot be loaded.</exception>
    internal static Catalogue Load(string folder, out IReadOnlyList<PluginOrigin> origins)
    {
        if (!Directory.Exists(folder) && !string.Equals(folder, DefaultFolder, StringComparison.Ordinal))
        {
            throw new UserException($"there is no plug-in folder {folder}");
        }

        try
        {
            return SiloHost.CatalogueOf(folder, out origins);
        }
        catch (Exception e) when (e is BadImageFormatException or TypeLoadException or FileLoadException
            or System.Reflection.ReflectionTypeLoadException or Model.InvariantException)
        {
            throw new UserException($"a plug-in in {folder} cannot be loaded: {e.Message}");
        }
    }
}
