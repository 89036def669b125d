extension HelpTopic {
  static let lockText = """
    usage: mcpready lock [PATH...] [--out FILE]

    Keeps what the registered servers are: their versions, packages and scopes, and of each tool the name,
    description, schemas and annotations with their SHA-256 digests (canonical JSON, RFC 8785). Review the
    file like code and commit it: `check` compares the estate with the lock file that it finds in it (rule
    MCP804), so that a tool which changes after it was approved is seen.

      --out FILE       the lock file, `mcpready.lock` without it; `-` is standard output

    exit status: 0 the lock is written; 2 the command line or the policy file is wrong; 3 an input could not
    be read or parsed, or there was no server; nothing is written then

    example: mcpready lock . && git add mcpready.lock
    """

  static let diffText = """
    usage: mcpready diff OLD NEW [--format FORMAT] [--out FILE]

    Says what became of servers and tools from OLD to NEW, which are folders, catalogs, manifests or lock
    files: what came in, is gone or was renamed; which descriptions, schemas, annotations and scopes changed;
    whether those who call the tools can go on as before (compatible), cannot (breaking), or nobody can tell
    (unknown); and whether version numbers and changelogs have kept step (semver).

      --format FORMAT  text, json or markdown; text without it
      --out FILE       write there instead of standard output

    exit status: 0 nothing changed, or every change is compatible and in step; 1 a change is breaking or
    unknown, or a version number or changelog has not kept step; 2 the command line is wrong; 3 a revision
    could not be read, or holds no server

    examples: mcpready diff mcpready.lock .
              mcpready diff old/tools-list.json new/tools-list.json --format markdown
    """
}
