public import Assessment
public import History
public import SourceText

/// Everything that one run has found: what each reporter renders, and nothing else.
public struct Report: Sendable {
  /// The version of the JSON report's format; a change that could break a reader raises the first number.
  public static let schemaVersion = "2.0"

  /// The version of mcpready that made it.
  public let toolVersion: String
  /// The fleet, judged.
  public let assessment: FleetAssessment
  /// Whether the gate opens.
  public let gate: GateDecision
  /// Every file that was looked at, sorted by path.
  public let inputs: [ReportedInput]
  /// What is wrong with inputs, sorted by place.
  public let diagnostics: [Diagnostic]
  /// The sources that spans point into.
  public let library: SourceLibrary
  /// The secrets that were found; no reporter shows their bytes.
  public let maskedSpans: [SourceSpan]
  /// What changed since an earlier report, if there is one.
  public let baseline: BaselineComparison?
  /// What reports for people share.
  let sectionCache = SectionCache()

  /// The result of one run, with the secrets at `maskedSpans` taken out of everything written about it.
  public init(
    toolVersion: String, assessment: FleetAssessment, gate: GateDecision, inputs: [ReportedInput],
    diagnostics: [Diagnostic], library: SourceLibrary, maskedSpans: [SourceSpan] = [],
    baseline: SavedReport? = nil
  ) {
    let redaction = Redaction(of: maskedSpans, in: library)
    let isClean = redaction.isEmpty
    self.toolVersion = toolVersion
    self.assessment = isClean ? assessment : redaction.reword(assessment)
    self.gate = gate
    self.inputs = isClean ? inputs : inputs.map(redaction.reword)
    self.diagnostics = isClean ? diagnostics : diagnostics.map(redaction.reword)
    self.library = library
    self.maskedSpans = maskedSpans
    // After the secrets are out: they are not in the saved report either.
    let judged = self.assessment
    self.baseline = baseline.map { BaselineComparison(of: judged, with: $0) }
  }
}

/// One file that was looked at.
public struct ReportedInput: Hashable, Sendable {
  /// What became of a file.
  public enum Status: Hashable, Sendable {
    /// It was read and its facts were used.
    case analyzed
    /// It is known what it is, but this version uses nothing of it.
    case recognized
    /// It is not known what it is.
    case unrecognized(reason: String)
    /// It could not be read or parsed; a diagnostic says where.
    case failed(reason: String)
  }

  /// The path as the user would write it.
  public let path: String
  /// What the file is, such as `server manifest`; `nil` where that is not known.
  public let kind: String?
  /// What became of it.
  public let status: Status
  /// The SHA-256 of its bytes in lower-case hex; `nil` where it was not read to its end.
  public let sha256: String?
  /// The BLAKE3 digest of its bytes in lower-case hex, for logs, which may be hashed in parts; `nil` for
  /// other files and where not all parts were read.
  public let blake3: String?
  /// Its size; `nil` where that is not known.
  public let byteCount: Int?

  /// A file at `path`.
  public init(
    path: String, kind: String?, status: Status, sha256: String?, byteCount: Int?,
    blake3: String? = nil
  ) {
    self.path = path
    self.kind = kind
    self.status = status
    self.sha256 = sha256
    self.blake3 = blake3
    self.byteCount = byteCount
  }
}
