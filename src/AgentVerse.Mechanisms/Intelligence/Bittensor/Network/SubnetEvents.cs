using AgentVerse.Model.Contracts;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>What subnets write to <c>events</c>, with its place in a world's list of names.</summary>
internal sealed class SubnetEvents(WorldPlan world)
{
    internal static IReadOnlyList<EventType> All { get; } =
    [
        new(
            "registered",
            "A neuron was registered: amount is the price in rao, a the uid, b the uid's last emission or -1 for "
                + "a new uid."),
        new(
            "pruned",
            "A neuron lost its uid to a newcomer: a is the uid, b its emission of the last epoch in alpha base units."),
        new(
            "refused",
            "An intent was refused: amount is what it carried in rao, a the reason, b the registration price at its "
                + "block."),
        new(
            "subnetRegistered",
            "A subnet was registered in a slot: amount is the lock in rao, a the netuid, b the alpha of its pool."),
        new(
            "subnetDissolved",
            "A subnet was dissolved, told of its owner: amount is the pot in rao, a the netuid, b what was recycled."),
        new("hyperparameterSet", "An owner set a hyper-parameter: a is its number, b the value."),
        new("epoch", "An epoch ran: amount is the alpha it divided, a its number, b the validators with active stake."),
    ];

    internal int Registered { get; } = Place(world, "registered");

    internal int Pruned { get; } = Place(world, "pruned");

    internal int Refused { get; } = Place(world, "refused");

    internal int SubnetRegistered { get; } = Place(world, "subnetRegistered");

    internal int SubnetDissolved { get; } = Place(world, "subnetDissolved");

    internal int HyperparameterSet { get; } = Place(world, "hyperparameterSet");

    internal int Epoch { get; } = Place(world, "epoch");

    private static int Place(WorldPlan world, string name)
    {
        int place = 0;
        while (!string.Equals(world.EventNames[place], name, StringComparison.Ordinal))
        {
            place++;
        }

        return place;
    }
}
