/// What a gateway writes about each request.
public struct AccessLog: Hashable, Sendable {
  /// Where to; `off` where logging is switched off.
  public var target: String
  /// Whether records are JSON or another structure with named fields; `nil` where their format is defined in a
  /// file that was not read.
  public var isStructured: Bool?
  /// The names of the fields, where the format is known.
  public var fields: [String]
  /// Whether calls that succeed are left out.
  public var omitsSuccesses = false
  /// What writes the bodies of requests as they are, such as `$request_body`, in whichever log.
  public var rawInputs: [Evidence<String>] = []
  /// What writes the callers' credentials, such as `$http_authorization`, in whichever log.
  public var credentials: [Evidence<String>] = []

  /// Whether anything is left of what is written.
  public var isKept: Bool { target != "off" && target != "/dev/null" }

  /// A log that goes to `target`.
  public init(target: String, isStructured: Bool?, fields: [String]) {
    self.target = target
    self.isStructured = isStructured
    self.fields = fields
  }
}
