namespace AgentVerse.Model.Contracts;

/// <summary>
/// What becomes of a column of a newborn account where the account is split into several of one controller, or several
/// are merged into one.
/// </summary>
public enum SplitRule
{
    /// <summary>A trait, such as skill: every account has the whole value; a merged account has its own.</summary>
    Keep,

    /// <summary>
    /// A rival amount, such as cash: shared exactly, whatever the mode (a real number is divided); merged it adds up.
    /// </summary>
    Divide,

    /// <summary>
    /// Units that produce: shared exactly when dividing; when cloning every account has the whole; merged they add up.
    /// </summary>
    Unit,

    /// <summary>
    /// Units that are counted once: shared exactly when dividing; when cloning they stay with the first account; merged
    /// they add up.
    /// </summary>
    Counted,

    /// <summary>A place of the account itself, such as a uid: what the account would be born with alone.</summary>
    Own,
}

/// <summary>How accounts of a controller are made more or fewer.</summary>
public enum SplitMode
{
    /// <summary>One account becomes k, which share its resources.</summary>
    Divide,

    /// <summary>One account becomes k; each claims the whole of a unit that is not rival; cash is shared.</summary>
    Clone,

    /// <summary>Each k accounts of a controller become one, which has what they had: the inverse.</summary>
    Merge,
}
