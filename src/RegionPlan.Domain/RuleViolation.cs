using System.Diagnostics.CodeAnalysis;

namespace RegionPlan.Domain;

/// <summary>A rule of the domain was broken. The message is Swedish, is shown to the user as it stands and says how to mend the input.</summary>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "A violation of a rule is the domain's own word.")]
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "A violation always has a message for the user.")]
public sealed class RuleViolation(string message) : Exception(message);
