using AgentVerse.Model.Contracts;
using AgentVerse.Model.Numerics;
using AgentVerse.Model.Settings;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>
/// Opens a subnet with blocs: stakes, pool and draws of all others stay as they are without; blocs take free uids, then
/// those of the last miners.
/// </summary>
internal static class SubnetBlocs
{
    private const int MostBlocs = 16;
    private const double MostShare = 0.99;

    /// <summary>The keys.</summary>
    internal static Field Blocs { get; } = Field.ListOf(
        "blocs",
        new Section("bloc", "Agents of other populations who hold uids of the subnets at the start.",
        [
            Field.Text("validators", "", 64, "Population of its validators; empty for none."),
            Field.Number(
                "stakeShare", 0, 0, MostShare, "",
                "Its part of the alpha staked with validators, beside the stake that the others have without it.",
                "[A] none"),
            Field.Integer(
                "validatorCount", 1, 1, BittensorSection.MostUids, "validators",
                "Its validators, with equal stakes; none at a share of 0.", "[A]"),
            Field.Text("miners", "", 64, "Population of its miners; empty for none."),
            Field.Integer(
                "minerSeats", 1, 0, BittensorSection.MostUids, "uids", "Uids of its miners: the last of the subnet.",
                "[A]"),
            new Field("quality", FieldType.Number, "Quality of its miners' output; by default each miner's own.")
            {
                Min = 0, Max = 1e6, Source = "[A]",
            },
        ]),
        0, MostBlocs, "Blocs of agents: a cabal, copiers, validators with miners of their own.");

    /// <summary>The blocs of a group; null, with problems, where they do not fit.</summary>
    internal static IReadOnlyList<SubnetBloc>? Read(SettingsMap group, WorldPlanning planning)
    {
        int before = planning.Problems.Count;
        SubnetBloc[] blocs =
        [
            .. group.List("blocs").Select(b => new SubnetBloc(
                b, SubnetPlanning.Optional(b, "validators", planning), SubnetPlanning.Optional(b, "miners", planning))),
        ];
        foreach (SubnetBloc bloc in blocs.Where(b => b.Validators is null && b.Settings.Number("stakeShare") > 0))
        {
            planning.Problems.Add(bloc.Settings.Problem(
                "validators", "", "a population to hold the stake of the bloc", "name one, or set stakeShare to 0"));
        }

        double share = blocs.Sum(b => b.StakeShare);
        if (share > MostShare)
        {
            planning.Problems.Add(group.Problem(
                "blocs", $"stakeShare {share} in all", $"shares of at most {MostShare} in all", "lower one"));
        }

        return planning.Problems.Count == before ? blocs : null;
    }

    /// <summary>
    /// The opening with the blocs in it: with s all blocs' share, a bloc of share s_b has s_b / (1 - s) times the stake
    /// of the other validators, in equal parts. Null if the miners have fewer seats than the blocs take.
    /// </summary>
    internal static (OpeningNeuron[] Neurons, OpeningWeight[] Weights)? Join(
        IReadOnlyList<SubnetBloc> blocs, (OpeningNeuron[] Neurons, OpeningWeight[] Weights) opening,
        SettingsMap group, SubnetParameters subnet, StreamDraws draws)
    {
        OpeningNeuron[] joining = [.. blocs.SelectMany(b => Members(b, blocs, opening.Neurons))];
        if (joining.Length == 0)
        {
            return opening;
        }

        List<OpeningNeuron> neurons = [.. opening.Neurons];
        int room = Math.Min(joining.Length, subnet.MaxAllowedUids - neurons.Count);
        int[] taken = LastMiners(neurons, joining.Length - room);
        if (taken.Length + room < joining.Length)
        {
            return null;
        }

        for (int i = 0; i < taken.Length; i++)
        {
            neurons[taken[i]] = joining[i] with { AgeBlocks = neurons[taken[i]].AgeBlocks };
        }

        foreach (OpeningNeuron member in joining[taken.Length..])
        {
            neurons.Add(member with { AgeBlocks = SubnetDrawing.AgeOf(group, draws, neurons.Count) });
        }

        IEnumerable<OpeningWeight> kept =
            opening.Weights.Where(w => !taken.Contains(w.Miner) && !taken.Contains(w.Validator));
        return ([.. neurons], [.. kept]);
    }

    private static IEnumerable<OpeningNeuron> Members(
        SubnetBloc bloc, IReadOnlyList<SubnetBloc> blocs, OpeningNeuron[] others)
    {
        double own = bloc.StakeShare / (1 - blocs.Sum(b => b.StakeShare));
        long stake = others.Sum(n => n.IsValidator ? n.Alpha : 0);
        for (int i = 0; i < bloc.ValidatorCount; i++)
        {
            long each = (long)(stake * own / bloc.ValidatorCount);
            yield return new OpeningNeuron(IsValidator: true, each, 1, double.NaN, AgentRef.None)
            {
                Bloc = bloc.Validators,
            };
        }

        for (int i = 0; i < bloc.MinerSeats; i++)
        {
            yield return new OpeningNeuron(IsValidator: false, 0, 1, bloc.Quality, AgentRef.None)
            {
                Bloc = bloc.Miners,
            };
        }
    }

    /// <summary>The last so many uids without a permit, ascending; never that of an owner.</summary>
    private static int[] LastMiners(List<OpeningNeuron> neurons, int count)
    {
        List<int> uids = [];
        for (int uid = neurons.Count - 1; uid > 0 && uids.Count < count; uid--)
        {
            if (!neurons[uid].IsValidator)
            {
                uids.Add(uid);
            }
        }

        uids.Reverse();
        return [.. uids];
    }
}
