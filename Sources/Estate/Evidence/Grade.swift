/// How much a source proves about a control, from nothing to observed traffic.
public enum Grade: String, Hashable, Sendable, CaseIterable, Comparable {
  /// No source says anything.
  case absent
  /// A manifest or a record says so.
  case declared
  /// The document that a manifest or record points to exists and is not empty.
  case documented
  /// A gateway, policy, catalog or credential configuration enforces it.
  case configured
  /// Log records show it at work.
  case observed

  /// Orders grades by how much they prove.
  public static func < (left: Grade, right: Grade) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .absent: 0
    case .declared: 1
    case .documented: 2
    case .configured: 3
    case .observed: 4
    }
  }
}
