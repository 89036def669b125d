// swift-tools-version: 6.2
import PackageDescription

/// Every target is compiled alike: Swift 6 mode, and a warning is an error.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// One stage of the pipeline.
///
/// `on` names the stages that it may import, all of them declared above it.
func stage(_ name: String, on stages: [String] = []) -> Target {
  .target(name: name, dependencies: stages.map { .byName(name: $0) }, swiftSettings: strict)
}

func tests(of name: String, using others: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: ([name, "TestSupport"] + others).map { .byName(name: $0) },
    swiftSettings: strict)
}

let package = Package(
  name: "mcpready",
  products: [.executable(name: "mcpready", targets: ["mcpready"])],
  targets: [
    // The pipeline, in the order in which data flows through it.
    stage("SourceText"),
    stage("Patterns"),
    stage("Syntax", on: ["SourceText"]),
    stage("CEL", on: ["Patterns"]),
    stage("JSONSchema", on: ["SourceText", "Syntax", "Patterns"]),
    stage("Estate", on: ["SourceText"]),
    stage("Reading", on: ["SourceText", "Syntax", "Estate"]),
    stage("TextSignals"),
    stage(
      "Ingest",
      on: [
        "SourceText", "Patterns", "Syntax", "JSONSchema", "Estate", "Reading", "TextSignals",
      ]),
    stage("Telemetry", on: ["SourceText", "Syntax", "Estate"]),
    stage("Drift", on: ["SourceText", "Syntax", "JSONSchema", "Estate"]),
    stage("Assessment", on: ["SourceText", "Syntax", "CEL", "Estate", "Reading"]),
    stage("History", on: ["SourceText", "Syntax", "Estate", "Assessment"]),
    stage("Reporting", on: ["SourceText", "Estate", "Drift", "Assessment", "History"]),
    stage("Evidence", on: ["SourceText", "Estate", "Assessment", "Reporting"]),
    .executableTarget(
      name: "mcpready",
      dependencies: [
        "SourceText", "Syntax", "Estate", "Reading", "Ingest", "Telemetry", "Drift", "Assessment",
        "History", "Reporting", "Evidence",
      ],
      swiftSettings: strict,
      linkerSettings: [
        // One file that runs with no other file beside it.
        .unsafeFlags(
          ["-static-executable", "-l_FoundationCShims", "-l_FoundationCollections"],
          .when(platforms: [.linux], configuration: .release))
      ]),

    // Beside the pipeline: never part of the product.
    .executableTarget(
      name: "Conformance",
      dependencies: ["ConformanceSuites", "Reading", "TestSupport"],
      swiftSettings: strict),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "SourceText", "Patterns", "Syntax", "CEL", "Estate", "Reading", "TextSignals", "Ingest",
        "Telemetry", "Assessment", "TestSupport",
      ],
      swiftSettings: strict),
    .target(
      name: "ConformanceSuites",
      dependencies: ["SourceText", "Syntax", "CEL", "JSONSchema"],
      swiftSettings: strict),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),

    .testTarget(
      name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: strict),
    tests(of: "SourceText"),
    tests(of: "Patterns"),
    tests(of: "Syntax", using: ["SourceText", "ConformanceSuites"]),
    tests(of: "CEL", using: ["ConformanceSuites"]),
    tests(of: "JSONSchema", using: ["SourceText", "Syntax", "ConformanceSuites"]),
    tests(of: "Estate", using: ["SourceText"]),
    tests(of: "Reading", using: ["SourceText", "Syntax", "Estate"]),
    tests(of: "TextSignals"),
    tests(of: "Ingest", using: ["SourceText", "Syntax", "Estate"]),
    tests(of: "Telemetry", using: ["SourceText", "Syntax", "Estate"]),
    tests(of: "Drift", using: ["SourceText", "Syntax", "Estate"]),
    tests(of: "Assessment", using: ["SourceText", "CEL", "Estate"]),
    tests(of: "History", using: ["SourceText", "Estate", "Assessment"]),
    tests(of: "Reporting", using: ["SourceText", "Estate", "Drift", "Assessment", "History"]),
    tests(of: "Evidence", using: ["SourceText", "Estate", "Assessment", "Reporting"]),
    tests(
      of: "mcpready",
      using: [
        "SourceText", "Syntax", "Estate", "Reading", "Ingest", "Telemetry", "Assessment",
        "History", "Reporting", "Evidence",
      ]),
  ]
)
