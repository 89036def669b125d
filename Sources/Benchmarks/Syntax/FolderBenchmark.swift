import FoundationEssentials
import SourceText

/// How fast the JSON and YAML files of a real folder become trees, without the time to load them and with
/// it.
enum FolderBenchmark {
  static func run(_ folder: String) {
    do {
      let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
      let json = self.paths(paths, ending: [".json"], in: folder)
      let yaml = self.paths(paths, ending: [".yaml", ".yml"], in: folder)
      try report("JSON", json, .json)
      try report("YAML", yaml, .yaml)
      try reportReading(json, yaml)
    } catch {
      print("\(folder) cannot be read: \(error)")
    }
  }

  private static func paths(
    _ paths: [String], ending suffixes: [String], in folder: String
  ) -> [String] {
    paths.filter { path in suffixes.contains { path.hasSuffix($0) } }.map { folder + "/" + $0 }
  }

  private static func report(
    _ name: String, _ paths: [String], _ language: SyntaxShape.Language
  ) throws {
    guard !paths.isEmpty else { return print("\(name): no files") }
    let sources = try paths.map(source)
    let bytes = sources.reduce(0) { $0 + $1.bytes.count }
    var nodes = 0
    var refused = 0
    let seconds = Stopwatch.seconds(rounds: 5) {
      nodes = 0
      refused = 0
      for source in sources {
        if let count = SyntaxShape.nodes(of: source, language) {
          nodes += count
        } else {
          refused += 1
        }
      }
    }
    print("\(name): \(sources.count) files, \(nodes) nodes, \(refused) files refused")
    print(SyntaxShape.line("whole trees with places", bytes, seconds))
  }

  /// Prints how long it takes to read all the files and to parse each of them, one after the other.
  private static func reportReading(_ json: [String], _ yaml: [String]) throws {
    var bytes = 0
    let seconds = try Stopwatch.seconds(rounds: 3) {
      bytes = 0
      for path in json { bytes += try read(path, .json) }
      for path in yaml { bytes += try read(path, .yaml) }
    }
    print("Files: \(json.count + yaml.count)")
    print(SyntaxShape.line("read and parsed", bytes, seconds))
  }

  /// Reads and parses the file at `path`; returns its size.
  private static func read(_ path: String, _ language: SyntaxShape.Language) throws -> Int {
    let source = try source(path)
    _ = SyntaxShape.nodes(of: source, language)
    return source.bytes.count
  }

  private static func source(_ path: String) throws -> SourceFile {
    SourceFile(id: SourceID(index: 0), path: path, bytes: try FileBytes.read(path))
  }
}
