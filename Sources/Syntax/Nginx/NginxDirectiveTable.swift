/// Where nginx's own directives may stand and what they take, as its modules declare it.
///
/// Directives of other modules are not listed, so a name that is missing here says nothing.
struct NginxDirectiveTable: Sendable {
  /// One way to write a directive.
  struct Usage: Hashable, Sendable {
    let contexts: Set<NginxContext>
    let counts: Set<Int>
    /// The fewest arguments of a directive that takes any number from there on.
    let atLeast: Int?
    /// Whether the one argument is `on` or `off`.
    let isSwitch: Bool
    let isBlock: Bool

    /// Whether the directive can have `count` arguments.
    func takes(_ count: Int) -> Bool {
      if let atLeast, count >= atLeast { return true }
      return counts.contains(count) || (isSwitch && count == 1)
    }
  }

  /// The usages of every directive by its name.
  let usages: [String: [Usage]]

  static let shared = NginxDirectiveTable(reading: [core, http])

  /// Reads groups as `core` and `http` write them.
  init(reading tables: [String]) {
    var usages: [String: [Usage]] = [:]
    for table in tables {
      var current: [Usage] = []
      for line in table.split(separator: "\n") {
        if line.hasPrefix(" ") {
          for name in line.split(separator: " ") { usages[String(name)] = current }
        } else {
          current = line.split(separator: "|").map(Usage.init(reading:))
        }
      }
    }
    self.usages = usages
  }
}

extension NginxDirectiveTable.Usage {
  /// Reads `contexts = counts {}`.
  fileprivate init(reading text: Substring) {
    let halves = text.split(separator: "=", maxSplits: 1)
    let places = halves.first?.split(separator: " ").map(String.init) ?? []
    contexts =
      places == ["any"]
      ? Set(NginxContext.allCases) : Set(places.compactMap(NginxContext.init(rawValue:)))
    var counts: Set<Int> = []
    var atLeast: Int?
    var isSwitch = false
    var isBlock = false
    let marks = halves.last?.split { $0 == " " || $0 == "," } ?? []
    for mark in marks {
      if mark == "{}" {
        isBlock = true
      } else if mark == "on-off" {
        isSwitch = true
      } else if mark.hasSuffix("+") {
        atLeast = Int(mark.dropLast())
      } else if let count = Int(mark) {
        counts.insert(count)
      }
    }
    self.counts = counts
    self.atLeast = atLeast
    self.isSwitch = isSwitch
    self.isBlock = isBlock
  }
}
