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

  /// Prints figures for made input, and for `syntax` also for the files of `folder`.
  func run(folder: String?) {
    switch self {
    case .syntax:
      if let folder {
        FolderBenchmark.run(folder)
      } else {
        JSONBenchmark.run()
        YAMLBenchmark.run()
      }
    case .cel: CELBenchmark.run()
    case .patterns: PatternsBenchmark.run()
    case .detection: DetectionBenchmark.run()
    }
  }
}
