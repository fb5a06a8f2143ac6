using System.Runtime.Versioning;

// Signals, mounts and modes of files: the trials run where the silos of a cluster do.
[assembly: SupportedOSPlatform("linux")]
