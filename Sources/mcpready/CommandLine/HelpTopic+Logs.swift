extension HelpTopic {
  /// The page on `logs`.
  static let logsText = """
    usage: mcpready logs summarize PATH... --out FILE [--range START-END] [--policy FILE]
           mcpready logs merge FILE... --out FILE

    Audit logs that are too large for one machine are summarized where they are, part by part, and the
    summaries merged. `check` takes summaries in place of the logs and gives the same report, byte for byte,
    however the logs were cut and in whatever order the summaries come.

      summarize  read logs, or folders of them, or `-` for standard input, and write what they show
      merge      make one summary of several; it is an error where two of them hold the same bytes of a log

      --out FILE         the summary to write
      --range START-END  only the records whose first byte is at START or behind it and before END; without
                         END, to the end of the file
      --policy FILE      the policy file, for the names of fields and what files are

    On a terminal, a line on standard error shows how far the reading is. Fields that have other names than
    the usual ones are told in the policy file:

      log:
        fields: {server_id: target.service, latency_ms: [took, timings.total]}

    A summary holds records that findings may point at: keep it where you keep the log.

    exit status: 0 the summary is written; 2 the command line or the policy file is wrong; 3 a log or
    summary could not be read, and nothing is written

    examples: mcpready logs summarize audit.jsonl --range 0-8000000000 --out first.mcplog
              mcpready logs merge first.mcplog second.mcplog --out audit.mcplog
              mcpready check servers gateway audit.mcplog
    """
}
