import FoundationEssentials
import SourceText

/// How fast the JSON and YAML files of a real folder become trees, without the time to load them.
enum FolderBenchmark {
  static func run(_ folder: String) {
    do {
      let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
      report("JSON", try sources(paths, ending: [".json"], in: folder), .json)
      report("YAML", try sources(paths, ending: [".yaml", ".yml"], in: folder), .yaml)
    } catch {
      print("\(folder) cannot be read: \(error)")
    }
  }

  private static func report(
    _ name: String, _ sources: [SourceFile], _ language: SyntaxShape.Language
  ) {
    guard !sources.isEmpty else { return print("\(name): no files") }
    let bytes = sources.reduce(0) { $0 + $1.bytes.count }
    var nodes = 0
    var refused = 0
    let seconds = Stopwatch.seconds(rounds: 7) {
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

  private static func sources(
    _ paths: [String], ending suffixes: [String], in folder: String
  ) throws -> [SourceFile] {
    try paths.filter { path in suffixes.contains { path.hasSuffix($0) } }.map { path in
      let data = try Data(contentsOf: URL(filePath: folder + "/" + path))
      return SourceFile(id: SourceID(index: 0), path: path, bytes: Array(data))
    }
  }
}
