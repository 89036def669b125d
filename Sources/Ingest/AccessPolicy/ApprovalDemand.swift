import Estate
import Reading
import SourceText
import Syntax

/// The `approval` member that tools of a manifest and grants of an access policy share.
struct ApprovalDemand {
  /// Whether a person must approve each call.
  let isRequired: Evidence<Bool>?
  /// Roles that may approve.
  let approvers: Evidence<[String]>?

  /// Reads `approval: required`, `approval: none` or `approval: {required: …, approvers: […]}`.
  ///
  /// Approvers without `required` demand an approval: nobody names them for calls that need none.
  init(readFrom reader: inout MappingReader) {
    guard let node = reader.node("approval") else {
      (isRequired, approvers) = (nil, nil)
      return
    }
    guard node.kind == .mapping else {
      isRequired = reader.choice(of: node, called: "approval", from: ManifestVocabulary.approval)
      approvers = nil
      return
    }
    let parts = reader.mapping(at: node, called: "approval") { entry in
      (required: entry.boolean("required"), approvers: entry.list("approvers"))
    }
    approvers = parts?.approvers
    let implied = approvers.flatMap { $0.value.isEmpty ? nil : $0.map { _ in true } }
    isRequired = parts?.required ?? implied
  }
}
