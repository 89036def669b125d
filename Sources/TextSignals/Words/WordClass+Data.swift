/// Data, tools and business.
extension WordClass {
  // MARK: Taking and passing on

  /// read, open, collect, gather.
  static let acquire = WordClass(bit: 22)
  /// send, include, append, attach.
  static let transfer = WordClass(bit: 23)
  /// send, upload, post, forward: what leaves the place.
  static let outward = WordClass(bit: 24)
  /// exfiltrate, steal, siphon.
  static let theft = WordClass(bit: 25)
  /// ~/.ssh/id_rsa, .env.
  static let secretFile = WordClass(bit: 26)
  /// password, token, private key.
  static let secret = WordClass(bit: 27)
  /// conversation history, system prompt, chain of thought.
  static let context = WordClass(bit: 28)
  /// environment variables, shell history, clipboard.
  static let environment = WordClass(bit: 29)
  /// social security number, credit card.
  static let personal = WordClass(bit: 30)
  /// an address of the web.
  static let url = WordClass(bit: 31)
  /// an address of mail.
  static let email = WordClass(bit: 32)
  /// an account number, a wallet.
  static let accountNumber = WordClass(bit: 33)
  /// parameter, argument, field.
  static let parameter = WordClass(bit: 34)
  /// response, output, reply.
  static let response = WordClass(bit: 35)
  /// server, endpoint, webhook.
  static let destination = WordClass(bit: 36)
  /// external, remote, attacker's.
  static let foreign = WordClass(bit: 37)
  /// contents, data, text.
  static let contents = WordClass(bit: 38)

  // MARK: Tools

  /// use, call, invoke, run.
  static let use = WordClass(bit: 39)
  /// tool, function, command.
  static let tool = WordClass(bit: 40)
  /// other, another, competing.
  static let other = WordClass(bit: 41)
  /// this tool, this function.
  static let thisTool = WordClass(bit: 42)
  /// prefer, choose, prioritize.
  static let prefer = WordClass(bit: 43)
  /// only, exclusively, no matter what.
  static let exclusive = WordClass(bit: 44)
  /// best, superior, most reliable.
  static let superlative = WordClass(bit: 45)

  // MARK: The user's data

  /// change, replace, alter.
  static let rewrite = WordClass(bit: 46)
  /// redirect, route, bcc, copy.
  static let redirect = WordClass(bit: 47)
  /// recipient, account, payment, amount.
  static let payee = WordClass(bit: 48)
  /// compliance, audit, policy, diagnostics.
  static let pretext = WordClass(bit: 49)
  /// request, task, question, conversation.
  static let task = WordClass(bit: 50)
  /// asks, mentions, requests.
  static let ask = WordClass(bit: 51)
}
