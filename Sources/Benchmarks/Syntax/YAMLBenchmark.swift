import SourceText

/// How fast YAML becomes a tree: ordinary manifests, and shapes that make careless parsers slow.
enum YAMLBenchmark {
  static func run() {
    print("YAML: manifests")
    for shape in manifests {
      let source = shape.source(1)
      let seconds = SyntaxShape.seconds(toRead: source, .yaml, rounds: 9)
      print(SyntaxShape.line(shape.name, source.bytes.count, seconds))
    }
    print("YAML: hostile shapes, and what twice the size costs")
    for shape in hostile { shape.report() }
  }

  private static func shape(
    _ name: String, _ text: @escaping @Sendable (_ scale: Int) -> String
  ) -> SyntaxShape {
    SyntaxShape(name: name, language: .yaml, text: text)
  }

  private static let manifests: [SyntaxShape] = [
    shape("Kubernetes manifests") { ManifestText.blocks(count: 12_000 * $0) },
    shape("one JSON-like line each") { ManifestText.flowLines(count: 30_000 * $0) },
  ]

  private static let hostile: [SyntaxShape] = [
    shape("one mapping of many keys") { scale in
      (0..<50_000 * scale).map { "key\($0): \($0)" }.joined(separator: "\n")
    },
    shape("one key, again and again") { scale in
      String(repeating: "key: 1\n", count: 50_000 * scale)
    },
    shape("keys alike at first") { scale in
      (0..<50_000 * scale).map { "a_long_prefix_of_keys_\(1_000_000 + $0): 1\n" }.joined()
    },
    shape("mappings nested 500 deep") { scale in
      let nested = (0..<500).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
      return String(repeating: "---\n" + nested, count: 10 * scale)
    },
    shape("mappings of many keys, nested") { scale in
      var text = ""
      for depth in 0..<400 {
        let indent = String(repeating: " ", count: depth)
        for key in 0..<20 * scale { text += "\(indent)k\(key): v\n" }
        text += "\(indent)next:\n"
      }
      return text
    },
    shape("one long flow sequence") { scale in
      "[" + (0..<100_000 * scale).map { "\($0)" }.joined(separator: ", ") + "]"
    },
    shape("flow pairs nested on one line") { scale in
      let nested = String(repeating: "[", count: 200) + String(repeating: "]: 1", count: 200)
      return String(repeating: "- [\(nested)]\n", count: 1_000 * scale)
    },
    shape("one long plain scalar of lines") { scale in
      "a: b\n" + "key: first\n" + String(repeating: "  more text\n", count: 200_000 * scale)
    },
    shape("one long plain scalar of one line") { scale in
      "key: " + String(repeating: "word and ", count: 400_000 * scale)
    },
    shape("one long quoted scalar of escapes") { scale in
      "key: \"" + String(repeating: "\\u00e9\\n", count: 400_000 * scale) + "\""
    },
    shape("one long quoted scalar of lines") { scale in
      "key: '" + String(repeating: "a line  \n\n  ", count: 300_000 * scale) + "'"
    },
    shape("one long literal") { scale in
      "key: |\n" + String(repeating: "  a line of text\n", count: 200_000 * scale)
    },
    shape("one long folded scalar") { scale in
      "key: >\n" + String(repeating: "  a line of text\n", count: 200_000 * scale)
    },
    shape("comments") { scale in
      String(repeating: "# a comment\n", count: 300_000 * scale) + "a: b\n"
    },
    shape("comments behind plain scalars") { scale in
      String(repeating: "- a # a comment\n", count: 200_000 * scale)
    },
    shape("blank lines") { scale in
      "a: b" + String(repeating: " \n", count: 1_000_000 * scale)
    },
    shape("anchors and aliases") { scale in
      (0..<25_000 * scale).map { "- &name\($0) value\n- *name\($0)" }.joined(separator: "\n")
    },
    shape("one anchor, redefined") { scale in
      String(repeating: "- &a [&b x, *b]\n", count: 100_000 * scale)
    },
    shape("documents") { scale in
      String(repeating: "---\na: b\n", count: 50_000 * scale)
    },
    shape("empty values") { scale in
      (0..<50_000 * scale).map { "k\($0):" }.joined(separator: "\n")
    },
    shape("sequences in sequences, over the limit") { scale in
      String(repeating: "- ", count: 2_000_000 * scale)
    },
    shape("brackets, over the limit") { scale in
      String(repeating: "[", count: 4_000_000 * scale)
    },
    shape("a key of many words") { scale in
      "? " + String(repeating: "word ", count: 400_000 * scale) + "\n: value\n"
    },
    shape("a key too long") { scale in
      String(repeating: "word ", count: 400_000 * scale) + ": value\n"
    },
    shape("an alias bomb") { scale in
      "a0: &a0 [x, x]\n"
        + (1..<20_000 * scale).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
    },
    shape("YAML 1.1 booleans") { scale in
      String(repeating: "- yes\n- off\n", count: 100_000 * scale)
    },
  ]
}
