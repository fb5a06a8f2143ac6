namespace AgentVerse.Model.Records;

/// <summary>Type of a cell; every cell travels as 64 bits.</summary>
public enum CellType
{
    /// <summary>A signed 64-bit integer.</summary>
    Integer,

    /// <summary>A double, by its IEEE 754 bits.</summary>
    Number,

    /// <summary>An index into the run's table of names.</summary>
    Name,

    /// <summary>An unsigned 64-bit number, by its bits.</summary>
    Unsigned,
}
