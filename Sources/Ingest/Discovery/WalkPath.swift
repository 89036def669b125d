/// A path during the walk: what the file system takes, and what a reader is shown.
///
/// Both are derived from the path that the user named.
struct WalkPath: Sendable {
  /// The path as the file system takes it.
  let system: [UInt8]
  /// The path as a reader is shown it; empty for the folder from which on paths are shown.
  let display: String

  /// The path that a user gave as an argument: `./a//b/` is `a/b`, and `.` adds nothing to what it holds.
  init(named argument: String, display: PathDisplay = .asNamed) {
    self.display = display.shown(argument)
    let plain = PathDisplay.asNamed.shown(argument)
    system = Array((plain.isEmpty ? "." : plain).utf8)
  }

  private init(system: [UInt8], display: String) {
    self.system = system
    self.display = display
  }

  /// The entry `name` of the folder at this path.
  func appending(_ name: [UInt8]) -> WalkPath {
    let text = String(decoding: name, as: UTF8.self)
    let joint = system.last == slash ? [] : [slash]
    let shown = display.isEmpty || display.utf8.last == slash ? display : display + "/"
    return WalkPath(system: system + joint + name, display: shown + text)
  }

  /// The path in a message: the folder itself is `.`.
  var shown: String { display.isEmpty ? "." : display }
}

private let slash = UInt8(ascii: "/")
