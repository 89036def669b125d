import Testing

@testable import Patterns

@Suite struct UnicodePropertyTests {
  @Test(arguments: [
    ("L", "aÉ漢", "1 "), ("Letter", "a", "1"), ("Lu", "AÉ", "a"), ("gc=Nd", "0٣", "a"),
    ("General_Category=Sc", "€$", "a"), ("Script=Han", "漢字", "かa"), ("sc=Cyrl", "Ж", "Z"),
    ("Hiragana", "か", "カ"), ("Alphabetic", "aª", "1"), ("White_Space", " \u{85}", "a"),
    ("Emoji", "🐲", "a"), ("ASCII", "a", "é"), ("Any", "a🐲", ""), ("Hangul", "한", "a"),
    ("Cn", "\u{E1000}\u{FFFFF}", "a"), ("Co", "\u{E000}\u{100000}", "a"),
  ])
  func `a property holds its members`(name: String, members: String, others: String) throws {
    let set = try #require(UnicodeProperty.set(named: name))
    for scalar in members.unicodeScalars { #expect(set.contains(scalar.value)) }
    for scalar in others.unicodeScalars { #expect(!set.contains(scalar.value)) }
  }

  @Test(arguments: ["", "l", "latin", "Foo", "gc=Foo", "Script=Klingon", "scx=Grek", "Lu="])
  func `a name that is not known is none`(name: String) {
    #expect(UnicodeProperty.set(named: name) == nil)
  }

  @Test func `the major categories divide all code points`() throws {
    let majors = try ["L", "M", "N", "P", "S", "Z", "C"].map {
      try #require(UnicodeProperty.set(named: $0))
    }
    let total = majors.reduce(0) { $0 + $1.ranges.reduce(0) { $0 + $1.count } }
    #expect(total == 0x110000)
    #expect(ScalarSet(majors.flatMap(\.ranges)) == .everything)
  }
}
