/// A part of the product whose speed is measured.
enum Benchmark: String, CaseIterable {
  /// JSON and YAML into trees.
  case syntax
  /// Rules over typed objects.
  case cel
  /// Regular expressions.
  case patterns

  /// Prints figures for made input or, with `syntax`, for the files of `folder`.
  func run(folder: String?) {
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
    }
  }
}
