using AgentVerse.Model.Contracts;
using AgentVerse.Model.State;

namespace AgentVerse.Model.Networks.Markets;

/// <summary>What the market of one token publishes after each tick.</summary>
public sealed class TokenBulletin : Bulletin
{
    private double _price;
    private double _priceDay;
    private double _priceWeek;
    private double _depth;

    /// <summary>Price at which all of the tick's trades were made, USD per token.</summary>
    public double Price { get => _price; init => _price = value; }

    /// <summary>Price smoothed with a half-life of a day, USD per token.</summary>
    public double PriceDay { get => _priceDay; init => _priceDay = value; }

    /// <summary>Price smoothed with a half-life of a week, USD per token.</summary>
    public double PriceWeek { get => _priceWeek; init => _priceWeek = value; }

    /// <summary>USD in the pool; 0 where the price is given from outside and nothing moves it.</summary>
    public double Depth { get => _depth; init => _depth = value; }

    /// <inheritdoc/>
    public override void Carry(StateCodec codec)
    {
        codec.Value("price", ref _price);
        codec.Value("priceDay", ref _priceDay);
        codec.Value("priceWeek", ref _priceWeek);
        codec.Value("depth", ref _depth);
    }
}
