/// What the checker found out about an expression, by the number of each node.
struct CheckedExpression {
  /// What a name in the source stands for.
  enum Reference {
    case variable(slot: Int)
    /// A variable of a macro; a lazy one is computed when it is first needed.
    case local(slot: Int)
    case type(TypeValue)
    case field(ObjectType, slot: Int)
    /// The overloads that may be meant, and whether the receiver is but a part of a dotted name.
    case functions([Function], isNamespaced: Bool)
  }

  var types: [ValueType]
  var references: [Reference?]
  /// The slots of the variables that a macro declares, by the macro's node.
  var locals: [[Int]]
  var localCount = 0
  var problems: [CompileError.Problem] = []
  var fieldsRead: [FieldReference] = []

  init(nodeCount: Int) {
    types = Array(repeating: .dyn, count: nodeCount)
    references = Array(repeating: nil, count: nodeCount)
    locals = Array(repeating: [], count: nodeCount)
  }
}

/// A field of a host object that an expression mentions.
public struct FieldReference: Hashable, Sendable {
  /// The name of the object type.
  public let objectType: String

  /// The name of the field.
  public let field: String
}
