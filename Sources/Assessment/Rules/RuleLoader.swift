import CEL
import Estate
import Reading
import SourceText
import Syntax

/// Turns rule files into compiled rules, and says everything that is wrong with them at once.
struct RuleLoader: Sendable {
  private var diagnostics: [Diagnostic] = []
  private var rules: [CompiledRule] = []
  private var places: [String: SourceSpan] = [:]
  private var expectsExamples = true

  /// Takes in every rule of `source`, one for each YAML document, which has to have examples unless they
  /// were left out.
  mutating func load(_ source: SourceFile, expectingExamples: Bool = true) {
    expectsExamples = expectingExamples
    let tree: SyntaxTree
    do {
      tree = try YAMLParser.parse(source)
    } catch {
      diagnostics.append(error.diagnostic)
      return
    }
    if tree.documents.isEmpty {
      diagnostics.append(
        Diagnostic(
          at: source.span, "the file holds no rule", expected: "a mapping with an `id`",
          advice: "`mcpready rules new` writes a rule to begin with"))
    }
    for document in tree.documents {
      var found: [Diagnostic] = []
      let rule = MappingReader.read(
        document, as: "a rule", unknownKeys: .error, into: &found
      ) { reader in self.rule(from: &reader) }
      diagnostics += found
      guard let rule = rule ?? nil else {
        if found.isEmpty {
          diagnostics.append(
            Diagnostic(
              at: document.span, "the rule is incomplete",
              expected:
                "`id`, `name`, `title`, `why`, `severity`, `dimension`, `subject`, `checks`,"
                + " `remediation` and `examples`"))
        }
        continue
      }
      add(rule, at: document.span)
    }
  }

  /// The rules in the order of their ids, or everything that is wrong with them.
  func finish() throws(RuleCatalogError) -> [CompiledRule] {
    let errors = diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { throw RuleCatalogError(diagnostics: errors) }
    return rules.sorted { $0.rule.id < $1.rule.id }
  }

  /// Takes in what `other` has loaded from files that come after those of this one.
  mutating func merge(_ other: RuleLoader) {
    diagnostics += other.diagnostics
    for rule in other.rules {
      if let span = other.places[rule.rule.id] { add(rule, at: span) }
    }
  }

  private mutating func add(_ rule: CompiledRule, at span: SourceSpan) {
    if let first = places[rule.rule.id] {
      diagnostics.append(
        Diagnostic(
          at: span, "the rule `\(rule.rule.id)` is defined twice",
          expected: "an id of its own for each rule",
          related: [Diagnostic.Related(span: first, message: "first defined here")]))
      return
    }
    places[rule.rule.id] = span
    rules.append(rule)
  }

  private mutating func rule(from reader: inout MappingReader) -> CompiledRule? {
    let id = id(from: &reader)
    let name = name(from: &reader)
    let title = reader.string("title")
    let why = reader.string("why")
    let severity: Evidence<Severity>? = reader.choice("severity")
    let tierSeverity = self.tierSeverity(from: &reader)
    let dimension: Evidence<Dimension>? = reader.choice("dimension")
    let gate: Evidence<GateControl>? = reader.choice("gate")
    let checklist = checklist(from: &reader)
    let sources = reader.strings("source").map(\.value)
    let subject: Evidence<RuleSubject>? = reader.choice("subject")
    let nature: Evidence<Rule.Nature>? = reader.choice("nature")
    let condition = reader.string("when")
    let conditionNode = reader.node("when")
    let appliesTo = reader.string("applies_to")
    let remediation = reader.string("remediation")
    let snippet = reader.mapping("snippet") { snippet in
      (snippet.string("language"), snippet.string("text"))
    }
    let effort: Evidence<Rule.Effort>? = reader.choice("effort")
    let examples = RuleExampleReader.examples(from: &reader)
    guard let subject else {
      reader.skip("checks")
      return nil
    }
    let environment = RuleScope.environment(for: subject.value)
    let compiledCondition = conditionNode.flatMap { node in
      RuleExpression.compile(node, in: environment, reporting: &reader)
    }
    let checks = reader.mappings("checks") { check in
      self.check(from: &check, in: environment)
    }
    guard let id, let name, let title, let why, let severity, let dimension, let nature,
      let remediation, let effort, !checks.isEmpty, !checks.contains(where: { $0 == nil }),
      condition == nil || compiledCondition != nil
    else {
      reportIncomplete(
        [
          "id": id != nil, "name": name != nil, "title": title != nil, "why": why != nil,
          "severity": severity != nil, "dimension": dimension != nil, "nature": nature != nil,
          "remediation": remediation != nil, "effort": effort != nil, "checks": !checks.isEmpty,
        ], in: &reader)
      return nil
    }
    if examples.isEmpty, expectsExamples {
      reader.report(
        .error, at: id.span, "the rule `\(id.value)` has no examples",
        expected: "at least one example that is met and one that is not",
        advice: "a rule that nobody has seen decide does not load")
    }
    let compiled = checks.compactMap { $0 }
    return CompiledRule(
      rule: Rule(
        id: id.value, name: name.value, title: title.value, why: why.value.folded,
        severity: severity.value, dimension: dimension.value, gate: gate?.value,
        checklist: checklist, sources: sources, subject: subject.value, nature: nature.value,
        condition: condition?.value.folded, appliesTo: appliesTo?.value.folded,
        checks: compiled.map(\.check),
        remediation: remediation.value.folded,
        snippet: snippet.flatMap { snippet in
          guard let language = snippet.0, let text = snippet.1 else { return nil }
          return Rule.Snippet(language: language.value, text: text.value)
        }, effort: effort.value, examples: examples),
      tierSeverity: tierSeverity, condition: compiledCondition, checks: compiled)
  }

  private func check(
    from reader: inout MappingReader, in environment: Environment
  ) -> CompiledRule.Check? {
    let grade: Evidence<Grade>? = reader.choice("grade")
    let condition = reader.node("when")
    let requirement = reader.node("require")
    let message = reader.node("message")
    let location = reader.node("at")
    let cause = reader.node("cause")
    let related = reader.node("related")
    let claim = reader.node("claim")
    let standsAlone = reader.boolean("stands_alone")?.value ?? false
    let compiledCondition = condition.flatMap {
      RuleExpression.compile($0, in: environment, reporting: &reader)
    }
    let compiledRequirement = requirement.flatMap {
      RuleExpression.compile($0, in: environment, reporting: &reader)
    }
    let template = message.flatMap {
      RuleExpression.template($0, in: environment, reporting: &reader)
    }
    let compiledLocation = location.flatMap {
      RuleExpression.compile($0, in: environment, expectingCondition: false, reporting: &reader)
    }
    let compiledClaim = claim.flatMap {
      RuleExpression.compile($0, in: environment, reporting: &reader)
    }
    let compiledCause = cause.flatMap {
      RuleExpression.template($0, in: environment, reporting: &reader)
    }
    let compiledRelated = related.flatMap {
      RuleExpression.compile($0, in: environment, expectingCondition: false, reporting: &reader)
    }
    guard let grade, let compiledRequirement, let template, let message,
      condition == nil || compiledCondition != nil, location == nil || compiledLocation != nil,
      cause == nil || compiledCause != nil, related == nil || compiledRelated != nil,
      claim == nil || compiledClaim != nil
    else {
      reportIncomplete(
        ["grade": grade != nil, "require": requirement != nil, "message": message != nil],
        in: &reader)
      return nil
    }
    return CompiledRule.Check(
      check: Rule.Check(
        grade: grade.value, condition: condition?.scalarText?.folded,
        requirement: requirement?.scalarText?.folded ?? "",
        message: message.scalarText?.folded ?? "", location: location?.scalarText?.folded,
        standsAlone: standsAlone, cause: cause?.scalarText?.folded,
        related: related?.scalarText?.folded, claim: claim?.scalarText?.folded),
      condition: compiledCondition, requirement: compiledRequirement, message: template,
      location: compiledLocation, cause: compiledCause, related: compiledRelated,
      claim: compiledClaim)
  }

  private func tierSeverity(from reader: inout MappingReader) -> [Tier: Severity] {
    reader.mapping("tier_severity") { mapping in
      var severities: [Tier: Severity] = [:]
      for tier in Tier.allCases {
        let severity: Evidence<Severity>? = mapping.choice("\(tier.rawValue)")
        if let severity { severities[tier] = severity.value }
      }
      return severities
    } ?? [:]
  }

  private func reportIncomplete(
    _ parts: KeyValuePairs<String, Bool>, in reader: inout MappingReader
  ) {
    // What is there and wrong has been reported at its place.
    let missing = parts.filter { !$0.value && !reader.hasMember($0.key) }.map { "`\($0.key)`" }
    guard !missing.isEmpty else { return }
    reader.report(
      .error, at: reader.node.span, "the rule or check lacks \(missing.joined(separator: ", "))",
      expected: "every required key", advice: "`mcpready rules list` shows complete rules")
  }
}

extension String {
  /// The text in one line, as a folded YAML scalar means it.
  var folded: String {
    var line: [UInt8] = []
    line.reserveCapacity(utf8.count)
    var isBehindBlank = false
    for byte in utf8 {
      let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
      if isBehindBlank, !isBlank, !line.isEmpty { line.append(0x20) }
      if !isBlank { line.append(byte) }
      isBehindBlank = isBlank
    }
    return String(decoding: line, as: UTF8.self)
  }
}
