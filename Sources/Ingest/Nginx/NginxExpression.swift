import SourceText
import Syntax

/// A value with the variables that nginx fills in.
struct NginxExpression: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case text(String)
    case variable(NginxVariable)
  }

  let parts: [Part]

  /// Takes `word` apart.
  init(_ word: NginxWord) {
    var parts: [Part] = []
    var rest = word.text[...]
    for variable in word.variables {
      let forms = ["${\(variable.name)}", "$\(variable.name)"]
      var literal = ""
      while !rest.isEmpty {
        if rest.first == "$", let form = forms.first(where: rest.hasPrefix) {
          rest = rest.dropFirst(form.count)
          break
        }
        literal.append(rest.removeFirst())
      }
      if !literal.isEmpty { parts.append(.text(literal)) }
      parts.append(.variable(variable))
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    self.parts = parts
  }

  init(parts: [Part]) {
    self.parts = parts
  }

  /// The value where it holds no variable.
  var constant: String? {
    var text = ""
    for part in parts {
      guard case .text(let piece) = part else { return nil }
      text += piece
    }
    return text
  }

  /// The value as it would be written, with every variable as `$name`.
  var text: String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .variable(let variable): "$\(variable.name)"
      }
    }.joined()
  }

  var variables: [NginxVariable] {
    parts.compactMap { if case .variable(let variable) = $0 { variable } else { nil } }
  }
}
