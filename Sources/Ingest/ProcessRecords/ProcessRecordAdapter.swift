import Estate
import Reading
import SourceText
import Syntax

/// Lowers records of drills, incidents, exceptions and approvers, of which one file may hold any.
enum ProcessRecordAdapter {
  /// The records of `document`.
  ///
  /// A drill or incident without its date proves nothing and is an error; an exception is kept whatever
  /// it lacks, because what it lacks is what has to be reported.
  static func lower(_ document: Node) -> Contribution {
    var contribution = Contribution()
    var records = ProcessRecords()
    records.sources = [SourceMention(.record, at: document.span)]
    let read: Void? = MappingReader.read(
      document, as: "a process record", into: &contribution.diagnostics
    ) { reader in
      reader.skip("kind", "$schema")
      records.drills = reader.mappings("drills") { drill(from: &$0) }.compactMap { $0 }
      records.incidents = reader.mappings("incidents") { incident(from: &$0) }.compactMap { $0 }
      records.exceptions = reader.mappings("exceptions") {
        ExceptionReader.exception(from: &$0, origin: .record)
      }
      records.approverRoles = reader.mappings("approvers") { approvers(from: &$0) }.compactMap {
        $0
      }
    }
    if read != nil { contribution.records = records }
    return contribution
  }

  private static func drill(from reader: inout MappingReader) -> Drill? {
    reader.demand("kind", "scenario", "date")
    let kind = reader.choice("kind", as: Drill.Kind.self)
    let scenario = reader.choice("scenario", as: Drill.Scenario.self)
    let date = reader.date("date")
    let servers = reader.strings("servers")
    guard let kind, let scenario, let date else { return nil }
    return Drill(
      span: reader.node.span, kind: kind.value, scenario: scenario.value, date: date,
      servers: servers)
  }

  private static func incident(from reader: inout MappingReader) -> Incident? {
    reader.demand("id", "detected")
    let id = reader.string("id")
    let detected = reader.timestamp("detected")
    let investigated = reader.timestamp("investigated")
    let servers = reader.strings("servers")
    let isModelInitiated = modelInitiated(from: &reader)
    guard let id, let detected else { return nil }
    if let investigated, investigated.value < detected.value {
      reader.report(
        .error, at: investigated.span, "the incident was investigated before it was detected",
        expected: "a time after `detected`",
        related: [Diagnostic.Related(span: detected.span, message: "detected here")])
      return nil
    }
    var incident = Incident(
      span: reader.node.span, id: id.value, servers: servers, isModelInitiated: isModelInitiated,
      detected: detected)
    incident.investigated = Stated(investigated)
    return incident
  }

  /// An incident that does not say how it began counts as begun by a model, so that it is not overlooked.
  private static func modelInitiated(from reader: inout MappingReader) -> Bool {
    if !reader.hasMember("model_initiated") {
      reader.report(
        .warning, at: reader.node.span,
        "the incident does not say whether a model's call started it; it counts as if one did",
        expected: "`model_initiated`")
    }
    return reader.boolean("model_initiated")?.value ?? true
  }

  private static func approvers(from reader: inout MappingReader) -> ApproverRole? {
    let name = reader.required("role")
    let members = reader.strings("members")
    let servers = reader.strings("servers")
    let recordedIn = reader.string("recorded_in")
    guard let name else { return nil }
    var role = ApproverRole(name: name, members: members, servers: servers)
    role.recordedIn = Stated(recordedIn)
    return role
  }
}

extension MappingReader {
  /// Reports each of `keys` that the mapping lacks; a record without it proves nothing.
  fileprivate mutating func demand(_ keys: String...) {
    for key in keys where !hasMember(key) {
      report(
        .error, at: node.span, "the record lacks `\(key)` and is not read", expected: "`\(key)`")
    }
  }
}
