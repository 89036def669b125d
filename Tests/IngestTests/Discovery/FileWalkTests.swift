import FoundationEssentials
import TestSupport
import Testing

@testable import Ingest

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@Suite struct FileWalkTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func listed(_ paths: [String]? = nil) -> [String] {
    FileWalk.entries(at: paths ?? [folder.path]).map { entry in
      let content =
        switch entry.content {
        case .file(let size): "\(size)"
        case .skipped(let reason): reason
        case .duplicate(let first, _): "= " + folder.relative(first)
        case .failed(let reason): "! " + reason
        }
      return "\(folder.relative(entry.path)): \(content)"
    }
  }

  @Test func `files are listed in order, and folders that hold no sources are not entered`() throws
  {
    try folder.write("b/x.yaml", "a: 1")
    try folder.write("a.yaml", "a")
    try folder.write(".git/HEAD", "ref")
    try folder.write("node_modules/p/index.js", "1")
    try folder.write(".cursor/mcp.json", "{}")
    #expect(
      listed() == [
        ".cursor/mcp.json: 2", ".git: folders of version control are not read", "a.yaml: 1",
        "b/x.yaml: 4", "node_modules: folders of installed packages are not read",
      ])
  }

  @Test func `circles of links end, and each file comes once`() throws {
    try folder.write("a/x.yaml", "1")
    try folder.link("a/up", to: "..")
    try folder.link("a/again", to: "x.yaml")
    try folder.link("itself", to: "itself")
    #expect(
      listed() == [
        "a/again: = a/x.yaml", "a/up: = \(folder.path)", "a/x.yaml: 1",
        "itself: ! it is a symbolic link, and its symbolic links lead in a circle",
      ])
  }

  @Test func `a link out of the named paths is listed and not followed`() throws {
    let outside = try TemporaryFolder()
    try outside.write("secret.yaml", "password: x")
    try folder.write("x.yaml", "1")
    try folder.link("out", to: outside.path)
    let reason = "it is a symbolic link out of the paths to check; name its target to read it"
    #expect(listed() == ["out: \(reason)", "x.yaml: 1"])
    // Named by the user, the target is read, under the path that was named.
    #expect(
      listed([folder.path, outside.path]).filter { $0.contains("secret.yaml") }.count == 1)
  }

  @Test func `a FIFO is never opened`() throws {
    #expect(mkfifo(folder.path + "/pipe.json", 0o600) == 0)
    #expect(listed() == ["pipe.json: a FIFO is never opened"])
    #expect(listed([folder.path + "/pipe.json"]) == ["pipe.json: a FIFO is never opened"])
  }

  @Test func `the order and the overlap of the named paths do not matter`() throws {
    try folder.write("a/x.yaml", "1")
    try folder.write("b/y.yaml", "1")
    let paths = [folder.path + "/b/", folder.path, folder.path + "//a/./x.yaml"]
    #expect(listed(paths) == listed(paths.reversed()))
    #expect(listed(paths).filter { !$0.contains("= ") }.count == 2)
  }

  @Test(arguments: [
    ("./a//b/", "a/b", "a/b"), (".", "", "."), ("/", "/", "/"), ("/x/", "/x", "/x"),
    ("../x", "../x", "../x"), ("./.", "", "."),
  ])
  func `paths are shown as the user named them`(argument: String, display: String, system: String) {
    let path = WalkPath(named: argument)
    #expect(path.display == display)
    #expect(String(decoding: path.system, as: UTF8.self) == system)
    let child = path.appending(Array("c".utf8))
    #expect(child.display == (display.isEmpty ? "c" : display == "/" ? "/c" : display + "/c"))
  }
}
