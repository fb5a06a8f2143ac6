using Microsoft.Extensions.Logging;

namespace AgentVerse.Grains;

public sealed partial class RunGrain
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {RunId}: incarnation {Incarnation} ended, restarting from the last commit")]
    private partial void LogRestart(string runId, int incarnation, Exception cause);

    [LoggerMessage(Level = LogLevel.Error, Message = "Run {RunId} failed: {Error}")]
    private partial void LogFailed(string runId, string error);

    [LoggerMessage(Level = LogLevel.Information, Message = "Run {RunId}: another coordinator has taken over")]
    private partial void LogSuperseded(string runId);
}
