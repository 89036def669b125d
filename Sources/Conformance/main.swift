import ConformanceSuites
import Foundation
import TestSupport

/// Runs the suite that `arguments` name and returns the exit status.
private func run(_ arguments: [String]) -> Int32 {
  do {
    let invocation = try Invocation(arguments)
    let report = try invocation.suite.run(
      in: invocation.folder,
      companion: SharedFolder.existingPath("conformance/" + invocation.suite.folderName))
    print(report.text(withReasons: invocation.givesReasons))
    return report.judged.failed.isEmpty ? 0 : 1
  } catch let mistake as Invocation.Mistake {
    complain("\(mistake.message)\n\n\(Invocation.usage)")
  } catch {
    complain("\(error)")
  }
  return 2
}

private func complain(_ message: String) {
  FileHandle.standardError.write(Data("error: \(message)\n".utf8))
}

exit(run(Array(CommandLine.arguments.dropFirst())))
