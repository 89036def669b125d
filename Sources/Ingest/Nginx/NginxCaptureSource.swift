import Patterns
import SourceText
import Syntax

/// A regular expression whose groups are variables of nginx, and the text that it is matched against.
struct NginxCaptureSource: Hashable, Sendable {
  let pattern: String
  let ignoresCase: Bool
  /// The variables that make up the text; `uri` for locations and rewrites.
  let subject: [String]

  /// What the groups can hold; `nil` for a pattern that cannot be read.
  var contents: CaptureContents? {
    do {
      return try CaptureContents(
        pattern, syntax: .pcre, options: ignoresCase ? .caseInsensitive : [])
    } catch {
      // Backreferences and the like: nothing is claimed of what such a pattern captures.
      return nil
    }
  }

  /// Whether the variable `name`, a number or a name, is one of the groups.
  func hasGroup(_ name: String) -> Bool { contents?.number(of: name) != nil }

  /// The attribute of a certificate's subject whose value the group `name` takes, such as `CN` for
  /// `CN=(.+)`, in capitals; `nil` where the pattern writes none before the group.
  func attribute(before name: String) -> String? {
    guard let number = contents?.number(of: name), number > 0 else { return nil }
    let pieces = pattern.split(separator: "(", omittingEmptySubsequences: false)
    var group = 0
    for (index, piece) in pieces.enumerated().dropFirst() where !pieces[index - 1].endsEscaped {
      let isNamed = ["?<", "?P<", "?'"].contains(where: piece.hasPrefix)
      guard isNamed && !piece.hasPrefix("?<=") && !piece.hasPrefix("?<!") || piece.first != "?"
      else { continue }
      group += 1
      guard group == number else { continue }
      guard pieces[index - 1].last == "=" else { return nil }
      let letters = pieces[index - 1].dropLast().reversed().prefix { $0.isLetter }
      return letters.isEmpty ? nil : String(letters.reversed()).uppercased()
    }
    return nil
  }

  init(pattern: String, ignoresCase: Bool, subject: [String]) {
    self.pattern = pattern
    self.ignoresCase = ignoresCase
    self.subject = subject
  }

  /// The pattern of a location; `nil` where it has none.
  init?(_ match: NginxLocationMatch) {
    guard case .regex(let ignoresCase) = match.kind else { return nil }
    self.init(pattern: match.pattern, ignoresCase: ignoresCase, subject: ["uri"])
  }

  /// The pattern of an `if`; `nil` where it has none.
  init?(_ condition: NginxCondition) {
    guard case .matches(let ignoresCase) = condition.test else { return nil }
    self.init(
      pattern: condition.operand, ignoresCase: ignoresCase,
      subject: condition.subject.variables.map(\.name))
  }

  /// The pattern of a `rewrite`; `nil` for any other directive.
  init?(rewrite directive: NginxDirective) {
    guard directive.is("rewrite"), let pattern = directive.arguments.first else { return nil }
    self.init(pattern: pattern.text, ignoresCase: false, subject: ["uri"])
  }

  /// The pattern of an entry of a `map` over `source`; `nil` for an entry without one.
  init?(entry: NginxDirective, of source: NginxWord) {
    guard entry.name.text.hasPrefix("~") else { return nil }
    let ignoresCase = entry.name.text.hasPrefix("~*")
    self.init(
      pattern: String(entry.name.text.dropFirst(ignoresCase ? 2 : 1)), ignoresCase: ignoresCase,
      subject: source.variables.map(\.name))
  }
}

extension NginxLocation {
  /// The regular expressions that can be the last to have matched when `directive` of this very block is
  /// carried out, whose groups `$1` to `$9` then are.
  func lastMatches(at directive: NginxDirective) -> [NginxCaptureSource] {
    if let own = NginxCaptureSource(rewrite: directive) { return [own] }
    var sources: [NginxCaptureSource] = []
    var next: NginxLocation? = self
    while let place = next {
      let isInOrder = ["set", "return"].contains(directive.name.text) && place.scope == scope
      for rewrite in place.own("rewrite") where rewrite.staysInPlace {
        guard !isInOrder || rewrite.span < directive.span else { continue }
        if let source = NginxCaptureSource(rewrite: rewrite.directive) { sources.append(source) }
      }
      if let own = place.condition.flatMap(NginxCaptureSource.init) ?? place.patternSource {
        return sources + [own]
      }
      next = place.outer
    }
    return sources + server.nameSources
  }

  /// The regular expressions around this place, or within it, that have a group called `name`.
  func matches(naming name: String) -> [NginxCaptureSource] {
    var sources: [NginxCaptureSource] = []
    var next: NginxLocation? = self
    while let place = next {
      sources += [place.patternSource, place.condition.flatMap(NginxCaptureSource.init)]
        .compactMap { $0 }
      for block in [place] + place.conditionals {
        sources += block.condition.flatMap(NginxCaptureSource.init).map { [$0] } ?? []
        sources += block.own("rewrite").compactMap { NginxCaptureSource(rewrite: $0.directive) }
      }
      next = place.outer
    }
    for shared in configuration.variables.shared.values.sorted(by: { $0.span < $1.span }) {
      guard case .map(let source, let entries) = shared.kind else { continue }
      sources += entries.compactMap { NginxCaptureSource(entry: $0, of: source) }
    }
    return (sources + server.nameSources).filter {
      $0.pattern.contains(name) && $0.hasGroup(name)
    }
  }

  private var patternSource: NginxCaptureSource? { match.flatMap(NginxCaptureSource.init) }
}

extension NginxServer {
  /// The regular expressions among the server's names.
  fileprivate var nameSources: [NginxCaptureSource] {
    names.filter { $0.text.hasPrefix("~") }.map {
      NginxCaptureSource(
        pattern: String($0.text.dropFirst()), ignoresCase: true, subject: ["host"])
    }
  }
}

extension NginxSetting {
  /// Whether a `rewrite` answers with a redirect rather than with another path of this server.
  var redirects: Bool {
    let target = values.count > 1 ? values[1] : ""
    return ["http://", "https://", "$scheme"].contains(where: target.hasPrefix)
      || ["redirect", "permanent"].contains(values.count > 2 ? values[2] : "")
  }

  /// Whether a request that matches a `rewrite` stays in the block.
  fileprivate var staysInPlace: Bool {
    !redirects && (values.count > 2 ? values[2] : "") != "last"
  }
}

extension Substring {
  /// Whether the last character is a backslash, which takes its meaning from what follows.
  fileprivate var endsEscaped: Bool { hasSuffix("\\") && !hasSuffix("\\\\") }
}
