import Estate

/// Why some value that one schema lets pass is refused by another one.
enum SchemaProblem: Hashable {
  /// The other one demands a member.
  case required(String)
  /// The other one refuses these types.
  case types(ValueTypes, of: ValueTypes)
  /// The other one refuses these values, as JSON.
  case values([String])
  /// The other one takes nothing but these values.
  case list([String])
  /// The other one is narrower in a keyword; values as JSON, absent where it is not set.
  case limit(String, narrow: String?, wide: String)
  /// The other one refuses members that it does not name.
  case closed
  /// The other one refuses a member that it does not name, and this one names.
  case unnamed(String)
  /// The other one has a schema for what this one leaves open.
  case demand(of: String)
  /// The other one takes nothing.
  case nothing
  /// A keyword differs, and what that means is not worked out.
  case opaque(String)
  /// A member is no longer named, and not refused either.
  case dropped(String)
  /// A reference leads out of the document.
  case reference(String)
  /// What comparing costs has no relation to what it could tell.
  case tooComplex

  /// Whether it is certain that something which passed no longer does.
  var isCertain: Bool {
    switch self {
    case .opaque, .dropped, .reference, .tooComplex: false
    case .limit(let keyword, _, _): keyword != "format"
    case .required, .types, .values, .list, .closed, .unnamed, .demand, .nothing: true
    }
  }

  /// How the schema was turned, so that old and new can be told.
  enum Turn {
    /// What was let pass is let pass no more.
    case narrowed
    /// What was never let pass is let pass.
    case widened
  }

  /// The problem, met at `path`, as a change.
  func text(_ turn: Turn, at path: SchemaPath) -> String {
    let subject = path.subject
    let isNarrowed = turn == .narrowed
    switch self {
    case .required(let name):
      return "`\(path.appending(name))` \(isNarrowed ? "became required" : "may be missing now")"
    case .types(let types, let all):
      let words = all == .all ? "anything" : types.described
      return isNarrowed ? "\(subject) no longer takes \(words)" : "\(subject) can be \(words) now"
    case .values(let values):
      let words = Self.listed(values)
      return isNarrowed ? "\(subject) no longer takes \(words)" : "\(subject) can be \(words) now"
    case .list(let values):
      let words = Self.listed(values)
      return isNarrowed
        ? "\(subject) takes only \(words) now" : "\(subject) is no longer one of \(words)"
    case .limit(let keyword, let narrow, let wide):
      return path.said(Self.limit(keyword, isNarrowed ? (narrow, wide) : (wide, narrow)))
    case .closed:
      return path.said("members that the schema does not name are ")
        + (isNarrowed ? "refused now" : "possible now")
    case .unnamed(let name):
      return "`\(path.appending(name))` "
        + (isNarrowed
          ? "is gone, and members that the schema does not name are refused" : "came in")
    case .demand(let parts):
      return path.said("\(parts) ")
        + (isNarrowed ? "have to meet a schema now" : "no longer have to meet a schema")
    case .nothing:
      return isNarrowed ? "\(subject) takes nothing any more" : "\(subject) takes something now"
    case .dropped(let name):
      return "`\(path.appending(name))` is gone: calls that give it pass, and may have no effect"
    case .opaque, .reference, .tooComplex: return path.said(doubt)
    }
  }

  /// Why nothing can be told.
  private var doubt: String {
    switch self {
    case .opaque(let keyword):
      "`\(keyword)` differs, and what that means for callers cannot be told"
    case .reference(let text): "`\(text)` leads out of the schema, so that it cannot be compared"
    default: "the schemas are too complex to be compared"
    }
  }

  private static func limit(_ keyword: String, _ values: (old: String?, new: String?)) -> String {
    switch values {
    case (let old?, let new?): "`\(keyword)` was \(cut(old)) and is \(cut(new))"
    case (nil, let new?): "`\(keyword)` is \(cut(new)) now, and was not set"
    case (let old?, nil): "`\(keyword)` was \(cut(old)), and is not set any more"
    case (nil, nil): "`\(keyword)` differs"
    }
  }

  /// The first of `values`; more are counted.
  private static func listed(_ values: [String]) -> String {
    let shown = values.prefix(8).map { "`\(cut($0))`" }.joined(separator: ", ")
    return values.count > 8 ? shown + " and \(values.count - 8) more" : shown
  }

  private static func cut(_ text: String) -> String {
    text.count <= 60 ? text : text.prefix(59) + "…"
  }
}
