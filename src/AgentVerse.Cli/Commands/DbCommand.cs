using System.CommandLine;

using AgentVerse.Cli.Shell;
using AgentVerse.Silo.Database;

namespace AgentVerse.Cli.Commands;

/// <summary>`agentverse db init|check`: the tables of a cluster in PostgreSQL.</summary>
internal static class DbCommand
{
    private static readonly Option<string> Variable = new("--environment")
    {
        Description = "Environment variable that holds the connection string.",
        HelpName = "NAME",
        DefaultValueFactory = _ => DatabaseSource.DefaultVariable,
    };

    private static readonly Option<string?> SecretFile = new("--file")
    {
        Description = "File that holds the connection string and nothing else, instead of the variable.",
        HelpName = "FILE",
    };

    internal static Command Create() => new("db", "Make or check the tables of a cluster in PostgreSQL.")
    {
        new Command("init", "Make the tables, or bring them up to date; may be called again.")
        {
            Variable, SecretFile,
        }.Does(Init),
        new Command("check", "Say whether a silo can use the database, and if not, what to do.")
        {
            Variable, SecretFile,
        }.Does(Check),
    };

    /// <summary>Refuses to start a silo with a database that it cannot use.</summary>
    internal static async Task RequireReady(DatabaseAddress? database)
    {
        if (database is not null
            && await Reach(database, () => DatabaseSchema.Check(database)) is { Count: > 0 } problems)
        {
            throw new UserException(problems);
        }
    }

    private static async Task<int> Init(ParseResult arguments)
    {
        DatabaseAddress database = Database(arguments);
        IReadOnlyList<string> applied = await Reach(database, () => DatabaseSchema.Init(database));
        TextWriter output = arguments.InvocationConfiguration.Output;
        foreach (string script in applied)
        {
            output.WriteLine($"applied {script}");
        }

        output.WriteLine($"{database} is at version {DatabaseSchema.Newest}");
        return ExitCode.Ok;
    }

    private static async Task<int> Check(ParseResult arguments)
    {
        DatabaseAddress database = Database(arguments);
        IReadOnlyList<string> problems = await Reach(database, () => DatabaseSchema.Check(database));
        TextWriter output = arguments.InvocationConfiguration.Output;
        foreach (string problem in problems)
        {
            output.WriteLine(problem);
        }

        if (problems.Count == 0)
        {
            output.WriteLine($"{database} is ready at version {DatabaseSchema.Newest}");
        }

        return problems.Count == 0 ? ExitCode.Ok : ExitCode.Differs;
    }

    private static DatabaseAddress Database(ParseResult arguments)
    {
        (DatabaseAddress? address, string error) = DatabaseSource.Read(
            arguments.GetRequiredValue(Variable), arguments.GetValue(SecretFile) ?? "",
            Environment.GetEnvironmentVariable);
        return address ?? throw new UserException(error);
    }

    private static async Task<T> Reach<T>(DatabaseAddress database, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (System.Data.Common.DbException e)
        {
            throw new UserException($"{database}: {e.Message.ReplaceLineEndings(" ")}");
        }
    }
}
