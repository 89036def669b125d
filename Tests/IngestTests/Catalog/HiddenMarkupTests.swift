import Testing

@testable import Ingest

@Suite struct HiddenMarkupTests {
  @Test(arguments: [
    "Adds. <span style=\"display: none\">x</span>", "Adds. <div STYLE='color:white'>x</div>",
    "Adds. <p style=\"font-size:0px\">x</p>", "<i style='opacity:0'>x</i>",
  ])
  func `a tag that hides what it encloses is found`(text: String) throws {
    let range = try #require(HiddenMarkup.range(in: text))
    let tag = String(decoding: Array(text.utf8)[range], as: UTF8.self)
    #expect(tag.hasPrefix("<") && tag.hasSuffix(">"))
    #expect(tag.lowercased().contains("style"))
  }

  @Test(arguments: [
    "Sets display:none on an element.", "<span style=\"display:block\">x</span>",
    "Compares a < b and b > c, style=\"display:none\" aside.", "<path> is a file", "<", "<<<<",
  ])
  func `other markup and talk about it is not`(text: String) {
    #expect(HiddenMarkup.range(in: text) == nil)
  }
}
