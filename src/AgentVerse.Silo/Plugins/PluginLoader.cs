using System.IO.Hashing;
using System.Reflection;
using System.Runtime.Loader;

using AgentVerse.Model.Contracts;

namespace AgentVerse.Silo.Plugins;

/// <summary>
/// Loads researchers' assemblies: each lies with its dependencies in a folder of its own below a plug-in folder, and
/// the assembly that bears the folder's name is asked for its <see cref="IPlugin"/>s.
/// </summary>
public static class PluginLoader
{
    /// <summary>Registers all plug-ins below a folder, in order of their names; says which were found.</summary>
    public static IReadOnlyList<PluginOrigin> Load(string folder, Catalogue catalogue)
    {
        List<PluginOrigin> found = [];
        if (!Directory.Exists(folder))
        {
            return found;
        }

        foreach (string home in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            string path = Path.GetFullPath(Path.Combine(home, Path.GetFileName(home) + ".dll"));
            if (File.Exists(path))
            {
                Register(new PluginContext(path).LoadFromAssemblyPath(path), catalogue);
                found.Add(new PluginOrigin(Path.GetFileName(home), Convert.ToHexStringLower(HashOf(path))));
            }
        }

        return found;
    }

    private static byte[] HashOf(string path) => XxHash128.Hash(File.ReadAllBytes(path));

    private static void Register(Assembly assembly, Catalogue catalogue)
    {
        foreach (Type type in assembly.GetExportedTypes().Where(t => t.IsAssignableTo(typeof(IPlugin)) && !t.IsAbstract)
            .OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            catalogue.Add((IPlugin)Activator.CreateInstance(type)!);
        }
    }

    /// <summary>Takes a plug-in's own dependencies from its folder and the API from the host.</summary>
    private sealed class PluginContext(string path) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(path))
    {
        private readonly AssemblyDependencyResolver _resolver = new(path);

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            bool shared = assemblyName.Name is "AgentVerse.Model" or "System.IO.Hashing";
            return !shared && _resolver.ResolveAssemblyToPath(assemblyName) is { } own ? LoadFromAssemblyPath(own) : null;
        }
    }
}

/// <summary>A plug-in that was loaded; a run's version names it with its hash, since it can change results.</summary>
/// <param name="Name">Name of the assembly.</param>
/// <param name="Hash">XxHash128 of the file, base 16.</param>
public sealed record PluginOrigin(string Name, string Hash);
