using System.Net;
using System.Net.Sockets;

namespace AgentVerse.Faults;

/// <summary>
/// Ports that are free just now, below those that systems give to outgoing connections. Who connects to one of those
/// while nobody listens there may be given that very port: it is then connected to itself, and the listener finds its
/// port taken.
/// </summary>
internal static class Ports
{
    private const int First = 20_000;
    private const int End = 32_000;

    /// <summary>The first of some in a row.</summary>
    internal static int Free(int count = 1)
    {
        while (true)
        {
            int first = Random.Shared.Next(First, End - count);
            if (Enumerable.Range(first, count).All(IsFree))
            {
                return first;
            }
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using TcpListener listener = new(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
