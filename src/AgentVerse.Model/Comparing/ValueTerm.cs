namespace AgentVerse.Model.Comparing;

/// <summary>A recorded column of a population, summed over its agents.</summary>
/// <param name="Population">Name of the population.</param>
/// <param name="Column">Name of the column: a running total.</param>
/// <param name="Weight">Factor.</param>
/// <param name="Price">Series that each change is multiplied with; null for none.</param>
public sealed record ValueTerm(string Population, string Column, double Weight, SeriesName? Price);
