using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Controllers;

namespace AgentVerse.Agents.Controller;

/// <summary>A controller is born with a treasury, and counts what its accounts tell it and send back.</summary>
internal sealed class ControllerBehaviour : Behaviour
{
    private readonly int _token;
    private readonly long _treasury;

    internal ControllerBehaviour(PopulationPlan population, WorldPlanning planning)
    {
        string token = population.Settings.Text("token");
        _token = planning.FindToken(token);
        bool hasWallet = population.Columns.Any(c => c.Wallet == token);
        if (_token < 0 || !hasWallet)
        {
            planning.Problems.Add(population.Settings.Problem(
                "token", token, "a token of the run that accounts which it commands have a wallet of",
                "name such a token, or give a population controlledBy this one"));
        }
        else
        {
            _treasury = AttackSettings.BaseUnits(population.Settings.Number("treasury"), planning.Tokens[_token]);
        }
    }

    public override void Born(CohortTick tick, int row) => tick.Wallet(_token)[row] = _treasury;

    public override void Receive(CohortTick tick, int row, in Row message)
    {
        if (message.Kind == ControllerRows.Report)
        {
            tick.Columns.Int64(ControllerKind.AccountIncome)[row] += message.A;
            tick.Columns.Int64(ControllerKind.AccountCost)[row] += message.B;
        }

        if (message.Token == _token)
        {
            tick.Columns.Int64(ControllerKind.Returned)[row] += message.Amount;
            tick.Sum(ControllerKind.ReturnedSum, message.Amount);
        }
    }
}
