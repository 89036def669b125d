import FoundationEssentials
import TestSupport
import Testing

@testable import mcpready

struct PendingOutputTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: folder.path + "/" + name)), as: UTF8.self)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func `pieces make one file, which is there once it is committed`() throws {
    try folder.write("a", "old\n")
    let output = PendingOutput(folder.path + "/a") { take in
      take(Array("new ".utf8))
      take(Array("and longer\n".utf8))
    }
    #expect(try text("a") == "old\n")
    try output.commit()
    #expect(try text("a") == "new and longer\n")
    #expect(try names() == ["a"])
  }

  @Test func `of two for one file the one that is committed last stays`() throws {
    try folder.write("real", "old\n")
    try folder.link("other", to: "real")
    let outputs = [("real", "first\n"), ("other", "second\n")].enumerated().map { number, output in
      PendingOutput(folder.path + "/" + output.0, number: number) { $0(Array(output.1.utf8)) }
    }
    for output in outputs { try output.commit() }
    #expect(try text("real") == "second\n")
    #expect(try names() == ["other", "real"])
  }

  @Test func `a folder that is not there is an error when the turn comes`() throws {
    let output = PendingOutput(folder.path + "/none/a") { $0([0x61]) }
    let failure = try #require(throws: OutputFailure.self) { try output.commit() }
    #expect(failure.path == folder.path + "/none/a")
    #expect(failure.reason == "No such file or directory")
  }

  @Test func `a folder in the place is kept, and nothing is left beside it`() throws {
    try folder.write("a/b", "")
    let output = PendingOutput(folder.path + "/a") { $0([0x61]) }
    #expect(throws: OutputFailure.self) { try output.commit() }
    #expect(try names() == ["a"])
  }
}
