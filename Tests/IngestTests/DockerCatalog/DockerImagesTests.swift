import Estate
import Testing

@testable import Ingest

@Suite struct DockerImagesTests {
  private let commit = String(repeating: "0a", count: 20)

  private func package(_ yaml: String) throws -> PackageReference {
    try #require(DockerImages.packages(of: ParsedText(yaml: yaml).root).first)
  }

  @Test func `an image that Docker builds is pinned by the commit of its source`() throws {
    let built = try package(
      "image: mcp/n\nsource: {project: https://x.example/n, commit: \(commit)}")
    #expect(built.pin == commit)
    #expect(built.floatingReason == nil)
  }

  @Test func `a branch or a part of a commit pins nothing`() throws {
    #expect(
      try package("image: mcp/n\nsource: {branch: main}").floatingReason
        == "its source is the branch `main`, which moves with every push")
    #expect(
      try package("image: mcp/n\nsource: {commit: 0a0a0a0}").floatingReason
        == "its source `0a0a0a0` is no complete commit")
  }

  @Test func `an image that others push is pinned by its own reference`() throws {
    let pushed = try package("image: example/n\nsource: {commit: \(commit)}")
    #expect(pushed.pin == nil)
    let digest = "sha256:" + String(repeating: "0", count: 64)
    let exact = try package("image: mcp/n@\(digest)\nsource: {commit: \(commit)}")
    #expect(exact.pin == digest)
  }

  @Test func `each container of a tool is a package once`() throws {
    let entry = try ParsedText(
      yaml: """
        tools:
        - {name: a, container: {image: "docker:cli"}}
        - {name: b, container: {image: "docker:cli"}}
        - {name: c}
        """
    ).root
    let packages = DockerImages.packages(of: entry)
    #expect(packages.map(\.identifier.value) == ["docker:cli"])
    #expect(packages.first?.floatingReason == "the tag `cli` moves to new releases")
  }
}
