namespace AgentVerse.Silo.Storage;

/// <summary>Cuts what is written into pieces of one size and hands them on in order.</summary>
internal sealed class PieceWriter(int pieceBytes, Action<int, byte[]> take) : Stream
{
    private readonly byte[] _piece = new byte[pieceBytes];
    private int _filled;
    private int _pieces;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => Position;

    public override long Position
    {
        get => ((long)_pieces * pieceBytes) + _filled;
        set => throw new NotSupportedException();
    }

    /// <summary>Hands on what is left.</summary>
    internal void Finish()
    {
        if (_filled > 0)
        {
            take(_pieces++, _piece[.._filled]);
            _filled = 0;
        }
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            int count = Math.Min(buffer.Length, pieceBytes - _filled);
            buffer[..count].CopyTo(_piece.AsSpan(_filled));
            buffer = buffer[count..];
            _filled += count;
            if (_filled == pieceBytes)
            {
                take(_pieces++, [.. _piece]);
                _filled = 0;
            }
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // A piece is handed on when it is full.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
