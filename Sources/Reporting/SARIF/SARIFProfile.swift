/// For whom a SARIF log is written.
public enum SARIFProfile: String, Hashable, Sendable, CaseIterable {
  /// Everything that the format can say.
  case standard
  /// For upload to GitHub, without what its code scanning would misread: it shows accepted results as open
  /// ones and absent ones as present, and takes every path for one below the root of the checkout.
  case github
  /// For auditors: every control of every server is a result, be it in place (`pass`), open for want of a
  /// source (`open`) or not for the server (`notApplicable`). There are no states against a baseline, which
  /// has findings only.
  case audit

  /// The most results that one run can hold to any use: GitHub refuses more than 25,000, and of more than
  /// 5,000 it keeps some of its own choice.
  public var resultLimit: Int {
    switch self {
    case .standard: 25_000
    case .github: 5_000
    case .audit: .max
    }
  }
}

/// How a SARIF log is written.
public struct SARIFOptions: Hashable, Sendable {
  /// For whom.
  public var profile = SARIFProfile.standard
  /// The most results; `nil` for as many as the profile allows.
  public var maximumResults: Int?

  /// The standard profile with as many results as it allows.
  public init() {}
}
