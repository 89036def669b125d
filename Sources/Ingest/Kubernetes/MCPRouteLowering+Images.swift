import Estate
import SourceText
import Syntax

/// What the cluster runs behind a backend.
extension MCPRouteLowering {
  private static let workloads = ["Deployment", "StatefulSet", "DaemonSet"]

  /// The images of the workloads whose pods the backend's service selects.
  var images: [PackageReference] {
    guard let name = serviceName, let service = resources.resource("Service", name),
      let selector = service["spec"]?["selector"], selector.kind == .mapping
    else { return [] }
    let labels = selector.members.compactMap { key, value in
      key.scalarText.map { (name: $0, value: value.scalarText) }
    }
    guard !labels.isEmpty else { return [] }
    return Self.workloads.flatMap(resources.all).flatMap { workload -> [PackageReference] in
      let template = workload["spec"]["template"]
      let own = template["metadata"]["labels"]
      let isSelected = labels.allSatisfy { own?[$0.name]?.scalarText == $0.value }
      return isSelected ? Self.images(in: template["spec"]["containers"]) : []
    }
  }

  /// The service that the backend is, or the one of the cluster at whose address it is.
  private var serviceName: String? {
    guard let name = backend["name"]?.scalarText else { return nil }
    guard backend["kind"]?.scalarText == "Backend" else { return name }
    let endpoint = resources.resource("Backend", name)?["spec"]["endpoints"].elementsOrSelf.first
    let host = endpoint?["fqdn"]?["hostname"]?.scalarText
    let labels = host?.split(separator: ".") ?? []
    return labels.count == 1 || labels.contains("svc") ? labels.first.map(String.init) : nil
  }

  private static func images(in containers: Node?) -> [PackageReference] {
    containers.elementsOrSelf.compactMap { container in
      guard let image = container["image"], let text = image.scalarText else { return nil }
      let judged = PackagePin.judgeImage(text)
      return PackageReference(
        registry: "oci", identifier: Evidence(text, at: image.span, grade: .configured),
        pin: judged.pin, floatingReason: judged.floats)
    }
  }
}
