import FoundationEssentials
import SourceText

/// A whole page: what it may do, how it looks, its contents and its sections.
struct HTMLDocument {
  /// The page's heading.
  let title: Fragment<HTML>
  /// The line below it.
  let about: Fragment<HTML>
  /// What the page says, in one sentence for those who look for it.
  let description: Fragment<HTML>
  /// The version of mcpready that made it; `nil` where the page does not say.
  let toolVersion: String?
  /// The sections, in the order of the contents.
  let sections: [HTMLSection]

  /// Writes the page to `output`, section by section.
  func write(to output: ReportOutput) {
    output.write(opening)
    for section in sections { output.write(section.fragment) }
    output.write(closing)
  }

  /// The page.
  var fragment: Fragment<HTML> {
    sections.reduce(into: opening) { page, section in page += section.fragment } + closing
  }

  /// All that stands before the first section.
  private var opening: Fragment<HTML> {
    var page: Fragment<HTML> = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(Self.securityPolicy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta name="color-scheme" content="light dark">
      <meta name="generator" content="\(maker)">
      <meta name="description" content="\(description)">
      <title>\(title) · mcpready</title>
      <link rel="icon" href="data:,">
      <style>\(HTMLStyle.sheet)</style>
      </head>
      <body>
      <a class="skip" href="#main">Skip to the report</a>
      <header class="masthead">
      <h1>\(title)</h1>
      <p>\(about)</p>
      </header>
      <div class="frame">
      <nav class="contents" aria-label="Contents">
      <ul>

      """
    for section in sections {
      page += section.link
      page += "\n"
    }
    return page + "</ul>\n</nav>\n<main id=\"main\">\n"
  }

  /// All that stands behind the last section.
  private var closing: Fragment<HTML> {
    """
    </main>
    </div>
    <footer class="colophon"><p>Made by \(maker). This file is complete: it loads nothing, and no other file belongs to it.</p></footer>
    <script>\(HTMLScript.text)</script>
    </body>
    </html>

    """
  }

  private var maker: Fragment<HTML> { toolVersion.map { "mcpready \($0)" } ?? "mcpready" }

  /// What a browser lets the page do: apply its own style, run its own script, and nothing else.
  private static let securityPolicy: Fragment<HTML> =
    "default-src 'none'; style-src '\(hash(of: HTMLStyle.sheet))'; script-src '\(hash(of: HTMLScript.text))'; img-src data:; base-uri 'none'; form-action 'none'"

  /// The source expression that stands for exactly `text` in a security policy.
  private static func hash(of text: Fragment<HTML>) -> String {
    var digest = SHA256()
    let bytes = Array(text.text.utf8)
    digest.update(bytes.span)
    return "sha256-" + Data(digest.digest).base64EncodedString()
  }
}
