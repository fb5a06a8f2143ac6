using AgentVerse.Agents.Compute.Akash;
using AgentVerse.Agents.GpuProvider;
using AgentVerse.Agents.GpuProvider.Akash;
using AgentVerse.Agents.Tenant;
using AgentVerse.Agents.Tenant.Akash;
using AgentVerse.Model.Contracts;

namespace AgentVerse.Agents.Compute;

/// <summary>The policies of providers and tenants on Akash.</summary>
internal sealed class AkashPolicies : IPlugin
{
    public void Register(Catalogue catalogue)
    {
        Provider(
            catalogue, AkashCostPlus.Name, "Offers what it has at its reserve.", (p, w) => new AkashCostPlus(p, w));
        Provider(
            catalogue, AkashAdaptive.Name, "Reviews its price, or leaves, by what offers at each price get hired.",
            (p, w) => new AkashAdaptive(p, w));
        Provider(catalogue, AkashUndercut.Name, "Bids below what others got.", (p, w) => new AkashUndercut(p, w));
        Provider(
            catalogue, AkashAudited.Name, "Offers at its reserve and has its attributes signed.",
            (p, w) => new AkashAudited(p, w));
        Provider(
            catalogue, AkashWalkAway.Name, "Leaves a lease once the market pays a tenth more.",
            (p, w) => new AkashWalkAway(p, w));
        Provider(
            catalogue, AkashFake.Name, "Offers what it says it has: units that do not exist, a class that it has not.",
            (p, w) => new AkashFake(p, w));
        Provider(
            catalogue, AkashBidWithdraw.Name, "Takes bids' places by bidding first and withdrawing.",
            (p, w) => new AkashBidWithdraw(p, w));
        Provider(
            catalogue, AkashSlotBlock.Name, "Takes bids' places by bidding first at the order's price.",
            (p, w) => new AkashSlotBlock(p, w));
        Provider(
            catalogue, AkashCashing.Name, "Offers at its reserve and burns the ACT that it earns for AKT.",
            (p, w) => new AkashCashing(p, w));
        Provider(
            catalogue, AkashWash.Name, "Leases from itself, whatever it costs.",
            (p, w) => new AkashWash(AkashWash.Name, p, w));
        Provider(
            catalogue, AkashWash.IfPayingName, "Leases from itself while the incentive exceeds the take fee.",
            (p, w) => new AkashWash(AkashWash.IfPayingName, p, w));
        Tenants(catalogue);
    }

    private static void Tenants(Catalogue catalogue)
    {
        Tenant(catalogue, "akashCheapest", "Takes the cheapest bid.", AwardRule.Cheapest);
        Tenant(
            catalogue, "akashReputable", "Takes the bid of the provider with the best history.", AwardRule.Reputable);
        Tenant(catalogue, "akashAudited", "Takes the cheapest bid of those whom auditors signed.", AwardRule.Audited);
        Tenant(catalogue, "akashRandom", "Takes any bid.", AwardRule.Random);
        catalogue.Add(new PolicyKind(
            TenantKind.Name, AkashLate.Name, "Deposits a quarter of what a lease may cost and pays what it owes later.",
            (population, planning) => new AkashLate(population, planning)));
        catalogue.Add(new PolicyKind(
            TenantKind.Name, AkashHop.Name, "Deposits the least, runs dry and does not pay what it owes.",
            (population, planning) => new AkashHop(population, planning)));
    }

    private static void Provider(
        Catalogue catalogue, string name, string doc, Func<PopulationPlan, WorldPlanning, Policy> bind) =>
        catalogue.Add(new PolicyKind(GpuProviderKind.Name, name, doc, bind));

    private static void Tenant(Catalogue catalogue, string name, string doc, AwardRule rule) =>
        catalogue.Add(new PolicyKind(
            TenantKind.Name, name, doc, (population, planning) => new AkashTenant(rule, name, population, planning)));
}
