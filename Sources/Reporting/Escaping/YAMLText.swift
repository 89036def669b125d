/// The inside of a double-quoted YAML scalar.
enum YAMLText: OutputLanguage {
  static func escape(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }
}
