import SourceText
import Syntax

/// What `jwt_authn` demands of the callers of one route.
struct EnvoyTokenDemand {
  /// Where the demand is written.
  let place: SourceSpan

  /// Where callers without a token are let through, if they are.
  let exemption: SourceSpan?

  /// The providers whose tokens are read: the headers that carry their claims never come from the client.
  let providers: [Node]

  /// Audiences one of which a token must name; empty where it may be for anybody, `nil` where no token will
  /// do.
  let audiences: [String]?

  /// Where the audiences are written, if they are.
  let audiencePlace: SourceSpan?

  /// The name of a requirement that the filter does not have, for which Envoy lets no request through.
  let missingRequirement: Node?

  /// The demand on requests that `path` takes; `nil` where nobody looks for tokens.
  ///
  /// `rules` are those of `filter`.
  init?(of filter: EnvoyFilter, _ rules: EnvoyTokenRules, on path: EnvoyPathMatch) {
    let reader = EnvoyRequirementReader(configuration: filter.configuration, rules: rules)
    switch reader.requirement(overruledBy: filter.override, on: path) {
    case nil: return nil
    case .missing(let name):
      place = name.span
      exemption = nil
      providers = reader.allProviders
      audiences = nil
      audiencePlace = nil
      missingRequirement = name
    case .found(let requirement, let place):
      let outcome = reader.read(requirement)
      guard !outcome.isOptional || outcome.allowance != nil else { return nil }
      self.place = place
      exemption = outcome.isOptional ? outcome.allowance : nil
      providers = outcome.providers.isEmpty ? reader.allProviders : outcome.providers
      audiences = outcome.takesNoToken ? nil : outcome.audiences
      audiencePlace = outcome.audiencePlace
      missingRequirement = nil
    }
  }
}

/// Reads the requirements of one `jwt_authn` filter.
private struct EnvoyRequirementReader {
  let configuration: Node
  let rules: EnvoyTokenRules

  /// What a requirement comes to.
  struct Outcome {
    var isOptional = false
    /// Where it says that a token may be missing.
    var allowance: SourceSpan?
    var providers: [Node] = []
    var audiences: [String] = []
    var audiencePlace: SourceSpan?
    /// Whether no token will do, because the provider is not defined.
    var takesNoToken = false

    /// Nothing is asked.
    static let nothing = Outcome(isOptional: true)
  }

  /// The requirement for a route.
  enum Choice {
    /// The requirement, and the place that chooses it.
    case found(Node, place: SourceSpan)
    /// The filter has none of this name.
    case missing(Node)
  }

  /// Every provider of the filter.
  var allProviders: [Node] { configuration["providers"].membersOrNone.map(\.value) }

  /// The route's own word, or the first rule that takes its path.
  func requirement(overruledBy override: Node?, on path: EnvoyPathMatch) -> Choice? {
    if let name = override["requirement_name"] { return named(name) }
    guard let rule = rules.first(covering: path) else { return nil }
    if let name = rule["requirement_name"] { return named(name) }
    guard let requires = rule["requires"], let place = rule.place(of: "requires") else {
      return nil
    }
    return .found(requires, place: place)
  }

  private func named(_ name: Node) -> Choice {
    guard let key = name.scalarText, let found = configuration["requirement_map"][key] else {
      return .missing(name)
    }
    return .found(found, place: name.span)
  }

  /// What `requirement` comes to; one that says nothing asks for nothing.
  func read(_ requirement: Node) -> Outcome {
    if let any = requirement["requires_any"] {
      let parts = any["requirements"].elementsOrSelf.map(read)
      var outcome = joined(parts)
      outcome.isOptional = parts.isEmpty || parts.contains(where: \.isOptional)
      // A token of the provider that asks for no audience will do.
      if parts.contains(where: \.audiences.isEmpty) { outcome.audiences = [] }
      return outcome
    }
    if let all = requirement["requires_all"] {
      let parts = all["requirements"].elementsOrSelf.map(read)
      var outcome = joined(parts)
      outcome.isOptional = parts.allSatisfy(\.isOptional)
      return outcome
    }
    for key in ["allow_missing", "allow_missing_or_failed"] {
      if let place = requirement.place(of: key) {
        return Outcome(isOptional: true, allowance: place)
      }
    }
    let named = requirement["provider_and_audiences"] ?? requirement
    guard let name = named["provider_name"] else { return .nothing }
    guard let provider = name.scalarText.flatMap({ configuration["providers"][$0] }) else {
      // Envoy refuses the configuration, so that nobody comes in.
      return Outcome(takesNoToken: true)
    }
    let audiences = named["audiences"] ?? provider["audiences"]
    return Outcome(
      providers: [provider], audiences: audiences.elementsOrTexts.compactMap(\.scalarText),
      audiencePlace: audiences?.span)
  }

  private func joined(_ parts: [Outcome]) -> Outcome {
    var outcome = Outcome()
    outcome.takesNoToken = !parts.isEmpty && parts.allSatisfy(\.takesNoToken)
    for part in parts {
      outcome.allowance = outcome.allowance ?? part.allowance
      outcome.providers += part.providers
      outcome.audiences += part.audiences
      outcome.audiencePlace = outcome.audiencePlace ?? part.audiencePlace
    }
    return outcome
  }
}
