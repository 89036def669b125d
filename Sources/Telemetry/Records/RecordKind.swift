/// What a record says apart from names, time and numbers.
///
/// The records of a log are of a few dozen kinds, so that what depends on the kind alone is counted for all
/// records of one kind at once.
struct RecordKind: Hashable, Sendable {
  /// The checks that look at the record, and those of them that match.
  let applicable: RecordChecks
  let matches: RecordChecks

  /// The rest, in one number: from the lowest bits on the outcome with `Outcome.fallbackBit`, the recorder,
  /// and one bit for each of `Trait`.
  private let traits: UInt32

  /// What is true of a record or not.
  private enum Trait: UInt32 {
    case isToolCall = 5
    case isServerUpstream, isDecided, isVersioned, hasApproval, hasApprover, isSelfApproved
  }

  /// The kind of record that `reading` is of.
  @inline(__always)
  init(_ reading: RecordReading) {
    applicable = reading.applicable
    matches = reading.matches
    var traits = UInt32(reading.outcome.rawValue | (reading.isFallback ? Outcome.fallbackBit : 0))
    traits |= UInt32(reading.recorder.rawValue) << 3
    traits |= Self.bit(.isToolCall, reading.isToolCall)
    traits |= Self.bit(.isServerUpstream, reading.isServerUpstream)
    traits |= Self.bit(.isDecided, reading.isDecided)
    traits |= Self.bit(.isVersioned, reading.version != nil)
    traits |= Self.bit(.hasApproval, reading.hasApproval)
    traits |= Self.bit(.hasApprover, reading.hasApprover)
    traits |= Self.bit(.isSelfApproved, reading.isSelfApproved)
    self.traits = traits
  }

  @inline(__always)
  private static func bit(_ trait: Trait, _ isSet: Bool) -> UInt32 {
    (isSet ? 1 : 0) &<< trait.rawValue
  }

  private func has(_ trait: Trait) -> Bool { traits >> trait.rawValue & 1 != 0 }

  /// The outcome with `Outcome.fallbackBit`; below 8.
  var outcomeCode: UInt16 { UInt16(truncatingIfNeeded: traits & 7) }

  /// The place among all of who made the record.
  var recorder: Int { Int(traits >> 3 & 3) }

  /// Whether policy refused the call.
  var isBlocked: Bool { outcomeCode & ~Outcome.fallbackBit == Outcome.blocked.rawValue }

  /// The same as in `RecordReading`.
  var isToolCall: Bool { has(.isToolCall) }
  var isServerUpstream: Bool { has(.isServerUpstream) }
  var isDecided: Bool { has(.isDecided) }
  var hasApproval: Bool { has(.hasApproval) }
  var hasApprover: Bool { has(.hasApprover) }
  var isSelfApproved: Bool { has(.isSelfApproved) }

  /// Whether the record names the server's version.
  var isVersioned: Bool { has(.isVersioned) }

  /// A number below 256 that differs between most kinds.
  @inline(__always)
  var hash: Int {
    let mixed = (applicable.bits ^ matches.bits &* 31 ^ UInt64(traits)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 56)
  }
}
