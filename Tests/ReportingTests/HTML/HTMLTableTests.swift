import Testing

@testable import Reporting

struct HTMLTableTests {
  private func table(rows: Int) -> String {
    var table = HTMLTable("Servers", [.init("Name"), .number("Count")])
    for row in 0..<rows { table.row(["\(row)", "\(row)"]) }
    return table.fragment.text
  }

  @Test func `only a table that fills its box is laid out when a reader comes near`() {
    #expect(table(rows: 101).contains("<div class=\"scroll long\""))
    #expect(table(rows: 100).contains("<div class=\"scroll\""))
    let style = HTMLStyle.sheet.text
    #expect(style.contains(".scroll.long { content-visibility: auto;"))
    #expect(
      style.contains(".list.long > details.page:not([open]) { content-visibility: visible; }"))
  }
}
