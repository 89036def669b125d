import Drift
import Estate
import SourceText

/// The differences between two revisions for programs.
struct RevisionJSON {
  let report: RevisionReport

  /// The JSON text.
  var text: String {
    JSONWriter.text { json in
      json.member("schemaVersion", "1.0")
      json.member("compatible", report.comparison.isCompatible)
      json.member("unchangedServers", report.comparison.unchanged)
      json.objects("servers", report.comparison.servers) { server, json in
        json.member("id", server.id)
        json.member("oldVersion", server.oldVersion)
        json.member("newVersion", server.newVersion)
        json.member("effect", server.effect.rawValue)
        json.line("version") { json in
          json.member("demands", server.version.demanded.rawValue)
          write(server.version.pace, into: &json)
        }
        json.line("changelog") { write(server.changelog.pace, into: &$0) }
        json.objects("changes", server.changes) { write($0, into: &$1) }
      }
    }
  }

  private func write(_ pace: Pace, into json: inout JSONWriter) {
    json.member("step", pace.name)
    json.member("reason", pace.complaint)
  }

  private func write(_ change: ContractChange, into json: inout JSONWriter) {
    json.member("kind", change.kind.rawValue)
    json.member("tool", change.tool)
    json.member("effect", change.effect.rawValue)
    json.rows("details", change.details) { detail, json in
      json.member("effect", detail.effect.rawValue)
      json.member("text", detail.text)
    }
    write("old", change.old.map(report.oldSources.location), into: &json)
    write("new", change.new.map(report.newSources.location), into: &json)
  }

  private func write(
    _ name: StaticString, _ place: SourceLocation?, into json: inout JSONWriter
  ) {
    guard let place else { return }
    json.line(name) { json in
      json.member("path", place.path)
      json.member("line", place.start.line)
      json.member("column", place.start.column)
    }
  }
}
