import Patterns
import SourceText

/// A schema and all that it refers to, in a form that is quick to apply.
struct SchemaProgram: Sendable {
  /// One schema.
  struct Schema: Sendable {
    /// Its JSON Pointer from the root of its document.
    var pointer: String
    /// The resource that it is part of.
    var resource: Int
    /// `false` for the schema `false`, which nothing meets.
    var allowsAnything = true
    var rules: [Rule] = []
    /// Whether a rule asks what other rules have looked at.
    var asksForUnevaluated = false
  }

  /// One keyword, or several that belong together, of a schema.
  ///
  /// A class, because rules are handed on far more often than they are made.
  final class Rule: Sendable {
    let keyword: String
    /// The keyword in the user's file; `nil` in a built-in document.
    let span: SourceSpan?
    let check: Check

    init(keyword: String, span: SourceSpan?, check: Check) {
      self.keyword = keyword
      self.span = span
      self.check = check
    }
  }

  /// What a rule demands; schemas are meant by their indices.
  enum Check: Sendable {
    case reference(Int)
    /// The outermost schema in scope with the anchor, `fallback` where there is none.
    case dynamicReference(anchor: String, fallback: Int)
    case allOf([Int])
    case anyOf([Int])
    case oneOf([Int])
    case not(Int)
    case conditional(condition: Int, then: Int?, otherwise: Int?)
    case dependentSchemas([(key: ExactText, schema: Int)])
    case dependentRequired([(key: ExactText, required: [ExactText])])
    case properties(PropertyRules)
    case propertyNames(Int)
    case items(prefix: [Int], rest: Int?)
    case contains(Int, minimum: Int, maximum: Int?, annotates: Bool)
    case unevaluatedItems(Int)
    case unevaluatedProperties(Int)
    case types(Set<Instance.Kind>, allowsInteger: Bool)
    case values(Set<ExactText>, shown: String)
    case multipleOf(ExactNumber, shown: String)
    case atLeast(ExactNumber, isExclusive: Bool, shown: String)
    case atMost(ExactNumber, isExclusive: Bool, shown: String)
    case length(ClosedRange<Int>)
    case itemCount(ClosedRange<Int>)
    case memberCount(ClosedRange<Int>)
    case uniqueItems
    case required([ExactText])
    case pattern(Pattern)
    case format(StringFormat)
  }

  /// `properties`, `patternProperties` and `additionalProperties`, which look at each other.
  final class PropertyRules: Sendable {
    let named: [ExactText: Int]
    let patterns: [(pattern: Pattern, schema: Int)]
    let additional: Int?

    init(
      named: [ExactText: Int], patterns: [(pattern: Pattern, schema: Int)], additional: Int?
    ) {
      self.named = named
      self.patterns = patterns
      self.additional = additional
    }
  }

  var schemas: [Schema] = []
  /// For each resource, the schemas that its dynamic anchors name.
  var dynamicAnchors: [[String: Int]] = []
  var root = 0
}
