namespace AgentVerse.Model.Settings;

/// <summary>What a scenario's value is, and so how it is read and checked.</summary>
public enum FieldType
{
    /// <summary>A whole number, held as long.</summary>
    Integer,

    /// <summary>A finite real number, held as double.</summary>
    Number,

    /// <summary>Free text of bounded length.</summary>
    Text,

    /// <summary>A name: a-z, 0-9 and -, beginning with a letter or digit.</summary>
    Name,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>One of a list of words.</summary>
    Choice,

    /// <summary>A span of time (<c>12s</c>, <c>1h</c>, <c>30d</c>), held as whole seconds.</summary>
    Duration,

    /// <summary>A UTC date (<c>2025-12-20</c>), held as seconds since 1970.</summary>
    Date,

    /// <summary>A decimal amount of a token, held exactly as base units.</summary>
    Amount,

    /// <summary>A data file (CSV or Parquet) beside the scenario, held as its relative path.</summary>
    File,

    /// <summary>A list of finite real numbers.</summary>
    Numbers,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>A nested section.</summary>
    Section,

    /// <summary>A list of nested sections.</summary>
    List,

    /// <summary>Any scalar, held as it is written; what it means depends on another key.</summary>
    Value,

    /// <summary>A map from paths of the scenario to values, held as a list of <see cref="Override"/>.</summary>
    Overrides,

    /// <summary>A list of <see cref="Overrides"/>: the points of a plan, held as a list of lists.</summary>
    Points,

    /// <summary>A map from paths to lists of values: the axes of a grid, held as a list of overrides an axis.</summary>
    Levels,

    /// <summary>A map from paths to nested sections, held as pairs of path and section in written order.</summary>
    Ranges,
}
