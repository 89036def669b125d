/// One path that discovery has met, whatever lies there: nothing is left out in silence.
struct DiscoveredEntry: Sendable {
  /// What lies at the path.
  enum Content: Sendable {
    /// A regular file of `size` bytes when it was looked at.
    case file(size: Int)
    /// Something that is not opened, and why.
    case skipped(reason: String)
    /// The same file or folder as the entry under another path, which stands for both.
    case duplicate(of: String, isFolder: Bool)
    /// Something that ought to have been read and could not be.
    case failed(reason: String)
  }

  /// The path as the user would write it, with `/` between its parts.
  let path: String
  /// The path as the file system takes it, which need not be UTF-8.
  let systemPath: [UInt8]
  /// What lies there.
  let content: Content
  /// Whether the user named the file itself, and not a folder that holds it.
  var isNamed = false
}
