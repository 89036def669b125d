/// A language that reports are written in, with the characters that mean something in it.
package protocol OutputLanguage: Sendable {
  /// `text`, which holds nothing invisible, so that it stands for itself in the language.
  static func escape(_ text: String) -> String
}

/// A language whose texts stand inside those of another one, as code stands in Markdown.
package protocol EmbeddedLanguage: OutputLanguage {
  /// The language around it.
  associatedtype Host: OutputLanguage
}

/// A piece of text in an output language, in which whatever came from an input is escaped.
///
/// A literal is written by us and goes in as it stands; everything that is interpolated is a stranger's
/// and is made visible, cut and escaped on its way in. There is no other way to make one, so that a text
/// that nobody escaped does not compile into an output.
package struct Fragment<Language: OutputLanguage>: Hashable, Sendable {
  /// The text in the language.
  package private(set) var text: String

  /// No text.
  package init() { text = "" }

  /// Whether there is no text.
  package var isEmpty: Bool { text.isEmpty }

  /// Puts `right` behind `left`.
  package static func += (left: inout Fragment, right: Fragment) {
    left.text += right.text
  }

  /// `left`, then `right`.
  package static func + (left: Fragment, right: Fragment) -> Fragment {
    var sum = left
    sum += right
    return sum
  }
}

extension Fragment: ExpressibleByStringInterpolation {
  package init(stringLiteral literal: StaticString) {
    text = literal.description
  }

  package init(stringInterpolation interpolation: Interpolation) {
    text = interpolation.text
  }

  /// Collects literals as they are and values escaped.
  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    package mutating func appendLiteral(_ literal: StaticString) {
      text += literal.description
    }

    /// Escapes `value`, of which at most `limit` code points are shown.
    package mutating func appendInterpolation(_ value: String, limit: Int = VisibleText.usualLimit)
    {
      text += Language.escape(VisibleText.of(value, limit: limit))
    }

    package mutating func appendInterpolation(_ value: Int) {
      text += String(value)
    }

    package mutating func appendInterpolation(_ fragment: Fragment) {
      text += fragment.text
    }

    package mutating func appendInterpolation<Inner: EmbeddedLanguage>(_ fragment: Fragment<Inner>)
    where Inner.Host == Language {
      text += fragment.text
    }
  }
}

extension Sequence {
  /// The elements, with `separator` between them.
  package func joined<Language>(by separator: Fragment<Language>) -> Fragment<Language>
  where Element == Fragment<Language> {
    var joined = Fragment<Language>()
    for (index, element) in enumerated() {
      if index > 0 { joined += separator }
      joined += element
    }
    return joined
  }
}
