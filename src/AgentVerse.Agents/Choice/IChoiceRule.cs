namespace AgentVerse.Agents.Choice;

/// <summary>
/// How an agent picks among the options that it considers; ours and those of plug-ins alike. Pure: the same set and
/// chooser give the same place.
/// </summary>
public interface IChoiceRule
{
    /// <summary>Place of the chosen option in a set that has at least one.</summary>
    int Choose(in ChoiceSet options, in Chooser chooser);
}
