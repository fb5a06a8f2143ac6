using AgentVerse.Model.Settings;

namespace AgentVerse.Scenarios.Plans;

/// <summary>The points of a plan: what each sets.</summary>
public abstract class PointSet
{
    private protected PointSet()
    {
    }

    /// <summary>Number of points, at least 1.</summary>
    public abstract int Count { get; }

    /// <summary>What a point sets, in the order of the axes.</summary>
    public abstract IReadOnlyList<Override> this[int point] { get; }
}

/// <summary>Points as they are listed.</summary>
internal sealed class ListedPoints(IReadOnlyList<IReadOnlyList<Override>> points) : PointSet
{
    /// <inheritdoc/>
    public override int Count => points.Count;

    /// <inheritdoc/>
    public override IReadOnlyList<Override> this[int point] => points[point];
}

/// <summary>
/// All combinations of levels, a full factorial design: the last axis changes with every point, the first one last.
/// </summary>
internal sealed class Grid(IReadOnlyList<IReadOnlyList<Override>> axes) : PointSet
{
    /// <summary>Most points of a grid.</summary>
    public const int CountMax = 100_000;

    /// <inheritdoc/>
    public override int Count => (int)CountOf(axes);

    /// <inheritdoc/>
    public override IReadOnlyList<Override> this[int point]
    {
        get
        {
            Override[] set = new Override[axes.Count];
            for (int axis = axes.Count - 1; axis >= 0; axis--)
            {
                set[axis] = axes[axis][point % axes[axis].Count];
                point /= axes[axis].Count;
            }

            return set;
        }
    }

    /// <summary>Number of combinations; at most one more than <see cref="CountMax"/>.</summary>
    public static long CountOf(IReadOnlyList<IReadOnlyList<Override>> axes)
    {
        long count = 1;
        foreach (IReadOnlyList<Override> axis in axes)
        {
            count = Math.Min(count * axis.Count, CountMax + 1);
        }

        return count;
    }
}

/// <summary>Points of the unit cube, carried to the axes' ranges.</summary>
internal sealed class SampledPoints(IReadOnlyList<Axis> axes, ISample sample) : PointSet
{
    /// <inheritdoc/>
    public override int Count => sample.Count;

    /// <inheritdoc/>
    public override IReadOnlyList<Override> this[int point] =>
        [.. axes.Select((axis, i) => axis.At(sample.Coordinate(point, i)))];
}

/// <summary>Points of the unit cube.</summary>
internal interface ISample
{
    /// <summary>Number of points.</summary>
    int Count { get; }

    /// <summary>A coordinate of a point, in [0, 1).</summary>
    double Coordinate(int point, int axis);
}
