/// Names as a message lists them: a few, and the number of the rest.
struct NameList {
  private let names: [String]

  /// How many names a sentence bears.
  private static let shown = 5

  init(_ names: [String]) {
    self.names = names
  }

  /// The names in quotes, such as "'a', 'b' and 3 more".
  var text: String {
    let list = names.prefix(Self.shown).map { "'\($0)'" }.joined(separator: ", ")
    let rest = names.count - Self.shown
    return rest > 0 ? "\(list) and \(rest) more" : list
  }
}
