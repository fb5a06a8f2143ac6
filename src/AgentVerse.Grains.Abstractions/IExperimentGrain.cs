namespace AgentVerse.Grains;

/// <summary>Plans the runs of one experiment and follows them; its key is the experiment's id.</summary>
public interface IExperimentGrain : IGrainWithStringKey
{
    /// <summary>Checks a submission, makes its folder and begins; or says all that is wrong with it.</summary>
    [ResponseTimeout("00:05:00")]
    Task<SubmissionAnswer> Submit(Submission submission);

    /// <summary>Goes on with what is not done, from the runs' last commits.</summary>
    /// <returns>Why the queue refuses it; empty if it does not.</returns>
    [ResponseTimeout("00:05:00")]
    Task<string> Resume();

    /// <summary>Goes on with an unfinished experiment whose coordinator is gone.</summary>
    Task Wake();

    /// <summary>
    /// Notes durably that all runs are to stop between two ticks, with a commit; they can be resumed.
    /// </summary>
    [Orleans.Concurrency.AlwaysInterleave]
    Task Cancel();

    /// <summary>Cancels, and returns when all runs stand.</summary>
    [ResponseTimeout("00:05:00")]
    Task Stop();

    /// <summary>Changes the priority in the queue.</summary>
    Task Prioritise(int priority);

    /// <summary>Stops all runs and deletes the experiment with its results.</summary>
    [ResponseTimeout("00:10:00")]
    Task Delete();

    /// <summary>Where it stands.</summary>
    [Orleans.Concurrency.AlwaysInterleave]
    Task<ExperimentStatus> Status();
}
