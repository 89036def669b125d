/// A part of the product whose speed is measured.
enum Benchmark: String, CaseIterable {
  /// JSON and YAML into trees.
  case syntax
  /// Rules over typed objects.
  case cel
  /// Regular expressions.
  case patterns
  /// Attacks in the texts of catalogs.
  case detection

  /// Whether figures for a folder's files can be asked for.
  var takesFolder: Bool { self == .syntax || self == .detection }

  /// Prints figures for made input, or, where the benchmark takes one, for the files of `folder`; `listsCases`
  /// shows each case that is judged wrongly.
  func run(folder: String?, listsCases: Bool = false) async {
    switch self {
    case .syntax:
      if let folder {
        FolderBenchmark.run(folder)
      } else {
        JSONBenchmark.run()
        YAMLBenchmark.run()
        PlacesBenchmark.run()
      }
    case .cel: CELBenchmark.run()
    case .patterns: PatternsBenchmark.run()
    case .detection: await DetectionBenchmark(folder: folder, listsCases: listsCases).run()
    }
  }
}
