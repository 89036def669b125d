import Estate
import FoundationEssentials
import Ingest
import Reporting
import SourceText
import Syntax

/// The policy file of one run, as it was read.
struct PolicySource {
  /// What the file says; nothing where there is none.
  let file: PolicyFile
  /// The file; `nil` where there is none.
  let source: SourceFile?
  /// The sources that the places in `file` lead into.
  let library: SourceLibrary
  /// What is worth saying about the file; never an error.
  let notes: [Diagnostic]
  /// Where the file's patterns of paths begin.
  let patterns: PatternBase
  /// How the paths that are checked are shown.
  let display: PathDisplay

  /// The policy file at `named`, else `mcpready.yaml` at the root of one of `paths`.
  static func policy(
    of paths: [String], named: String?
  ) throws(ConfigurationError) -> PolicySource {
    let display = PathDisplay(
      of: paths, workingFolder: FileManager.default.currentDirectoryPath)
    let shownPaths = paths.map(display.shown)
    guard let path = named == nil ? try implied(by: paths) : named else {
      return PolicySource(
        file: PolicyFile(), source: nil, library: SourceLibrary(), notes: [],
        patterns: PatternBase(policy: nil, paths: shownPaths), display: display)
    }
    var library = SourceLibrary()
    let source = library.add(path: display.shown(path), bytes: try bytes(at: path))
    let (file, diagnostics) = PolicyFileReader.read(try root(of: source, in: library))
    let errors = diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { throw ConfigurationError(errors, in: library) }
    return PolicySource(
      file: file, source: source, library: library, notes: diagnostics,
      patterns: PatternBase(policy: source.path, paths: shownPaths), display: display)
  }

  /// Why the file or folder at `path` is not to be looked at; `nil` where it is.
  func exclusion(of path: String) -> String? {
    file.excludes(patterns.relative(path)) ? "the policy file excludes it" : nil
  }

  /// What the file at `path` is, if the policy says so.
  func kind(of path: String) -> FileKind? {
    file.kind(of: patterns.relative(path))?.value
  }

  /// The share of damaged lines above which a log counts as unreadable.
  var malformedLimit: Double { file.log.malformedLimit?.value ?? Self.usualMalformedLimit }

  /// That share where no policy file gives one.
  static let usualMalformedLimit = 0.05

  /// The place of `span` in words, such as `mcpready.yaml:12:5`.
  func place(of span: SourceSpan) -> String {
    let location = library.location(of: span)
    return "\(location.path):\(location.start.line):\(location.start.column)"
  }

  /// What a report says of the file as an input.
  var input: ReportedInput? {
    source.map { source in
      ReportedInput(
        path: source.path, kind: FileKind.policy.rawValue, status: .analyzed,
        sha256: SHA256.hexDigest(of: source.bytes), byteCount: source.bytes.count)
    }
  }

  private static func root(
    of source: SourceFile, in library: SourceLibrary
  ) throws(ConfigurationError) -> Node {
    let tree: SyntaxTree
    do {
      tree = try YAMLParser.parse(source)
    } catch {
      throw ConfigurationError([error.diagnostic], in: library)
    }
    guard let root = tree.root else {
      throw ConfigurationError(
        [
          Diagnostic(
            at: source.span, "the policy file is empty", expected: "`version: 1`",
            advice: "remove the file, if nothing is to be changed")
        ], in: library)
    }
    if tree.documents.count > 1 {
      throw ConfigurationError(
        [
          Diagnostic(
            at: tree.documents[1].span, "the policy file goes on behind its first document",
            expected: "one document", advice: "put everything in one, without `---`")
        ], in: library)
    }
    return root
  }

  private static func bytes(at path: String) throws(ConfigurationError) -> [UInt8] {
    do {
      return try ConfigurationFiles.bytes(at: path)
    } catch {
      throw ConfigurationError(error)
    }
  }

  /// The one policy file at the root of one of `paths`, whatever their order.
  private static func implied(by paths: [String]) throws(ConfigurationError) -> String? {
    let candidates = paths.map { path in
      path == "." ? fileName : path.hasSuffix("/") ? path + fileName : path + "/" + fileName
    }
    let found = Set(candidates).filter(ConfigurationFiles.exist).sorted()
    guard found.count < 2 else {
      throw ConfigurationError(
        "there are several policy files, \(found.map { "`\($0)`" }.joined(separator: ", "));"
          + " name the one that counts with --policy")
    }
    return found.first
  }

  private static let fileName = "mcpready.yaml"
}
