using System.Reflection;
using AgentVerse.Model.Numerics;
using Xunit;

namespace AgentVerse.Tests.Model.Numerics;

public sealed class PurposeTests
{
    [Fact]
    public void Of_takes_the_highest_twenty_bits_of_the_hash() =>
        Assert.Equal(StableHash.Of("bittensor.score") >> 44, Purpose.Of("bittensor.score").Code);

    [Fact]
    public void Of_refuses_a_nameless_purpose() => Assert.Throws<ArgumentException>(() => Purpose.Of(""));

    [Fact]
    public void No_two_purposes_of_our_assemblies_share_a_code()
    {
        var own = Directory.GetFiles(AppContext.BaseDirectory, "AgentVerse.*.dll")
            .Select(file => Path.GetFileNameWithoutExtension(file)!)
            .Where(name => !name.StartsWith("AgentVerse.Tests", StringComparison.Ordinal))
            .Select(name => Assembly.Load(new AssemblyName(name)));
        const BindingFlags anyStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var clashes = own.SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(anyStatic))
            .Where(field => field.FieldType == typeof(Purpose))
            .GroupBy(field => (Purpose)field.GetValue(null)!)
            .Where(group => group.Count() > 1)
            .Select(group => string.Join(" = ", group.Select(field => $"{field.DeclaringType}.{field.Name}")));
        Assert.Empty(clashes);
    }
}
