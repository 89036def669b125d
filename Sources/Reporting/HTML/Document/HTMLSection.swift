/// One part of a page: a landmark with a heading, and a line of the contents.
struct HTMLSection {
  /// The fragment that the contents lead to; ours, never from an input.
  let id: StaticString
  /// The heading.
  let title: Fragment<HTML>
  /// What the line of the contents says; the heading where it is empty.
  var shortTitle: Fragment<HTML> = ""
  /// What stands below the heading.
  let content: Fragment<HTML>

  /// The section.
  var fragment: Fragment<HTML> {
    let id = Fragment<HTML>(stringLiteral: id)
    return
      "<section id=\"\(id)\" aria-labelledby=\"\(id)-title\">\n<h2 id=\"\(id)-title\">\(title)</h2>\n\(content)\n</section>\n"
  }

  /// The line of the contents.
  var link: Fragment<HTML> {
    let id = Fragment<HTML>(stringLiteral: id)
    return "<li><a href=\"#\(id)\">\(shortTitle.isEmpty ? title : shortTitle)</a></li>"
  }
}
