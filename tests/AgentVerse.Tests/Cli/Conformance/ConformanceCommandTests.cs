using System.Text.Json;
using AgentVerse.Cli.Commands;

using Xunit;

namespace AgentVerse.Tests.Cli.Conformance;

public sealed class ConformanceCommandTests : IDisposable
{
    private const string GoodCase =
        """{"id":"a","op":"topk","input":{"vector":[1,2],"k":1},"expected":{"result":[false,true]},"tolerance":0}""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("conformance");
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public void All_agreeing_cases_exit_with_0_and_count_in_the_last_line()
    {
        Write("cases.json", $"[{GoodCase}]");
        Assert.Equal(ConformanceCommand.AllAgree, Run());
        Assert.Equal("1 passed, 0 failed", LastLine());
        Assert.Contains("cases.json topk: 1 of 1 agree", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_disagreeing_case_exits_with_1_and_names_field_expected_actual_and_tolerance()
    {
        Write("cases.json", $"[{GoodCase.Replace("[false,true]", "[true,true]", StringComparison.Ordinal)}]");
        Assert.Equal(ConformanceCommand.SomeDisagree, Run());
        Assert.Equal("0 passed, 1 failed", LastLine());
        Assert.Contains(
            "cases.json a: result.0: expected true, actual false, tolerance 0", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_operation_fails()
    {
        Write("cases.json", $"[{GoodCase.Replace("topk", "nonsense", StringComparison.Ordinal)}]");
        Assert.Equal(ConformanceCommand.SomeDisagree, Run());
        Assert.Contains("unknown op nonsense", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_malformed_input_fails_its_case_and_no_other()
    {
        Write("cases.json", $"[{GoodCase.Replace("\"k\":1", "\"l\":1", StringComparison.Ordinal)},{GoodCase}]");
        Assert.Equal(ConformanceCommand.SomeDisagree, Run());
        Assert.Equal("1 passed, 1 failed", LastLine());
        Assert.Contains("input field k is missing", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{", "not JSON")]
    [InlineData("{}", "expected an array")]
    [InlineData("[1]", "expected an object")]
    [InlineData("""[{"id":"a","input":{}}]""", "needs id, op and input")]
    public void A_file_out_of_format_exits_with_2_and_says_why(string text, string reason)
    {
        Write("bad.json", text);
        Assert.Equal(ConformanceCommand.BadInput, Run());
        Assert.Contains("bad.json", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains(reason, _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_or_empty_folder_exits_with_2()
    {
        Assert.Equal(ConformanceCommand.BadInput, Run());
        int code = ConformanceCommand.Run(Path.Combine(_folder.FullName, "none"), null, _output, _error);
        Assert.Equal(ConformanceCommand.BadInput, code);
        Assert.Contains("no such folder", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Emitted_lines_hold_file_id_op_and_actual_also_without_expectation()
    {
        Write("cases.json", """[{"id":"a","op":"topk","input":{"vector":[1,2],"k":1}}]""");
        string path = Path.Combine(_folder.FullName, "out.jsonl");
        Assert.Equal(ConformanceCommand.AllAgree, ConformanceCommand.Run(_folder.FullName, path, _output, _error));
        JsonElement line = JsonDocument.Parse(File.ReadAllText(path)).RootElement;
        Assert.Equal("cases.json", line.GetProperty("file").GetString());
        Assert.Equal("a", line.GetProperty("id").GetString());
        Assert.Equal("topk", line.GetProperty("op").GetString());
        Assert.True(line.GetProperty("actual").GetProperty("result")[1].GetBoolean());
        Assert.Equal("0 passed, 0 failed", LastLine());
    }

    [Fact]
    public void Digit_keys_assert_those_items_only()
    {
        Write("cases.json", $"[{GoodCase.Replace("[false,true]", """{"1":true}""", StringComparison.Ordinal)}]");
        Assert.Equal(ConformanceCommand.AllAgree, Run());
    }

    [Fact]
    public void The_command_line_takes_the_folder_and_the_emit_option()
    {
        Write("cases.json", $"[{GoodCase}]");
        string path = Path.Combine(_folder.FullName, "out.jsonl");
        int code = RootCommands.Create().Parse(["conformance", _folder.FullName, "--emit", path]).Invoke(
            new System.CommandLine.InvocationConfiguration { Output = _output, Error = _error });
        Assert.Equal(0, code);
        Assert.True(File.Exists(path));
    }

    private int Run() => ConformanceCommand.Run(_folder.FullName, null, _output, _error);

    private string LastLine() => _output.ToString().TrimEnd().Split('\n')[^1];

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);
}
