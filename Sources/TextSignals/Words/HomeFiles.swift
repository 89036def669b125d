/// Tells the files of a person or a machine from those of a project, by how their paths begin.
enum HomeFiles {
  /// What such paths begin with, as folding leaves it.
  private static let beginnings: [[UInt8]] = [
    "~/", "$home/", "${home}/", "%userprofile%", "%appdata%", "/etc/", "/home/", "/root/",
    "/users/",
  ].map { Array($0.utf8) }

  /// Marks the paths among `tokens`, which are those of `text`, that lead to such a file.
  static func mark(_ tokens: inout [Token], in text: FoldedText) {
    for index in tokens.indices where tokens[index].shape == .path {
      let path = FoldedText(Array(text.source[tokens[index].range].prefix(longestBeginning))).bytes
      if beginnings.contains(where: { path.starts(with: $0) }) {
        tokens[index].classes.insert(.homeFile)
      }
    }
  }

  private static let longestBeginning = 16
}
