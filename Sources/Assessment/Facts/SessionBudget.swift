/// How much one session may cost, as a manifest puts it in words.
struct SessionBudget {
  /// The tool calls that a session may make; `nil` where the budget is one of money, tokens or time, or a
  /// rate.
  let calls: Int?

  private static let nouns: Set<String> = ["call", "calls", "tool", "tool_call", "tool_calls"]
  private static let times: Set<String> = [
    "s", "sec", "second", "seconds", "m", "min", "minute", "minutes", "h", "hour", "hours", "day",
    "days",
  ]

  /// Reads `200`, `200 calls`, `at most 1,000 tool calls per session` and the like.
  init(_ text: String) {
    let words = text.lowercased().split { !($0.isLetter || $0.isNumber || "_,.".contains($0)) }
      .map(String.init)
    if words.count == 1 {
      calls = Self.number(words[0])
    } else if words.contains(where: Self.times.contains) {
      calls = nil
    } else {
      let amount = zip(words, words.dropFirst()).first { word, next in
        Self.number(word) != nil && Self.nouns.contains(next)
      }
      calls = amount.flatMap { Self.number($0.0) }
    }
  }

  /// A whole number, whose thousands may be set off by commas or underscores.
  private static func number(_ word: String) -> Int? {
    Int(word.filter { $0 != "," && $0 != "_" })
  }
}
