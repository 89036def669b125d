/// How a call ended.
enum Outcome: UInt16, Sendable {
  case success
  case failure
  /// Policy refused it.
  case blocked
  /// The record does not say, or not in words that are understood.
  case unknown

  /// Set in the code of a call that a fallback served.
  static let fallbackBit: UInt16 = 4

  /// The outcome that `word`, in lower case, stands for; HTTP status codes are words too.
  init?(word: String) {
    if let outcome = Self.words[word] {
      self = outcome
      return
    }
    guard word.utf8.count == 3, let status = Int(word) else { return nil }
    switch status {
    case 401, 403, 429: self = .blocked
    case 200..<400: self = .success
    case 400..<600: self = .failure
    default: return nil
    }
  }

  private static let words: [String: Outcome] = {
    let lists: [(Outcome, [String])] = [
      (.success, ["success", "ok", "succeeded", "completed", "allowed", "fallback", "unset"]),
      (
        .failure,
        [
          "error", "failure", "failed", "timeout", "timed_out", "exception", "cancelled",
          "canceled",
          "aborted", "internal_error", "unavailable", "tool_error",
        ]
      ),
      (
        .blocked,
        [
          "blocked", "denied", "rejected", "forbidden", "unauthorized", "policy_denied",
          "policy_blocked", "permission_denied", "rate_limited", "throttled", "deny", "block",
        ]
      ),
    ]
    var words: [String: Outcome] = [:]
    for (outcome, list) in lists {
      for word in list { words[word] = outcome }
    }
    return words
  }()
}
