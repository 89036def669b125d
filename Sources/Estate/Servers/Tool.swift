public import SourceText

/// Everything that the estate's sources say about one tool of one server.
public struct Tool: Sendable {
  /// The name that clients call, unique within its server.
  public let name: String

  /// Where the manifest lists the tool.
  public var manifestEntry: SourceSpan?
  /// Where a `tools/list` result or schema file defines the tool.
  public var catalogEntry: SourceSpan?
  /// Where a catalog defines it once more; such a catalog does not say which definition holds.
  public var redefinitions: [SourceSpan] = []

  /// A name for people.
  public var title = Stated<String>()
  /// The description that the model reads.
  public var description = Stated<String>()
  /// The accountable person or team, where it differs from the server's owner.
  public var owner = Stated<String>()
  /// Why the tool exists.
  public var purpose = Stated<String>()
  /// What the tool may do, as declared.
  public var declaredClass = Stated<ToolClass>()
  /// The most sensitive data that it handles, as declared.
  public var sensitivity = Stated<Sensitivity>()
  /// The file that holds its schema.
  public var schemaReference = Stated<DocumentReference>()
  /// The tool that this file defines where it is not this one.
  public var foreignSchema = Stated<String>()
  /// The scopes that a caller needs, one entry for each.
  public var scopes: [Evidence<String>] = []
  /// Whether a person must approve each call.
  public var requiresApproval = Stated<Bool>()
  /// Roles that may approve.
  public var approvers = Stated<[String]>()
  /// The argument or mechanism that makes a repeated call harmless.
  public var idempotency = Stated<String>()
  /// How a call is undone or compensated, or `one-way`.
  public var reversal = Stated<String>()
  /// Whether the tool is switched on.
  public var isEnabled = Stated<Bool>()
  /// The documented business need of an export-like tool.
  public var businessNeed = Stated<String>()
  /// The largest result, in bytes.
  public var maxResultBytes = Stated<Int>()
  /// What the catalog shows about the size of its results.
  public var resultBounds = ResultBounds()

  /// `annotations` of the MCP specification; hints that default to the dangerous reading.
  public var annotations = ToolAnnotations()
  /// What the input schema asks for; `nil` where no catalog shows the tool.
  public var input: InputSchema?
  /// The definition that a catalog gives, where it is kept for comparison; `nil` for most runs.
  public var definition: ToolDefinition?
  /// Whether an output schema is present.
  public var hasOutputSchema = Stated<Bool>()
  /// Characters that a reader of the catalog cannot see.
  public var hiddenText: [HiddenText] = []
  /// Passages of its texts that try to steer whoever reads them, those included that amount to little.
  public var passages: [SuspectPassage] = []

  /// What the log shows; `nil` where no record names the tool.
  public var traffic: ToolTraffic?

  /// A tool about which nothing is known but its name.
  public init(name: String) {
    self.name = name
  }
}

/// The hints of the MCP specification's `ToolAnnotations`.
public struct ToolAnnotations: Hashable, Sendable {
  /// `readOnlyHint`; false where unstated.
  public var readOnly = Stated<Bool>()
  /// `destructiveHint`; true where unstated, and meaningful only for tools that are not read-only.
  public var destructive = Stated<Bool>()
  /// `idempotentHint`; false where unstated.
  public var idempotent = Stated<Bool>()
  /// `openWorldHint`; true where unstated.
  public var openWorld = Stated<Bool>()

  /// Annotations of which none is stated.
  public init() {}
}

/// What a tool's input schema asks for.
public struct InputSchema: Hashable, Sendable {
  /// The whole schema.
  public var span: SourceSpan
  /// The parameters in the order of the schema, nested ones under dotted names.
  public var parameters: [Parameter]
  /// Whether properties that the schema does not name are refused; `nil` for a notation that cannot say.
  public var refusesUnknownProperties: Evidence<Bool>?
  /// What is wrong with the schema as JSON Schema, one sentence for each place.
  public var violations: [Evidence<String>]

  /// A schema at `span`.
  public init(
    span: SourceSpan, parameters: [Parameter], refusesUnknownProperties: Evidence<Bool>?,
    violations: [Evidence<String>]
  ) {
    self.span = span
    self.parameters = parameters
    self.refusesUnknownProperties = refusesUnknownProperties
    self.violations = violations
  }
}

/// One parameter of a tool.
public struct Parameter: Hashable, Sendable {
  /// The name, dotted below the first level.
  public var name: Evidence<String>
  /// The JSON type or types, such as `string`; empty where the schema does not say.
  public var types: [String]
  /// The types of the entries of a list; empty for what is none, or where the schema does not say.
  public var itemTypes: [String] = []
  /// Whether callers must give it.
  public var isRequired: Bool
  /// Whether values are bounded: an enum, const, pattern, format or length for text; bounds for numbers;
  /// `maxItems` for lists.
  public var isConstrained: Bool
  /// Whether a description is present.
  public var isDescribed: Bool
  /// Whether values, or the entries of a list, are chosen from a list or have to match a pattern or a
  /// format that leaves little room.
  public var isPatterned = false
  /// Whether its description places it inside a store behind the server, such as a repository or a bucket,
  /// so that a path there is none on a disk.
  public var isInsideStore = false
  /// The largest number that the schema lets a caller give; `nil` where it sets none.
  public var upperBound: Evidence<Int>?

  /// A parameter as its schema defines it.
  public init(
    name: Evidence<String>, types: [String], isRequired: Bool, isConstrained: Bool,
    isDescribed: Bool
  ) {
    self.name = name
    self.types = types
    self.isRequired = isRequired
    self.isConstrained = isConstrained
    self.isDescribed = isDescribed
  }
}

/// Characters that show nothing or mislead the eye, in text that a model reads.
public struct HiddenText: Hashable, Sendable {
  /// What they are, such as `zero-width space` or `tag characters`.
  public var kind: String
  /// The member that holds them, such as `description`.
  public var member: String
  /// Where they stand.
  public var span: SourceSpan
  /// What tag characters spell, escaped for display; `nil` for other kinds.
  public var decoded: String?

  /// Hidden characters of `kind` in `member`.
  public init(kind: String, member: String, span: SourceSpan, decoded: String? = nil) {
    self.kind = kind
    self.member = member
    self.span = span
    self.decoded = decoded
  }
}
