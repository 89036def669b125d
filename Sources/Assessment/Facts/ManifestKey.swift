import Estate

/// A manifest's key by its path, however the unit of its number is written.
struct ManifestKey: Equatable {
  private let path: Substring

  /// The key at `path`, such as `limits.timeout` or, for the same, `limits.timeout_ms`.
  init(_ path: String) {
    let unit = ["_ms", "_seconds", "_days"].first { path.hasSuffix($0) }
    self.path = path.dropLast(unit?.count ?? 0)
  }
}

extension Server {
  /// The values in the entry of the tool `name` that could not be read, by their keys within it.
  func unreadValues(ofTool name: String) -> [Evidence<String>] {
    guard !unreadValues.isEmpty else { return [] }
    let entry = "tools.\(name)."
    return unreadValues.compactMap { value in
      guard value.value.hasPrefix(entry) else { return nil }
      return value.map { String($0.dropFirst(entry.count)) }
    }
  }
}
