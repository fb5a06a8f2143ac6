using AgentVerse.Cli.Commands;

return RootCommands.Create().Parse(args).Invoke();
