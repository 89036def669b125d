import Ingest
import Reporting

extension PseudonymScheme {
  /// The scheme that `request` asks for, its key read.
  init(_ request: HidingRequest) throws(ConfigurationError) {
    guard case .keyed(let file) = request else {
      self = .numbered
      return
    }
    let key: [UInt8]
    do {
      key = try ConfigurationFiles.bytes(at: file)
    } catch {
      throw ConfigurationError(error)
    }
    guard key.count >= Self.shortestKey else {
      throw ConfigurationError(
        "the key in `\(file)` has \(key.count) bytes; \(Self.shortestKey) are the least that nobody guesses"
      )
    }
    self = .keyed(key)
  }
}
