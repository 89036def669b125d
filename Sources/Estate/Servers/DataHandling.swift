/// What a manifest declares about the data in a server's results.
public struct DataHandling: Hashable, Sendable {
  /// How results that nobody vouches for are checked before an agent acts on them.
  public enum OutputValidation: String, Hashable, Sendable, CaseIterable {
    /// Against the output schemas of the tools.
    case outputSchema = "output_schema"
    /// By a policy of the gateway.
    case gatewayPolicy = "gateway_policy"
    /// By a person.
    case humanCheckpoint = "human_checkpoint"
  }

  /// What no result may hold, such as `access tokens`.
  public var neverReturned = Stated<[String]>()
  /// What takes such data out of results, such as a gateway's filter.
  public var redaction = Stated<String>()
  /// The document that says what conversation history may keep.
  public var historyPolicy = Stated<DocumentReference>()
  /// What conversation history may keep, where the manifest itself says so.
  public var historyKeeps = Stated<[String]>()
  /// What conversation history must leave out, where the manifest itself says so.
  public var historyExcludes = Stated<[String]>()
  /// The tools whose results count as untrusted until validated; `all` is every tool.
  public var untrustedOutputs = Stated<[String]>()
  /// Files of recorded results, which show what results hold.
  public var responseSamples: [Evidence<String>] = []
  /// How such results are validated.
  public var validation = Stated<OutputValidation>()

  /// Data handling about which nothing is stated.
  public init() {}

  /// Takes in the statements of `other`.
  mutating func merge(_ other: DataHandling) {
    neverReturned.merge(other.neverReturned)
    redaction.merge(other.redaction)
    historyPolicy.merge(other.historyPolicy)
    historyKeeps.merge(other.historyKeeps)
    historyExcludes.merge(other.historyExcludes)
    untrustedOutputs.merge(other.untrustedOutputs)
    responseSamples.formUnion(other.responseSamples) { Place($0) }
    validation.merge(other.validation)
  }
}
