/// Something in a sentence that proves little alone, and much in company.
///
/// The cues of the grammar need certain words in a certain order. Hints need words about some matter near
/// each other, whoever says it and however, so that a wording that nobody has seen still shows some.
enum Hint: UInt8, CaseIterable, Sendable {
  // What is demanded
  /// Something has to be done or be so.
  case obliges
  /// A verb in the form of an order.
  case orders
  /// Speaks of what the user has, or of what is said, though the tool is for something else.
  case foreignPossession
  case foreignExchange
  /// A file of secrets that the tool is not for.
  case foreignFile
  case movesPossession
  /// What the user has, or what is said, goes into a field, to an address or to a stranger.
  case possessionToSink
  case exchangeToSink
  /// Makes something other than it is.
  case alters
  /// The same, into a value that the text gives.
  case altersToValue
  case breaksThings
  case callsOtherTool

  // Where it goes
  case place
  case account
  /// An address for every case.
  case placeForAll
  case movesToPlace
  case stranger
  case movesToStranger

  // How it is said
  case defiance
  case quiet
  case quietOrder
  case agent
  case person
  /// Says something so that it is not what it is.
  case putsUntruly
  case reason
  /// Prefers something that it names.
  case favoursName
  case besides

  // In the description of a parameter
  case asksForExchange
  case asksForPossession
  case asksForFile

  // What honest texts have
  case caution
  case negation
  case example
  case condition
  case name

  /// What it adds to the sum, in tenths of a logit.
  var weight: Int {
    switch self {
    case .stranger: 18
    case .account: 17
    case .putsUntruly, .asksForExchange: 16
    case .foreignFile: 15
    case .quietOrder, .possessionToSink, .person, .movesToStranger, .defiance: 14
    case .agent: 13
    case .exchangeToSink: 12
    case .movesToPlace: 11
    case .orders, .place: 10
    case .foreignExchange, .callsOtherTool, .altersToValue: 9
    case .reason, .foreignPossession: 8
    case .quiet, .besides: 7
    case .breaksThings: 6
    case .asksForPossession, .favoursName, .alters: 5
    case .placeForAll, .movesPossession, .asksForFile, .obliges: 4
    case .condition: -5
    case .caution: -13
    case .name: -15
    case .example: -16
    case .negation: -19
    }
  }

  /// What a reader is told about it; `nil` for what every text has.
  var signal: SignalKind? {
    switch self {
    case .obliges, .orders: .order
    case .foreignPossession, .foreignExchange, .foreignFile, .movesPossession: .sensitiveObject
    case .possessionToSink, .exchangeToSink, .stranger, .movesToStranger, .movesToPlace: .sink
    case .alters, .altersToValue: .rewriting
    case .breaksThings: .dangerousAct
    case .callsOtherTool: .otherTool
    case .place, .account, .placeForAll: .fixedDestination
    case .defiance: .override
    case .quiet, .quietOrder: .concealment
    case .putsUntruly: .deception
    case .favoursName: .preference
    case .asksForExchange, .asksForPossession, .asksForFile: .needlessParameter
    case .agent, .person, .reason, .besides, .caution, .negation, .example, .condition, .name: nil
    }
  }
}

/// A set of hints.
struct HintSet: Sendable {
  private var bits: UInt64 = 0

  /// The set of `hints`.
  init(_ hints: some Sequence<Hint>) {
    for hint in hints { bits |= 1 << UInt64(hint.rawValue) }
  }

  func contains(_ hint: Hint) -> Bool { bits & (1 << UInt64(hint.rawValue)) != 0 }

  func union(_ other: HintSet) -> HintSet {
    var union = self
    union.bits |= other.bits
    return union
  }
}
