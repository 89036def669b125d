import CEL

/// A host with two object types that refer to each other, and one field that is never known.
enum Fleet {
  static let transports = ["http", "stdio"]

  static let serverType = ObjectType(
    name: "server",
    fields: [
      .init("name", .string, documentation: "What people call the server."),
      .init("isRemote", .bool),
      .init("transport", .enumeration(name: "transport", values: transports)),
      .init("tools", .list(.object("tool"))),
      .init("owner", .string),
      .init("port", .int),
      .init("routes", .list(.string)),
    ])

  static let toolType = ObjectType(
    name: "tool",
    fields: [
      .init("name", .string),
      .init("server", .object("server")),
      .init("kinds", .list(.enumeration(name: "kind", values: ["read", "write"]))),
    ])

  static let environment = Environment(
    variables: [.init("server", .object("server")), .init("limit", .int)],
    objectTypes: [serverType, toolType],
    functions: [
      .member("serves", of: .object("server"), .string, returns: .bool) { server, name in
        guard case .object(let object) = server, let server = object as? Server,
          case .string(let name) = name
        else { return false }
        return .bool(server.toolNames.contains(name))
      }
    ])

  /// `owner` is absent because nobody declared it.
  final class Server: ObjectValue {
    let name: String
    let toolNames: [String]
    var objectType: ObjectType { Fleet.serverType }

    init(name: String = "billing", toolNames: [String] = ["refund", "invoice"]) {
      self.name = name
      self.toolNames = toolNames
    }

    func field(at slot: Int) -> FieldReading {
      switch slot {
      case 0: .value(.string(name))
      case 1: .value(true)
      case 2: .value("http")
      case 3: .value(.list(toolNames.map { .object(Tool(name: $0, server: self)) }))
      case 5: .value(8_080)
      case 6: .value(["/a", "/b"])
      default: .absent(Absence(field: "server.owner", reason: "the manifest does not say", code: 7))
      }
    }
  }

  final class Tool: ObjectValue {
    let name: String
    let server: Server
    var objectType: ObjectType { Fleet.toolType }

    init(name: String, server: Server) {
      self.name = name
      self.server = server
    }

    func field(at slot: Int) -> FieldReading {
      switch slot {
      case 0: .value(.string(name))
      case 1: .value(.object(server))
      default: .value(["read"])
      }
    }
  }

  /// Keeps the names of the fields that were read, in order.
  final class Recorder: FieldObserver {
    private(set) var fields: [String] = []

    func didRead(slot: Int, of object: any ObjectValue) {
      fields.append("\(object.objectType.name).\(object.objectType.fields[slot].name)")
    }
  }

  static let bindings = Bindings(
    for: environment, ["server": .object(Server()), "limit": 3])

  static func evaluate(
    _ source: String, observer: (any FieldObserver)? = nil
  ) throws -> Value {
    try Program(compiling: source, in: environment).evaluate(bindings, observer: observer)
  }

  /// The first problem with `source`, which must have one.
  static func problem(
    _ source: String, expecting: ValueType? = nil
  ) -> CompileError.Problem? {
    do {
      _ = try Program(compiling: source, in: environment, expecting: expecting)
      return nil
    } catch {
      return error.problems.first
    }
  }
}
