namespace AgentVerse.Model.State;

/// <summary>
/// Carries a part's state to or from another form. A state lists its fields once, by <c>ref</c>, and the same list
/// writes a checkpoint, restores it, hashes it and prints it for people.
/// </summary>
public abstract class StateCodec
{
    /// <summary>Carries one number.</summary>
    public abstract void Value<T>(string name, ref T value)
        where T : unmanaged;

    /// <summary>Carries an array; reading replaces it.</summary>
    public abstract void Array<T>(string name, ref T[] values)
        where T : unmanaged;

    /// <summary>Carries a text.</summary>
    public abstract void Text(string name, ref string value);

    /// <summary>Begins a nested group; purely for people.</summary>
    public virtual void Open(string name)
    {
    }

    /// <summary>Ends a nested group.</summary>
    public virtual void Close()
    {
    }
}
