namespace AgentVerse.Agents.Choice;

/// <summary>Goes on with what the agent does; takes the first option where it does nothing yet.</summary>
public sealed class FixedChoice : IChoiceRule
{
    /// <inheritdoc/>
    public int Choose(in ChoiceSet options, in Chooser chooser) => Math.Max(options.Current, 0);
}
