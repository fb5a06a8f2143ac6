using AgentVerse.Silo.Storage;

using CsCheck;

using Xunit;

namespace AgentVerse.Tests.Silo.Storage;

public sealed class PieceTests
{
    [Fact]
    public void What_is_written_in_any_portions_is_read_from_any_position() =>
        Gen.Select(Gen.Byte.Array[0, 40].Array[0, 8], Gen.Int[1, 9], Gen.Int[0, 200]).Sample(
            (portions, pieceBytes, from) =>
            {
                List<byte[]> pieces = [];
                using PieceWriter writer = new(pieceBytes, (number, piece) =>
                {
                    Assert.Equal(pieces.Count, number);
                    pieces.Add(piece);
                });
                foreach (byte[] portion in portions)
                {
                    writer.Write(portion);
                }

                byte[] whole = [.. portions.SelectMany(p => p)];
                Assert.Equal(whole.Length, writer.Position);
                writer.Finish();
                Assert.All(pieces.SkipLast(1), p => Assert.Equal(pieceBytes, p.Length));
                using PieceStream reader = new(number => pieces[number], pieceBytes, whole.Length, writer);
                int position = whole.Length == 0 ? 0 : from % whole.Length;
                reader.Position = position;
                byte[] read = new byte[whole.Length - position];
                reader.ReadExactly(read);
                Assert.Equal(whole[position..], read);
                Assert.Equal(0, reader.Read(new byte[1]));
            },
            iter: 300);
}
