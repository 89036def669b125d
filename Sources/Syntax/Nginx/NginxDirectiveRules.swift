public import SourceText

/// Whether directives stand where nginx allows them, with as many arguments as they take.
public enum NginxDirectiveRules {
  /// Whether nginx itself, or a module that comes with it, has a directive called `name`.
  public static func knows(_ name: String) -> Bool {
    NginxDirectiveTable.shared.usages[name] != nil
  }

  /// What makes nginx refuse the directives of `tree`, whose first ones stand in `context`.
  ///
  /// A name that nginx does not know is a warning, and only where it looks like a slip for one that
  /// nginx does know: other modules bring names of their own. Without a context, nothing is checked.
  public static func diagnostics(of tree: NginxTree, in context: NginxContext?) -> [Diagnostic] {
    guard let context else { return [] }
    var found: [Diagnostic] = []
    var slips: [String: String?] = [:]
    check(tree.directives, in: context, into: &found, slips: &slips)
    return found
  }

  /// What makes nginx refuse `directive` itself in `context`, its block aside.
  public static func fault(
    of directive: NginxDirective, in context: NginxContext
  ) -> Diagnostic? {
    let name = directive.name.text
    guard context != .other, let usages = NginxDirectiveTable.shared.usages[name] else {
      return nil
    }
    let allowed = usages.filter { $0.contexts.contains(context) }
    guard !allowed.isEmpty else {
      return Diagnostic(
        at: directive.name.span, "directive \"\(name)\" is not allowed in \(described(context))",
        expected: "\"\(name)\" in \(list(usages.flatMap { $0.contexts }))")
    }
    let isBlock = directive.block != nil
    let shaped = allowed.filter { $0.isBlock == isBlock }
    guard !shaped.isEmpty else {
      return isBlock
        ? missingSemicolon(directive)
        : Diagnostic(
          at: directive.name.span, "directive \"\(name)\" has no block", expected: "`{`",
          advice: "Write the block of \"\(name)\" instead of `;`.")
    }
    let count = directive.arguments.count
    let fitting = shaped.filter { $0.takes(count) }
    guard !fitting.isEmpty else {
      if swallowedDirective(in: directive) != nil { return missingSemicolon(directive) }
      return Diagnostic(
        at: directive.name.span, "invalid number of arguments in directive \"\(name)\"",
        expected: shaped.map(described).joined(separator: ", or "))
    }
    let value = directive.arguments.first
    if let value, fitting.allSatisfy({ $0.isSwitch && !$0.counts.contains(count) }),
      !["on", "off"].contains(value.text.lowercased())
    {
      return Diagnostic(
        at: value.span, "invalid value \"\(value.text)\" in directive \"\(name)\"",
        expected: "`on` or `off`")
    }
    return nil
  }

  private static func check(
    _ directives: [NginxDirective], in context: NginxContext, into found: inout [Diagnostic],
    slips: inout [String: String?]
  ) {
    for directive in directives {
      if let fault = fault(of: directive, in: context) { found.append(fault) }
      if context != .other, let slip = slip(in: directive, known: &slips) { found.append(slip) }
      if let block = directive.block {
        check(block, in: context.entering(directive.name.text), into: &found, slips: &slips)
      }
    }
  }

  private static func missingSemicolon(_ directive: NginxDirective) -> Diagnostic {
    let swallowed = swallowedDirective(in: directive)
    let last =
      directive.arguments.last { $0.span.end <= (swallowed?.span.start ?? .max) } ?? directive.name
    return Diagnostic(
      at: SourceSpan(source: last.span.source, start: last.span.end, end: last.span.end),
      "directive \"\(directive.name.text)\" is not terminated by `;`", expected: "`;`",
      advice: "Write `;` behind the last argument.",
      related: swallowed.map {
        [Diagnostic.Related(span: $0.span, message: "this is read as an argument")]
      } ?? [])
  }

  /// The first argument that is itself the name of a directive.
  private static func swallowedDirective(in directive: NginxDirective) -> NginxWord? {
    directive.arguments.first { !$0.isQuoted && $0.text.contains("_") && knows($0.text) }
      ?? directive.arguments.first { $0.text == "location" || $0.text == "server" }
  }

  /// A warning where an unknown name differs by one letter from a known one; `known` holds the answers
  /// for names that were looked up before.
  private static func slip(
    in directive: NginxDirective, known: inout [String: String?]
  ) -> Diagnostic? {
    let name = directive.name.text
    guard name.utf8.count > 4, !knows(name) else { return nil }
    let meant: String?
    if let answer = known[name] {
      meant = answer
    } else {
      let names = NginxDirectiveTable.shared.usages.keys
      meant = names.filter { isOneEdit(from: name, to: $0) }.min()
      known[name] = .some(meant)
    }
    guard let meant else { return nil }
    return Diagnostic(
      .warning, at: directive.name.span, "nginx has no directive \"\(name)\"",
      expected: "\"\(meant)\"", advice: "Check the spelling.")
  }

  private static func isOneEdit(from left: String, to right: String) -> Bool {
    guard abs(left.utf8.count - right.utf8.count) <= 1 else { return false }
    let left = Array(left.utf8)
    let right = Array(right.utf8)
    let common = min(left.count, right.count)
    var start = 0
    while start < common, left[start] == right[start] { start += 1 }
    var end = 0
    while end < common - start, left[left.count - 1 - end] == right[right.count - 1 - end] {
      end += 1
    }
    return max(left.count, right.count) - start - end <= 1
  }

  private static func described(_ context: NginxContext) -> String {
    context == .main ? "the main context" : "`\(context.rawValue)`"
  }

  private static func list(_ contexts: [NginxContext]) -> String {
    let named = NginxContext.allCases.filter { contexts.contains($0) && $0 != .other }
    return named.map(described).joined(separator: ", ")
  }

  private static func described(_ usage: NginxDirectiveTable.Usage) -> String {
    if usage.isSwitch { return "`on` or `off`" }
    if let atLeast = usage.atLeast {
      return atLeast == 1 ? "at least 1 argument" : "at least \(atLeast) arguments"
    }
    let counts = usage.counts.sorted()
    let words = counts.map(String.init).joined(separator: " or ")
    return counts == [1] ? "1 argument" : "\(words) arguments"
  }
}
