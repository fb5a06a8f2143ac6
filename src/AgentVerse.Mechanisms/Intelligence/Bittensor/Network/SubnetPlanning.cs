using System.Globalization;

using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Numerics;
using AgentVerse.Model.Settings;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>Plans the subnets of a scenario: numbers, neurons, pools, and who holds which uid.</summary>
internal static class SubnetPlanning
{
    /// <summary>Name of a subnet's shard.</summary>
    internal static string NameOf(int netuid) => string.Create(CultureInfo.InvariantCulture, $"subnet/{netuid}");

    /// <summary>All subnets in the order of the scenario; what is wrong goes to the planning.</summary>
    internal static IReadOnlyList<SubnetSpec> Plan(SettingsMap settings, ChainParameters chain, WorldPlanning planning)
    {
        List<SubnetSpec> specs = [];
        Seating seating = new(planning);
        IReadOnlyList<SettingsMap> groups = settings.List("subnets");
        NominatorDeal nominators = new(groups, seating, planning);
        int[][] netuids = Netuids(groups, planning);
        for (int g = 0; g < groups.Count; g++)
        {
            PopulationPlan? miners = Population(groups[g], "miners", planning);
            PopulationPlan? validators = Population(groups[g], "validators", planning);
            PopulationPlan? owners = Optional(groups[g], "owner", planning);
            SubnetParameters subnet = ParameterReading.Subnet(settings.Section("hyperparameters"), groups[g], chain);
            IReadOnlyList<SubnetBloc>? blocs = SubnetBlocs.Read(groups[g], planning);
            if (miners is null || validators is null || blocs is null || !IsSound(groups[g], subnet, planning))
            {
                continue;
            }

            SubnetGroup group = new(settings, groups[g], subnet, miners, validators, owners) { Blocs = blocs };
            for (int i = 0; i < netuids[g].Length; i++)
            {
                if (Spec(group, netuids[g][i], specs.Count, planning) is { } spec)
                {
                    SubnetTask task = ParameterReading.TaskOf(groups[g], i);
                    specs.Add(nominators.Deal(groups[g], Seated(spec, owners, seating) with { Task = task }));
                }
            }

            ReportShortage(groups[g], "miners", miners, seating, planning);
            ReportShortage(groups[g], "validators", validators, seating, planning);
            ReportShortage(groups[g], "owner", owners, seating, planning);
            foreach (SubnetBloc bloc in blocs)
            {
                ReportShortage(bloc.Settings, "validators", bloc.Validators, seating, planning);
                ReportShortage(bloc.Settings, "miners", bloc.Miners, seating, planning);
            }
        }

        return specs;
    }

    private static SubnetSpec? Spec(SubnetGroup group, int netuid, int place, WorldPlanning planning)
    {
        (SettingsMap settings, SettingsMap own, SubnetParameters subnet, _, _, PopulationPlan? owners) = group;
        StreamDraws draws = planning.Draws.At(StableHash.Of($"{BittensorTerms.Network}/{NameOf(netuid)}"), -1);
        (OpeningNeuron[] Neurons, OpeningWeight[] Weights)? opening = own.Has("neurons")
            ? Metagraph.Read(own, planning, subnet, draws)
            : (SubnetDrawing.Neurons(own, subnet, draws), []);
        if (opening is { } drawn && owners is not null && !own.Has("neurons"))
        {
            opening = (SubnetDrawing.WithOwner(own, drawn.Neurons, subnet), drawn.Weights);
        }

        if (opening is not { } known)
        {
            return null;
        }

        if (SubnetBlocs.Join(group.Blocs, known, own, subnet, draws) is not { } joined)
        {
            planning.Problems.Add(own.Problem(
                "blocs", $"{group.Blocs.Sum(b => b.Seats)} seats", "at most the seats that the subnet's miners have",
                "lower validatorCount or minerSeats"));
            return null;
        }

        long start = settings.Integer("startBlock");
        return new SubnetSpec
        {
            Netuid = netuid,
            Place = place,
            Task = SubnetTask.LanguageModel,
            Owner = AgentRef.None,
            RootStake = settings.Integer("rootStake"),
            UserFlow = own.Number("userFlow") * BittensorTerms.UnitsPerToken / BittensorTerms.BlocksPerDay,
            EmissionDelay = settings.Integer("newSubnetEmissionDelay"),
            Nominations = [],
            Parameters = subnet,
            DecayFactor = BurnPrice.DecayFactor(subnet.BurnHalfLife),
            Miners = group.Miners,
            Validators = group.Validators,
            Blocs = group.Blocs,
            Neurons = joined.Neurons,
            Weights = joined.Weights,
            Pool = SubnetDrawing.PoolOf(own, known.Neurons.Sum(n => n.Alpha), draws),
            StartBlock = start,
            FirstEmissionBlock = start - (own.Integer("subnetAge") / BittensorTerms.BlockSeconds),
            BlocksPerTick = (int)(planning.TickSeconds / BittensorTerms.BlockSeconds),
            Tao = planning.Tokens.Count,
            Alpha = planning.Tokens.Count + 1 + place,
            ChainShard = planning.Shards.Count,
        };
    }

    /// <summary>An agent for every uid; uid 0 is the owner's where agents own subnets.</summary>
    private static SubnetSpec Seated(SubnetSpec spec, PopulationPlan? owners, Seating seating)
    {
        AgentRef owner = owners is null ? AgentRef.None : seating.Take(owners);
        return spec with
        {
            Owner = owner,
            Neurons =
            [
                .. spec.Neurons.Select((n, uid) => n with
                {
                    Holder = uid == 0 && owners is not null
                        ? owner
                        : seating.Take(n.Bloc ?? (n.IsValidator ? spec.Validators : spec.Miners)),
                }),
            ],
        };
    }

    /// <summary>Numbers a group: its own first, the others the next free ones from 1 on.</summary>
    private static int[][] Netuids(IReadOnlyList<SettingsMap> groups, WorldPlanning planning)
    {
        SortedSet<int> taken = [];
        foreach (SettingsMap group in groups.Where(g => g.Has("netuid")))
        {
            for (int i = 0; i < group.Int32("count"); i++)
            {
                if (!taken.Add(group.Int32("netuid") + i))
                {
                    planning.Problems.Add(group.Problem(
                        "netuid", $"{group.Int32("netuid")}", "numbers that no other group has", "choose others"));
                    break;
                }
            }
        }

        int next = 1;
        int[][] netuids = new int[groups.Count][];
        for (int g = 0; g < groups.Count; g++)
        {
            netuids[g] = new int[groups[g].Int32("count")];
            for (int i = 0; i < netuids[g].Length; i++)
            {
                while (!groups[g].Has("netuid") && taken.Contains(next))
                {
                    next++;
                }

                netuids[g][i] = groups[g].Has("netuid") ? groups[g].Int32("netuid") + i : next++;
            }
        }

        return netuids;
    }

    /// <summary>A population that need not be named; a wrong name is a problem.</summary>
    internal static PopulationPlan? Optional(SettingsMap settings, string key, WorldPlanning planning) =>
        settings.Text(key).Length == 0 ? null : Population(settings, key, planning);

    private static PopulationPlan? Population(SettingsMap group, string key, WorldPlanning planning)
    {
        string name = group.Text(key);
        PopulationPlan? found = planning.FindPopulation(name);
        if (found is null || !found.Columns.Any(c => c.Wallet == BittensorTerms.Tao))
        {
            planning.Problems.Add(group.Problem(
                key, name, "the name of a population whose agents hold TAO", "name one, or add it under populations"));
            return null;
        }

        return found;
    }

    private static bool IsSound(SettingsMap group, SubnetParameters subnet, WorldPlanning planning)
    {
        int before = planning.Problems.Count;
        if (subnet.MinBurn > subnet.MaxBurn)
        {
            planning.Problems.Add(group.Problem("minBurn", $"{subnet.MinBurn} rao", "at most maxBurn", "lower it"));
        }

        if (subnet.AlphaLow > subnet.AlphaHigh)
        {
            planning.Problems.Add(group.Problem("alphaLow", $"{subnet.AlphaLow}", "at most alphaHigh", "lower it"));
        }

        return planning.Problems.Count == before;
    }

    private static void ReportShortage(
        SettingsMap group, string key, PopulationPlan? population, Seating seating, WorldPlanning planning)
    {
        int asked = population is null ? 0 : seating.Asked(population);
        if (population is not null && asked > seating.Awake(population))
        {
            planning.Problems.Add(group.Problem(
                key, population.Name, $"a population of at least {asked} agents awake at the start, one a uid",
                $"raise its count: {seating.Awake(population)} are awake"));
        }
    }

    /// <summary>A group with what all its subnets share.</summary>
    private sealed record SubnetGroup(
        SettingsMap Settings, SettingsMap Own, SubnetParameters Subnet, PopulationPlan Miners,
        PopulationPlan Validators, PopulationPlan? Owners)
    {
        internal required IReadOnlyList<SubnetBloc> Blocs { get; init; }
    }
}
