import Estate
import Syntax

/// Turns the places of a record's values into what the record says.
struct RecordReader: Sendable {
  private var fields = FieldReader()
  private let holdsSecret: SecretTest?
  /// How many names a team has for the status: whether `true` under one of them is good is not known.
  private let teamStatusNames: Int

  /// How much of a text is searched for secrets, in bytes.
  private static let searchedLength = 1 << 16

  /// A reader of records whose names are those of `mapping`; it searches arguments and errors with
  /// `holdsSecret`, if it is given.
  init(mapping: FieldMapping = .standard, holdsSecret: SecretTest? = nil) {
    self.holdsSecret = holdsSecret
    teamStatusNames = mapping.addedNames(of: .outputStatus).count
  }

  /// Reads `record`, whose bytes are `line`, into `reading`; the names that it mentions are numbered by `names`.
  mutating func read(
    _ record: LogRecord, _ line: borrowing RawSpan, names: inout NameIndex,
    into reading: inout RecordReading
  ) {
    reading = RecordReading()
    reading.recorder = Recorder(of: record)
    readKind(record, line, &reading)
    reading.server = fields.name(record[.serverID], line, in: &names)
    if reading.server == nil, record.has(.upstream) {
      reading.server = fields.name(record[.upstream], line, in: &names)
      reading.isServerUpstream = true
    }
    reading.agent = fields.name(record[.agentID], line, in: &names)
    reading.environment = fields.name(record[.environment], line, in: &names)
    reading.version = fields.name(record[.serverVersion], line, in: &names)
    if record.has(.clientID) { reading.client = fields.name(record[.clientID], line, in: &names) }
    if record.has(.tenantID) { reading.tenant = fields.name(record[.tenantID], line, in: &names) }
    if record.has(.approverID) {
      reading.approver = fields.name(record[.approverID], line, in: &names)
    }
    if reading.isToolCall { reading.tool = fields.name(record[.toolName], line, in: &names) }
    reading.time = fields.timestamp(record[.timestamp], line).flatMap { time in
      TimedCounts.minutes.contains(time.minute) ? time : nil
    }
    readPresence(record, line, &reading)
    readIdentity(record, line, names, &reading)
    readSecrets(record, line, &reading)
    if reading.isToolCall {
      readOutcome(record, line, &reading)
      readApproval(record, line, &reading)
      readChain(record, line, &reading)
      readCallHash(record, line, names, &reading)
    }
  }

  /// Whether the record is of a tool call or of another message, and how negotiation ended.
  private mutating func readKind(
    _ record: LogRecord, _ line: borrowing RawSpan, _ reading: inout RecordReading
  ) {
    guard record.has(.method) || record.has(.negotiationStatus) else { return }
    let method = fields.meaning(record[.method], line)
    reading.isToolCall = method?.isCallMethod ?? true
    reading.isNegotiation =
      method?.isNegotiationMethod ?? false || record.has(.negotiationStatus)
    guard reading.isNegotiation else { return }
    let field: LogField = record.has(.negotiationStatus) ? .negotiationStatus : .outputStatus
    let outcome = fields.meaning(record[field], line)?.outcome
    let hasError =
      record.statedOutcome == .failure || fields.isAffirmed(record[.error], line)
    reading.note(
      .failedNegotiation,
      outcome == .failure || outcome == .blocked || (outcome == nil && hasError))
  }

  /// Which fields are missing.
  private mutating func readPresence(
    _ record: LogRecord, _ line: borrowing RawSpan, _ reading: inout RecordReading
  ) {
    reading.latency = latency(of: record, line).map(LatencyScale.bucket(ofMicroseconds:))
    var named = record.named
    named.set(.timestamp, to: reading.time != nil)
    named.set(.latency, to: reading.latency != nil)
    named.set(.serverID, to: reading.server != nil)
    named.set(.agentID, to: reading.agent != nil)
    named.set(.toolName, to: reading.tool != nil)
    // Proxies write `-` for what is not there.
    if named.contains(.userID), !fields.isAffirmed(record[.userID], line) {
      named.set(.userID, to: false)
    }
    if record.statedOutcome != nil { named.set(.outputStatus) }
    let checks =
      reading.isToolCall ? RecordChecks.fields : RecordChecks.fieldsOfMessages
    reading.note(checks, RecordChecks(missingFrom: named))
  }

  /// How long the call took, in microseconds, in whichever way the record says it.
  private mutating func latency(of record: LogRecord, _ line: borrowing RawSpan) -> Int? {
    if let latency = fields.microseconds(record[.latency], line) { return latency }
    if record.has(.latencySeconds) {
      return fields.microseconds(ofSeconds: record[.latencySeconds], line)
    }
    guard record.has(.endTime) else { return nil }
    return fields.microseconds(from: record[.timestamp], to: record[.endTime], line)
  }

  private mutating func readIdentity(
    _ record: LogRecord, _ line: borrowing RawSpan, _ names: borrowing NameIndex,
    _ reading: inout RecordReading
  ) {
    reading.note(.genericIdentity, reading.agent.map(names.isGeneric) ?? true)
    if record.has(.agentID), record.has(.userID) {
      reading.note(
        .collapsedIdentity, fields.areEqual(record[.agentID], record[.userID], line))
    }
    reading.trace = fields.traceHash(record[.traceID], line)
    reading.note(.invalidTrace, reading.trace == nil)
    reading.session = fields.hash(record[.sessionID], line)
  }

  private mutating func readOutcome(
    _ record: LogRecord, _ line: borrowing RawSpan, _ reading: inout RecordReading
  ) {
    let status = fields.meaning(record[.outputStatus], line)
    let hasError = fields.isAffirmed(record[.error], line)
    let isRefused = fields.meaning(record[.decision], line)?.isRefusal ?? false
    reading.outcome =
      isRefused
      ? .blocked
      : status?.outcome ?? flaggedOutcome(of: record)
        ?? (hasError ? .failure : record.statedOutcome ?? .unknown)
    reading.isFallback =
      fields.isAffirmed(record[.fallback], line) || status?.isFallback ?? false
    let isBlocked = reading.outcome == .blocked
    reading.note(.unknownOutcome, reading.outcome == .unknown)
    if !isBlocked, reading.outcome != .unknown {
      reading.note(.failure, reading.outcome == .failure)
    }
    reading.note(.blocked, isBlocked)
    if isBlocked { reading.note(.unexplainedBlock, !record.named.contains(.policyID) && !hasError) }
    reading.note(.fallback, reading.isFallback)
    if record.has(.outputBytes) {
      reading.outputBytes = fields.byteCount(record[.outputBytes], line)
    }
    reading.isDecided = record.named.contains(.decision)
    reading.note(
      .rawInput, record.has(.input) || fields.isStructured(record[.inputHash], line))
  }

  /// The outcome of a call whose status is `true` or `false`, or which is said to be no error.
  private func flaggedOutcome(of record: LogRecord) -> Outcome? {
    let status = record[.outputStatus]
    if status.form == .true || status.form == .false {
      guard Int(status.rank) >= teamStatusNames else { return nil }
      return status.form == .true ? .success : .failure
    }
    return record[.error].form == .false ? .success : nil
  }

  /// Whether arguments or error, which are the words of others, hold a secret.
  ///
  /// A record of a batch has other places for such words: a status with a message, events, headers as
  /// attributes. All of it is searched.
  private func readSecrets(
    _ record: LogRecord, _ line: borrowing RawSpan, _ reading: inout RecordReading
  ) {
    guard let holdsSecret else { return }
    let hasWords = record.has(.input) || record.has(.error)
    guard hasWords || record.partOfBatch != nil else { return }
    var isFound = false
    for field in [LogField.input, .error] where !isFound && record.has(field) {
      isFound = holdsSecret(Self.content(of: record[field], line))
    }
    if !isFound, let whole = record.partOfBatch {
      isFound = holdsSecret(Self.content(of: whole, line))
    }
    if hasWords || isFound { reading.note(.secret, isFound) }
  }

  /// The text of `value`, or its JSON where it is a collection, up to the length that is searched.
  private static func content(of value: FieldValue, _ line: borrowing RawSpan) -> String {
    let range = Int(value.start)..<min(Int(value.end), Int(value.start) + searchedLength)
    var bytes: [UInt8] = []
    if value.form == .escapedText, range.count >= 2 {
      JSONText.decode(line, from: range.lowerBound + 1, to: range.upperBound - 1, into: &bytes)
    } else {
      bytes = line.extracting(range).withUnsafeBytes { unsafe Array($0) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func readApproval(
    _ record: LogRecord, _ line: borrowing RawSpan, _ reading: inout RecordReading
  ) {
    reading.hasApproval = fields.isAffirmed(record[.approvalID], line)
    reading.hasApprover = record.named.contains(.approverID)
    guard reading.hasApprover else { return }
    reading.isSelfApproved =
      fields.areEqual(record[.approverID], record[.userID], line)
      || fields.areEqual(record[.approverID], record[.agentID], line)
  }

  /// Whether actor, tool, input, decision, trace and, for a call that was let through, the downstream
  /// request are there.
  private mutating func readChain(
    _ record: LogRecord, _ line: borrowing RawSpan, _ reading: inout RecordReading
  ) {
    let isComplete =
      reading.agent != nil && reading.tool != nil
      && (record.named.contains(.inputHash) || record.has(.input))
      && record.named.contains(.decision)
      && !reading.matches.contains(.invalidTrace)
      && (reading.outcome == .blocked || record.named.contains(.downstreamRequestID))
    reading.note(.incompleteChain, !isComplete)
  }

  private mutating func readCallHash(
    _ record: LogRecord, _ line: borrowing RawSpan, _ names: borrowing NameIndex,
    _ reading: inout RecordReading
  ) {
    let isRepeatable = reading.outcome != .blocked && !record.named.contains(.idempotencyKey)
    let hasFailed = reading.outcome == .failure || reading.outcome == .blocked
    guard isRepeatable || hasFailed, reading.time != nil, let server = reading.server,
      let tool = reading.tool, let input = fields.hash(record[.inputHash], line)
    else { return }
    let agent = reading.agent.map { names.hash(of: $0) } ?? 0
    let hash = ByteHash.combine(
      ByteHash.combine(names.hash(of: server), names.hash(of: tool)),
      ByteHash.combine(agent, input))
    if isRepeatable { reading.callHash = hash }
    // Calls of other sessions, with the same input, fail of themselves when a server is down.
    if hasFailed { reading.failedCallHash = ByteHash.combine(hash, reading.session ?? 0) }
  }
}

extension Timestamp {
  /// The minute since 1970 in which the point lies.
  var minute: Int64 {
    milliseconds >= 0 ? milliseconds / 60_000 : (milliseconds - 59_999) / 60_000
  }
}
