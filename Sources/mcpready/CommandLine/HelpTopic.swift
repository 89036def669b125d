/// The pages of help, each with an example that works.
enum HelpTopic: String, CaseIterable {
  case overview
  case check
  case logs
  case inspect
  case rules
  case explain
  case policy
  case metrics
  case evidence
  case lock
  case diff
  case schema
  case sources

  /// The page.
  var text: String {
    switch self {
    case .overview: Self.overviewText
    case .check: Self.checkText
    case .logs: Self.logsText
    case .inspect: Self.inspectText
    case .rules: Self.rulesText
    case .explain: Self.explainText
    case .policy: Self.policyText
    case .metrics: Self.metricsText
    case .evidence: Self.evidenceText
    case .lock: Self.lockText
    case .diff: Self.diffText
    case .schema: Self.schemaText
    case .sources: Self.sourcesText
    }
  }

  private static let overviewText = """
    mcpready: may this MCP server, with these tools, go to production?

    Reads manifests, tool catalogs, gateway and client configurations, access policies, audit logs and
    process records; decides for each server which controls are really in place; scores it; and answers
    with findings and an exit code. Works offline, and writes nothing but the files you name.

    usage: mcpready COMMAND [OPTION...]

      check PATH...        judge the fleet that files and folders describe
      logs summarize|merge summaries of logs, for `check` to take in their place
      inspect FILE         every signal of one catalog's texts, for review
      rules list|test|new  show the rules, run their examples, write your own
      explain RULE         the full page of one rule
      policy show [PATH]   what counts here, and who decided it
      metrics --history DIR  the leadership metrics over saved reports
      evidence create|verify  a bundle for auditors, and whether it is as it was made
      lock [PATH...]       keep what the servers and tools are, for review and for `check`
      diff OLD NEW         what became of the tools, and what it means for callers
      schema NAME          print a JSON Schema for editors and for readers of reports
      help COMMAND         the page of one command; `help sources`: the files that `check` reads
      --version            the version

    example: mcpready check . --out sarif=mcpready.sarif
    """

  private static let checkText = """
    usage: mcpready check PATH... [OPTION...]

    Walks files and folders, recognizes each file by its content, and judges every server found
    (`mcpready help sources`). `-` is an audit log on standard input.

      --out FORMAT=FILE    also write a report: human, json, sarif, markdown (a pull-request comment), summary
                           (of a GitHub job), html, junit, github (annotations) or gitlab (code quality);
                           `-` is standard output, which gets `human` otherwise; may be given several
                           times; what an earlier run wrote there is no input
      --format FORMAT      write FORMAT to standard output: `--format json` is `--out json=-`
      --sarif-profile NAME standard; github for upload to code scanning, without what it misreads: accepted
                           and absent results, places outside of the checkout; or audit, in which every
                           control of every server is a result
      --max-results N      no more SARIF results than this, worst first; the log says what was cut; at most
                           25,000, and 5,000 for github, which shows no more
      --policy FILE        the policy file; without it, `mcpready.yaml` in a folder that is named
      --profile NAME       how much the gate asks for, whatever the policy file says: bootstrap, standard
                           or strict; no status depends on it
      --rules DIR          more rules, from the YAML files of a folder
      --at DATE            the day, such as 2026-11-21, by which expiry and the age of drills are judged;
                           without it SOURCE_DATE_EPOCH, and without that today
      --baseline REPORT    a JSON report of an earlier run: only gaps that it does not have close the gate;
                           all are shown
      --fail-on SEVERITY   also fail on any finding of this severity or a higher one
      --no-exceptions      for audits: exceptions are listed and none is applied
      --exceptions-from DIR  the exceptions that count are those of another checkout, such as the base of
                           a change; those of what is checked are only proposed
      --hide               for reports that leave the company: pseudonyms for servers, tools, agents, people,
                           hosts, systems and credentials in every format, and no line of a source
      --hide-key FILE      the same, made with a secret key of 16 bytes or more, so that a name keeps its
                           pseudonym from run to run
      --server NAME        at the terminal, show only the servers whose names match; `*` stands for any
                           characters; without it, the 20 riskiest of a larger fleet are shown
      --severity LEVEL     at the terminal, show only findings of this severity or a higher one
      --rule ID            at the terminal, show only this rule; may be given several times
      --quiet              only the summary and the gate's answer
      --no-color, --color  never or always use color; without them, only on a terminal and where NO_COLOR
                           is not set

    exit status: 0 the gate passed; 1 it failed; 2 the command line, a rule or the policy file is wrong;
    3 an input could not be read or parsed, or there was nothing to check

    examples: mcpready check servers gateway logs --out json=report.json --at 2026-11-21
              zcat audit.jsonl.gz | mcpready check servers gateway -
    """

  private static let rulesText = """
    usage: mcpready rules list [FILTER...]
           mcpready rules test [--update]
           mcpready rules new ID --out DIR [--subject server|tool|route|client|grant|agent|duty|fleet]
           mcpready rules reference --out DIR

      list       every rule with its severity, dimension, gate control, checklist items and title
      test       run every rule's own examples and say which do not come out as they say
      new        write a rule whose examples already pass, to be changed into your own
      reference  write one Markdown page for each rule, and an index

      --rules DIR         also the rules in the YAML files of a folder
      --family N          only ids of this family: 1 for 101 to 199
      --gate CONTROL      only rules of one control of the validation gate, such as IDN
      --dimension A|R|O|B only rules of one dimension of the score
      --checklist ITEM    only rules of one item (1.4) or section (1) of the readiness checklist
      --uncovered         rows of the catalogue's source tables that no rule decides; exit status 1 if any
      --update            write into the files of --rules what their examples come out as, for review

    examples: mcpready rules list --gate APR
              mcpready rules new ACME001 --out our-rules && mcpready rules test --rules our-rules
    """

  private static let explainText = """
    usage: mcpready explain RULE [--rules DIR]

    Prints why a rule exists, what it asks, what it takes as evidence, and how to satisfy it. Where its keys
    stand in other formats than mcpready's own manifest, `mcpready help schema` says.

    example: mcpready explain MCP607
    """

  private static let evidenceText = """
    usage: mcpready evidence create PATH... --out DIR|FILE.tar [--hashes-only] [OPTION...]
           mcpready evidence verify DIR|FILE.tar

    `create` judges what `check` judges, with the options of `check`, and writes a bundle: the report in every
    format, the rules, the inputs, every control with the place that decided it, an in-toto Statement, an
    OSCAL workspace, and the digests of them all. Audit logs and files that hold a secret are named by their
    digests alone.

      --out PATH       a folder that is empty or not there yet, or a file that ends in .tar
      --hashes-only    no copies of inputs, only their digests

    `verify` names every file that was changed, is missing or was added, and needs no network.

    exit status: of `create` that of `check`; of `verify` 0 the bundle is as it was made, 1 it is not, 3 it
    could not be read

    example: mcpready evidence create . --out evidence.tar --at 2026-11-21
    """

  private static let metricsText = """
    usage: mcpready metrics --history DIR [OPTION...]

    Reads JSON reports that earlier runs saved, and shows how the fleet has matured: the four leadership
    metrics with their numerators, denominators and lists, coverage, scores, exceptions, rollouts.

      --history PATH   a JSON report, or a folder of them; may be given several times
      --format FORMAT  text, json, csv or html; text without it
      --out FILE       write there instead of standard output

    exit status: 0 the metrics are written; 2 the command line is wrong; 3 a report could not be read

    example: mcpready metrics --history reports --format csv --out metrics.csv
    """

  private static let schemaText = """
    usage: mcpready schema NAME

    Prints a JSON Schema: `manifest` for server manifests and `policy` for `mcpready.yaml` in an editor,
    `report` for readers of the JSON report.

    A registry's `server.json` takes the keys of a manifest under `_meta`, there under
    `io.modelcontextprotocol.registry/publisher-provided`, in a mapping called `io.github.mcpready/governance`.
    Docker's catalog has no place for them: they go into a manifest of their own, with the server's name there
    as `server_id`.

    example: mcpready schema manifest > mcpready-manifest.schema.json
    """
}
