/// What the grammar sees in a sentence: finer than a signal, because what a sentence amounts to depends on
/// whether it is, say, a file of secrets or any password that is passed on.
enum Cue: UInt8, CaseIterable, Sendable {
  // Steering
  case override
  case roleMark
  /// A marker that only the input of a model has.
  case templateMark
  /// You must, the assistant should.
  case agentDuty
  /// Always, never and make sure, before a verb in the form of an order.
  case standingOrder
  /// A verb in the form of an order, where no purpose is stated.
  case imperative
  /// Something has to be done, whoever does it.
  case duty
  case userTrigger
  case toolTrigger
  case dataTrigger
  /// Any, every, all: other tools, messages, payments.
  case universal
  case also

  // Tools
  case runsFirst
  case runsBeforeAll
  case otherTools
  case prefersItself
  case praisesItself
  case disparagesOthers
  case forbidsOthers
  case thisTool

  // Data
  case takesFile
  case takesContext
  case takesSecret
  case takesPersonal
  case passesOn
  case putsIntoParameter
  case putsIntoAnswer
  case sendsOutside
  case sendsToAddress
  case theft
  case movesUserData

  // Concealment
  case covert
  case keepsQuiet
  case hidesFromUser
  case hidesThis

  // Business
  case rewritesData
  case redirectsData
  case fixedAddress
  case pretext

  // Harm
  case dangerousAct
  case deception

  // Circumstances
  case disguise
  case comment

  /// What a reader is told about it.
  var signal: SignalKind? {
    switch self {
    case .override: .override
    case .roleMark, .templateMark: .pseudoRole
    case .agentDuty, .standingOrder, .imperative, .duty: .order
    case .userTrigger, .toolTrigger, .dataTrigger: .trigger
    case .runsFirst, .runsBeforeAll: .precedence
    case .otherTools: .otherTool
    case .prefersItself, .praisesItself, .disparagesOthers, .forbidsOthers: .preference
    case .takesFile, .takesContext, .takesSecret, .takesPersonal: .sensitiveObject
    case .passesOn, .putsIntoParameter, .putsIntoAnswer, .sendsOutside, .sendsToAddress: .sink
    case .theft: .theft
    case .covert, .keepsQuiet, .hidesFromUser, .hidesThis: .concealment
    case .rewritesData, .redirectsData: .rewriting
    case .fixedAddress: .fixedDestination
    case .dangerousAct: .dangerousAct
    case .deception: .deception
    case .disguise: .disguise
    case .universal, .also, .pretext, .comment, .movesUserData, .thisTool: nil
    }
  }
}

/// A set of cues.
struct CueSet: Hashable, Sendable {
  private var bits: UInt64 = 0

  /// The set of `cues`.
  init(_ cues: Cue...) {
    for cue in cues { insert(cue) }
  }

  mutating func insert(_ cue: Cue) { bits |= 1 << UInt64(cue.rawValue) }

  mutating func remove(_ cue: Cue) { bits &= ~(1 << UInt64(cue.rawValue)) }

  mutating func formUnion(_ other: CueSet) { bits |= other.bits }

  func union(_ other: CueSet) -> CueSet {
    var union = self
    union.formUnion(other)
    return union
  }

  func contains(_ cue: Cue) -> Bool { bits & (1 << UInt64(cue.rawValue)) != 0 }

  /// Whether some cue of `cues` is in the set.
  func containsAny(_ cues: CueSet) -> Bool { bits & cues.bits != 0 }

  var isEmpty: Bool { bits == 0 }
}
