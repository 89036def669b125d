import FoundationEssentials
import TestSupport
import Testing

/// The directions of DESIGN: data moves one way, and no stage imports one below it.
@Suite struct ImportTests {
  /// The stages in the order of the data, with what each may import of ours.
  private static let stages: [(name: String, imports: Set<String>)] = [
    ("SourceText", []),
    ("Patterns", []),
    ("Syntax", ["SourceText"]),
    ("CEL", ["Patterns"]),
    ("JSONSchema", ["SourceText", "Syntax", "Patterns"]),
    ("Estate", ["SourceText"]),
    ("Reading", ["SourceText", "Syntax", "Estate"]),
    ("TextSignals", []),
    (
      "Ingest",
      [
        "SourceText", "Patterns", "Syntax", "JSONSchema", "Estate", "Reading", "TextSignals",
      ]
    ),
    ("Telemetry", ["SourceText", "Syntax", "Estate"]),
    ("Drift", ["SourceText", "Syntax", "JSONSchema", "Estate"]),
    ("Assessment", ["SourceText", "Syntax", "CEL", "Estate", "Reading"]),
    ("History", ["SourceText", "Syntax", "Estate", "Assessment"]),
    ("Reporting", ["SourceText", "Estate", "Drift", "Assessment", "History"]),
    ("Evidence", ["SourceText", "Estate", "Assessment", "Reporting"]),
    (
      "mcpready",
      [
        "SourceText", "Syntax", "Estate", "Reading", "Ingest", "Telemetry", "Drift", "Assessment",
        "History", "Reporting", "Evidence",
      ]
    ),
  ]

  /// Modules of the toolchain that the product may use.
  private static let toolchain: Set<String> = [
    "FoundationEssentials", "Synchronization", "Glibc", "Musl", "Darwin", "_Builtin_intrinsics",
  ]

  @Test(arguments: stages.indices)
  func `a stage imports only stages above it and the toolchain`(index: Int) throws {
    let stage = Self.stages[index]
    let above = Set(Self.stages[..<index].map(\.name))
    #expect(stage.imports.isSubset(of: above))
    for (file, module) in try Self.imports(of: stage.name) where !Self.toolchain.contains(module) {
      #expect(stage.imports.contains(module), "\(file) imports \(module)")
    }
  }

  @Test func `the package declares the stages in the order of the data`() throws {
    let manifest = try #require(try Recording.text(at: "Package.swift"))
    let places = try Self.stages.dropLast().map { stage in
      let quoted = "\"\(stage.name)\""
      let lines = manifest.split(separator: "\n", omittingEmptySubsequences: false)
      return try #require(
        lines.firstIndex { line in
          let text = line.trimmingPrefix { $0 == " " }
          return text.hasPrefix("stage(\(quoted)") || text == "\(quoted),"
        }, "\(stage.name) is not declared")
    }
    #expect(places == places.sorted())
  }

  @Test func `every folder of tests is a target, so that none is left unrun`() throws {
    let manifest = try #require(try Recording.text(at: "Package.swift"))
    for name in try Recording.names(in: "Tests") where name.hasSuffix("Tests") {
      let stage = name.dropLast("Tests".count)
      #expect(
        manifest.contains("of: \"\(stage)\"") || manifest.contains("name: \"\(name)\""), "\(name)")
    }
  }

  /// Every module that a file of the stage imports, with the file.
  private static func imports(of stage: String) throws -> [(file: String, module: String)] {
    let folder = SharedFolder.packageRoot + "/Sources/" + stage
    var found: [(String, String)] = []
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
    where name.hasSuffix(".swift") {
      let text = try #require(try Recording.text(at: "Sources/\(stage)/\(name)"))
      for line in text.split(separator: "\n") {
        var words = line.split(separator: " ")
        while let first = words.first, first != "import",
          first.hasPrefix("@") || Self.access.contains(first)
        {
          words.removeFirst()
        }
        guard words.first == "import", words.count > 1 else { continue }
        found.append((name, String(words[1].prefix { $0 != "." })))
      }
    }
    #expect(!found.isEmpty || ["SourceText", "Patterns", "TextSignals"].contains(stage))
    return found
  }

  private static let access: Set<Substring> = ["public", "package", "internal", "private"]
}
