using AgentVerse.Model.Contracts;
using AgentVerse.Model.State;

namespace AgentVerse.Model.Networks.Render;

/// <summary>
/// What the foundation publishes: the pools of the epoch in progress, fixed before anything is burned; the scheduler
/// mints its own part from it and the foundation counts the same sum.
/// </summary>
public sealed class FoundationBulletin : Bulletin
{
    private long _epoch;
    private long _nodeJobs;
    private long _availability;
    private long _minted;
    private long _burned;

    /// <summary>Number of the epoch in progress, from 0 at the start of the run.</summary>
    public long Epoch { get => _epoch; init => _epoch = value; }

    /// <summary>Pool for approved work of the epoch, RENDER base units.</summary>
    public long NodeJobs { get => _nodeJobs; init => _nodeJobs = value; }

    /// <summary>Pool for availability of the epoch, RENDER base units.</summary>
    public long Availability { get => _availability; init => _availability = value; }

    /// <summary>Newly minted since emission began, up to the epochs that have ended, base units.</summary>
    public long Minted { get => _minted; init => _minted = value; }

    /// <summary>Burned in the run as far as the foundation knows, base units.</summary>
    public long Burned { get => _burned; init => _burned = value; }

    /// <inheritdoc/>
    public override void Carry(StateCodec codec)
    {
        codec.Value("epoch", ref _epoch);
        codec.Value("nodeJobs", ref _nodeJobs);
        codec.Value("availability", ref _availability);
        codec.Value("minted", ref _minted);
        codec.Value("burned", ref _burned);
    }
}
