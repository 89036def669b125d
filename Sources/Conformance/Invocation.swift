import ConformanceSuites
import Reading

/// What the command line asks for.
struct Invocation {
  /// Why the command line cannot be followed.
  struct Mistake: Error {
    let message: String
  }

  static let usage = """
    usage: Conformance [--reasons] SUITE FOLDER

    Runs a public conformance suite, or a portion of it, and prints the ids of the cases that fail, one
    on a line, then how many were skipped and why, then the counts.

      SUITE      \(Suite.allCases.map(\.rawValue).joined(separator: ", "))
      FOLDER     laid out like the suite's own folder
      --reasons  adds to each id, behind a tab, how the case failed or what was chosen for it

    Exits with 0 if no case fails, 1 if one does, and 2 if the suite cannot be run.
    """

  let suite: Suite
  let folder: String
  let givesReasons: Bool

  init(_ arguments: [String]) throws(Mistake) {
    if let unknown = arguments.first(where: { $0.hasPrefix("-") && $0 != "--reasons" }) {
      throw Mistake(message: "the option \(unknown) is not known")
    }
    givesReasons = arguments.contains("--reasons")
    let words = arguments.filter { $0 != "--reasons" }
    guard words.count == 2 else {
      throw Mistake(message: "a suite and a folder are needed")
    }
    suite = try Self.suite(called: words[0])
    folder = words[1]
  }

  private static func suite(called name: String) throws(Mistake) -> Suite {
    if let suite = Suite(rawValue: name) { return suite }
    let names = Suite.allCases.flatMap { [$0.rawValue, $0.folderName] }
    let nearest = NearestWord.to(name, among: names).flatMap { near in
      Suite.allCases.first { $0.rawValue == near || $0.folderName == near }
    }
    let advice = nearest.map { "; did you mean \($0.rawValue)?" } ?? ""
    throw Mistake(message: "there is no suite called \(name)\(advice)")
  }
}
