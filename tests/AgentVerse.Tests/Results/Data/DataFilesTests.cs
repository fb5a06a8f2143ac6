using System.Globalization;
using System.Text;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;
using AgentVerse.Results.Data;
using CsCheck;
using Xunit;

namespace AgentVerse.Tests.Results.Data;

public class DataFilesTests
{
    private const string Broken = "data/table.csv:2: record; must be RFC 4180 text; mend it: ";

    [Fact]
    public void A_plain_file_is_read()
    {
        DataTable table = Csv("uid,stake_tao\n0,423150.094\n1,0.00126927695\n");
        Assert.Equal(["uid", "stake_tao"], table.Names);
        Assert.Equal([0.0, 1.0], table.Find("uid")!);
        Assert.Equal([423150.094, 0.00126927695], table.Find("stake_tao")!);
        Assert.Equal("data/table.csv", table.Path);
    }

    [Theory]
    [InlineData("a,b\r\n1,2\r\n")]
    [InlineData("a,b\n1,2")]
    [InlineData("\"a\",\"b\"\n\"1\",2\n")]
    [InlineData("a,b\n 1 ,+2.0\n")]
    [InlineData("a,b\n1e0,2e+0\n")]
    public void Ways_to_write_one_table(string text)
    {
        DataTable table = Csv(text);
        Assert.Equal([1.0], table.Find("a")!);
        Assert.Equal([2.0], table.Find("b")!);
    }

    [Fact]
    public void A_byte_order_mark_is_not_part_of_the_first_name() => Assert.Equal(["a"], Csv("\uFEFFa\n1\n").Names);

    [Fact]
    public void Quoted_names_may_hold_commas_quotes_and_line_breaks() =>
        Assert.Equal(["a,b", "c\"d", "e\nf"], Csv("\"a,b\",\"c\"\"d\",\"e\nf\"\n1,2,3\n").Names);

    [Fact]
    public void Missing_cells_are_NaN_and_dates_are_seconds()
    {
        DataTable table = Csv("date,x\n1970-01-02,\n2023-12-27,NaN\n,3\n");
        Assert.Equal([86_400.0, 1_703_635_200.0, double.NaN], table.Find("date")!);
        Assert.Equal([double.NaN, double.NaN, 3.0], table.Find("x")!);
    }

    [Fact]
    public void A_column_of_text_is_left_out()
    {
        DataTable table = Csv("hotkey,stake\n5F3sa2TJ,1\n5Gwpd,2\n");
        Assert.Equal(["stake"], table.Names);
        Assert.Null(table.Find("hotkey")!);
    }

    [Fact]
    public void A_header_alone_is_a_table_without_rows()
    {
        DataTable table = Csv("a,b\n");
        Assert.Equal(["a", "b"], table.Names);
        Assert.Equal(0, table.RowCount);
    }

    [Theory]
    [InlineData("a,b\n1,2\n3\n", "data/table.csv:3: fields = 1; must be 2, as in the header")]
    [InlineData("a,b\n1,2\n\n3,4\n", "data/table.csv:3: fields = 1; must be 2")]
    [InlineData("a,b\n1,2,\n", "data/table.csv:2: fields = 3; must be 2")]
    [InlineData("a,a\n1,2\n", "data/table.csv:1: header = 'a'; must be names that are not empty and occur once")]
    [InlineData("a,\n1,2\n", "data/table.csv:1: header = ''; must be names")]
    [InlineData("a\n1\n2\nthree\n", "data/table.csv:4: a = 'three'; must be a number, a date")]
    [InlineData("a\n1\n1.234,5\n", "data/table.csv:3: fields = 2")]
    [InlineData("a\n1\n\"1,5\"\n", "data/table.csv:3: a = '1,5'; must be a number")]
    [InlineData("a\n1\nInfinity\n", "data/table.csv:3: a = 'Infinity'; must be a number")]
    [InlineData("a\n1\n1e999\n", "data/table.csv:3: a = '1e999'; must be a number")]
    [InlineData("a\n1\n0x10\n", "data/table.csv:3: a = '0x10'; must be a number")]
    [InlineData("a,b\n1,\"2\n3,4\n", Broken + "a quoted field is not closed")]
    [InlineData("a,b\n1,2\"\n", Broken + "a quote stands inside a field")]
    [InlineData("a,b\n1,\"2\"x\n", Broken + "something follows the closing")]
    [InlineData("a,b\r1,2\r", "data/table.csv:1: record; must be RFC 4180 text; mend it: a carriage return")]
    [InlineData("\"a\nb\",c\n1,x\n2,3\n", "data/table.csv:3: c = 'x'; must be a number")]
    [InlineData("", "data/table.csv: file; must be a file with content")]
    public void What_is_wrong_is_said_with_file_and_line(string text, string says) =>
        Assert.StartsWith(says, Assert.Single(ProblemsOf(text)).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused()
    {
        using var temporary = new TemporaryFolder();
        File.WriteAllBytes(temporary.Of("table.csv"), [.. "a\n1"u8, 0xFF, 0x0A]);
        AssertOne("must be UTF-8 text", Problems(temporary, "table.csv"));
    }

    [Fact]
    public void A_hopeless_file_ends_with_twenty_problems() =>
        Assert.Equal(20, ProblemsOf("a\n" + string.Concat(Enumerable.Repeat("1,2\n", 1000))).Count);

    [Fact]
    public void Numbers_come_back_as_written() =>
        Gen.Double.Where(double.IsFinite).Array[1, 20].Sample(values =>
        {
            string rows = string.Concat(values.Select(v => v.ToString("R", CultureInfo.InvariantCulture) + "\n"));
            Assert.Equal(values, Csv("x\n" + rows).Find("x"));
        });

    [Theory]
    [InlineData("../secret.csv")]
    [InlineData("data/../../secret.csv")]
    [InlineData("/etc/passwd.csv")]
    [InlineData("data\\table.csv")]
    [InlineData("data/ta\0ble.csv")]
    [InlineData("")]
    public void A_path_that_leads_out_of_the_folder_is_refused(string path)
    {
        using var temporary = new TemporaryFolder();
        temporary.Write("scenario/data/table.csv", "a\n1\n");
        temporary.Write("secret.csv", "a\n1\n");
        List<Problem> problems = [];
        Assert.Null(DataFiles.Read(temporary.Of("scenario"), path, problems));
        AssertOne("a path inside the scenario's folder", problems);
    }

    [Theory]
    [InlineData("linked.csv", "secret.csv")]
    [InlineData("linked/secret.csv", "")]
    public void A_link_is_not_followed(string path, string target)
    {
        using var temporary = new TemporaryFolder();
        temporary.Write("outside/secret.csv", "a\n1\n");
        Directory.CreateDirectory(temporary.Of("scenario"));
        string link = temporary.Of($"scenario/{path.Split('/')[0]}");
        File.CreateSymbolicLink(link, temporary.Of(Path.Combine("outside", target)));
        List<Problem> problems = [];
        Assert.Null(DataFiles.Read(temporary.Of("scenario"), path, problems));
        AssertOne("not links", problems);
    }

    [Theory]
    [InlineData("absent.csv", "must be an existing file")]
    [InlineData("folder.csv", "must be an existing file")]
    [InlineData("table.xlsx", "must be a .csv or .parquet file")]
    [InlineData("not.parquet", "must be a whole Parquet file")]
    public void A_file_of_the_wrong_sort_is_refused(string path, string says)
    {
        using var temporary = new TemporaryFolder();
        Directory.CreateDirectory(temporary.Of("folder.csv"));
        temporary.Write("table.xlsx", "a\n1\n");
        temporary.Write("not.parquet", "certainly not Parquet");
        AssertOne(says, Problems(temporary, path));
    }

    [Fact]
    public void A_file_over_the_limit_is_refused_unread()
    {
        using var temporary = new TemporaryFolder();
        using (FileStream large = File.Create(temporary.Of("large.csv")))
        {
            large.SetLength(DataFiles.BytesMax + 1);
        }

        AssertOne("at most 268435456 bytes", Problems(temporary, "large.csv"));
    }

    [Fact]
    public void Parquet_of_another_writer_is_read()
    {
        using var temporary = new TemporaryFolder();
        string path = temporary.Of("table.parquet");
        DuckDb.Query(
            $"""
            copy (select i::integer as i, (i * 0.5)::float as f, (i * 1.5)::double as d, i::utinyint as u,
                         i % 2 = 0 as flag,
                         case when i = 1 then null else i::bigint end as gap, i::decimal(9, 2) as amount,
                         timestamp '1970-01-02 00:00:00' as time, 'x' || i as text, [i] as list
                  from range(3) t(i)) to '{path}' (format parquet)
            """);
        List<Problem> problems = [];
        DataTable table = DataFiles.Read(temporary.Path, "table.parquet", problems)!;
        Assert.Empty(problems);
        Assert.Equal(["i", "f", "d", "u", "flag", "gap", "amount", "time"], table.Names);
        Assert.Equal([0.0, 1.0, 2.0], table.Find("i")!);
        Assert.Equal([0.0, 0.5, 1.0], table.Find("f")!);
        Assert.Equal([0.0, 1.5, 3.0], table.Find("d")!);
        Assert.Equal([0.0, 1.0, 2.0], table.Find("u")!);
        Assert.Equal([1.0, 0.0, 1.0], table.Find("flag")!);
        Assert.Equal([0.0, double.NaN, 2.0], table.Find("gap")!);
        Assert.Equal([0.0, 1.0, 2.0], table.Find("amount")!);
        Assert.Equal([86_400.0, 86_400.0, 86_400.0], table.Find("time")!);
    }

    [Fact]
    public void A_kept_file_is_a_copy_with_its_checksum()
    {
        using var run = new SampleRun();
        using var temporary = new TemporaryFolder();
        temporary.Write("data/stakes.csv", "a\n1\n");
        string checksum = DataFiles.Keep(run.Folder, temporary.Path, "data/stakes.csv");
        Assert.Equal("a\n1\n", File.ReadAllText(run.Folder.Absolute("inputs/data/stakes.csv")));
        Assert.Equal(
            Convert.ToHexStringLower(System.IO.Hashing.XxHash128.Hash(Encoding.UTF8.GetBytes("a\n1\n"))), checksum);
    }

    private static void AssertOne(string says, List<Problem> problems) =>
        Assert.Contains(says, Assert.Single(problems).ToString(), StringComparison.Ordinal);

    private static DataTable Csv(string text)
    {
        using var temporary = new TemporaryFolder();
        temporary.Write("data/table.csv", text);
        List<Problem> problems = [];
        DataTable? table = DataFiles.Read(temporary.Path, "data/table.csv", problems);
        Assert.Empty(problems);
        return table!;
    }

    private static List<Problem> ProblemsOf(string text)
    {
        using var temporary = new TemporaryFolder();
        temporary.Write("data/table.csv", text);
        return Problems(temporary, "data/table.csv");
    }

    private static List<Problem> Problems(TemporaryFolder folder, string path)
    {
        List<Problem> problems = [];
        Assert.Null(DataFiles.Read(folder.Path, path, problems));
        return problems;
    }
}
