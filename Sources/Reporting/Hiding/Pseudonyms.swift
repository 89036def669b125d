import Assessment
import History
import SourceText

/// How pseudonyms are made of names.
public enum PseudonymScheme: Hashable, Sendable {
  /// Numbers, in an order that says nothing of the names: equal estates have equal pseudonyms.
  case numbered
  /// Digests under the key: a name keeps its pseudonym while the estate around it changes, and nobody who
  /// lacks the key can test a guess.
  case keyed([UInt8])

  /// No key is shorter, in bytes: a short one can be guessed.
  public static let shortestKey = 16
}

/// Writes pseudonyms for the names of an estate.
struct Pseudonyms: Rewording {
  private let pseudonyms: [String]
  private let caution: [Caution]
  private let exact: [String: Int]
  private let trie: NameTrie

  /// Where a name is replaced.
  private enum Caution: Hashable {
    /// Wherever it stands, even within a word: nothing else is written so.
    case none
    /// As a whole word.
    case word
    /// As a whole word in quotes or an address: hosts and systems are often called by words that
    /// everybody uses, such as `identity`.
    case quoted

    init(of name: String, _ kind: NameKind) {
      if !name.utf8.allSatisfy(Pseudonyms.isWordPart) || name.contains(where: \.isNumber) {
        self = name.utf8.count >= Self.unmistakable ? .none : .word
      } else {
        self = [.host, .system, .path].contains(kind) ? .quoted : .word
      }
    }

    /// Names of fewer bytes are parts of many words.
    private static let unmistakable = 6
  }

  /// Pseudonyms for the names of `census`.
  init(for census: NameCensus, _ scheme: PseudonymScheme) {
    let spellings = Spellings(of: census)
    let leaders = spellings.leaders
    caution = leaders.map { Caution(of: $0.name, $0.kind) }
    switch scheme {
    case .numbered:
      var counts: [NameKind: Int] = [:]
      pseudonyms = leaders.map { leader in
        counts[leader.kind, default: 0] += 1
        return "\(leader.kind.rawValue)-\(counts[leader.kind, default: 0])"
      }
    case .keyed(let key):
      let digest = KeyedDigest(key: key)
      pseudonyms = leaders.map { leader in
        let message = Array("\(leader.kind.rawValue) \(leader.name)".utf8)
        return "\(leader.kind.rawValue)-\(Self.word(digest.digest(of: message)))"
      }
    }
    exact = spellings.numbers
    var trie = NameTrie()
    for (number, leader) in leaders.enumerated() { trie.insert(leader.name, as: number) }
    self.trie = trie
  }

  func reword(_ text: String) -> String {
    if let number = exact[text] { return pseudonyms[number] }
    let bytes = Array(text.utf8)
    var changed: [UInt8] = []
    var start = 0
    var copied = 0
    while start < bytes.count {
      guard let hit = hit(at: start, in: bytes) else {
        start += 1
        continue
      }
      changed += bytes[copied..<start]
      changed += pseudonyms[hit.number].utf8
      start = hit.end
      copied = start
    }
    guard copied > 0 else { return text }
    return String(decoding: changed + bytes[copied...], as: UTF8.self)
  }

  /// A name of digests and names would give names away to whoever guesses them.
  func fingerprint(of finding: Finding) -> String {
    Self.fingerprint([
      finding.rule, finding.subject.server ?? "", finding.subject.kind.rawValue,
      finding.subject.member ?? "",
    ])
  }

  /// The same for a finding that only a baseline has.
  func fingerprint(of finding: SavedReport.Finding) -> String {
    Self.fingerprint([finding.rule, finding.server ?? "", finding.message])
  }

  private static func fingerprint(_ parts: [String]) -> String {
    let identity = parts.map { "\($0.utf8.count):\($0)" }.joined()
    return String(SHA256.hexDigest(of: Array(identity.utf8)).prefix(32))
  }

  /// The longest name at `start` that may be replaced there.
  private func hit(at start: Int, in bytes: [UInt8]) -> (number: Int, end: Int)? {
    let before = start == 0 ? nil : bytes[start - 1]
    return trie.names(at: start, in: bytes).first { hit in
      let after = hit.end == bytes.count ? nil : bytes[hit.end]
      let isWord = ![before, after].compactMap(\.self).contains(where: Self.isWordPart)
      switch caution[hit.number] {
      case .none: return true
      case .word: return isWord
      case .quoted:
        return isWord && before.map(Self.opensName) ?? false && after.map(Self.closesName) ?? true
      }
    }
  }

  private static func opensName(_ byte: UInt8) -> Bool { Array("'`\"/@".utf8).contains(byte) }

  private static func closesName(_ byte: UInt8) -> Bool { Array("'`\"/:".utf8).contains(byte) }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      true
    default: false
    }
  }

  /// Ten letters and digits of `digest`: fifty bits, so that no two of a million names are likely to meet.
  private static func word(_ digest: [UInt8]) -> String {
    let alphabet = Array("abcdefghijkmnpqrstuvwxyz23456789".unicodeScalars)
    var word = ""
    for byte in digest.prefix(10) {
      word.unicodeScalars.append(alphabet[Int(byte) % alphabet.count])
    }
    return word
  }
}
