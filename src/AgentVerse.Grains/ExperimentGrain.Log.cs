using Microsoft.Extensions.Logging;

namespace AgentVerse.Grains;

public sealed partial class ExperimentGrain
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Experiment {Experiment}: another activation has taken over")]
    private partial void LogSuperseded(string experiment);

    [LoggerMessage(Level = LogLevel.Error, Message = "Experiment {Experiment} failed")]
    private partial void LogFailed(string experiment, Exception cause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Experiment {Experiment}: run {RunId} does not answer; asking again")]
    private partial void LogUnreachable(string experiment, string runId, Exception cause);
}
