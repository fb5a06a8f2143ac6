using System.Globalization;
using System.Text.RegularExpressions;

namespace AgentVerse.Cli.Shell;

/// <summary>An agent as users write it: <c>population[index]</c>.</summary>
internal sealed partial record AgentName(string Population, int Index)
{
    /// <summary>The agent, or null if the text is none.</summary>
    internal static AgentName? Parse(string text)
    {
        Match match = Form().Match(text);
        bool isIndex = int.TryParse(
            match.Groups[2].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int index);
        return match.Success && isIndex ? new AgentName(match.Groups[1].Value, index) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Population}[{Index}]");

    [GeneratedRegex(@"^([^\[\]]+)\[(\d{1,10})\]$")]
    private static partial Regex Form();
}
