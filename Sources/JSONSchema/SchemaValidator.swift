public import Syntax

/// A schema that is ready to judge values, whether they are written in JSON or YAML.
///
/// All that the schema refers to has been found and compiled; judging reads nothing else. The work that
/// one judgement may cause is bounded, so that a hostile schema ends in a violation that says so.
public struct SchemaValidator: Sendable {
  private let program: SchemaProgram
  private let options: SchemaOptions

  /// Compiles `schema`, which was found at `baseURI`; references lead into it and into `registry`.
  public init(
    schema: Node, baseURI: String = "", registry: SchemaRegistry = SchemaRegistry(),
    options: SchemaOptions = SchemaOptions()
  ) throws(SchemaError) {
    self.options = options
    program = try SchemaCompiler.compile(
      schema, baseURI: baseURI, registry: registry, options: options)
  }

  /// Whether `instance` meets the schema; `false` also where that is too expensive to tell.
  public func isValid(_ instance: Node) -> Bool {
    var evaluation = Evaluation(program: program, options: options, isCollecting: false)
    var nothing: Evaluated?
    do throws(Evaluation.Abandonment) {
      return try evaluation.apply(program.root, to: Instance(value: instance), &nothing)
    } catch {
      return false
    }
  }

  /// What keeps `instance` from meeting the schema, in the order of the schema; empty where it does.
  public func validate(_ instance: Node) -> [Violation] {
    if isValid(instance) { return [] }
    var evaluation = Evaluation(program: program, options: options, isCollecting: true)
    var nothing: Evaluated?
    do throws(Evaluation.Abandonment) {
      _ = try evaluation.apply(program.root, to: Instance(value: instance), &nothing)
      return evaluation.violations
    } catch {
      let violation = Violation(
        instance: instance.span, instancePath: "", schema: nil, keywordPath: "",
        message: error.message)
      return evaluation.violations + [violation]
    }
  }
}
