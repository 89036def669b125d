/// What takes meaning away because it is said of the agent's conduct: when to wait, whom to ask, what to do
/// with what it gets next.
extension SentenceReader {
  /// Cues that a workflow of the server's own tools has as well.
  static let workflow: [Cue] = [
    .toolCondition, .callsTool, .callsHarmfulTool, .toolTrigger, .needsCall,
  ]

  /// Whether a sentence has people asked for their leave before something is done, as in "wait for the
  /// user's approval before calling pay".
  func asksLeave(_ slice: ArraySlice<Token>) -> Bool {
    slice.indices.contains { index in
      slice[index].classes.contains(.leave) && !isNegated(index...index, .skipsApproval, in: slice)
    }
  }

  /// Whether `match` of `cue` is about the agent's conduct only.
  func isConduct(_ cue: Cue, _ match: ClosedRange<Int>, in slice: ArraySlice<Token>) -> Bool {
    switch cue {
    case .forbidsOthers, .forbidsTool, .shunsOthers:
      endsTurn(slice) || isForNow(match, in: slice) || isItself(match.lowerBound, in: slice)
    case .override: match.count == 1 && isSpokenOf(match.lowerBound, in: slice)
    case .obeysOutput: match.count == 1 && isGoingOn(match.lowerBound, in: slice)
    case .scripted: tellsWhatIsSo(match, in: slice)
    default: false
    }
  }

  /// Whether what is to be said at `match` was found out before, as in "if it is empty, say that nothing is
  /// there"; a condition about somebody or something by name finds out nothing.
  private func tellsWhatIsSo(_ match: ClosedRange<Int>, in slice: ArraySlice<Token>) -> Bool {
    guard slice[match].contains(where: { !$0.classes.isDisjoint(with: [.soThat, .verdict]) })
    else { return false }
    let before = slice[..<match.lowerBound]
    guard before.contains(where: { !$0.classes.isDisjoint(with: [.trigger, .modal, .user]) }) else {
      return true
    }
    return before.indices.contains { index in
      let token = before[index]
      if token.classes.contains(.negator) { return !isProhibition(index, in: slice) }
      return !token.classes.isDisjoint(with: [.state, .outcome, .mild, .verdict, .fail])
        || token.classes.contains(.saying) && token.form == .third
    }
  }

  /// Whether a sentence says that the agent is to stop or to wait: it calls no other tools then, and not this
  /// one either.
  private func endsTurn(_ slice: ArraySlice<Token>) -> Bool {
    slice.contains { $0.classes.contains(.pacing) && $0.form == .base && !$0.isQuoted }
  }

  /// Whether the word at `index` means this tool, as in "this method should not be called from there", or
  /// only joins what is said to what was said before.
  private func isItself(_ index: Int, in slice: ArraySlice<Token>) -> Bool {
    !slice[index].classes.isDisjoint(with: [.thisTool, .soThat])
  }

  /// Whether what is forbidden at `match` is forbidden for a while only, as in "call no other tool while
  /// answering".
  private func isForNow(_ match: ClosedRange<Int>, in slice: ArraySlice<Token>) -> Bool {
    slice[match.upperBound...].dropFirst().prefix(2).contains {
      $0.classes.contains(.meanwhile) && $0.boundary == .none
    }
  }

  /// Whether the word at `index` is something that is received or waited for, as in "after receiving new
  /// instructions".
  private func isSpokenOf(_ index: Int, in slice: ArraySlice<Token>) -> Bool {
    guard index > slice.startIndex, slice[index].boundary == .none else { return false }
    let before = slice[index - 1]
    return before.form == .gerund || before.form == .third
      || !before.classes.isDisjoint(with: [.trigger, .to])
  }

  /// Whether what the agent is to carry out at `index` was named before as an act, as in "when asked to run a
  /// server, run it".
  private func isGoingOn(_ index: Int, in slice: ArraySlice<Token>) -> Bool {
    slice[..<index].contains {
      $0.classes.contains(.use) && $0.form == .base || $0.classes.contains(.inOrderTo)
    }
  }

  /// Whether what begins at `match` says who else is not to be told, as in "anyone other than the team".
  func keepsConfidence(_ match: ClosedRange<Int>, in slice: ArraySlice<Token>) -> Bool {
    let told = slice[match.lowerBound...].prefix(match.count + Self.confidants).dropLast()
    return told.indices.dropLast().contains { index in
      slice[index].classes.contains(.user) && slice[index + 1].classes.contains(.other)
        && slice[index + 1].boundary == .none
    }
  }

  /// How far behind what is kept the people are named who may know.
  private static let confidants = 8
}
