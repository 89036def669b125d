import FoundationEssentials
import TestSupport
import Testing

@testable import mcpready

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

struct OutputFileTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func text(_ subpath: String) throws -> String {
    String(
      decoding: try Data(contentsOf: URL(filePath: folder.path + "/" + subpath)), as: UTF8.self)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func `a file is made, or replaced as a whole`() throws {
    try OutputFile.write("first and longer\n", to: folder.path + "/a")
    #expect(try text("a") == "first and longer\n")
    try OutputFile.write("second\n", to: folder.path + "/a")
    #expect(try text("a") == "second\n")
    #expect(try names() == ["a"])
  }

  @Test func `what a killed run left behind is no obstacle`() throws {
    try folder.write("a.partial-\(getpid())-0", "half a repo")
    try OutputFile.write("whole\n", to: folder.path + "/a")
    #expect(try names() == ["a"])
  }

  @Test func `a symbolic link stays one, and what it leads to is replaced`() throws {
    try folder.write("reports/of-today", "old\n")
    try folder.link("latest", to: "reports/of-today")
    try OutputFile.write("new\n", to: folder.path + "/latest")
    #expect(try text("reports/of-today") == "new\n")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/latest")
        == "reports/of-today")
  }

  @Test func `a device is written to and not replaced`() throws {
    try OutputFile.write("gone\n", to: "/dev/null")
    var status = stat()
    #expect(stat("/dev/null", &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test func `a folder cannot be a report`() throws {
    try folder.write("a/b", "")
    let failure = try #require(throws: OutputFailure.self) {
      try OutputFile.write("text\n", to: folder.path + "/a")
    }
    #expect(failure.message == "cannot write `\(folder.path)/a`: Is a directory")
    #expect(try names() == ["a"])
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `a disk that is full is an error`() throws {
    let failure = try #require(throws: OutputFailure.self) {
      try OutputFile.write("text\n", to: "/dev/full")
    }
    #expect(failure.reason == "No space left on device")
  }
}
