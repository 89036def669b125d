/// One step of a compiled pattern.
enum GlobInstruction: Hashable, Sendable {
  /// Takes exactly this character.
  case scalar(Unicode.Scalar)
  /// Takes any character but `/`.
  case withinPart
  /// Takes any character.
  case any
  /// Takes one character that is, or is not, in one of the ranges, and never `/`.
  case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)
  /// Goes on at both places.
  case split(Int, Int)
  /// Goes on at the place.
  case jump(Int)
  /// The pattern has matched.
  case accept

  /// Whether the instruction takes `scalar`.
  func takes(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .scalar(let expected): scalar == expected
    case .withinPart: scalar != "/"
    case .any: true
    case .set(let ranges, let isNegated):
      scalar != "/" && ranges.contains { $0.contains(scalar) } != isNegated
    case .split, .jump, .accept: false
    }
  }
}

/// The places of a program at which a match may stand, all of them at once, so that nothing is tried twice.
struct GlobStates {
  private let program: [GlobInstruction]
  private var places: [Int] = []
  private var isEntered: [Bool]

  /// No places of `program`.
  init(_ program: [GlobInstruction]) {
    self.program = program
    isEntered = Array(repeating: false, count: program.count)
  }

  /// Whether no match is possible any more.
  var isEmpty: Bool { places.isEmpty }

  /// Whether the pattern may end here.
  var isAccepting: Bool { places.contains { program[$0] == .accept } }

  /// Adds `place` and all places that are reached from it without a character.
  mutating func enter(_ place: Int) {
    var pending = [place]
    while let next = pending.popLast() {
      if isEntered[next] { continue }
      isEntered[next] = true
      switch program[next] {
      case .split(let first, let second): pending += [second, first]
      case .jump(let target): pending.append(target)
      default: places.append(next)
      }
    }
  }

  /// Moves on over `scalar`.
  mutating func step(over scalar: Unicode.Scalar) {
    let previous = places
    places.removeAll(keepingCapacity: true)
    for index in isEntered.indices { isEntered[index] = false }
    for place in previous where program[place].takes(scalar) { enter(place + 1) }
  }
}
