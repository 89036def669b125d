import CEL
import Estate
import SourceText

extension Facts {
  /// A name in a list, with its own place.
  static let entry = FactType<PartSubject<String>>(
    "entry", [Fact("value", .string, "The text.") { .text($0.part, at: $0.span) }])
}

/// A scope and what its name gives away.
struct ScopeReading: Sendable {
  let value: String
  let breadth: String?
  let grantsWrite: Bool

  /// Reads the parts of `scope` between `:`, `.`, `/` and `_`, without knowing who issues it.
  init(_ scope: String) {
    value = scope
    let words = scope.lowercased().utf8.split(whereSeparator: Self.separators.contains)
      .map { String(decoding: $0, as: UTF8.self) }
    if scope.contains("*") {
      breadth = "a wildcard"
    } else if let word = words.first(where: Self.broadWords.contains) {
      breadth = "`\(word)`, which is more than one task needs"
    } else {
      breadth = nil
    }
    grantsWrite = breadth != nil || words.contains(where: Self.writeWords.contains)
  }

  private static let separators = Array(":./_- ".utf8)
  private static let broadWords: Set<String> = [
    "admin", "administrator", "all", "full", "fullaccess", "root", "superuser", "owner", "god",
    "everything", "impersonation",
  ]
  private static let writeWords: Set<String> = [
    "write", "create", "update", "delete", "manage", "modify", "edit", "send", "execute", "post",
    "put", "patch", "remove", "deploy", "approve", "pay", "publish", "readwrite", "rw",
  ]
}

extension Facts {
  /// An OAuth scope.
  static let scope = FactType<PartSubject<ScopeReading>>(
    "scope",
    [
      Fact("value", .string, "The scope as written.") { .text($0.part.value, at: $0.span) },
      Fact("isBroad", .bool, "Whether it is a wildcard or an administrative scope.") {
        .flag($0.part.breadth != nil, at: $0.span)
      },
      Fact("breadth", .string, "Why it is broad, or nothing.") {
        .text($0.part.breadth ?? "", at: $0.span)
      },
      Fact("grantsWrite", .bool, "Whether it lets its holder change state.") {
        .flag($0.part.grantsWrite, at: $0.span)
      },
    ])
}

extension Facts {
  /// A credential that a manifest names; its value is never known.
  static let credential = FactType<PartSubject<Credential>>(
    "credential",
    [
      Fact("name", .string, "The reference under which it is known.") {
        .text($0.part.name.value, at: $0.part.name.span)
      },
      .text("kind", from: .manifest, "What kind it is.") { $0.part.kind },
      .text("environment", from: .manifest, "The environment it works in.") {
        $0.part.environment
      },
      .text("clientID", from: .manifest, "The OAuth client that it belongs to.") {
        $0.part.clientID
      },
      Fact("isShared", .bool, "Whether the manifest says that several parties use it.") {
        .flag(
          $0.part.isShared.value == true, at: $0.part.isShared.span ?? $0.part.name.span)
      },
      Fact("isAdministrative", .bool, "Whether it is an administrative or root credential.") {
        .flag(
          $0.part.isAdministrative.value == true || Self.soundsAdministrative($0.part.name.value),
          at: $0.part.isAdministrative.value == true
            ? $0.part.isAdministrative.span : $0.part.name.span)
      },
      Fact(
        "isAskedFor", .bool, "Whether a catalog's entry asks its users for it, and says no more."
      ) { .flag($0.part.isAskedFor, at: $0.part.name.span) },
      Fact("problem", .string, "Why it is shared or administrative, for messages.") {
        .text(Self.problem(of: $0.part), at: $0.span)
      },
    ])

  private static func problem(of credential: Credential) -> String {
    var reasons: [String] = []
    if credential.isShared.value == true { reasons.append("`shared: true`") }
    if credential.isAdministrative.value == true,
      credential.isAdministrative.span != credential.name.span
    {
      reasons.append("`admin: true`")
    } else if soundsAdministrative(credential.name.value) {
      reasons.append("administrative by its name")
    } else if credential.isAdministrative.value == true {
      reasons.append("whoever holds it is root on the host")
    }
    return "'\(credential.name.value)' (\(reasons.joined(separator: ", ")))"
  }

  /// Whether a part of the name is a word for an administrator.
  private static func soundsAdministrative(_ name: String) -> Bool {
    let words = name.lowercased().split { !$0.isLetter }.map(String.init)
    return words.contains { ["admin", "administrator", "root", "superuser", "god"].contains($0) }
  }
}

extension Facts {
  /// A package or image that a server is started from.
  static let package = FactType<PartSubject<PackageReference>>(
    "package",
    [
      Fact("identifier", .string, "The package as written.") {
        .text($0.part.identifier.value, at: $0.part.identifier.span)
      },
      Fact("name", .string, "Its registry and name, without a version.") {
        .text($0.part.name, at: $0.part.identifier.span)
      },
      Fact("registry", .string, "The registry or runner.") {
        .text($0.part.registry, at: $0.part.identifier.span)
      },
      Fact("isPinned", .bool, "Whether an exact version or a digest is given.") {
        .flag($0.part.pin != nil, at: $0.part.identifier.span)
      },
      Fact("floatingReason", .string, "Why the reference floats, or nothing.") {
        .text($0.part.floatingReason ?? "", at: $0.part.identifier.span)
      },
    ])
}

extension Facts {
  /// A place that looks like a live secret.
  static let secret = FactType<PartSubject<SecretSighting>>(
    "secret",
    [
      Fact("family", .string, "What it looks like.") { .text($0.part.family, at: $0.span) },
      Fact("context", .string, "What the place is called.") {
        .text($0.part.context, at: $0.span)
      },
    ])
}

extension Facts {
  /// A parameter of a tool.
  static let parameter = FactType<PartSubject<Parameter>>(
    "parameter",
    [
      Fact("name", .string, "The name, dotted below the first level.") {
        .text($0.part.name.value, at: $0.part.name.span)
      },
      Fact("types", .list(.string), "The JSON types that the schema allows.") {
        .known(.list($0.part.types.map(Value.string)), at: $0.part.name.span)
      },
      Fact(
        "isConstrained", .bool, "Whether values are bounded by an enum, pattern, format or size."
      ) {
        .flag($0.part.isConstrained, at: $0.part.name.span)
      },
      Fact("isRequired", .bool, "Whether callers must give it.") {
        .flag($0.part.isRequired, at: $0.part.name.span)
      },
      Fact("isDescribed", .bool, "Whether a description is present.") {
        .flag($0.part.isDescribed, at: $0.part.name.span)
      },
      Fact("isFreeForm", .bool, "Whether it is an unbounded command, query, address or path.") {
        .flag($0.part.freeForm != nil, at: $0.part.name.span)
      },
      Fact("reach", .string, "What a free-form text hands over to the caller, or nothing.") {
        .text($0.part.freeForm?.rawValue ?? "", at: $0.part.name.span)
      },
    ])
}

extension Facts {
  /// Characters that a reader cannot see.
  static let hiddenText = FactType<PartSubject<HiddenText>>(
    "hiddenText",
    [
      Fact("kind", .string, "What the characters are.") { .text($0.part.kind, at: $0.span) },
      Fact("member", .string, "The member that holds them.") {
        .text($0.part.member, at: $0.span)
      },
      Fact("decoded", .string, "What tag characters spell, or nothing.") {
        .text($0.part.decoded ?? "", at: $0.span)
      },
    ])
}

extension Value {
  /// A list of parts, each of which a rule can point at.
  static func parts<Part: Sendable>(
    _ parts: [Part], as type: FactType<PartSubject<Part>>, in kind: SourceKind,
    at span: (Part) -> SourceSpan?
  ) -> Value {
    .list(
      parts.map { .object(FactObject(PartSubject($0, at: span($0), in: kind), as: type)) })
  }

  /// A list of the names of `tools`.
  static func names(
    of tools: [Tool], in kind: SourceKind, at span: (Tool) -> SourceSpan?
  ) -> Value {
    .list(
      tools.map {
        .object(FactObject(PartSubject($0.name, at: span($0), in: kind), as: Facts.entry))
      })
  }

  /// A list of stated names.
  static func entries(_ names: [Evidence<String>], in kind: SourceKind) -> Value {
    .list(
      names.map {
        .object(FactObject(PartSubject($0.value, at: $0.span, in: kind), as: Facts.entry))
      })
  }

  /// A list of stated scopes.
  static func scopes(_ scopes: [Evidence<String>], in kind: SourceKind) -> Value {
    .list(
      scopes.map {
        .object(
          FactObject(PartSubject(ScopeReading($0.value), at: $0.span, in: kind), as: Facts.scope))
      })
  }
}
