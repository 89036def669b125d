import SourceText
import Syntax

/// What `jwt_authn` demands of the callers of one route.
struct EnvoyTokenDemand {
  /// Where the demand is written.
  let place: SourceSpan

  /// The providers whose tokens are taken.
  let providers: [Node]

  /// Audiences one of which a token must name; empty where it may be for anybody.
  let audiences: [String]

  /// Where the audiences are written, if they are.
  let audiencePlace: SourceSpan?

  /// The demand on requests that `path` takes; `nil` where callers without a token get through.
  ///
  /// `rules` are those of the filter.
  init?(of filter: EnvoyFilter, _ rules: EnvoyTokenRules, on path: EnvoyPathMatch) {
    let reader = EnvoyRequirementReader(configuration: filter.configuration, rules: rules)
    guard let requirement = reader.requirement(overruledBy: filter.override, on: path) else {
      return nil
    }
    let outcome = reader.read(requirement.node)
    guard !outcome.isOptional else { return nil }
    place = requirement.place
    providers = outcome.providers
    audiences = outcome.audiences
    audiencePlace = outcome.audiencePlace
  }
}

/// Reads the requirements of one `jwt_authn` filter.
private struct EnvoyRequirementReader {
  let configuration: Node
  let rules: EnvoyTokenRules

  /// What a requirement comes to.
  struct Outcome {
    var isOptional = false
    var providers: [Node] = []
    var audiences: [String] = []
    var audiencePlace: SourceSpan?

    /// Nothing is asked.
    static let nothing = Outcome(isOptional: true)
  }

  /// The requirement for a route, and the place that chooses it: the route's own word, or the first rule
  /// that takes its path.
  func requirement(
    overruledBy override: Node?, on path: EnvoyPathMatch
  ) -> (node: Node, place: SourceSpan)? {
    if let name = override["requirement_name"] { return named(name) }
    guard let rule = rules.first(covering: path) else { return nil }
    if let name = rule["requirement_name"] { return named(name) }
    guard let requires = rule["requires"], let place = rule.place(of: "requires") else {
      return nil
    }
    return (requires, place)
  }

  private func named(_ name: Node) -> (node: Node, place: SourceSpan)? {
    guard let key = name.scalarText, let found = configuration["requirement_map"][key] else {
      return nil
    }
    return (found, name.span)
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
    let named = requirement["provider_and_audiences"] ?? requirement
    guard let name = named["provider_name"]?.scalarText,
      let provider = configuration["providers"][name]
    else { return .nothing }
    let audiences = named["audiences"] ?? provider["audiences"]
    return Outcome(
      providers: [provider], audiences: audiences.elementsOrTexts.compactMap(\.scalarText),
      audiencePlace: audiences?.span)
  }

  private func joined(_ parts: [Outcome]) -> Outcome {
    var outcome = Outcome()
    for part in parts {
      outcome.providers += part.providers
      outcome.audiences += part.audiences
      outcome.audiencePlace = outcome.audiencePlace ?? part.audiencePlace
    }
    return outcome
  }
}
