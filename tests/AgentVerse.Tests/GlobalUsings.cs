global using StableHash = AgentVerse.Model.Numerics.StableHash;
