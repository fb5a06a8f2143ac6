using AgentVerse.Model.Contracts;

namespace AgentVerse.Agents.Controller;

/// <summary>Gives no orders; its accounts do what their first policy does.</summary>
internal sealed class IdleController : AgentPolicy
{
    internal const string Name = "idle";

    protected override void Step(AgentTick agent)
    {
    }
}
