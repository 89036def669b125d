import Estate
import SourceText
import Syntax

/// One domain of Envoy's rate-limit service: a tree of descriptors, some with a limit.
struct RateLimitDomain {
  /// One descriptor of the tree.
  struct Descriptor {
    let key: Evidence<String>
    /// The only value that it matches; `nil` for any.
    let value: Evidence<String>?
    /// Calls a minute; `nil` where the descriptor sets no limit.
    let callsPerMinute: Evidence<Int>?
    let isUnlimited: Bool
    /// Whether the limit is only watched, and never enforced.
    let isShadow: Bool
    let children: [Descriptor]

    /// Whether calls that reach the descriptor are limited here.
    var limits: Bool { callsPerMinute != nil && !isUnlimited && !isShadow }

    /// Whether it is for all values that no descriptor beside it names.
    var takesAnyValue: Bool { value == nil || value?.value == "*" }
  }

  let name: String
  let descriptors: [Descriptor]
  let span: SourceSpan

  /// Deeper trees are cut off; the service itself would be useless long before.
  private static let depthLimit = 32

  /// The domain that `document` configures; `nil` where it is none.
  init?(_ document: Node) {
    guard let domain = document["domain"], let name = domain.scalarText,
      let descriptors = document["descriptors"], descriptors.kind == .sequence
    else { return nil }
    self.name = name
    self.descriptors = Self.descriptors(in: descriptors, depth: 0)
    span = domain.span
  }

  /// Whether `document` configures a domain.
  static func recognizes(_ document: Node) -> Bool {
    RateLimitDomain(document) != nil
  }

  /// Every descriptor of the tree whose key is `key`, outer ones first.
  func descriptors(withKey key: String) -> [Descriptor] {
    var found: [Descriptor] = []
    var open = descriptors
    while !open.isEmpty {
      found += open.filter { $0.key.value == key }
      open = open.flatMap(\.children)
    }
    return found
  }

  private static func descriptors(in list: Node, depth: Int) -> [Descriptor] {
    guard depth < depthLimit else { return [] }
    return list.elements.compactMap { node in
      guard let key = node["key"], let keyText = key.scalarText else { return nil }
      let limit = node["rate_limit"]
      return Descriptor(
        key: Evidence(keyText, at: key.span, grade: .configured),
        value: node["value"].flatMap { value in
          value.scalarText.map { Evidence($0, at: value.span, grade: .configured) }
        },
        callsPerMinute: limit.flatMap(callsPerMinute),
        isUnlimited: limit?["unlimited"]?.boolean == true,
        isShadow: node["shadow_mode"]?.boolean == true,
        children: node["descriptors"].map { descriptors(in: $0, depth: depth + 1) } ?? [])
    }
  }

  /// The limit in calls a minute, at least 1 where calls are allowed at all.
  private static func callsPerMinute(_ limit: Node) -> Evidence<Int>? {
    guard let requests = limit["requests_per_unit"], let count = requests.integer,
      let unit = limit["unit"]?.scalarText?.lowercased()
    else { return nil }
    let minutes: Double
    switch unit {
    case "second": minutes = 1.0 / 60
    case "minute": minutes = 1
    case "hour": minutes = 60
    case "day": minutes = 1440
    case "week": minutes = 10_080
    case "month": minutes = 43_200
    case "year": minutes = 525_600
    default: return nil
    }
    let perMinute = Double(count) / minutes
    guard let whole = Int(exactly: perMinute.rounded(.up)) else { return nil }
    return Evidence(count > 0 ? max(1, whole) : 0, at: requests.span, grade: .configured)
  }
}
