using System.Runtime.CompilerServices;

namespace AgentVerse.Model;

/// <summary>Programmer's errors: checked in Release too, and stop the run.</summary>
public static class Invariant
{
    /// <summary>Throws an <see cref="InvariantException"/> that states the claim unless it holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check(bool holds, string claim)
    {
        if (!holds)
        {
            Fail(claim);
        }
    }

    /// <summary>The same with a claim that is only put into words when it does not hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check(bool holds, [InterpolatedStringHandlerArgument(nameof(holds))] ref Claim claim)
    {
        if (!holds)
        {
            Fail(claim.Words());
        }
    }

    private static void Fail(string claim) => throw new InvariantException(claim);

    /// <summary>A claim with values in it.</summary>
    [InterpolatedStringHandler]
    public ref struct Claim
    {
        private DefaultInterpolatedStringHandler _text;

        /// <summary>Begins a claim, unless it holds.</summary>
        public Claim(int literalLength, int formattedCount, bool holds, out bool wanted)
        {
            wanted = !holds;
            _text = wanted ? new DefaultInterpolatedStringHandler(literalLength, formattedCount) : default;
        }

        /// <summary>Adds words.</summary>
        public void AppendLiteral(string value) => _text.AppendLiteral(value);

        /// <summary>Adds a value.</summary>
        public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

        internal string Words() => _text.ToStringAndClear();
    }
}
