using System.IO.Hashing;
using System.Text;

namespace AgentVerse.Model.Numerics;

/// <summary>64-bit hashes that are the same in every process, on every machine and in every version.</summary>
public static class StableHash
{
    /// <summary>The odd integer nearest to 2^64 divided by the golden ratio: the step of SplitMix64.</summary>
    public const ulong Golden = 0x9E3779B97F4A7C15;

    private const int StackBytes = 256;

    /// <summary>
    /// The finaliser of SplitMix64, a bijection of 64-bit words with full avalanche. The n-th output of SplitMix64 from
    /// a seed is <c>Mix(seed + n * Golden)</c>, n from 1. <c>Mix(0)</c> is 0.
    /// </summary>
    /// <remarks><b>Source:</b> Vigna, splitmix64.c; Stafford's variant 13.</remarks>
    public static ulong Mix(ulong word)
    {
        word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9;
        word = (word ^ (word >> 27)) * 0x94D049BB133111EB;
        return word ^ (word >> 31);
    }

    /// <summary>XxHash64 with seed 0 of the text's UTF-8 bytes (a lone surrogate counts as U+FFFD).</summary>
    public static ulong Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bytesMax = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> bytes = bytesMax <= StackBytes ? stackalloc byte[StackBytes] : new byte[bytesMax];
        return XxHash64.HashToUInt64(bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    /// <summary>
    /// Appends a word to a hash: <c>Mix(Mix(hash + Golden) ^ word)</c>. The order of words counts; for a fixed hash it
    /// is a bijection of the word, and the other way round.
    /// </summary>
    public static ulong Combine(ulong hash, ulong word) => Mix(Mix(hash + Golden) ^ word);
}
