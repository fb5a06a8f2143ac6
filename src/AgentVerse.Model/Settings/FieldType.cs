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

    /// <summary>A map from free names to scalars, such as overrides.</summary>
    Overrides,
}
