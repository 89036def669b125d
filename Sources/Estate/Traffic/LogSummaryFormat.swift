/// How a summary of a log is told from every other file.
public enum LogSummaryFormat {
  /// The first bytes of every summary: no text, so that no other reader takes it for one.
  public static let signature: [UInt8] = [0x8A] + Array("mcpready log\r\n".utf8) + [0x1A]
}
