/// What an expression may name: variables, the fields of host objects, and functions.
public struct Environment: Sendable {
  /// How much is settled before an expression is evaluated.
  public enum Checking: Sendable {
    /// Unknown names and operands of a wrong type are compile errors.
    case strict
    /// Unknown names and operands of a wrong type are evaluation errors; everything may be anything.
    case dynamic
  }

  /// A name that the host gives a value for each evaluation.
  public struct Variable: Sendable {
    /// The name, which may be dotted.
    public let name: String

    /// What the host promises to bind.
    public let type: ValueType

    /// A variable called `name` of a type.
    public init(_ name: String, _ type: ValueType = .dyn) {
      self.name = name
      self.type = type
    }
  }

  /// The declared variables; a variable's position is its slot in `Bindings`.
  public let variables: [Variable]

  let container: String
  let checking: Checking
  let extensions: Set<Extension>
  let objectTypes: [String: ObjectType]
  let functions: [String: [Function]]
  private let slots: [String: Int]

  /// An environment with the standard library, the given extensions and what the host adds.
  ///
  /// A name inside of `container`, such as `com.example`, may be written without that prefix.
  public init(
    variables: [Variable] = [], objectTypes: [ObjectType] = [], functions: [Function] = [],
    extensions: Set<Extension> = Set(Extension.allCases), container: String = "",
    checking: Checking = .strict
  ) {
    self.variables = variables
    self.container = container
    self.checking = checking
    self.extensions = extensions
    self.objectTypes = Dictionary(
      objectTypes.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    slots = Dictionary(
      variables.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let libraries = Extension.allCases.filter(extensions.contains).flatMap(\.functions)
    self.functions = Dictionary(
      grouping: StandardLibrary.functions + libraries + functions, by: \.name)
  }

  /// The place of the variable called `name` in `Bindings`.
  public func slot(of name: String) -> Int? {
    slots[name]
  }

  /// The absolute names that a name may mean inside of the container, the innermost first.
  func candidates(for name: String, isAbsolute: Bool) -> [String] {
    guard !isAbsolute, !container.isEmpty else { return [name] }
    var parts = container.split(separator: ".")
    var candidates: [String] = []
    while !parts.isEmpty {
      candidates.append(parts.joined(separator: ".") + "." + name)
      parts.removeLast()
    }
    return candidates + [name]
  }
}
