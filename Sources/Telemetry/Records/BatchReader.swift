import Syntax

/// Reads the records of an OTLP/JSON batch: spans and log records, with their attributes as fields.
///
/// Attributes are known by the names of the field mapping, which has those of OpenTelemetry's conventions
/// for MCP and generative AI. What a span or log record says itself stands before what its resource says.
/// A span of kind server is made by the MCP server that its resource's `service.name` names; the service of
/// any other span is the agent's. A log record's service may be a server or a gateway before it, and so
/// names a server only if one is registered under that name.
struct BatchReader: Sendable {
  /// Added to the ranks of names that a resource gives, behind all that a record gives itself.
  private static let resourceRank: UInt8 = 128

  private let keys: KeyTree

  /// A reader that knows attributes by the names of `keys`.
  init(_ keys: KeyTree) {
    self.keys = keys
  }

  /// Hands each record of `batch`, which has been validated, to `body`, with the place of its object.
  ///
  /// The values of a record are places in the whole of `batch`.
  func forEachRecord(
    of batch: borrowing RawSpan, _ body: (LogRecord, Range<Int>) -> Void
  ) {
    for member in JSONParts.members(of: 0..<batch.byteCount, in: batch) {
      let name = JSONParts.string(member.key, in: batch)
      guard let form = Form(batchKey: name) else { continue }
      for group in JSONParts.elements(of: member.value, in: batch) {
        forEachRecord(of: group, as: form, in: batch, body)
      }
    }
  }

  /// The two kinds of record, and the keys under which they are nested.
  private enum Form {
    case span
    case logRecord

    init?(batchKey: String) {
      switch batchKey {
      case "resourceSpans": self = .span
      case "resourceLogs": self = .logRecord
      default: return nil
      }
    }

    func isScopeKey(_ key: String) -> Bool {
      switch self {
      case .span: key == "scopeSpans" || key == "instrumentationLibrarySpans"
      case .logRecord: key == "scopeLogs" || key == "instrumentationLibraryLogs"
      }
    }

    var listKey: String { self == .span ? "spans" : "logRecords" }
  }

  /// Reads the records that share one resource.
  private func forEachRecord(
    of group: Range<Int>, as form: Form, in batch: borrowing RawSpan,
    _ body: (LogRecord, Range<Int>) -> Void
  ) {
    var resource: Range<Int>?
    var scopes: [Range<Int>] = []
    for member in JSONParts.members(of: group, in: batch) {
      let name = JSONParts.string(member.key, in: batch)
      if name == "resource" { resource = self.member("attributes", of: member.value, in: batch) }
      if form.isScopeKey(name) { scopes += JSONParts.elements(of: member.value, in: batch) }
    }
    for scope in scopes {
      guard let list = member(form.listKey, of: scope, in: batch) else { continue }
      for place in JSONParts.elements(of: list, in: batch) {
        var record = LogRecord()
        record.lies(in: place)
        switch form {
        case .span: readSpan(place, resource: resource, in: batch, into: &record)
        case .logRecord: readLogRecord(place, resource: resource, in: batch, into: &record)
        }
        body(record, place)
      }
    }
  }

  // MARK: Records

  private func readSpan(
    _ span: Range<Int>, resource: Range<Int>?, in batch: borrowing RawSpan,
    into record: inout LogRecord
  ) {
    var isServer = false
    for member in JSONParts.members(of: span, in: batch) {
      switch JSONParts.string(member.key, in: batch) {
      case "traceId": take(member.value, as: .traceID, in: batch, into: &record)
      case "startTimeUnixNano": takeTime(member.value, as: .timestamp, in: batch, into: &record)
      case "endTimeUnixNano": takeTime(member.value, as: .endTime, in: batch, into: &record)
      case "kind": isServer = ["2", "SPAN_KIND_SERVER"].contains(word(member.value, in: batch))
      case "status":
        let code = self.member("code", of: member.value, in: batch).map { word($0, in: batch) }
        record.statedOutcome =
          ["2", "STATUS_CODE_ERROR"].contains(code) ? .failure : .success
      case "attributes": takeAttributes(member.value, in: batch, into: &record)
      default: continue
      }
    }
    // A span without a status has ended without an error.
    if record.statedOutcome == nil { record.statedOutcome = .success }
    guard let resource else { return }
    takeService(of: resource, as: isServer ? .serverID : .agentID, in: batch, into: &record)
  }

  private func readLogRecord(
    _ place: Range<Int>, resource: Range<Int>?, in batch: borrowing RawSpan,
    into record: inout LogRecord
  ) {
    var observed: Range<Int>?
    for member in JSONParts.members(of: place, in: batch) {
      switch JSONParts.string(member.key, in: batch) {
      case "traceId": take(member.value, as: .traceID, in: batch, into: &record)
      case "timeUnixNano": takeTime(member.value, as: .timestamp, in: batch, into: &record)
      case "observedTimeUnixNano": observed = member.value
      case "attributes": takeAttributes(member.value, in: batch, into: &record)
      case "body":
        if let list = self.member("kvlistValue", of: member.value, in: batch),
          let values = self.member("values", of: list, in: batch)
        {
          takeAttributes(values, in: batch, into: &record)
        }
      default: continue
      }
    }
    if let observed, !record.has(.timestamp) {
      takeTime(observed, as: .timestamp, in: batch, into: &record)
    }
    if let resource { takeService(of: resource, as: .upstream, in: batch, into: &record) }
  }

  /// Takes in what `resource` says; its service's name is `field`.
  private func takeService(
    of resource: Range<Int>, as field: LogField, in batch: borrowing RawSpan,
    into record: inout LogRecord
  ) {
    takeAttributes(resource, rank: Self.resourceRank, in: batch, into: &record)
    for attribute in JSONParts.elements(of: resource, in: batch) {
      guard let (key, value) = attributeParts(attribute, in: batch) else { continue }
      var named = scalar(value, in: batch)
      named.rank = .max
      switch JSONParts.string(key, in: batch) {
      case "service.name": if !record.has(field) { record.take(named, as: field) }
      case "service.version":
        if field != .agentID, !record.has(.serverVersion) {
          record.take(named, as: .serverVersion)
        }
      default: continue
      }
    }
  }

  // MARK: Values

  /// Takes in the attributes of `list` that the mapping knows under `node`.
  private func takeAttributes(
    _ list: Range<Int>, under node: Int = KeyTree.root, rank: UInt8 = 0,
    in batch: borrowing RawSpan, into record: inout LogRecord
  ) {
    var decoded: [UInt8] = []
    for attribute in JSONParts.elements(of: list, in: batch) {
      guard let (key, value) = attributeParts(attribute, in: batch) else { continue }
      JSONText.decode(batch, from: key.lowerBound, to: key.upperBound, into: &decoded)
      let meaning = keys.meaning(
        of: decoded.span.bytes, from: 0, to: decoded.count, under: node)
      if let child = meaning.child,
        let nested = member("kvlistValue", of: value, in: batch),
        let values = member("values", of: nested, in: batch)
      {
        takeAttributes(values, under: child, rank: rank, in: batch, into: &record)
      }
      guard let field = meaning.field else { continue }
      var scalar = scalar(value, in: batch)
      scalar.rank = UInt8(clamping: Int(meaning.rank) + Int(rank))
      record.take(scalar, at: field)
    }
  }

  /// The content of the key, and the value, of one attribute.
  private func attributeParts(
    _ attribute: Range<Int>, in batch: borrowing RawSpan
  ) -> (key: Range<Int>, value: Range<Int>)? {
    var key: Range<Int>?
    var value: Range<Int>?
    for member in JSONParts.members(of: attribute, in: batch) {
      switch JSONParts.string(member.key, in: batch) {
      case "key" where member.value.count >= 2:
        key = member.value.lowerBound + 1..<member.value.upperBound - 1
      case "value": value = member.value
      default: continue
      }
    }
    guard let key, let value else { return nil }
    return (key, value)
  }

  /// The value inside of a typed one such as `{"stringValue":"x"}`.
  private func scalar(_ value: Range<Int>, in batch: borrowing RawSpan) -> FieldValue {
    guard let typed = JSONParts.members(of: value, in: batch).first else { return FieldValue() }
    return plain(typed.value, in: batch)
  }

  /// The value at `range` as it is written.
  private func plain(_ range: Range<Int>, in batch: borrowing RawSpan) -> FieldValue {
    guard !range.isEmpty else { return FieldValue() }
    let form: ValueForm =
      switch ByteScanner.byte(batch, at: range.lowerBound) {
      case UInt8(ascii: "\""):
        range.contains { ByteScanner.byte(batch, at: $0) == UInt8(ascii: "\\") }
          ? .escapedText : .text
      case UInt8(ascii: "{"): .object
      case UInt8(ascii: "["): .array
      case UInt8(ascii: "t"): .true
      case UInt8(ascii: "f"): .false
      case UInt8(ascii: "n"): .absent
      default: .number
      }
    return FieldValue(
      start: UInt32(clamping: range.lowerBound), end: UInt32(clamping: range.upperBound),
      form: form)
  }

  private func take(
    _ range: Range<Int>, as field: LogField, in batch: borrowing RawSpan,
    into record: inout LogRecord
  ) {
    var value = plain(range, in: batch)
    value.rank = .max
    if !record.has(field) { record.take(value, as: field) }
  }

  /// Takes in a time, unless it is 0, which says that it is not known.
  private func takeTime(
    _ range: Range<Int>, as field: LogField, in batch: borrowing RawSpan,
    into record: inout LogRecord
  ) {
    if word(range, in: batch) != "0" { take(range, as: field, in: batch, into: &record) }
  }

  /// The text of a string or number.
  private func word(_ range: Range<Int>, in batch: borrowing RawSpan) -> String {
    let value = plain(range, in: batch)
    switch value.form {
    case .text, .escapedText:
      return JSONParts.string(range.lowerBound + 1..<range.upperBound - 1, in: batch)
    default: return JSONParts.string(range, in: batch)
    }
  }

  private func member(
    _ name: String, of object: Range<Int>, in batch: borrowing RawSpan
  ) -> Range<Int>? {
    JSONParts.members(of: object, in: batch)
      .first { JSONParts.string($0.key, in: batch) == name }?.value
  }
}
