namespace AgentVerse.Model.Networks.Bittensor;

/// <summary>Names and units that the network and its agents share.</summary>
public static class BittensorTerms
{
    /// <summary>Name of the network in scenarios.</summary>
    public const string Network = "bittensor";

    /// <summary>Name of the chain's token.</summary>
    public const string Tao = "TAO";

    /// <summary>Decimals of TAO and of every alpha: 1 TAO is 1e9 rao.</summary>
    public const int Decimals = 9;

    /// <summary>Base units of one token.</summary>
    public const double UnitsPerToken = 1e9;

    /// <summary>Seconds of a block (calibration/bittensor.md section 1).</summary>
    public const int BlockSeconds = 12;

    /// <summary>Blocks of a day.</summary>
    public const int BlocksPerDay = 7200;

    /// <summary>Groups into which a subnet's miners are cut by rank for what it publishes.</summary>
    public const int Deciles = 10;

    /// <summary>Name of a subnet's own token.</summary>
    public static string AlphaOf(int netuid) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"alpha/{netuid}");
}
