/// IP addresses and the ranges that they lie in.
enum NetworkLibrary {
  static let functions: [Function] = addresses + ranges

  private static let tests: [(name: String, test: @Sendable (IPAddress) -> Bool)] = [
    ("isUnspecified", \.isUnspecified), ("isLoopback", \.isLoopback),
    ("isGlobalUnicast", \.isGlobalUnicast), ("isLinkLocalMulticast", \.isLinkLocalMulticast),
    ("isLinkLocalUnicast", \.isLinkLocalUnicast),
  ]

  private static let addresses: [Function] =
    tests.map { name, test in
      Function.member(name, of: .ip, returns: .bool) { (value) throws(EvaluationError) in
        .bool(test(try address(value)))
      }
    } + [
      .global("ip", .string, returns: .ip) { (value) throws(EvaluationError) in
        .ip(try address(value))
      },
      .global("ip", .ip, returns: .ip) { $0 },
      .global("isIP", .string, returns: .bool) { (value) throws(EvaluationError) in
        guard case .string(let text) = value else { throw .noSuchOverload("isIP") }
        return .bool(IPAddress(text) != nil)
      },
      .global("ip.isCanonical", .string, returns: .bool) { (value) throws(EvaluationError) in
        guard case .string(let text) = value else { throw .noSuchOverload("ip.isCanonical") }
        return .bool(try address(value).description == text)
      },
      .member("family", of: .ip, returns: .int) { (value) throws(EvaluationError) in
        .int(Int64(try address(value).family))
      },
    ]

  private static let ranges: [Function] =
    [.ip, .string].map { type in
      Function.member("containsIP", of: .cidr, type, returns: .bool) {
        (value, other) throws(EvaluationError) in
        .bool(try block(value).contains(try address(other)))
      }
    }
    + [.cidr, .string].map { type in
      Function.member("containsCIDR", of: .cidr, type, returns: .bool) {
        (value, other) throws(EvaluationError) in
        .bool(try block(value).contains(try block(other)))
      }
    } + [
      .global("cidr", .string, returns: .cidr) { (value) throws(EvaluationError) in
        .cidr(try block(value))
      },
      .global("cidr", .cidr, returns: .cidr) { $0 },
      .global("isCIDR", .string, returns: .bool) { (value) throws(EvaluationError) in
        guard case .string(let text) = value else { throw .noSuchOverload("isCIDR") }
        return .bool(AddressBlock(text) != nil)
      },
      .member("ip", of: .cidr, returns: .ip) { (value) throws(EvaluationError) in
        .ip(try block(value).address)
      },
      .member("prefixLength", of: .cidr, returns: .int) { (value) throws(EvaluationError) in
        .int(Int64(try block(value).prefixLength))
      },
      .member("masked", of: .cidr, returns: .cidr) { (value) throws(EvaluationError) in
        .cidr(try block(value).masked)
      },
    ]

  private static func address(_ value: Value) throws(EvaluationError) -> IPAddress {
    switch value {
    case .ip(let address): return address
    case .string(let text):
      do throws(IPAddress.Malformation) {
        return try IPAddress(parsing: text)
      } catch {
        throw .invalidArgument("\(error.sentence), found \(text)")
      }
    default: throw .noSuchOverload("ip(\(value.type.name))")
    }
  }

  private static func block(_ value: Value) throws(EvaluationError) -> AddressBlock {
    switch value {
    case .cidr(let block): return block
    case .string(let text):
      do throws(IPAddress.Malformation) {
        return try AddressBlock(parsing: text)
      } catch {
        throw .invalidArgument("\(error.sentence) and a prefix length, found \(text)")
      }
    default: throw .noSuchOverload("cidr(\(value.type.name))")
    }
  }
}
