/// A path during the walk: what the file system takes, and what a reader is shown.
///
/// Both are derived from the path that the user named, so that nothing absolute appears unless it was
/// given so.
struct WalkPath: Sendable {
  /// The path as the file system takes it.
  let system: [UInt8]
  /// The path as the user would write it; empty for the current folder.
  let display: String

  /// The path that a user gave as an argument: `./a//b/` is `a/b`, and `.` adds nothing to what it holds.
  ///
  /// `..` stays, because what it means depends on symbolic links.
  init(named argument: String) {
    let parts = argument.utf8.split(separator: slash).filter { !$0.elementsEqual(".".utf8) }
    var bytes = Array(parts.joined(separator: [slash]))
    if argument.utf8.first == slash { bytes.insert(slash, at: 0) }
    display = String(decoding: bytes, as: UTF8.self)
    system = bytes.isEmpty ? Array(".".utf8) : bytes
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

  /// The path in a message: the current folder is `.`.
  var shown: String { display.isEmpty ? "." : display }
}

private let slash = UInt8(ascii: "/")
