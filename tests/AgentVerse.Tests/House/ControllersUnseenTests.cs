using System.Reflection;
using System.Text.RegularExpressions;

using AgentVerse.Mechanisms;
using AgentVerse.Model.Contracts;

using Xunit;

namespace AgentVerse.Tests.House;

/// <summary>No network can see who is behind an account.</summary>
public sealed partial class ControllersUnseenTests
{
    private const BindingFlags Every =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly string[] Words = ["controller", "trueunits", "principal", "treasury"];

    public static TheoryData<Type> Shown =>
    [
        typeof(Intent), typeof(TimedIntent), typeof(ShardEvent),
        .. typeof(Bulletin).Assembly.GetTypes().Concat(typeof(MechanismsCatalogue).Assembly.GetTypes())
            .Where(t => t.IsSubclassOf(typeof(Bulletin))),
    ];

    [Theory]
    [MemberData(nameof(Shown))]
    public void No_intent_and_no_bulletin_has_a_controller(Type type) => Assert.DoesNotContain(
        type.GetMembers(Every).Where(m => m.DeclaringType == type),
        m => Words.Any(w => m.Name.Contains(w, StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public void All_bulletins_are_read() => Assert.True(Shown.Count >= 6);

    /// <summary>Networks never ask a plan for the controller of an account; the shard of orders alone does.</summary>
    [Fact]
    public void No_network_asks_who_controls_an_account() => Assert.Equal(
        [],
        Repository.Sources("src/AgentVerse.Mechanisms")
            .Where(f => !Repository.Relative(f).StartsWith("src/AgentVerse.Mechanisms/Controllers/", StringComparison.Ordinal))
            .Where(f => Asks().IsMatch(File.ReadAllText(f))).Select(Repository.Relative));

    [GeneratedRegex(@"\.ControllerOf\(|\.ControlledBy|\.RangeOf\(|\.UnitsPerController|EngineColumns\.TrueUnits")]
    private static partial Regex Asks();
}
