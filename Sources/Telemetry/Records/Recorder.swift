/// Who made a record, as far as its form tells.
///
/// One call often leaves several records: a line of the gateway, one of the server, and a span. Where calls
/// are counted, those of each recorder are counted on their own, so that no call counts twice.
enum Recorder: UInt8, CaseIterable, Sendable {
  /// Whoever keeps an audit log: the server, or what stands before it.
  case audit
  /// An instrumented program, whose records are spans.
  case span
  /// A gateway, whose records name the system behind it.
  case gateway

  /// The one that made `record`.
  init(of record: LogRecord) {
    if record.statedOutcome != nil {
      self = .span
    } else {
      self = record.has(.upstream) ? .gateway : .audit
    }
  }
}

/// How many calls each recorder shows.
struct RecorderCounts: Hashable, Sendable {
  private var audit = 0
  private var span = 0
  private var gateway = 0

  /// No calls.
  init() {}

  /// One call that `recorder` shows.
  init(oneOf recorder: Recorder) {
    switch recorder {
    case .audit: audit = 1
    case .span: span = 1
    case .gateway: gateway = 1
    }
  }

  /// How many calls there are at least: as many as the recorder shows that shows the most.
  var most: Int { max(audit, span, gateway) }

  /// How many records there are.
  var total: Int { audit + span + gateway }

  /// Whether more than one recorder shows calls.
  var areDoubled: Bool { total > most }

  /// Takes in other calls.
  mutating func merge(_ other: RecorderCounts) {
    audit += other.audit
    span += other.span
    gateway += other.gateway
  }
}

extension RecorderCounts {
  /// Appends what `init(from:within:)` reads.
  func encode(into writer: inout SummaryWriter) {
    for count in [audit, span, gateway] { writer.write(count: count) }
  }

  /// Reads counts, each of which is one of the summands of `total`.
  init(from reader: inout SummaryReader, within total: inout Int) throws(SummaryFault) {
    audit = try reader.count(within: &total)
    span = try reader.count(within: &total)
    gateway = try reader.count(within: &total)
  }

  /// Whether no recorder has more calls than it has in `other`.
  func isWithin(_ other: RecorderCounts) -> Bool {
    audit <= other.audit && span <= other.span && gateway <= other.gateway
  }
}
