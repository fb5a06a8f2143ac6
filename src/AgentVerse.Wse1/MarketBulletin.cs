using AgentVerse.Model.Contracts;
using AgentVerse.Model.State;

namespace AgentVerse.Wse1;

/// <summary>What the market publishes.</summary>
public sealed class MarketBulletin : Bulletin
{
    private long _price;
    private long _rewardPerWork;

    /// <summary>An empty bulletin, to be read into.</summary>
    public MarketBulletin()
    {
    }

    /// <summary>A bulletin with the market's price and reward.</summary>
    public MarketBulletin(long price, long rewardPerWork)
    {
        _price = price;
        _rewardPerWork = rewardPerWork;
    }

    /// <summary>Price of a reward, Q16.</summary>
    public long Price => _price;

    /// <summary>Reward of a unit of work, Q16.</summary>
    public long RewardPerWork => _rewardPerWork;

    /// <inheritdoc/>
    public override void Carry(StateCodec codec)
    {
        codec.Value("price", ref _price);
        codec.Value("rewardPerWork", ref _rewardPerWork);
    }
}
