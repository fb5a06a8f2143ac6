namespace AgentVerse.Grains;

/// <summary>Bulk on the wire: raw bytes that now belong to the receiver.</summary>
[GenerateSerializer]
[Immutable]
public sealed record Bulk([property: Id(0)] byte[] Bytes);
