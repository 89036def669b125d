/// A pattern of paths.
///
/// `*` and `?` stand for characters other than `/`, `**` for any, `[a-z]` and `[!a-z]` for one of or none
/// of a set, `{a,b}` for one of several patterns, and `\` takes the meaning off the character behind it.
/// As in `.gitignore`, a pattern without `/` matches at any depth, one that begins with `/` only from the
/// top, and what matches a folder matches all that is in it.
///
/// A match takes time proportional to the pattern times the path, whatever both of them are.
public struct PathGlob: Hashable, Sendable {
  /// Why a text is not a pattern.
  public struct Malformed: Error, Hashable, Sendable {
    /// The reason, as a clause that follows the pattern: "does not close its `{`".
    public let reason: String
  }

  /// The pattern as written.
  public let text: String

  private let program: [GlobInstruction]

  /// Compiles `text`.
  public init(_ text: String) throws(Malformed) {
    self.text = text
    var compiler = GlobCompiler(text)
    program = try compiler.compile()
  }

  /// Whether the pattern matches `path`, whose parts are parted by `/`, or a folder that holds it.
  public func matches(_ path: String) -> Bool {
    let scalars = Array(path.unicodeScalars.drop { $0 == "/" })
    var current = GlobStates(program)
    current.enter(0)
    for (index, scalar) in scalars.enumerated() {
      // A folder matched: the rest of the path is in it.
      if scalar == "/", index > 0, current.isAccepting { return true }
      current.step(over: scalar)
      if current.isEmpty { return false }
    }
    return current.isAccepting
  }
}
