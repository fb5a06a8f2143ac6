using AgentVerse.Model.Settings;

namespace AgentVerse.Model.Comparing;

/// <summary>A comparison of treatments in pairs of runs.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What is compared, such as <c>splitGain</c>.</param>
/// <param name="Control">Treatment that is compared with.</param>
/// <param name="Settings">All its keys.</param>
public sealed record ComparisonRequest(string Name, string Kind, string Control, SettingsMap Settings)
{
    /// <summary>Treatments that are compared with the control.</summary>
    public IReadOnlyList<string> Treatments => Settings.Has("splits")
        ? [.. Settings.List("splits").Select(s => s.Text("treatment"))]
        : [Settings.Text("treatment")];

    /// <summary>A value of it by its key.</summary>
    public ValueRequest Value(string key) => ValueRequest.Of(Settings, key);
}
