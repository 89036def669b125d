import Estate
import Syntax

/// What schemas tell models beside what they demand: descriptions, titles and defaults.
struct SchemaTexts {
  /// The differences.
  private(set) var details: [ContractChange.Detail] = []

  private let direction: SchemaComparison.Direction
  private var stepsLeft = 20_000

  /// Compares members of one name, as far as the schemas name them without references.
  init(_ direction: SchemaComparison.Direction, from old: Node, to new: Node) {
    self.direction = direction
    compare(old, new, at: SchemaPath())
  }

  private mutating func compare(_ old: Node, _ new: Node, at path: SchemaPath) {
    stepsLeft -= 1
    guard stepsLeft > 0 else { return }
    for keyword in ["title", "description"] {
      let (before, after) = (old[keyword]?.string, new[keyword]?.string)
      guard before.map({ Array($0.utf8) }) != after.map({ Array($0.utf8) }) else { continue }
      let change = TextDifference(from: before, to: after).summary
      details.append(.init(path.said("its \(keyword): \(change)"), .compatible))
    }
    compareDefaults(old["default"], new["default"], at: path)
    compareExamples(old["examples"], new["examples"], at: path)
    for member in new["properties"].map({ Array($0.members) }) ?? [] {
      guard let name = member.key.scalarText, let before = old["properties"]?[name] else {
        continue
      }
      compare(before, member.value, at: path.appending(name))
    }
    if let before = old["items"], let after = new["items"] {
      compare(before, after, at: path.elements)
    }
  }

  /// Calls that leave the value out come to mean something else.
  private mutating func compareDefaults(_ old: Node?, _ new: Node?, at path: SchemaPath) {
    let (before, after) = (old?.canonicalJSON, new?.canonicalJSON)
    guard before != after else { return }
    let text =
      switch (before, after) {
      case (let before?, let after?): "`default` was \(before) and is \(after)"
      case (nil, let after?): "`default` is \(after) now, and was not stated"
      case (let before?, nil): "`default` was \(before), and is not stated any more"
      case (nil, nil): ""
      }
    let isMeant = direction == .input && before != nil
    details.append(.init(path.said(text), isMeant ? .unknown : .compatible))
  }

  private mutating func compareExamples(_ old: Node?, _ new: Node?, at path: SchemaPath) {
    if old?.canonicalJSON != new?.canonicalJSON {
      details.append(.init(path.said("its examples differ"), .compatible))
    }
  }
}
