import CEL
import Testing

@testable import Assessment

@Suite struct FactCatalogTests {
  @Test func `every fact says in a sentence what it is`() {
    for type in Facts.objectTypes {
      for field in type.fields {
        #expect(field.documentation.hasSuffix("."), "\(type.name).\(field.name)")
        #expect(field.documentation.count > 8, "\(type.name).\(field.name)")
      }
      #expect(Set(type.fields.map(\.name)).count == type.fields.count, "\(type.name)")
    }
  }

  @Test func `every object type that a fact names is declared`() {
    let names = Set(Facts.objectTypes.map(\.name))
    func check(_ type: ValueType) {
      switch type {
      case .object(let name): #expect(names.contains(name))
      case .list(let element): check(element)
      default: break
      }
    }
    for field in Facts.objectTypes.flatMap(\.fields) { check(field.type) }
  }
}
