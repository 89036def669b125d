public import Estate

/// What the evidence of a control would be enough for, whatever its tier demands.
///
/// The status says whether it is enough for the tier's demand. A profile under which a gate asks for more,
/// or for less, reads the answer here and leaves the status alone.
public struct Sufficiency: Hashable, Sendable {
  /// The strongest demand that the evidence meets: the highest grade where a rule has no stronger question
  /// to ask, `absent` where something speaks against the control or nothing speaks for it.
  public let grade: Grade

  /// Whether some of it is open only because nobody gave the log or gateway that alone could show it.
  public let awaitsTraffic: Bool

  /// Evidence that meets demands up to `grade`.
  public init(grade: Grade, awaitsTraffic: Bool = false) {
    self.grade = grade
    self.awaitsTraffic = awaitsTraffic
  }

  /// The weakest of `parts`, those of one control.
  init(joining parts: [Sufficiency]) {
    grade = parts.map(\.grade).min() ?? .observed
    awaitsTraffic = parts.contains(where: \.awaitsTraffic)
  }

  /// What can be said where nothing but the control's status is known.
  init(of status: ControlStatus) {
    switch status {
    case .met, .notApplicable: self.init(grade: .observed)
    case .unproven(.weak(let found, _)): self.init(grade: found)
    case .unproven(.undecided), .unmet, .contradicted: self.init(grade: .absent)
    }
  }
}

extension RuleJudge.PartStanding {
  /// What the evidence for this part would be enough for.
  var sufficiency: Sufficiency {
    switch status {
    case .notApplicable: return Sufficiency(grade: .observed)
    case .met, .unproven(.weak):
      let strongest = outcomes.indices.lazy.map { outcomes[$0].grade }.max() ?? grade
      return Sufficiency(grade: grade >= strongest ? .observed : grade)
    case .unproven(.undecided) where awaitsTraffic:
      return Sufficiency(grade: .observed, awaitsTraffic: true)
    case .unproven(.undecided), .unmet, .contradicted: return Sufficiency(grade: .absent)
    }
  }

  /// Whether every question went to a log or gateway that nobody gave.
  private var awaitsTraffic: Bool {
    !outcomes.isEmpty
      && outcomes.allSatisfy { outcome in
        guard case .notGiven(let silence) = outcome.answer else { return false }
        return silence.kind == .log || silence.kind == .gateway
      }
  }
}
