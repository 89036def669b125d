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

  /// The outcome that `word`, in lower case, stands for; HTTP status codes and their classes are words too.
  init?(word: String) {
    if let outcome = Self.words[word] {
      self = outcome
      return
    }
    // A class, such as `5xx`, means what its first code does.
    let digits = word.hasSuffix("xx") ? word.prefix(1) + "00" : word[...]
    guard word.utf8.count == 3, let status = Int(digits) else { return nil }
    switch status {
    case 401, 403, 429: self = .blocked
    case 200..<400: self = .success
    case 400..<600: self = .failure
    default: return nil
    }
  }

  private static let words: [String: Outcome] = {
    let lists: [(Outcome, [String])] = [
      (
        .success,
        [
          "success", "successful", "ok", "okay", "succeeded", "completed", "complete", "done",
          "passed", "pass", "allowed", "fallback", "unset",
        ]
      ),
      (
        .failure,
        [
          "error", "err", "errored", "failure", "failed", "fail", "fatal", "critical", "panic",
          "crashed", "ko", "nok", "not_ok", "unsuccessful", "iserror", "is_error",
          "timeout", "timed_out", "timedout", "deadline_exceeded", "exception", "cancelled",
          "canceled", "aborted", "internal_error", "server_error", "unavailable", "tool_error",
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
