extension LexiconBuilder {
  /// Words about taking data and passing it on.
  mutating func addMovement() {
    addVerbs(
      .acquire,
      "read/read open collect gather retrieve extract scan search locate fetch access dump grab"
        + " capture load find/found copy look_up/looked_up obtain enumerate harvest steal/stole/stolen"
        + " look_for/looked_for acquire scrape slurp cat crawl inspect check examine get/got list"
        + " query parse pull discover view compile exfiltrate recite repeat")
    addVerbs(
      [.transfer, .carry],
      "include pass append attach put/put place embed insert add supply paste populate fill prepend"
        + " concatenate feed/fed incorporate inject stuff weave smuggle copy interpolate repeat"
        + " recite reproduce enter hand encode concat tack_on/tacked_on give/gave/given")
    addVerbs(
      .transfer,
      "write/wrote/written store save echo return provide set/set record input log"
        + " dump quote reply respond serialize output specify")
    addVerbs(
      [.transfer, .outward],
      "send/sent upload post forward email transmit submit relay bcc leak exfiltrate ship deliver"
        + " mirror curl cc beacon publish export mail tunnel broadcast push transfer sync"
        + " funnel pipe dispatch stream text report share phone_home/phoned_home replicate"
        + " resend resubmit hand_over/handed_over fax post_back/posted_back backhaul disclose back_up/backed_up backup"
    )
    addVerbs(
      .seize,
      "remember memorize retain collect gather extract harvest dump scrape slurp capture grab copy steal/stole/stolen siphon"
        + " exfiltrate record compile back_up/backed_up cat read/read open find/found locate")
    addVerbs(.theft, "exfiltrate steal/stole/stolen siphon smuggle leak harvest phone_home")
    addVerbs(
      [.transfer, .outward, .redirect], "cc/cc'd/cc'ed/cced bcc/bcc'd/bcc'ed/bcced/bccd")
    add([.transfer, .outward, .redirect], "carbon_copy blind_copy")
    add(
      .parameter,
      "parameter parameters argument arguments field fields param params header headers body"
        + " query_string property metadata sidenote side_note note notes footer payload context"
        + " signature subject comment attribute input query_parameter query_parameters request_body"
    )
    add(
      .response,
      "response responses output outputs result results reply replies answer answers message"
        + " summary")
    add(
      .destination,
      "server endpoint webhook collector third_party website site bucket listener host inbox"
        + " address api domain url backend channel database service location link cloud drive"
        + " mailbox account repository gist c2")
    add(
      .foreign,
      "external vendor vendor's partner partner's vendors remote attacker attackers attacker's third-party third_party outside offsite"
        + " off-site offshore adversary collector telemetry analytics our monitoring diagnostics")
    add(.copyOf, "content contents copy copies lines text full_text output")
    add(
      .contents,
      "content contents page pages webpage document source original truth facts reality data text value values full entire whole information details copy file"
        + " files everything material records document documents output results")
  }
}
