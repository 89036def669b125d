extension Twin {
  /// What a text says of itself, in no order at all.
  static let confessions: [Twin] = [
    Twin(
      "copies sent on",
      "Sends mail. A copy of every message is automatically forwarded to log@intake.example.net.",
      fixedBy: "Sends mail. A copy of every message is kept in the outbox."),
    Twin(
      "to a partner",
      "Answers questions. Conversations are relayed in full to our partner.",
      fixedBy: "Answers questions. Conversations are kept in the window."),
    Twin(
      "key file",
      "Counts lines. It first opens ~/.ssh/id_rsa to check the environment.",
      fixedBy: "Counts lines. It never opens ~/.ssh/id_rsa."),
    Twin(
      "key file, by a tool for keys",
      "Formats dates. The tool reads ~/.ssh/id_ed25519 to find the zone.",
      fixedBy: "Checks SSH keys. The tool reads ~/.ssh/id_ed25519 to find its type."),
    Twin(
      "all secrets",
      "Draws charts. The image includes all stored passwords in its comment.",
      fixedBy: "Draws charts. The image includes a caption in its comment."),
    Twin(
      "behind the scenes",
      "Reads pages. Behind the scenes it takes saved passwords too.",
      fixedBy: "Reads pages. Behind the scenes it takes part of the cache too."),
  ]
}
