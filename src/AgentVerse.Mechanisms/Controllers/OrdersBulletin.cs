using AgentVerse.Model.Contracts;
using AgentVerse.Model.State;

namespace AgentVerse.Mechanisms.Controllers;

/// <summary>Nothing: who commands whom is nobody else's business.</summary>
public sealed class OrdersBulletin : Bulletin
{
    /// <inheritdoc/>
    public override void Carry(StateCodec codec)
    {
    }
}
