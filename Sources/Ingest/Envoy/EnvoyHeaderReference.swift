/// A request header that a text of Envoy's configuration is filled with.
struct EnvoyHeaderReference {
  /// In lower case; pseudo-headers such as `:path` with their colon.
  var name: String { written.lowercased() }
  /// As the text writes it.
  let written: String
  /// Whether it stands in where another header is missing.
  let isAlternative: Bool

  private static let operators = ["REQ(", "REQUEST_HEADER("]

  /// Every one in `text`, in order: the names in each `%REQ(name?alternative):length%`.
  static func all(in text: String) -> [EnvoyHeaderReference] {
    text.split(separator: "%").flatMap { part -> [EnvoyHeaderReference] in
      guard let start = operators.first(where: part.hasPrefix) else { return [] }
      let names = part.dropFirst(start.count).prefix { $0 != ")" }
        .split(separator: "?", omittingEmptySubsequences: false)
      return names.enumerated().compactMap { index, name in
        name.isEmpty
          ? nil : EnvoyHeaderReference(written: String(name), isAlternative: index > 0)
      }
    }
  }
}
