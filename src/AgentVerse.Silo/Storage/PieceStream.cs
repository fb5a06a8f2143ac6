namespace AgentVerse.Silo.Storage;

/// <summary>Reads a stream of pieces of one size, the last one smaller, each fetched when it is needed.</summary>
internal sealed class PieceStream(Func<int, byte[]> fetch, int pieceBytes, long length, IDisposable owner) : Stream
{
    private byte[] _piece = [];
    private int _number = -1;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        if (Position >= length || buffer.Length == 0)
        {
            return 0;
        }

        int number = (int)(Position / pieceBytes);
        if (number != _number)
        {
            _piece = fetch(number);
            _number = number;
        }

        int from = (int)(Position % pieceBytes);
        int count = Math.Min(buffer.Length, _piece.Length - from);
        _piece.AsSpan(from, count).CopyTo(buffer);
        Position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
        // Nothing is written.
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        owner.Dispose();
        base.Dispose(disposing);
    }
}
