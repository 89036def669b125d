import Foundation
import Reading

private let usage = """
  usage: Benchmarks [syntax [FOLDER] | cel | patterns | detection [--list] [FOLDER] | fleet FOLDER COUNT
           | maturity FOLDER COUNT | scores FOLDER]
         Benchmarks \(LogsBenchmark.usage)

  Prints how fast the named part runs, or all of them. Input is made from fixed seeds.

    syntax [FOLDER]      trees of JSON and YAML; with FOLDER, of its files
    cel, patterns        conditions of rules; regular expressions
    detection [FOLDER]   what is found in the labelled sets and honest catalogs of FOLDER, which is the one
                         that MCPREADY_SHARED names or `shared` beside the checkout unless it is given, and
                         how fast; --list shows each case that is judged wrongly instead of the speed
    fleet FOLDER COUNT   measures nothing: writes the manifest and the tools of COUNT servers into FOLDER,
                         which must not exist
    maturity FOLDER COUNT
                         writes all sources of COUNT servers into FOLDER, which must not exist; they reach from
                         some that were only tried out to some that lack nothing
    scores FOLDER        how the risk scores of the fleet in FOLDER spread
    logs                 makes a log, or reads FILE, and measures all or one of the fields, a simple aggregate
                         and the full set of facts; with --save it only writes the log
  """

/// Runs what `arguments` name and returns the exit status.
private func run(_ arguments: [String]) async -> Int32 {
  guard let name = arguments.first else {
    for benchmark in Benchmark.allCases { await benchmark.run(folder: nil) }
    return 0
  }
  switch name {
  case "fleet":
    return writeFleet(
      Array(arguments.dropFirst()), called: name, { try GeneratedFleet.write(count: $0, into: $1) })
  case "maturity":
    return writeFleet(
      Array(arguments.dropFirst()), called: name, { try MaturityFleet.write(count: $0, into: $1) })
  case "logs": return await measureLogs(Array(arguments.dropFirst()))
  case "scores": return await printScores(Array(arguments.dropFirst()))
  default: break
  }
  guard let benchmark = Benchmark(rawValue: name) else {
    let nearest = NearestWord.to(
      name, among: Benchmark.allCases.map(\.rawValue) + ["fleet", "logs", "maturity", "scores"])
    let advice = nearest.map { "; did you mean \($0)?" } ?? ""
    return refuse("there is no benchmark called \(name)\(advice)")
  }
  var rest = Array(arguments.dropFirst())
  let listsCases = benchmark == .detection && rest.contains("--list")
  if listsCases { rest.removeAll { $0 == "--list" } }
  guard rest.count <= (benchmark.takesFolder ? 1 : 0) else {
    return refuse("\(rest.joined(separator: " ")) is more than \(name) takes")
  }
  await benchmark.run(folder: rest.first, listsCases: listsCases)
  return 0
}

private func writeFleet(
  _ arguments: [String], called name: String, _ write: (Int, String) throws -> Void
) -> Int32 {
  guard arguments.count == 2, let count = Int(arguments[1]), count > 0 else {
    return refuse("\(name) takes a folder and the number of servers")
  }
  do {
    try write(count, arguments[0])
    return 0
  } catch {
    return refuse("\(arguments[0]) cannot be written: \(error)")
  }
}

private func printScores(_ arguments: [String]) async -> Int32 {
  guard let folder = arguments.first, arguments.count == 1 else {
    return refuse("scores takes a folder")
  }
  do {
    try await FleetScores.run(folder)
    return 0
  } catch {
    return refuse("the rules cannot be loaded: \(error)")
  }
}

private func measureLogs(_ arguments: [String]) async -> Int32 {
  do {
    try await LogsBenchmark(arguments).run()
    return 0
  } catch let error as LogsBenchmark.UsageError {
    return refuse(error.reason)
  } catch {
    return refuse("\(error)")
  }
}

private func refuse(_ message: String) -> Int32 {
  FileHandle.standardError.write(Data("error: \(message)\n\n\(usage)\n".utf8))
  return 2
}

exit(await run(Array(CommandLine.arguments.dropFirst())))
