import SourceText
import Syntax

/// How fast YAML is read: ordinary manifests, and shapes that make careless parsers slow.
enum YAMLBenchmark {
  /// Prints megabytes per second for manifests, and for hostile shapes also the time that twice the
  /// input takes over the time of the input, which is about 2 where time is linear.
  static func run() {
    print("YAML: manifests")
    for shape in Shape.manifests {
      let source = shape.source(1)
      let seconds = bestTime(of: source, rounds: 7)
      print(line(shape.name, source, seconds))
    }
    print("YAML: hostile shapes, and what twice the size costs")
    for shape in Shape.hostile {
      let single = shape.source(1)
      let double = shape.source(2)
      let seconds = bestTime(of: single, rounds: 5)
      let ratio = bestTime(of: double, rounds: 5) / seconds
      print(line(shape.name, single, seconds) + "  x\(rounded(ratio))")
    }
  }

  private static func line(_ name: String, _ source: SourceFile, _ seconds: Double) -> String {
    let megabytes = Double(source.bytes.count) / 1e6
    let padding = String(repeating: " ", count: max(1, 36 - name.count))
    return "  \(name)\(padding)\(rounded(megabytes)) MB  \(Int(megabytes / seconds)) MB/s"
  }

  private static func rounded(_ value: Double) -> String {
    "\((value * 10).rounded() / 10)"
  }

  /// The shortest time in which `source` was read, in seconds.
  private static func bestTime(of source: SourceFile, rounds: Int) -> Double {
    var best = Duration.seconds(1_000)
    for _ in 0..<rounds {
      let time = ContinuousClock().measure {
        do {
          let tree = try YAMLParser.parse(source)
          precondition(tree.nodeCount > 0, "a source of the benchmark holds no nodes")
        } catch {
          // Some hostile shapes are refused; how long that takes is what counts.
        }
      }
      best = min(best, time)
    }
    return Double(best.components.seconds) + Double(best.components.attoseconds) / 1e18
  }

  /// A way to make a source of any size.
  private struct Shape: Sendable {
    let name: String
    let text: @Sendable (_ scale: Int) -> String

    func source(_ scale: Int) -> SourceFile {
      SourceFile(id: SourceID(index: 0), path: "\(name).yaml", bytes: Array(text(scale).utf8))
    }

    static let manifests: [Shape] = [
      Shape(name: "Kubernetes manifests") { scale in manifests(count: 12_000 * scale) },
      Shape(name: "the same as one JSON-like line each") { scale in
        flowManifests(count: 30_000 * scale)
      },
    ]

    static let hostile: [Shape] = [
      Shape(name: "one mapping of many keys") { scale in
        (0..<200_000 * scale).map { "key\($0): \($0)" }.joined(separator: "\n")
      },
      Shape(name: "mappings of many keys, nested") { scale in
        var text = ""
        for depth in 0..<400 {
          let indent = String(repeating: " ", count: depth)
          for key in 0..<20 * scale { text += "\(indent)k\(key): v\n" }
          text += "\(indent)next:\n"
        }
        return text
      },
      Shape(name: "one long flow sequence") { scale in
        "[" + (0..<400_000 * scale).map { "\($0)" }.joined(separator: ", ") + "]"
      },
      Shape(name: "flow pairs nested on one line") { scale in
        let nested = String(repeating: "[", count: 200) + String(repeating: "]: 1", count: 200)
        return String(repeating: "- [\(nested)]\n", count: 1_000 * scale)
      },
      Shape(name: "one long plain scalar of lines") { scale in
        "a: b\n" + "key: first\n" + String(repeating: "  more text\n", count: 200_000 * scale)
      },
      Shape(name: "one long plain scalar of one line") { scale in
        "key: " + String(repeating: "word and ", count: 400_000 * scale)
      },
      Shape(name: "one long quoted scalar of escapes") { scale in
        "key: \"" + String(repeating: "\\u00e9\\n", count: 400_000 * scale) + "\""
      },
      Shape(name: "one long quoted scalar of lines") { scale in
        "key: '" + String(repeating: "a line  \n\n  ", count: 300_000 * scale) + "'"
      },
      Shape(name: "one long literal") { scale in
        "key: |\n" + String(repeating: "  a line of text\n", count: 200_000 * scale)
      },
      Shape(name: "one long folded scalar") { scale in
        "key: >\n" + String(repeating: "  a line of text\n", count: 200_000 * scale)
      },
      Shape(name: "comments") { scale in
        String(repeating: "# a comment\n", count: 300_000 * scale) + "a: b\n"
      },
      Shape(name: "comments behind plain scalars") { scale in
        String(repeating: "- a # a comment\n", count: 200_000 * scale)
      },
      Shape(name: "blank lines") { scale in
        "a: b" + String(repeating: " \n", count: 1_000_000 * scale)
      },
      Shape(name: "anchors and aliases") { scale in
        (0..<100_000 * scale).map { "- &name\($0) value\n- *name\($0)" }.joined(separator: "\n")
      },
      Shape(name: "one anchor, redefined") { scale in
        String(repeating: "- &a [&b x, *b]\n", count: 100_000 * scale)
      },
      Shape(name: "documents") { scale in
        String(repeating: "---\na: b\n", count: 200_000 * scale)
      },
      Shape(name: "empty values") { scale in
        (0..<200_000 * scale).map { "k\($0):" }.joined(separator: "\n")
      },
      Shape(name: "sequences in sequences, over the limit") { scale in
        String(repeating: "- ", count: 2_000_000 * scale)
      },
      Shape(name: "brackets, over the limit") { scale in
        String(repeating: "[", count: 4_000_000 * scale)
      },
      Shape(name: "a key of many words") { scale in
        "? " + String(repeating: "word ", count: 400_000 * scale) + "\n: value\n"
      },
      Shape(name: "a key too long") { scale in
        String(repeating: "word ", count: 400_000 * scale) + ": value\n"
      },
      Shape(name: "an alias bomb") { scale in
        "a0: &a0 [x, x]\n"
          + (1..<20_000 * scale).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
      },
      Shape(name: "YAML 1.1 booleans") { scale in
        String(repeating: "- yes\n- off\n", count: 100_000 * scale)
      },
    ]

    /// Manifests of the size and shape that a platform team keeps, from a fixed seed.
    private static func manifests(count: Int) -> String {
      var random = SplitMix(state: 42)
      var text = ""
      for number in 0..<count {
        let port = 1_000 + Int(random.next() % 60_000)
        text += """
          ---
          # Server \(number) of the fleet
          apiVersion: mcp.example.com/v1alpha1
          kind: MCPServer
          metadata:
            name: server-\(number)
            namespace: team-\(random.next() % 50)
            labels:
              app.kubernetes.io/name: server-\(number)
              app.kubernetes.io/part-of: "platform"
              tier: '\(random.next() % 4)'
          spec:
            image: registry.example.com/mcp/server-\(number):1.\(random.next() % 30).0
            replicas: \(random.next() % 9)
            transport: streamable-http
            port: \(port)
            args:
              - --listen
              - 0.0.0.0:\(port)
              - --log-level=info
            env:
              - name: UPSTREAM_URL
                value: https://upstream-\(random.next() % 900).example.com/v1?limit=50
              - name: TOKEN
                valueFrom:
                  secretKeyRef:
                    name: token-\(number)
                    key: value
            resources:
              limits: {cpu: 500m, memory: 256Mi}
              requests: {cpu: 100m, memory: 128Mi}
            description: |
              Reads the orders of one customer and answers questions about them.
              Never writes.
            enabled: true
            ratio: 0.\(random.next() % 100)

          """
      }
      return text
    }

    private static func flowManifests(count: Int) -> String {
      var random = SplitMix(state: 43)
      var text = ""
      for number in 0..<count {
        text += "- {\"name\": \"server-\(number)\", \"port\": \(random.next() % 65_536), "
        text += "\"tags\": [\"a\", \"b\", \"team-\(random.next() % 50)\"], \"enabled\": true, "
        text += "\"url\": \"https://upstream-\(random.next() % 900).example.com/v1\"}\n"
      }
      return text
    }
  }

  /// A small generator of numbers, the same for every run.
  private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
