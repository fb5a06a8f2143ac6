namespace AgentVerse.Model.Networks.Bittensor;

/// <summary>What a subnet's miners do; each task has its own skill spread, cost and GPU class.</summary>
public enum SubnetTask
{
    /// <summary>Answer and train with a language model.</summary>
    LanguageModel,

    /// <summary>Fine-tune models.</summary>
    FineTuning,

    /// <summary>Translate.</summary>
    Translation,

    /// <summary>Collect and serve data.</summary>
    Data,

    /// <summary>Store files.</summary>
    Storage,

    /// <summary>Serve bare compute.</summary>
    Compute,

    /// <summary>Fold proteins.</summary>
    ProteinFolding,

    /// <summary>Predict markets.</summary>
    MarketPrediction,
}
