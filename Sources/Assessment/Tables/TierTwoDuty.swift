import Estate
public import SourceText

/// What every server of tier 2 owes (seed 0).
public struct TierTwoDuty: Hashable, Sendable {
  /// The duties, in the order of the seed.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// One named owner.
    case owner = "named owner"
    /// A switch that was tested.
    case testedKillSwitch = "tested kill switch"
    /// Who may throw the switch.
    case killSwitchOwner = "kill-switch owner"
    /// What serves instead.
    case fallback = "fallback mode"
    /// The most that can go wrong.
    case blastRadius = "maximum blast-radius statement"
    /// What is done afterwards.
    case recoveryChecklist = "recovery checklist"
  }

  /// Which duty.
  public let kind: Kind
  /// Whether the manifest states it.
  public let isStated: Bool
  /// Where it does.
  public let span: SourceSpan?

  /// The duties of `server`, which is judged as one of `tier`; none below tier 2.
  static func duties(of server: Server, as tier: Tier) -> [TierTwoDuty] {
    guard tier == .two else { return [] }
    return Kind.allCases.map { kind in
      let (isStated, span) = statement(of: kind, in: server)
      return TierTwoDuty(kind: kind, isStated: isStated, span: span)
    }
  }

  private static func statement(of kind: Kind, in server: Server) -> (Bool, SourceSpan?) {
    let containment = server.containment
    switch kind {
    case .owner:
      let owner = server.ownership.owner
      return (owner.value.map { OwnerName($0).isAccountable } ?? false, owner.span)
    case .testedKillSwitch:
      return (containment.killSwitchTested.isStated, containment.killSwitchTested.span)
    case .killSwitchOwner:
      return (containment.killSwitchOwner.isStated, containment.killSwitchOwner.span)
    case .fallback: return (containment.fallback.isStated, containment.fallback.span)
    case .blastRadius: return (containment.blastRadius.isStated, containment.blastRadius.span)
    case .recoveryChecklist:
      return (containment.recoveryChecklist.isStated, containment.recoveryChecklist.span)
    }
  }
}
