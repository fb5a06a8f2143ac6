namespace AgentVerse.Model.Numerics;

/// <summary>
/// A named reason for a draw. Draws of different purposes are independent, so a rule that is added or removed shifts no
/// draw of another: <c>static readonly Purpose Score = Purpose.Of("bittensor.score")</c>.
/// </summary>
/// <remarks>
/// Only 20 bits of the name's hash enter the counter. Two names with one code would share their draws: with a hundred
/// purposes the chance of a clash is 1/200, so a test looks at all of them; the remedy is to rename one.
/// </remarks>
/// <param name="Code">The code, in [0, 2^20).</param>
public readonly record struct Purpose(uint Code)
{
    internal const int Bits = 20;

    /// <summary>The purpose of a name: the highest 20 bits of <see cref="StableHash.Of(string)"/>.</summary>
    /// <param name="name">Lower-case words joined by dots, the owner first, as in <c>bittensor.score</c>.</param>
    public static Purpose Of(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new((uint)(StableHash.Of(name) >> (64 - Bits)));
    }
}
