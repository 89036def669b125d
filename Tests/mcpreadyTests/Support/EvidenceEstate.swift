import Assessment
import Estate
import Reporting
import SourceText
import TestSupport

@testable import mcpready

/// A small estate in a folder of its own, and what `check` finds in it.
struct EvidenceEstate {
  /// One finding, with its places as `file:line`.
  struct Sighting: CustomStringConvertible {
    let status: String
    let place: String
    let related: [String]
    let message: String

    var description: String { "\(status) at \(place), \(related): \(message)" }
  }

  private let folder: TemporaryFolder

  /// An estate of `files`, by name.
  init(_ files: [String: String]) throws {
    folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(name, text) }
  }

  /// What `rule` finds.
  func sightings(of rule: String) async throws -> [Sighting] {
    var options = CheckOptions()
    options.paths = [folder.path]
    options.date = CalendarDate(daysSinceEpoch: 20_778)
    let report = try await CheckCommand(options: options, surroundings: Surroundings()).report()
    return report.assessment.findings.filter { $0.rule == rule }.map { finding in
      Sighting(
        status: finding.status.name,
        place: finding.span.map { place(of: $0, in: report.library) } ?? "nowhere",
        related: finding.related.map { place(of: $0.span, in: report.library) },
        message: finding.message)
    }
  }

  private func place(of span: SourceSpan, in library: SourceLibrary) -> String {
    let location = library.location(of: span)
    return "\(folder.relative(location.path)):\(location.start.line)"
  }
}
