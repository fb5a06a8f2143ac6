using AgentVerse.Model;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;
using AgentVerse.Results;
using AgentVerse.Results.Experiments;
using AgentVerse.Scenarios;

namespace AgentVerse.Grains;

/// <summary>Takes submissions in and brings experiments out of their folders.</summary>
public sealed class ExperimentDesk(Catalogue catalogue, DataFolder data, RunFiles files, ComputePool pool)
{
    /// <summary>Largest sum of a submission's data files.</summary>
    public const long BytesMax = 256L << 20;

    /// <summary>
    /// Checks a submission and keeps it in a new folder; or gives all that is wrong and keeps nothing.
    /// </summary>
    public Task<IReadOnlyList<string>> Accept(string experiment, Submission submission) =>
        pool.Run<IReadOnlyList<string>>(() =>
        {
            Override[] overrides = [.. submission.Overrides.Select(Override.Parse)];
            (Scenario? scenario, IReadOnlyList<Problem> problems) =
                ScenarioReader.Read(submission.FileName, submission.Text, catalogue, overrides);
            if (scenario is null)
            {
                return [.. problems.Select(p => p.ToString())];
            }

            if (submission.Files.Sum(f => (long)f.Value.Length) > BytesMax)
            {
                return [$"{submission.FileName}: its data files are larger than {BytesMax} bytes; take smaller ones"];
            }

            try
            {
                return Keep(experiment, submission, scenario);
            }
            catch (Exception e) when (e is ResultsException or InvariantException)
            {
                return [e.Message];
            }
        });

    /// <summary>Whether an experiment was taken in.</summary>
    internal bool Has(string experiment) =>
        DataFolder.IsPlain(experiment) && File.Exists(data.Experiment(experiment).Manifest);

    /// <summary>Deletes an experiment's checkpoints and folder.</summary>
    internal Task Delete(string experiment, IReadOnlyList<string> runs) => pool.Run(() =>
    {
        files.Delete(experiment, runs);
        return true;
    });

    /// <summary>
    /// An experiment that was accepted, for a coordinator: those before it can write nothing any more.
    /// </summary>
    internal Task<ExperimentWork> Open(string experiment, int coordinator) => pool.Run(() =>
    {
        ExperimentFolder folder = data.Experiment(experiment).TakeOver(coordinator);
        ExperimentInputs inputs = ExperimentInputs.Open(folder);
        return new ExperimentWork(experiment, folder, inputs, Required(inputs.Read(catalogue)), catalogue, files, pool);
    });

    /// <summary>The scenario of a reading that was checked before.</summary>
    internal static Scenario Required(ScenarioReading reading) =>
        reading.Scenario ?? throw new ResultsException(
            $"The scenario that was kept is not good any more: {reading.Problems[0]}", "Its results are whole",
            "Submit it anew");

    private IReadOnlyList<string> Keep(string experiment, Submission submission, Scenario scenario)
    {
        ExperimentFolder folder = data.Experiment(experiment);
        DropUnfinished(folder);
        folder = ExperimentFolder.Create(folder.Path);
        ExperimentInputs inputs = ExperimentInputs.Keep(folder, submission);
        (_, IReadOnlyList<Problem> problems) = files.BuildWorld(scenario, inputs, replicate: 0);
        if (problems.Count > 0)
        {
            Directory.Delete(folder.Path, recursive: true);
            return [.. problems.Select(p => (p with { File = submission.FileName }).ToString())];
        }

        ManifestFile.Write(folder, ExperimentWork.ManifestOf(experiment, scenario, inputs.Hashes(scenario), files.Plugins));
        return [];
    }

    /// <summary>
    /// A silo that died while it took a submission in leaves inputs without a manifest, which is written last: they go.
    /// </summary>
    private static void DropUnfinished(ExperimentFolder folder)
    {
        bool isUnfinished = Directory.Exists(folder.Inputs) && !File.Exists(folder.Manifest)
            && !Directory.EnumerateFiles(folder.Path).Any();
        if (isUnfinished)
        {
            folder.Delete();
        }
    }
}
