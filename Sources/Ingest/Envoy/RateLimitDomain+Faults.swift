import Reading
import SourceText
import Syntax

extension RateLimitDomain {
  private static let keys = [
    "domain", "key", "value", "descriptors", "rate_limit", "unit", "requests_per_unit", "unlimited",
    "shadow_mode", "name", "replaces", "detailed_metric", "metadata", "share_threshold",
    "value_to_metric", "quota_mode",
  ]

  private static let units = ["second", "minute", "hour", "day", "week", "month", "year"]

  /// What makes the rate-limit service refuse `document`, so that nothing in it limits anything.
  static func faults(in document: Node) -> [Diagnostic] {
    var faults = keyFaults(in: document)
    if let domain = document["domain"], domain.scalarText?.isEmpty ?? true {
      faults.append(
        Diagnostic(
          at: domain.span, "the rate-limit service takes no empty domain",
          expected: "the name that the gateway's rate-limit filter gives"))
    }
    if let descriptors = document["descriptors"] {
      faults += self.faults(ofDescriptors: descriptors)
    }
    return faults
  }

  private static func keyFaults(in node: Node) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    for element in node.elements {
      guard element.kind == .mapping else {
        faults.append(
          Diagnostic(
            at: element.span, "the rate-limit service takes lists of mappings only",
            expected: "a mapping"))
        continue
      }
      faults += keyFaults(in: element)
    }
    for member in node.members {
      guard let key = member.key.string else {
        faults.append(
          Diagnostic(at: member.key.span, "this key is no text", expected: "a text as a key"))
        continue
      }
      guard keys.contains(key) else {
        let meant = NearestWord.to(key, among: keys)
        faults.append(
          Diagnostic(
            at: member.key.span, "the rate-limit service knows no key '\(key)'",
            advice: meant.map { "Write `\($0)`." }))
        continue
      }
      // What `metadata` holds is the operator's own.
      if key != "metadata" { faults += keyFaults(in: member.value) }
    }
    return faults
  }

  private static func faults(ofDescriptors list: Node) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    var seen: [String: SourceSpan] = [:]
    for descriptor in list.elements {
      guard let key = descriptor["key"], let text = key.scalarText, !text.isEmpty else {
        let place = descriptor["key"] ?? descriptor
        faults.append(
          Diagnostic(at: place.span, "a descriptor has no key", expected: "`key`, and a text"))
        continue
      }
      let value = descriptor["value"]?.scalarText ?? ""
      let composite = value.isEmpty ? text : "\(text)_\(value)"
      if let first = seen[composite] {
        faults.append(
          Diagnostic(
            at: key.span, "a descriptor with the same key and value stands beside this one",
            related: [Diagnostic.Related(span: first, message: "first defined here")]))
      }
      seen[composite] = seen[composite] ?? key.span
      if let limit = descriptor["rate_limit"] { faults += unitFaults(in: limit) }
      if let inner = descriptor["descriptors"] { faults += self.faults(ofDescriptors: inner) }
    }
    return faults
  }

  private static func unitFaults(in limit: Node) -> [Diagnostic] {
    guard limit["unlimited"]?.boolean != true else { return [] }
    let unit = limit["unit"]
    if let text = unit?.scalarText, units.contains(text.lowercased()) { return [] }
    let message = unit.map { "'\($0.scalarText ?? "")' is no unit of a rate limit" }
    return [
      Diagnostic(
        at: (unit ?? limit).span, message ?? "the rate limit has no unit",
        expected: units.joined(separator: ", "))
    ]
  }
}
