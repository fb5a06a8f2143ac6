using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Validator;

/// <summary>
/// The take that a validator asks of its nominators, reviewed with probability 1 - exp(-rate * tick). <c>fixed</c> sets
/// <c>take</c>; <c>compete</c> cuts it by a step while its nominators earn less than the median of the subnet's listed
/// validators pays, and raises it by a step towards <c>take</c> while they earn more. The chain allows any cut at once
/// and a raise once in thirty days. Without a <c>take</c> the chain's default stands.
/// </summary>
internal sealed class TakePolicy
{
    private const double Units = ushort.MaxValue;
    private static readonly Purpose Review = Purpose.Of("validator.takeReview");
    private readonly bool _isSet;
    private readonly bool _competes;
    private readonly long _most;
    private readonly long _step;
    private readonly double _reviewProbability;

    internal TakePolicy(PopulationPlan population, WorldPlanning planning)
    {
        _isSet = population.Settings.Has("take");
        _most = _isSet ? (long)(population.Settings.Number("take") * Units) : 0;
        _competes = population.Settings.Text("takeRule") == "compete";
        _step = (long)(population.Settings.Number("takeStep") * Units);
        double days = planning.TickSeconds / 86_400.0;
        _reviewProbability = 1 - DeterministicMath.Exp(-population.Settings.Number("takeReviewRate") * days);
    }

    /// <summary>Asks for another take where the agent's differs from what it wants.</summary>
    internal void Step(AgentTick agent, int shard)
    {
        if (!_isSet || agent.Uniform(Review) >= _reviewProbability)
        {
            return;
        }

        ReadOnlySpan<ValidatorStanding> standings = agent.Board.Get<SubnetBulletin>(shard).ValidatorStandings;
        int own = PlaceOf(standings, agent.Account);
        if (own < 0)
        {
            return;
        }

        long take = _competes ? Competing(standings, own) : _most;
        agent.Term("take", take);
        if (take != standings[own].Take)
        {
            agent.Cohort.Sum(ValidatorKind.TakesSum, 1);
            agent.Send(new Intent { Shard = (ushort)shard, Kind = IntentKinds.SetTake, A = take });
        }
    }

    private long Competing(ReadOnlySpan<ValidatorStanding> standings, int own)
    {
        double[] yields = new double[standings.Length];
        for (int i = 0; i < yields.Length; i++)
        {
            yields[i] = standings[i].Yield;
        }

        Array.Sort(yields);
        double median = yields[yields.Length / 2];
        long change = standings[own].Yield < median ? -_step : standings[own].Yield > median ? _step : 0;
        return Math.Clamp(standings[own].Take + change, 0, Math.Max(_most, standings[own].Take));
    }

    private static int PlaceOf(ReadOnlySpan<ValidatorStanding> standings, ulong account)
    {
        for (int i = 0; i < standings.Length; i++)
        {
            if (standings[i].Account == account)
            {
                return i;
            }
        }

        return -1;
    }
}
