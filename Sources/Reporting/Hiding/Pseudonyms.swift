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
  private let names: [String]
  private let pseudonyms: [String]
  private let exact: [String: Int]
  private let trie: NameTrie

  /// Names of so many bytes are replaced wherever they stand; shorter ones only as whole words.
  private static let unmistakable = 6

  /// Pseudonyms for the names of `census`.
  init(for census: NameCensus, _ scheme: PseudonymScheme) {
    let ordered = census.kinds.map { (name: $0.key, kind: $0.value) }
      .map { ($0.name, $0.kind, SHA256.hexDigest(of: Array($0.name.utf8))) }
      .sorted { $0.2 < $1.2 }
    names = ordered.map(\.0)
    switch scheme {
    case .numbered:
      var counts: [NameKind: Int] = [:]
      pseudonyms = ordered.map { _, kind, _ in
        counts[kind, default: 0] += 1
        return "\(kind.rawValue)-\(counts[kind, default: 0])"
      }
    case .keyed(let key):
      let digest = KeyedDigest(key: key)
      pseudonyms = ordered.map { name, kind, _ in
        "\(kind.rawValue)-\(Self.word(digest.digest(of: Array("\(kind.rawValue) \(name)".utf8))))"
      }
    }
    var exact: [String: Int] = [:]
    var trie = NameTrie()
    for (number, name) in names.enumerated() { exact[name] = number }
    // Sorted, so that of names that differ only in case the same one always counts.
    for name in names.sorted() { trie.insert(name, as: exact[name] ?? 0) }
    self.exact = exact
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
    let startsWord = start == 0 || !Self.isWordPart(bytes[start - 1])
    return trie.names(at: start, in: bytes).first { hit in
      let endsWord = hit.end == bytes.count || !Self.isWordPart(bytes[hit.end])
      return (startsWord && endsWord) || hit.end - start >= Self.unmistakable
    }
  }

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
