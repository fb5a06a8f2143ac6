using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Settings;

namespace AgentVerse.Agents.SubnetOwner;

/// <summary>
/// The hyper-parameters that an owner sets in its subnet, one a tick, in the order of their numbers; one that the chain
/// put off is asked for again, one out of range is given up.
/// </summary>
internal sealed class OwnerSettings
{
    private const string Runtime = "opentensor/subtensor 14bc6f9f, pallets/admin-utils";
    private readonly List<(Hyperparameter Parameter, long Value)> _wanted = [];

    internal OwnerSettings(SettingsMap settings)
    {
        SettingsMap sets = settings.Section("sets");
        foreach (Hyperparameter parameter in Enum.GetValues<Hyperparameter>())
        {
            string key = KeyOf(parameter);
            if (sets.Has(key))
            {
                bool isFlag = parameter == Hyperparameter.CommitReveal;
                _wanted.Add((parameter, isFlag ? (sets.Flag(key) ? 1 : 0) : sets.Integer(key)));
            }
        }
    }

    /// <summary>The keys; what is absent stays as it is.</summary>
    internal static Section Section { get; } = new("sets", "What an owner sets in its subnet.",
    [
        Optional(Hyperparameter.ImmunityPeriod, FieldType.Integer, 0, 65_535, "blocks", "Immunity of a new uid."),
        Optional(Hyperparameter.Kappa, FieldType.Integer, 0, 65_535, "1/65535", "Majority of consensus."),
        Tao(Hyperparameter.MinBurn, "Lowest registration price."),
        Tao(Hyperparameter.MaxBurn, "Highest registration price."),
        Optional(Hyperparameter.CommitReveal, FieldType.Flag, 0, 1, "", "Whether weights are hidden until an epoch."),
        Optional(Hyperparameter.RevealPeriod, FieldType.Integer, 1, 100, "epochs", "Epochs from commit to reveal."),
    ]);

    /// <summary>Asks for the next setting, if any is left.</summary>
    internal void Step(AgentTick agent, int shard)
    {
        ref int next = ref agent.Int32(SubnetOwnerKind.NextSetting);
        if (next < _wanted.Count)
        {
            (Hyperparameter parameter, long value) = _wanted[next++];
            agent.Send(new Intent
            {
                Shard = (ushort)shard, Kind = IntentKinds.SetHyperparameter, A = (long)parameter, B = value,
            });
        }
    }

    private static string KeyOf(Hyperparameter parameter)
    {
        string name = parameter.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static Field Optional(
        Hyperparameter parameter, FieldType type, double min, double max, string unit, string doc) =>
        new(KeyOf(parameter), type, doc)
        {
            Min = type == FieldType.Flag ? double.NegativeInfinity : min,
            Max = type == FieldType.Flag ? double.PositiveInfinity : max,
            Unit = unit,
            Source = Runtime,
        };

    private static Field Tao(Hyperparameter parameter, string doc) =>
        Optional(parameter, FieldType.Amount, 0, 21_000_000_000_000, BittensorTerms.Tao, doc) with
        {
            Decimals = BittensorTerms.Decimals,
        };
}
