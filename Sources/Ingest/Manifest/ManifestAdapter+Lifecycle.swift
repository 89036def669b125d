import Estate
import Reading
import Syntax

/// How the server is watched, changed and retired.
extension ManifestAdapter {
  static func readLifecycle(of server: inout Server, from reader: inout MappingReader) {
    let monitoring = reader.mapping("monitoring") { declaredMonitoring(from: &$0) }
    let rollout = reader.mapping("rollout") { declaredRollout(from: &$0) }
    let retirement = reader.mapping("deprecation") { declaredRetirement(from: &$0) }
    server.operations.monitoring = monitoring ?? Monitoring()
    server.operations.rollout = rollout ?? RolloutPlan()
    server.operations.retirement = retirement ?? Retirement()
    server.operations.approvedTasks = Stated(reader.list("approved_tasks"))
    server.operations.changeReview = Stated(reader.string("change_review"))
  }

  private static func declaredMonitoring(from reader: inout MappingReader) -> Monitoring {
    var monitoring = Monitoring()
    monitoring.baseline = Stated(reader.document("baseline"))
    monitoring.alertRules = Stated(reader.document("alert_rules"))
    for signal in Monitoring.Signal.allCases {
      monitoring[signal] = Stated(reader.string(signal.rawValue))
    }
    return monitoring
  }

  private static func declaredRollout(from reader: inout MappingReader) -> RolloutPlan {
    var rollout = RolloutPlan()
    rollout.canaryPercent = Stated(reader.integer("canary_percent", in: 0...100))
    rollout.watchSeconds = Stated(reader.duration("watch", in: .seconds))
    rollout.signals = Stated(signals(from: &reader))
    rollout.rollback = Stated(reader.choice("rollback"))
    rollout.baseline = Stated(reader.string("baseline"))
    rollout.sequence = Stated(reader.list("sequence"))
    return rollout
  }

  /// The signals as one fact at the place of their list.
  private static func signals(from reader: inout MappingReader) -> Evidence<[RolloutPlan.Signal]>? {
    let words = Vocabulary<RolloutPlan.Signal>()
    let read = reader.elements("signals").compactMap {
      reader.choice(of: $0, called: "signals", from: words)?.value
    }
    guard let list = reader.member("signals")?.value, list.kind != .null else { return nil }
    return Evidence(read, at: list.span, grade: reader.grade)
  }

  private static func declaredRetirement(from reader: inout MappingReader) -> Retirement {
    var retirement = Retirement()
    retirement.noticeDays = Stated(reader.duration("notice", in: .days))
    retirement.policy = Stated(reader.document("policy"))
    retirement.sunset = Stated(reader.date("sunset"))
    retirement.successor = Stated(reader.string("successor"))
    return retirement
  }
}
