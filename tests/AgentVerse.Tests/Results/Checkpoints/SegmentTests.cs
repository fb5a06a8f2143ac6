using AgentVerse.Model;
using AgentVerse.Results;
using AgentVerse.Results.Checkpoints;
using CsCheck;
using Xunit;

namespace AgentVerse.Tests.Results.Checkpoints;

public class SegmentTests
{
    [Fact]
    public void Parts_come_back_by_name() =>
        Gen.Byte.Array[0, 300].Array[0, 8].Sample(
            parts =>
            {
                using var temporary = new TemporaryFolder();
                string path = Written(temporary, parts);
                using SegmentReader reader = SegmentReader.Open(path);
                Assert.Equal(parts.Select((_, i) => $"cohort/{i}/ü"), reader.Parts.Select(part => part.Name));
                for (int i = parts.Length - 1; i >= 0; i--)
                {
                    Assert.Equal(parts[i], reader.Read($"cohort/{i}/ü"));
                }
            },
            iter: 50);

    [Fact]
    public void Any_changed_byte_is_noticed_before_its_part_is_used() =>
        Gen.Select(Gen.Int[0, 100_000], Gen.Byte[1, 255]).Sample(
            (position, flip) =>
            {
                using var temporary = new TemporaryFolder();
                byte[][] parts = [[1, 2, 3], [], [4, 5, 6, 7]];
                string path = Written(temporary, parts);
                byte[] bytes = File.ReadAllBytes(path);
                int at = position % bytes.Length;
                bytes[at] ^= flip;
                File.WriteAllBytes(path, bytes);
                try
                {
                    using SegmentReader reader = SegmentReader.Open(path);
                    byte[][] found = [.. reader.Parts.Select(part => reader.Read(part.Name))];
                    Assert.InRange(at, 8, 15);
                    Assert.Equal(parts, found);
                }
                catch (ResultsException refused)
                {
                    Assert.Contains(path, refused.Message, StringComparison.Ordinal);
                }
            },
            iter: 300);

    [Fact]
    public void A_cut_segment_is_refused_at_every_length()
    {
        using var temporary = new TemporaryFolder();
        string path = Written(temporary, [[1, 2, 3], [4, 5, 6, 7]]);
        byte[] bytes = File.ReadAllBytes(path);
        for (int length = 0; length < bytes.Length; length++)
        {
            File.WriteAllBytes(path, bytes[..length]);
            ResultsException refused = Assert.Throws<ResultsException>(() => SegmentReader.Open(path).Dispose());
            Assert.Contains("is damaged", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_newer_layout_is_refused_as_newer()
    {
        using var temporary = new TemporaryFolder();
        string path = Written(temporary, [[1]]);
        byte[] bytes = File.ReadAllBytes(path);
        bytes[8] = 2;
        File.WriteAllBytes(path, bytes);
        ResultsException refused = Assert.Throws<ResultsException>(() => SegmentReader.Open(path));
        Assert.Contains("newer AgentVerse (layout 2; this one reads 1)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_part_is_refused_by_name()
    {
        using var temporary = new TemporaryFolder();
        using SegmentReader reader = SegmentReader.Open(Written(temporary, [[1]]));
        ResultsException refused = Assert.Throws<ResultsException>(() => reader.Read("shard/9"));
        Assert.Contains("it has no part 'shard/9'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_commit_there_is_no_file()
    {
        using var temporary = new TemporaryFolder();
        using (SegmentWriter writer = SegmentWriter.Create(temporary.Of("a.segment")))
        {
            writer.Add("cohort/0", [1, 2, 3]);
        }

        Assert.Empty(Directory.GetFiles(temporary.Path));
    }

    [Fact]
    public void A_new_segment_replaces_the_old_one_only_when_it_is_whole()
    {
        using var temporary = new TemporaryFolder();
        string path = Written(temporary, [[1]]);
        using (SegmentWriter writer = SegmentWriter.Create(path))
        {
            writer.Add("cohort/0/ü", [2]);
            using SegmentReader before = SegmentReader.Open(path);
            Assert.Equal([1], before.Read("cohort/0/ü"));
            before.Dispose();
            Assert.Equal(writer.Commit(), new FileInfo(path).Length);
        }

        using SegmentReader after = SegmentReader.Open(path);
        Assert.Equal([2], after.Read("cohort/0/ü"));
        Assert.Equal([path], Directory.GetFiles(temporary.Path));
    }

    [Fact]
    public void Two_parts_of_one_name_are_a_bug()
    {
        using var temporary = new TemporaryFolder();
        using SegmentWriter writer = SegmentWriter.Create(temporary.Of("a.segment"));
        writer.Add("cohort/0", [1]);
        Assert.Throws<InvariantException>(() => writer.Add("cohort/0", [1]));
    }

    [Fact]
    public void Only_the_newest_two_committed_checkpoints_stay()
    {
        using var run = new SampleRun();
        FolderSegments store = new(run.Folder);
        var checkpoints = new CheckpointFolder(store, "run-1");
        var other = new CheckpointFolder(store, "run-2");
        CheckpointId[] committed = [new(10, 1), new(20, 1), new(30, 2)];
        CheckpointId[] uncommitted = [new(25, 1), new(30, 1), new(40, 1), new(40, 2)];
        foreach (CheckpointId id in committed.Concat(uncommitted))
        {
            Save(store, checkpoints, id);
        }

        Save(store, other, new CheckpointId(5, 1));
        Directory.CreateDirectory(run.Folder.Absolute("checkpoints/run-1/notes"));

        // (40, 2) may be under way: it is of the newest incarnation and after the newest commit.
        Assert.Equal(4, checkpoints.Prune(committed));
        Assert.Equal(
            ["notes", "t000000020-i0001", "t000000030-i0002", "t000000040-i0002"],
            Directory.GetDirectories(run.Folder.Absolute("checkpoints/run-1")).Select(Path.GetFileName)
                .Order(StringComparer.Ordinal));
        Assert.True(File.Exists(run.Folder.Absolute(other.Segment(new CheckpointId(5, 1), 0))));
        Assert.Equal(0, checkpoints.Prune([]));
    }

    [Fact]
    public void A_silo_that_was_paused_touches_no_checkpoint_of_a_later_incarnation()
    {
        using var run = new SampleRun();
        FolderSegments store = new(run.Folder);
        var checkpoints = new CheckpointFolder(store, "run-1");
        CheckpointId committed = new(10, 1);
        CheckpointId[] later = [new(10, 2), new(9, 2), new(20, 3)];
        foreach (CheckpointId id in later.Append(committed))
        {
            Save(store, checkpoints, id);
        }

        Assert.Equal(0, checkpoints.Prune([committed]));
        Assert.Equal(4, store.Folders("checkpoints/run-1").Count);
        checkpoints.Clear();
        Assert.Empty(store.Folders("checkpoints/run-1"));
    }

    private static void Save(FolderSegments store, CheckpointFolder checkpoints, CheckpointId id)
    {
        using SegmentWriter writer = SegmentWriter.Create(store, checkpoints.Segment(id, 0));
        writer.Add("cohort/0", [1]);
        writer.Commit();
    }

    private static string Written(TemporaryFolder temporary, byte[][] parts)
    {
        string path = temporary.Of("a.segment");
        using SegmentWriter writer = SegmentWriter.Create(path);
        for (int i = 0; i < parts.Length; i++)
        {
            writer.Add($"cohort/{i}/ü", parts[i]);
        }

        writer.Commit();
        return path;
    }
}
