using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Networks.Compute;
using AgentVerse.Model.Settings;

namespace AgentVerse.Agents.Miner;

/// <summary>What mining a task takes: hardware for some hours a day, and how far apart miners' skills are.</summary>
/// <param name="Name">Key of the task in scenarios.</param>
/// <param name="Gpu">Class of hardware, a key of <c>gpuUsdPerHour</c>.</param>
/// <param name="GpuHours">Hours of it a day at full effort.</param>
/// <param name="SkillSpread">Standard deviation of the logarithm of skill; its median is 1.</param>
internal sealed record MiningTask(string Name, string Gpu, double GpuHours, double SkillSpread);

/// <summary>
/// The eight tasks: running cost a day at full effort and spread of skill of each, from the keys of a population.
/// Prices are those of who owns its hardware, and of a market that quotes none.
/// </summary>
internal sealed class MiningTasks
{
    private const string Prices = "gpuUsdPerHour";
    private const string Tasks = "tasks";
    private const string CpuServer = "cpuServer";
    private const string Calibration = "calibration/compute.md section 2: ";
    private readonly double[] _costUsd;
    private readonly double[] _hours;
    private readonly int[] _gpuClass;
    private readonly double[] _skillSpread;

    /// <summary>In the order of <see cref="SubnetTask"/>.</summary>
    private static readonly IReadOnlyList<MiningTask> All =
    [
        new("languageModel", "a100", 24, 0.5),
        new("fineTuning", "h100", 8, 0.7),
        new("translation", "rtx4090", 24, 0.4),
        new("data", "cpuServer", 24, 0.3),
        new("storage", "cpuServer", 48, 0.1),
        new("compute", "a6000", 24, 0.1),
        new("proteinFolding", "rtx4090", 24, 0.3),
        new("marketPrediction", "cpuServer", 24, 1),
    ];

    private static readonly IReadOnlyList<string> Classes = ["h100", "a100", "a6000", "rtx4090", CpuServer];

    /// <summary>Reads the tasks of a population.</summary>
    internal MiningTasks(SettingsMap settings)
    {
        SettingsMap prices = settings.Section(Prices);
        SettingsMap[] tasks = [.. All.Select(t => settings.Section(Tasks).Section(t.Name))];
        _costUsd = [.. tasks.Select(t => t.Number("gpuHours") * prices.Number(t.Text("gpu")))];
        _hours = [.. tasks.Select(t => t.Number("gpuHours"))];
        _gpuClass = [.. tasks.Select(t => ComputeTerms.ClassIndex(ClassName(t.Text("gpu"))))];
        _skillSpread = [.. tasks.Select(t => t.Number("skillSpread"))];
    }

    /// <summary>The keys of a population.</summary>
    internal static IReadOnlyList<Field> Fields { get; } =
    [
        Field.Of(
            Prices,
            new Section(Prices, "Prices of compute.",
            [
                Price("h100", 2.49, "an H100", "table of AEP-26"),
                Price("a100", 1.69, "an A100 of 80 GB", "table of AEP-26"),
                Price("a6000", 0.98, "an A6000", "table of AEP-26"),
                Price("rtx4090", 0.35, "an RTX 4090", "RNP-019"),
                Price(
                    "cpuServer", 0.0911, "a server of 16 threads, 32 GB and 360 GB without a GPU",
                    "65.60 USD a month"),
            ]),
            "What an hour of each class costs who does not rent it on a simulated network."),
        Field.Of(
            Tasks, new Section(Tasks, "What each task takes.", [.. All.Select(TaskField)]),
            "What each task takes."),
    ];

    /// <summary>Name of a task in scenarios.</summary>
    internal static string NameOf(SubnetTask task) => All[(int)task].Name;

    /// <summary>Hours of its hardware that a task takes a day at full effort.</summary>
    internal double HoursOf(SubnetTask task) => _hours[(int)task];

    /// <summary>Place of a task's hardware among the classes of all networks of compute.</summary>
    internal int GpuClassOf(SubnetTask task) => _gpuClass[(int)task];

    /// <summary>Running cost of a task at full effort at list prices, USD a day.</summary>
    internal double CostOf(SubnetTask task) => _costUsd[(int)task];

    /// <summary>Standard deviation of the logarithm of skill in a task.</summary>
    internal double SkillSpreadOf(SubnetTask task) => _skillSpread[(int)task];

    /// <summary>What networks call a server without a GPU.</summary>
    private static string ClassName(string gpu) =>
        string.Equals(gpu, CpuServer, StringComparison.Ordinal) ? "cpu" : gpu;

    private static Field Price(string name, double usd, string what, string row) =>
        Field.Number(name, usd, 0, 1000, "USD/h", $"An hour of {what}.", Calibration + row);

    private static Field TaskField(MiningTask task) => Field.Of(
        task.Name,
        new Section(task.Name, "What the task takes.",
        [
            Field.Choice("gpu", task.Gpu, Classes, "Class of hardware that it runs on.", "[A]"),
            Field.Number("gpuHours", task.GpuHours, 0, 100_000, "h/d", "Hours of it a day at full effort.", "[A]"),
            Field.Number(
                "skillSpread", task.SkillSpread, 0, 5, "",
                "Standard deviation of the logarithm of skill; its median is 1.",
                "[A] 0.03 to 0.98 are published Gini coefficients of incentive: calibration/bittensor.md section 4"),
        ]),
        "What the task takes.");
}
