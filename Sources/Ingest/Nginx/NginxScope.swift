import SourceText
import Syntax

/// One level at which nginx merges settings: the main file, `http`, a server, a location, or a block
/// within one of them.
struct NginxScope: Sendable {
  enum Kind: Sendable {
    case main
    case http
    case server
    case location(NginxLocationMatch)
    /// An `if`, whose directives hold only for requests that meet the condition.
    case condition(NginxCondition)
    /// A `limit_except`, whose directives hold for all methods but these.
    case limitExcept(methods: [String])
  }

  let kind: Kind

  /// The scope around this one, by its place in the configuration's list; `nil` for the main one.
  let parent: Int?

  /// The directive that opens the block; `nil` where a fragment leaves the block to its includer.
  let header: NginxDirective?

  /// The directives that stand in this very block, with includes replaced.
  let directives: [NginxDirective]

  /// The includes of this very block that name no file that was given, so that it may hold more.
  let unread: [NginxDirective]

  /// The scopes directly within this one, in order.
  var children: [Int] = []

  /// The compiled pattern of a location by regular expression.
  let pathPattern: NginxPathPattern?

  private let places: [String: [Int]]

  init(
    kind: Kind, parent: Int?, header: NginxDirective?, directives: [NginxDirective],
    unread: [NginxDirective]
  ) {
    self.kind = kind
    self.parent = parent
    self.header = header
    self.directives = directives
    self.unread = unread
    var places: [String: [Int]] = [:]
    for (index, directive) in directives.enumerated() {
      places[directive.name.text, default: []].append(index)
    }
    self.places = places
    if case .location(let match) = kind, case .regex(let ignoresCase) = match.kind {
      pathPattern = NginxPathPattern(match.pattern, ignoresCase: ignoresCase)
    } else {
      pathPattern = nil
    }
  }

  /// The directives called one of `names` that stand in this very block, in order.
  func own(_ names: [String]) -> [NginxDirective] {
    if names.count == 1, let name = names.first {
      return (places[name] ?? []).map { directives[$0] }
    }
    return names.flatMap { places[$0] ?? [] }.sorted().map { directives[$0] }
  }
}

/// A directive that holds at some place, and whether it stands there or is inherited.
struct NginxSetting: Hashable, Sendable {
  let directive: NginxDirective
  let isInherited: Bool

  /// The whole directive.
  var span: SourceSpan { directive.span }

  /// The first argument, or an empty text where there is none.
  var value: String { directive.arguments.first?.text ?? "" }

  /// The arguments' texts.
  var values: [String] { directive.arguments.map(\.text) }

  /// Whether the setting switches off what it names.
  var isOff: Bool { value == "off" }

  /// The value of the argument `key=value`.
  func parameter(_ key: String) -> String? {
    for argument in directive.arguments where argument.text.hasPrefix(key + "=") {
      return String(argument.text.dropFirst(key.utf8.count + 1))
    }
    return nil
  }
}
