import SourceText
import Syntax

/// An `if` that turns requests away.
struct NginxRefusal: Sendable {
  let condition: NginxCondition

  /// The `return` within the block.
  let setting: NginxSetting

  /// The status that the client gets; 444 closes the connection without one.
  let status: Int
}

extension NginxLocation {
  /// Every `if` of the server and of this very location that turns requests away, in the order in which
  /// nginx runs them.
  var refusals: [NginxRefusal] {
    let level = unconditional
    let levels = level.scope == server.scope ? [level] : [server.whole, level]
    return levels.flatMap(\.conditionals).compactMap { block in
      guard let condition = block.condition, let answer = block.own("return").first,
        let status = Int(answer.value), status >= 400
      else { return nil }
      return NginxRefusal(condition: condition, setting: answer, status: status)
    }
  }
}
