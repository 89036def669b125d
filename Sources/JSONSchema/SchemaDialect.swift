/// An edition of JSON Schema.
public enum SchemaDialect: String, Hashable, Sendable, CaseIterable {
  /// `http://json-schema.org/draft-07/schema#`
  case draft7 = "http://json-schema.org/draft-07/schema"
  /// `https://json-schema.org/draft/2019-09/schema`
  case draft2019 = "https://json-schema.org/draft/2019-09/schema"
  /// `https://json-schema.org/draft/2020-12/schema`
  case draft2020 = "https://json-schema.org/draft/2020-12/schema"

  /// The dialect whose meta-schema is `uri`, with or without an empty fragment, over http or https.
  public init?(metaSchema uri: String) {
    var name = uri.hasSuffix("#") ? String(uri.dropLast()) : uri
    if let dialect = SchemaDialect(rawValue: name) {
      self = dialect
      return
    }
    if name.hasPrefix("http:") {
      name = "https:" + name.dropFirst(5)
    } else if name.hasPrefix("https:") {
      name = "http:" + name.dropFirst(6)
    }
    self.init(rawValue: name)
  }
}

/// A dialect, and which of its vocabularies are in force.
struct VocabularySet: Hashable, Sendable {
  enum Vocabulary: String, Hashable, Sendable, CaseIterable {
    case core, applicator, unevaluated, validation, content
    case metaData = "meta-data"
    case formatAnnotation = "format-annotation"
    case formatAssertion = "format-assertion"
    /// The one of 2019-09.
    case format
  }

  let dialect: SchemaDialect
  private(set) var vocabularies: Set<Vocabulary>

  /// All that the dialect's own meta-schema puts in force.
  init(_ dialect: SchemaDialect) {
    self.dialect = dialect
    vocabularies = Set(Vocabulary.allCases).subtracting([.formatAssertion])
  }

  /// The vocabularies of a meta-schema with its `$vocabulary`; `unknown` is one it requires in vain.
  init(_ dialect: SchemaDialect, declared: [(uri: String, isRequired: Bool)])
    throws(UnknownVocabulary)
  {
    self.dialect = dialect
    vocabularies = [.core]
    for (uri, isRequired) in declared {
      let name = uri.split(separator: "/").last.map(String.init) ?? ""
      if uri.hasPrefix("https://json-schema.org/draft/"), uri.hasSuffix("/vocab/\(name)"),
        let vocabulary = Vocabulary(rawValue: name)
      {
        vocabularies.insert(vocabulary)
      } else if isRequired {
        throw UnknownVocabulary(uri: uri)
      }
    }
  }

  func contains(_ vocabulary: Vocabulary) -> Bool {
    dialect == .draft7 || vocabularies.contains(vocabulary)
  }

  /// Whether the meta-schema itself makes a demand of `format`.
  var assertsFormats: Bool { dialect == .draft2020 && vocabularies.contains(.formatAssertion) }
}

/// A vocabulary that a meta-schema requires and that nobody here knows.
struct UnknownVocabulary: Error {
  let uri: String
}
