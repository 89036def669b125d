public import Estate
public import SourceText

/// One requirement of the readiness catalogue, as its YAML file states it.
public struct Rule: Hashable, Sendable {
  /// The id, such as `MCP105`: the prefix and the row of the catalogue.
  public let id: String
  /// A PascalCase name, unlike the id.
  public let name: String
  /// What must hold, in one sentence without a period.
  public let title: String
  /// Why it matters, in two sentences.
  public let why: String
  /// The severity before a server's tier is taken into account.
  public internal(set) var severity: Severity
  /// The dimension of the score that its gaps count in.
  public let dimension: Dimension
  /// The gate control that it is part of.
  public let gate: GateControl?
  /// Items of the readiness checklist (seed 4), such as `1.4`.
  public let checklist: [String]
  /// The documents that it comes from, such as `S3`.
  public let sources: [String]
  /// What it is asked about.
  public let subject: RuleSubject
  /// Whether it is about process or about something that a machine can enforce; decides the demanded grade.
  public let nature: Nature
  /// When the rule applies, in CEL; `nil` for always.
  public let condition: String?
  /// The same for people, such as "servers that are reached over a network".
  public let appliesTo: String?
  /// What is asked of each subject, weakest grade of evidence first.
  public let checks: [Check]
  /// What to do about a gap.
  public let remediation: String
  /// A concrete fix for a format that can satisfy the rule.
  public let snippet: Snippet?
  /// How much work the fix usually is.
  public let effort: Effort
  /// Cases that the rule must decide as they say.
  public let examples: [RuleExample]

  /// One question, and the evidence that a positive answer gives.
  public struct Check: Hashable, Sendable {
    /// What a source that answers proves.
    public let grade: Grade
    /// Which of the subjects the question is for, in CEL; `nil` for all.
    public let condition: String?
    /// The question, in CEL.
    public let requirement: String
    /// What to say where the answer is no, with `{{ expression }}` holes.
    public let message: String
    /// The fact to point at, in CEL, where it is not the one that decided; `nil` for that one.
    public let location: String?
    /// Whether the rule needs its own answer to the question, whatever stronger evidence answers others.
    public let standsAlone: Bool
    /// What findings of several servers share, with `{{ expression }}` holes: where it is the same text, they are
    /// one finding; `nil` where each has a cause of its own.
    public let cause: String?
    /// The other things that the finding points at, as a list in CEL; `nil` for none.
    public let related: String?
    /// Whether a yes vouches for what stronger evidence may disprove, in CEL, so that the two contradict each
    /// other; `nil` for always.
    public let claim: String?

    /// A question.
    public init(
      grade: Grade, condition: String?, requirement: String, message: String, location: String?,
      standsAlone: Bool = false, cause: String? = nil, related: String? = nil,
      claim: String? = nil
    ) {
      self.claim = claim
      self.cause = cause
      self.related = related
      self.standsAlone = standsAlone
      self.grade = grade
      self.condition = condition
      self.requirement = requirement
      self.message = message
      self.location = location
    }
  }

  /// A rule as its file states it.
  public init(
    id: String, name: String, title: String, why: String, severity: Severity,
    dimension: Dimension, gate: GateControl?, checklist: [String], sources: [String],
    subject: RuleSubject, nature: Nature, condition: String?, appliesTo: String? = nil,
    checks: [Check], remediation: String, snippet: Snippet?, effort: Effort,
    examples: [RuleExample]
  ) {
    self.id = id
    self.name = name
    self.title = title
    self.why = why
    self.severity = severity
    self.dimension = dimension
    self.gate = gate
    self.checklist = checklist
    self.sources = sources
    self.subject = subject
    self.nature = nature
    self.condition = condition
    self.appliesTo = appliesTo
    self.checks = checks
    self.remediation = remediation
    self.snippet = snippet
    self.effort = effort
    self.examples = examples
  }

  /// Why the rule does not apply to what its condition does not hold for.
  var inapplicability: String {
    appliesTo.map { "the rule applies to \($0)" } ?? "`\(condition ?? "")` does not hold"
  }

  /// What a rule demands proof of.
  public enum Nature: String, Hashable, Sendable, CaseIterable {
    /// People do it; a document proves it.
    case process
    /// A machine enforces it; its configuration or its log proves it.
    case enforceable
  }

  /// How much work a fix usually is.
  public enum Effort: String, Hashable, Sendable, CaseIterable {
    /// Minutes.
    case small
    /// A day or so.
    case medium
    /// A project.
    case large
  }

  /// A piece of configuration that satisfies the rule.
  public struct Snippet: Hashable, Sendable {
    /// The language for highlighting, such as `yaml` or `nginx`.
    public let language: String
    /// The text.
    public let text: String

    /// `text` in `language`.
    public init(language: String, text: String) {
      self.language = language
      self.text = text
    }
  }
}

/// One case that a rule must decide as it says: a few small files and the expected status.
public struct RuleExample: Hashable, Sendable {
  /// What the case shows.
  public let name: String
  /// The status that the rule must have for `server`.
  public let expectedStatus: String
  /// Where the rule's file says so.
  public let expectationSpan: SourceSpan
  /// The server that the status is read from; `nil` for the only one.
  public let server: String?
  /// The files, sorted by path.
  public let files: [File]
  /// The day by which the case is judged; `nil` for any.
  public let date: CalendarDate?
  /// Where the finding must point, as `path:line`; `nil` where the case does not say.
  public let location: String?

  /// One file of a case.
  public struct File: Hashable, Sendable {
    /// Its path in the case's estate.
    public let path: String
    /// Its text.
    public let text: String

    /// A file at `path`.
    public init(path: String, text: String) {
      self.path = path
      self.text = text
    }
  }

  /// A case.
  public init(
    name: String, expectedStatus: String, expectationSpan: SourceSpan, server: String?,
    files: [File], date: CalendarDate?, location: String?
  ) {
    self.name = name
    self.expectedStatus = expectedStatus
    self.expectationSpan = expectationSpan
    self.server = server
    self.files = files
    self.date = date
    self.location = location
  }
}
