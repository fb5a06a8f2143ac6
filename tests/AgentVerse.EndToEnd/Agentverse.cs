using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace AgentVerse.EndToEnd;

/// <summary>The program, started as its users start it.</summary>
internal sealed partial class Agentverse : IDisposable
{
    internal const int SigTerm = 15;
    internal const int SigKill = 9;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly Process _process;
    private readonly StringBuilder _text = new();

    private Agentverse(Process process)
    {
        _process = process;
        process.OutputDataReceived += Take;
        process.ErrorDataReceived += Take;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>All that it has written so far.</summary>
    internal string Text
    {
        get
        {
            lock (_text)
            {
                return _text.ToString();
            }
        }
    }

    internal static Agentverse Start(string folder, params IEnumerable<string> arguments)
    {
        string program = typeof(Agentverse).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "Program").Value!;
        return new Agentverse(Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);
    }

    /// <summary>Runs it to its end; gives exit code and text.</summary>
    internal static async Task<(int Code, string Text)> Run(string folder, params IEnumerable<string> arguments)
    {
        using Agentverse program = Start(folder, arguments);
        return (await program.End(), program.Text);
    }

    internal async Task<int> End()
    {
        using CancellationTokenSource limit = new(Patience);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    /// <summary>Waits until something holds of the text or the files.</summary>
    internal async Task Until(Func<string, bool> holds)
    {
        Stopwatch clock = Stopwatch.StartNew();
        while (!holds(Text))
        {
            Assert.False(_process.HasExited, $"ended too early:{Environment.NewLine}{Text}");
            Assert.True(clock.Elapsed < Patience, $"waited too long:{Environment.NewLine}{Text}");
            await Task.Delay(50);
        }
    }

    internal void Signal(int signal) => Assert.Equal(0, Kill(_process.Id, signal));

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);

    private void Take(object sender, DataReceivedEventArgs line)
    {
        lock (_text)
        {
            _text.AppendLine(line.Data);
        }
    }
}
