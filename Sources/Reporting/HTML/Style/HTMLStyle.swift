/// The page's style sheet, in parts that follow one another.
///
/// It names no font, image or sheet that would have to be fetched.
enum HTMLStyle {
  /// The whole sheet.
  static let sheet: Fragment<HTML> =
    colors + text + frame + tables + marks + overview + servers + charts + print
}
