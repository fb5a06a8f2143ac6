namespace AgentVerse.Grains;

/// <summary>Plans the runs of one experiment and follows them; its key is the experiment's id.</summary>
public interface IExperimentGrain : IGrainWithStringKey
{
    /// <summary>Checks a submission, makes its folder and begins; or says all that is wrong with it.</summary>
    [ResponseTimeout("00:05:00")]
    Task<SubmissionAnswer> Submit(Submission submission);

    /// <summary>Goes on with what is not done, from the runs' last commits.</summary>
    Task Resume();

    /// <summary>Goes on with an unfinished experiment whose coordinator is gone.</summary>
    Task Wake();

    /// <summary>Stops all runs at their next commit.</summary>
    Task Stop();

    /// <summary>Where it stands.</summary>
    [Orleans.Concurrency.AlwaysInterleave]
    Task<ExperimentStatus> Status();
}
