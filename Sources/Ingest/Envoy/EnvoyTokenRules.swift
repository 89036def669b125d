import Syntax

/// The rules of one `jwt_authn` filter, found by the paths that they are for.
///
/// Most gateways have a rule for each route: rules for a prefix are looked up and not tried one by one.
struct EnvoyTokenRules {
  private let rules: [Node]
  /// The first rule for each prefix, whatever headers a request has.
  private var byPrefix: [String: Int] = [:]
  /// The rules that are for other paths, in order.
  private var others: [Int] = []
  /// The numbers of bytes that prefixes have.
  private var lengths: Set<Int> = []

  /// The rules of `configuration`, that of the filter.
  init(of configuration: Node) {
    rules = configuration["rules"].elementsOrSelf
    for (index, rule) in rules.enumerated() {
      guard let match = rule["match"] else { continue }
      guard let prefix = match["prefix"]?.scalarText, prefix.isASCII,
        match["headers"] == nil, match["query_parameters"] == nil
      else {
        others.append(index)
        continue
      }
      if byPrefix[prefix] == nil { byPrefix[prefix] = index }
      lengths.insert(prefix.utf8.count)
    }
  }

  /// The first rule that every request of `path` meets.
  func first(covering path: EnvoyPathMatch) -> Node? {
    let start = Array(path.start.utf8)
    var first = byPrefix["/"]
    for length in lengths where length <= start.count {
      let prefix = String(decoding: start[..<length], as: UTF8.self)
      if let index = byPrefix[prefix], index < first ?? .max { first = index }
    }
    let other = others.first { index in
      index < first ?? .max && rules[index]["match"].map(path.isCovered) ?? false
    }
    return (other ?? first).map { rules[$0] }
  }
}

extension String {
  fileprivate var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }
}
