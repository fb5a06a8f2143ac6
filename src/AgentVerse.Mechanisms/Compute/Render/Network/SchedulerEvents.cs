using AgentVerse.Model.Contracts;

namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>What the scheduler writes to <c>events</c>, with its place in a world's list of names.</summary>
internal sealed class SchedulerEvents(WorldPlan world)
{
    internal static IReadOnlyList<EventType> All { get; } =
    [
        new("renderAdmitted", "A wallet was admitted: a is its tier, b the nodes that it claims."),
        new("renderSuspended", "An audit found a claimed score false: a is what was claimed, b what was measured."),
        new("renderPaused", "A wallet failed frames in a row and is paused: a is the frames, b those that failed."),
    ];

    internal int Admitted { get; } = Place(world, "renderAdmitted");

    internal int Suspended { get; } = Place(world, "renderSuspended");

    internal int Paused { get; } = Place(world, "renderPaused");

    private static int Place(WorldPlan world, string name)
    {
        int place = 0;
        while (!string.Equals(world.EventNames[place], name, StringComparison.Ordinal))
        {
            place++;
        }

        return place;
    }
}
