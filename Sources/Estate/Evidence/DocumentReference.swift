/// A document that a manifest or record names: a playbook, a checklist, a schema.
public struct DocumentReference: Hashable, Sendable {
  /// What was found where the reference points.
  public enum Target: Hashable, Sendable {
    /// Not looked up: the files of the estate are not known yet.
    case unresolved
    /// A file of the estate, by its path, with content.
    case file(path: String)
    /// A file of the estate that has no content.
    case emptyFile(path: String)
    /// A file of the estate that holds something else than was asked for, such as no tools for a catalog.
    case otherFile(path: String)
    /// No file of the estate.
    case missing
    /// A place beside what was given, of which nothing is known.
    case outside
    /// An address on the network, which an offline check does not open.
    case address
  }

  /// The reference as written.
  public let text: String

  /// What it leads to.
  public var target: Target

  /// The reference `text`, an address if it has a scheme and otherwise not looked up yet.
  public init(_ text: String, target: Target? = nil) {
    self.text = text
    self.target = target ?? (text.contains("://") ? .address : .unresolved)
  }

  /// Why nobody can tell whether the document is there; `nil` where that is known.
  public var reasonUnknown: String? {
    switch target {
    case .file, .emptyFile, .otherFile, .missing: nil
    case .outside: "'\(text)' leads out of what was given"
    case .address, .unresolved: "it is an address, which an offline check does not open"
    }
  }

  /// Whether the document is in the estate and has content.
  public var exists: Bool {
    if case .file = target { true } else { false }
  }
}
