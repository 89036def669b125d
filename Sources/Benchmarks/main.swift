import Foundation
import Reading

private let usage = """
  usage: Benchmarks [syntax [FOLDER] | cel | patterns | detection [--list] [FOLDER]]

  Prints how fast the named part runs, or all of them. Input is made from fixed seeds; with FOLDER,
  `syntax` reads its JSON and YAML files instead. `detection` also measures what is found in the
  labelled sets and honest catalogs of FOLDER, which is the one that MCPREADY_SHARED names or
  `shared` beside the checkout unless it is given; --list shows each case that is judged wrongly and
  leaves out how fast texts are read.
  """

/// Runs what `arguments` name and returns the exit status.
private func run(_ arguments: [String]) -> Int32 {
  guard let name = arguments.first else {
    for benchmark in Benchmark.allCases { benchmark.run(folder: nil) }
    return 0
  }
  guard let benchmark = Benchmark(rawValue: name) else {
    let nearest = NearestWord.to(name, among: Benchmark.allCases.map(\.rawValue))
    let advice = nearest.map { "; did you mean \($0)?" } ?? ""
    return refuse("there is no benchmark called \(name)\(advice)")
  }
  var rest = Array(arguments.dropFirst())
  let listsCases = benchmark == .detection && rest.contains("--list")
  if listsCases { rest.removeAll { $0 == "--list" } }
  guard rest.count <= (benchmark.takesFolder ? 1 : 0) else {
    return refuse("\(rest.joined(separator: " ")) is more than \(name) takes")
  }
  benchmark.run(folder: rest.first, listsCases: listsCases)
  return 0
}

private func refuse(_ message: String) -> Int32 {
  FileHandle.standardError.write(Data("error: \(message)\n\n\(usage)\n".utf8))
  return 2
}

exit(run(Array(CommandLine.arguments.dropFirst())))
