using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AgentVerse.Model.Records;

/// <summary>One short text for all that a run exported: equal digests, equal rows.</summary>
public static class RunDigest
{
    /// <summary>Name of the way in which rows, tables and runs are hashed; changes whenever any of it does.</summary>
    public const string Scheme = "agentverse-rows/1";

    /// <summary>
    /// SHA-256, as 64 hexadecimal digits, of the UTF-8 lines <c>scheme</c> and, for each table in ordinal order of its
    /// name, <c>name rows sum</c> (sum as 32 hexadecimal digits), each line ended by a line feed.
    /// </summary>
    public static string Of(IEnumerable<KeyValuePair<string, TableDigest>> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        StringBuilder text = new StringBuilder(Scheme).Append('\n');
        foreach ((string name, TableDigest digest) in tables.OrderBy(table => table.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{name} {digest.Rows} {digest.SumText}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
