/// Whether a text document is a changelog, by its name or its first heading.
enum ChangelogShape {
  /// Whether the document called `name`, which starts with `beginning`, is one.
  static func matches(_ name: FileName, _ beginning: [UInt8]) -> Bool {
    guard ["md", "markdown", "txt", ""].contains(name.fileExtension) else { return false }
    if name.name.contains("changelog") { return true }
    let stem = name.name.prefix { $0 != "." }
    if ["changes", "history", "releases", "release-notes"].contains(stem) { return true }
    let first = beginning.split(separator: UInt8(ascii: "\n"), maxSplits: 8)
      .first { $0.contains { $0 > 0x20 } }
    guard let first, first.first == UInt8(ascii: "#") else { return false }
    let heading = String(decoding: first, as: UTF8.self).lowercased()
    return heading.contains("changelog")
      || titles.contains(
        heading.split { !$0.isLetter }.joined(separator: " "))
  }

  /// First headings that a changelog can have besides those with the word.
  private static let titles: Set<String> = [
    "changes", "change log", "change history", "release notes", "version history",
  ]
}
