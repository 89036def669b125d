import Estate
import Syntax

/// Finds the images that an entry of Docker's catalog runs, and what pins each.
enum DockerImages {
  /// The image of the server itself, or those of the containers that the gateway starts for single tools.
  static func packages(of entry: Node) -> [PackageReference] {
    if let image = entry["image"], let reference = image.string {
      return [package(image, reference, source: entry["source"])]
    }
    var packages: [PackageReference] = []
    for tool in entry["tools"].elementsOrTexts {
      guard let image = tool["container"]["image"], let reference = image.string,
        !packages.contains(where: { $0.identifier.value == reference })
      else { continue }
      packages.append(package(image, reference, source: nil))
    }
    return packages
  }

  private static func package(
    _ image: Node, _ reference: String, source: Node?
  ) -> PackageReference {
    let judged = built(reference, from: source) ?? PackagePin.judgeImage(reference)
    return PackageReference(
      registry: "oci", identifier: Evidence(reference, at: image.span, grade: .configured),
      pin: judged.pin, floatingReason: judged.floats)
  }

  /// The commit that an image is built from which Docker itself builds, or why its source floats; `nil` for
  /// an image that others push, or one that names its release.
  private static func built(
    _ reference: String, from source: Node?
  ) -> (pin: String?, floats: String?)? {
    guard let source, reference.hasPrefix(namespace), !reference.contains("@") else { return nil }
    if let commit = source["commit"]?.scalarText {
      let isWhole = [40, 64].contains(commit.utf8.count) && commit.allSatisfy(\.isHexDigit)
      return isWhole ? (commit, nil) : (nil, "its source `\(commit)` is no complete commit")
    }
    guard let branch = source["branch"]?.scalarText else { return nil }
    return (nil, "its source is the branch `\(branch)`, which moves with every push")
  }

  /// Where Docker pushes the images that it builds.
  private static let namespace = "mcp/"
}
