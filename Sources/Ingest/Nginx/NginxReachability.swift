import SourceText
import Syntax

/// The locations of one server to which no request gets, because another one takes all that they are written
/// for.
struct NginxReachability {
  /// By the scope of a location, the one that takes its requests.
  private var rivals: [Int: NginxLocation] = [:]

  init(of server: NginxServer) {
    for outer in [server.whole] + server.locations { compare(outer.locations) }
  }

  /// The location that takes every request before `location`, or one around it, is tried; `nil` where there
  /// is none, or where that cannot be told.
  func rival(of location: NginxLocation) -> NginxLocation? {
    var next: NginxLocation? = location
    while let place = next {
      if let rival = rivals[place.scope] { return rival }
      next = place.outer
    }
    return nil
  }

  private mutating func compare(_ siblings: [NginxLocation]) {
    let prefixes = siblings.compactMap { Prefix($0) }
    var patterns: [String: NginxLocation] = [:]
    for location in siblings {
      guard let match = location.match, match.kind == .regex(ignoresCase: false) else { continue }
      if let same = patterns[match.pattern] {
        rivals[location.scope] = same
      } else {
        patterns[match.pattern] = location
        rivals[location.scope] = Self.finalPrefix(before: match.pattern, among: prefixes)
      }
    }
  }

  private struct Prefix {
    let location: NginxLocation
    let text: String
    let isFinal: Bool

    init?(_ location: NginxLocation) {
      guard let match = location.match, match.kind == .prefix || match.kind == .finalPrefix else {
        return nil
      }
      self.location = location
      text = match.pattern
      isFinal = match.kind == .finalPrefix
    }
  }

  /// The `^~` that is the longest prefix of whatever `pattern` matches: nginx tries no pattern behind it.
  private static func finalPrefix(before pattern: String, among prefixes: [Prefix])
    -> NginxLocation?
  {
    guard prefixes.contains(where: \.isFinal), let beginning = beginning(of: pattern) else {
      return nil
    }
    let final = prefixes.filter { $0.isFinal && beginning.hasPrefix($0.text) }
      .max { $0.text.utf8.count < $1.text.utf8.count }
    guard let final else { return nil }
    let isBeaten = prefixes.contains { other in
      !other.isFinal && other.text.utf8.count > final.text.utf8.count
        && (other.text.hasPrefix(beginning) || beginning.hasPrefix(other.text))
    }
    return isBeaten ? nil : final.location
  }

  /// The text that every path begins with that `pattern` matches; `nil` where there is none.
  private static func beginning(of pattern: String) -> String? {
    guard pattern.hasPrefix("^"), !pattern.contains("|") else { return nil }
    var text: [Character] = []
    var rest = pattern.dropFirst()
    while let character = rest.first {
      rest = rest.dropFirst()
      if character == "\\", let escaped = rest.first, !escaped.isLetter, !escaped.isNumber {
        rest = rest.dropFirst()
        text.append(escaped)
      } else if "?*{".contains(character) {
        // The character before may be missing.
        text = text.dropLast()
        break
      } else if "\\.+()[]$^".contains(character) {
        break
      } else {
        text.append(character)
      }
    }
    return text.isEmpty ? nil : String(text)
  }
}
