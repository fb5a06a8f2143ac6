namespace AgentVerse.Grains;

/// <summary>The names of unfinished experiments, durable.</summary>
public sealed class RegistryGrain(
    [PersistentState("registry", RunGrain.Storage)] IPersistentState<RegistryState> state) : Grain, IRegistryGrain
{
    /// <inheritdoc/>
    public async Task Add(string experiment)
    {
        if (state.State.Unfinished.Add(experiment))
        {
            await state.WriteStateAsync();
        }
    }

    /// <inheritdoc/>
    public async Task Remove(string experiment)
    {
        if (state.State.Unfinished.Remove(experiment))
        {
            await state.WriteStateAsync();
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> Unfinished() =>
        Task.FromResult<IReadOnlyList<string>>([.. state.State.Unfinished]);
}

/// <summary>The registry's durable state.</summary>
[GenerateSerializer]
public sealed class RegistryState
{
    /// <summary>Names of unfinished experiments.</summary>
    [Id(0)]
    public SortedSet<string> Unfinished { get; set; } = new(StringComparer.Ordinal);
}
