/// Turns the text of a pattern into a program for `GlobStates`.
struct GlobCompiler {
  /// The longest pattern, in characters; its program is about three times as long.
  private static let longest = 1024

  private let scalars: [Unicode.Scalar]
  private var cursor = 0
  private var program: [GlobInstruction] = []

  /// Alternatives that are open: where each one that has ended jumps to the end, and the last `split`.
  private var groups: [(ends: [Int], split: Int)] = []

  /// A compiler of `text`.
  init(_ text: String) {
    var trimmed = text[...]
    if trimmed.hasPrefix("./") { trimmed = trimmed.dropFirst(2) }
    // A trailing slash only says that a folder is meant.
    if trimmed.hasSuffix("/") { trimmed = trimmed.dropLast() }
    scalars = Array(trimmed.unicodeScalars)
  }

  /// The program, which ends with its only `accept`.
  mutating func compile() throws(PathGlob.Malformed) -> [GlobInstruction] {
    guard !scalars.isEmpty else { throw PathGlob.Malformed(reason: "is empty") }
    guard scalars.count <= Self.longest else {
      throw PathGlob.Malformed(reason: "is longer than \(Self.longest) characters")
    }
    if scalars[0] == "/" {
      cursor = 1
    } else if !scalars.contains("/") {
      appendFolders()
    }
    while cursor < scalars.count { try compileNext() }
    guard groups.isEmpty else { throw PathGlob.Malformed(reason: "does not close its `{`") }
    program.append(.accept)
    return program
  }

  private mutating func compileNext() throws(PathGlob.Malformed) {
    let scalar = scalars[cursor]
    cursor += 1
    switch scalar {
    case "*": compileStars()
    case "?": program.append(.withinPart)
    case "[": try compileSet()
    case "{": openGroup()
    case ",": groups.isEmpty ? program.append(.scalar(",")) : nextAlternative()
    case "}": groups.isEmpty ? program.append(.scalar("}")) : closeGroup()
    case "\\":
      guard cursor < scalars.count else {
        throw PathGlob.Malformed(reason: "ends with a lone `\\`")
      }
      program.append(.scalar(scalars[cursor]))
      cursor += 1
    default: program.append(.scalar(scalar))
    }
  }

  /// `*`, `**`, and `**/` at the start of a part, which stands for any number of folders.
  private mutating func compileStars() {
    let start = cursor - 1
    while cursor < scalars.count, scalars[cursor] == "*" { cursor += 1 }
    guard cursor - start > 1 else { return repeating(.withinPart) }
    let startsPart = start == 0 || ["/", "{", ","].contains(scalars[start - 1])
    guard startsPart, cursor < scalars.count, scalars[cursor] == "/" else { return repeating(.any) }
    cursor += 1
    appendFolders()
  }

  private mutating func repeating(_ instruction: GlobInstruction) {
    let split = program.count
    program += [.split(split + 1, split + 3), instruction, .jump(split)]
  }

  /// Nothing, or anything up to a `/`.
  private mutating func appendFolders() {
    let split = program.count
    program += [
      .split(split + 1, split + 5), .split(split + 2, split + 4), .any, .jump(split + 1),
      .scalar("/"),
    ]
  }

  private mutating func openGroup() {
    groups.append((ends: [], split: program.count))
    program.append(.split(program.count + 1, 0))
  }

  private mutating func nextAlternative() {
    let last = groups.count - 1
    groups[last].ends.append(program.count)
    program.append(.jump(0))
    program[groups[last].split] = .split(groups[last].split + 1, program.count)
    groups[last].split = program.count
    program.append(.split(program.count + 1, 0))
  }

  private mutating func closeGroup() {
    guard let group = groups.popLast() else { return }
    program[group.split] = .jump(group.split + 1)
    for end in group.ends { program[end] = .jump(program.count) }
  }

  private mutating func compileSet() throws(PathGlob.Malformed) {
    var isNegated = false
    if cursor < scalars.count, scalars[cursor] == "!" || scalars[cursor] == "^" {
      isNegated = true
      cursor += 1
    }
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    // A `]` that comes first stands for itself.
    while cursor < scalars.count, scalars[cursor] != "]" || ranges.isEmpty {
      let low = scalars[cursor]
      var high = low
      cursor += 1
      if cursor + 1 < scalars.count, scalars[cursor] == "-", scalars[cursor + 1] != "]" {
        high = scalars[cursor + 1]
        cursor += 2
      }
      guard low <= high else {
        throw PathGlob.Malformed(reason: "holds the range `\(low)-\(high)`, which is empty")
      }
      ranges.append(low...high)
    }
    guard cursor < scalars.count else {
      throw PathGlob.Malformed(reason: "does not close its `[`")
    }
    cursor += 1
    program.append(.set(ranges, isNegated: isNegated))
  }
}
