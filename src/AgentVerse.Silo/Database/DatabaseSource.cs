namespace AgentVerse.Silo.Database;

/// <summary>Takes the connection string from an environment variable or a file: never from a configuration.</summary>
public static class DatabaseSource
{
    /// <summary>The environment variable that is read unless another is named.</summary>
    public const string DefaultVariable = Configuration.SiloKeys.DefaultVariable;

    /// <summary>The address, or what to do to have one. A file that is named is read instead of the variable.</summary>
    public static (DatabaseAddress? Address, string Error) Read(
        string variable, string file, Func<string, string?> environment)
    {
        if (file.Length > 0 && !File.Exists(file))
        {
            return (null, $"there is no file {file}: make one with the connection string in it, readable to you alone");
        }

        string? text = file.Length > 0 ? File.ReadAllText(file).Trim() : environment(variable);
        if (string.IsNullOrWhiteSpace(text))
        {
            return (null, file.Length > 0
                ? $"file {file} is empty: write the connection string into it"
                : $"environment variable {variable} is not set: set it to the connection string");
        }

        (DatabaseAddress? address, string error) = DatabaseAddress.Parse(text);
        return (address, address is null ? $"the connection string in {(file.Length > 0 ? file : variable)} cannot be used: {error}" : "");
    }
}
