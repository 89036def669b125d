public import SourceText
public import Syntax
public struct Violation: Sendable { public let message: String; public let instance: SourceSpan }
public enum MetaSchema { public static func violations(of schema: Node) -> [Violation] { [] } }
