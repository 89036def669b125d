/// Text for a terminal: once nothing hidden is left in it, nothing in it acts.
enum Terminal: OutputLanguage {
  static func escape(_ text: String) -> String { text }
}
