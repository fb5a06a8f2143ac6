using AgentVerse.Model.Numerics;
using Xunit;

namespace AgentVerse.Tests.Model.Numerics;

public sealed class Philox4x32Tests
{
    // DEShawResearch/random123, tests/kat_vectors, lines "philox4x32 10"; words from the lowest.
    [Theory]
    [InlineData(new uint[] { 0, 0, 0, 0 }, new uint[] { 0, 0 },
        new uint[] { 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8 })]
    [InlineData(new uint[] { ~0u, ~0u, ~0u, ~0u }, new uint[] { ~0u, ~0u },
        new uint[] { 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd })]
    [InlineData(new uint[] { 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344 }, new uint[] { 0xa4093822, 0x299f31d0 },
        new uint[] { 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1 })]
    public void Block_gives_the_published_answers(uint[] counter, uint[] key, uint[] expected)
    {
        var block = Philox4x32.Block(FromWords(counter), key[0] | ((ulong)key[1] << 32));
        Assert.Equal(FromWords(expected), block);
    }

    private static UInt128 FromWords(uint[] words)
    {
        UInt128 value = 0;
        for (var i = 3; i >= 0; i--)
        {
            value = (value << 32) | words[i];
        }

        return value;
    }
}
