using AgentVerse.Results;
using AgentVerse.Results.Checkpoints;

namespace AgentVerse.Grains;

/// <summary>Gives the store of the checkpoints of an experiment: in its folder, or elsewhere.</summary>
public delegate ISegmentStore SegmentStores(ExperimentFolder folder);
