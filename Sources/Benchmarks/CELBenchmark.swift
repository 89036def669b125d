import CEL

/// How long typical rules take over host objects, compiled once.
enum CELBenchmark {
  private static let serverType = ObjectType(
    name: "server",
    fields: [
      .init("isRemote", .bool), .init("name", .string), .init("transport", .string),
      .init("tools", .list(.object("tool"))), .init("routes", .list(.object("route"))),
      .init("owner", .string),
    ])

  private static let toolType = ObjectType(
    name: "tool",
    fields: [
      .init("name", .string), .init("isDestructive", .bool), .init("server", .object("server")),
    ])

  private static let routeType = ObjectType(
    name: "route", fields: [.init("hasTLS", .bool), .init("limit", .int), .init("path", .string)])

  /// An object whose fields are kept by slot.
  private final class Object: ObjectValue {
    let objectType: ObjectType
    private let values: [FieldReading]

    init(_ type: ObjectType, _ values: [Value?]) {
      objectType = type
      let names = type.fields.map(\.name)
      self.values = zip(names, values).map { name, value in
        value.map(FieldReading.value) ?? .absent(Absence(field: name, reason: "not declared"))
      }
    }

    func field(at slot: Int) -> FieldReading { values[slot] }
  }

  private final class Counter: FieldObserver {
    var count = 0
    var last: (slot: Int, object: any ObjectValue)?

    func didRead(slot: Int, of object: any ObjectValue) {
      count += 1
      last = (slot, object)
    }
  }

  private static let rules = [
    "server.isRemote",
    "server.transport == 'http'",
    "server.isRemote && server.transport == 'http' && server.name != '' && route.hasTLS && route.limit > 10",
    "server.name.startsWith('bill') || server.name.contains('ledger')",
    "server.transport in ['http', 'sse', 'stdio']",
    "server.tools.all(t, !t.isDestructive || t.name.startsWith('safe_'))",
    "has(server.owner) || server.isRemote",
    "server.owner == 'x' || server.isRemote",
    "server.name.matches('^[a-z]+-[a-z]+$')",
  ]

  /// Prints nanoseconds per evaluation for each rule, without and with an observer.
  static func run() {
    let environment = Environment(
      variables: [.init("server", .object("server")), .init("route", .object("route"))],
      objectTypes: [serverType, toolType, routeType])
    let tools = (0..<30).map {
      Value.object(Object(toolType, [.string("tool_\($0)"), false, nil]))
    }
    let route = Object(routeType, [true, 100, "/billing"])
    let server = Object(
      serverType, [true, "billing-ledger", "http", .list(tools), [.object(route)], nil])
    let bindings = Bindings(
      for: environment, ["server": .object(server), "route": .object(route)])
    for rule in rules {
      do {
        let program = try Program(compiling: rule, in: environment, expecting: .bool)
        let plain = try nanoseconds { try program.evaluate(bindings) }
        let counter = Counter()
        let observed = try nanoseconds { try program.evaluate(bindings, observer: counter) }
        print("cel \(plain) ns, observed \(observed) ns: \(rule)")
      } catch {
        print("cel \(rule): \(error)")
      }
    }
  }

  private static func nanoseconds(_ body: () throws -> Value) rethrows -> Int {
    let repetitions = 200_000
    let clock = ContinuousClock()
    var best = Int.max
    for _ in 0..<3 {
      let start = clock.now
      for _ in 0..<repetitions { _ = try body() }
      let (seconds, attoseconds) = (clock.now - start).components
      best = min(best, Int(seconds * 1_000_000_000 + attoseconds / 1_000_000_000) / repetitions)
    }
    return best
  }
}
