/// What GitHub would misread.
extension SARIFChecker {
  mutating func checkForGitHub() {
    let results = run["results"].elements
    expect(results.count <= 5_000, "GitHub keeps 5,000 results")
    expect(run["tool"]["driver"]["rules"].elements.count <= 25_000, "GitHub takes 25,000 rules")
    for result in results {
      expect(!result["suppressions"].isPresent, "GitHub shows accepted results as open")
      expect(!result["baselineState"].isPresent, "GitHub shows absent results as present")
      expect(result["kind"].string == "fail", "GitHub shows every kind as a failure")
      expect(result["relatedLocations"].elements.count <= 100, "GitHub shows 100 locations")
      let steps = result["codeFlows"].elements.flatMap { $0["threadFlows"].elements }
        .map { $0["locations"].elements.count }.reduce(0, +)
      expect(steps <= 1_000, "GitHub shows 1,000 steps")
      for value in result.descendants where value["uri"].isPresent {
        expect(
          value["uriBaseId"].string == "%SRCROOT%",
          "GitHub takes every path for one of the checkout")
      }
      expect(result["partialFingerprints"].isPresent, "GitHub needs fingerprints")
    }
  }
}
