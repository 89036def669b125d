import SourceText

/// A line of a source with the part that is meant marked in it.
struct HTMLExcerpt {
  private let excerpt: SourceExcerpt
  private let label: Fragment<HTML>

  /// The line of `span`; `label` says what is there.
  init(_ span: SourceSpan, _ quotations: Quotations, label: Fragment<HTML> = "") {
    excerpt = quotations.excerpt(of: span)
    self.label = label
  }

  /// The figure.
  var fragment: Fragment<HTML> {
    let place = excerpt.location
    let parts = excerpt.parts
    let said: Fragment<HTML> = label.isEmpty ? "" : "<span class=\"said\">\(label)</span> "
    return
      "<figure class=\"excerpt\"><figcaption>\(said)<span class=\"place\">\(place.path, limit: 300):\(place.start.line):\(place.start.column)</span></figcaption><pre><code>\(parts.before, limit: .max)<mark>\(parts.marked, limit: .max)</mark>\(parts.after, limit: .max)</code></pre></figure>\n"
  }
}

extension SourceExcerpt {
  /// The line's text before, in and behind the marked part.
  var parts: (before: String, marked: String, after: String) {
    var before = ""
    var marked = ""
    var after = ""
    var column = 0
    for character in text {
      if column < indent {
        before.append(character)
      } else if column < indent + width {
        marked.append(character)
      } else {
        after.append(character)
      }
      column += DisplayWidth.of(character)
    }
    return (before, marked, after)
  }
}
