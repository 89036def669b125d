import Estate
public import SourceText
import Syntax

/// The stage that turns paths into a fleet: finds the files, recognises, parses and lowers them, and joins
/// what they say.
///
/// Files are read and lowered in parallel; everything is put together in the order of their paths, so
/// that the result depends neither on timing nor on the order of the paths. Nothing throws: what is wrong
/// with an input is a diagnostic, and the input's status says that it failed.
public struct Intake: Sendable {
  /// What a user's policy file and the command line change about the intake.
  public struct Options: Sendable {
    /// How large an input may be.
    public var limits = InputLimits.standard
    /// Why the file or folder at a displayed path is left out; `nil` where it is not.
    public var exclusion: @Sendable (String) -> String? = { _ in nil }
    /// What the file at a displayed path is, where its content would leave it open.
    public var kindOverride: @Sendable (String) -> FileKind? = { _ in nil }
    /// The names of fields in logs that are the team's own.
    public var records = RecordNames()
    /// Sources that were read before, such as the policy file; places in them stay valid.
    public var library = SourceLibrary()
    /// How the paths that the user names are shown.
    public var display = PathDisplay.asNamed
    /// The folder of another checkout, which is no part of the estate even where it lies in it.
    public var otherCheckout: String?
    /// Where this run will write; what an earlier one left there is no input, unless a user names it.
    public var outputs: [String] = []

    /// Whether tools keep their definitions even where no lock file is to be compared with them.
    public var wantsDefinitions = false

    /// Nothing is changed.
    public init() {}
  }

  private let paths: [String]
  private let options: Options

  /// An intake of what lies at or below `paths`, of which `-` is a log on standard input.
  public init(paths: [String], options: Options = Options()) {
    self.paths = paths
    self.options = options
  }

  /// Reads everything.
  public func read() async -> IntakeResult {
    await readApart().joined()
  }

  /// Reads everything, each source for itself.
  public func readApart() async -> UnjoinedIntake {
    let entries = FileWalk.entries(
      at: paths.filter { $0 != Self.standardInput }, shownBy: options.display,
      outputs: options.outputs, otherCheckout: options.otherCheckout, exclusion: options.exclusion)
    let loader = FileLoader(limits: options.limits, records: options.records)
    let kindOverride = options.kindOverride
    var loaded = await ParallelWork.results(of: entries) { entry in
      loader.load(entry, declaredKind: kindOverride(entry.path))
    }
    if paths.contains(Self.standardInput) { loaded.append(.standardInput) }
    return await lower(loaded)
  }

  /// How the path that a user gave as an argument is shown.
  public static func displayedPath(_ argument: String) -> String {
    argument == standardInput
      ? LoadedFile.standardInput.entry.path : WalkPath(named: argument).shown
  }

  /// The path by which users name standard input.
  private static let standardInput = "-"

  /// Reads `files`, an estate that is in memory, such as an example of a rule.
  public static func read(
    files: [(path: String, bytes: [UInt8])], options: Options = Options()
  ) async -> IntakeResult {
    let intake = Intake(paths: [], options: options)
    let loader = FileLoader(limits: options.limits, records: options.records)
    return await intake.lower(
      files.sorted { $0.path < $1.path }.map { loader.load($0.bytes, at: $0.path) }
    ).joined()
  }

  /// Parses and lowers what was loaded.
  private func lower(_ loaded: [LoadedFile]) async -> UnjoinedIntake {
    var collection = SourceCollection(loaded, into: options.library)
    let parser = SourceParser(limits: options.limits)
    var lowered = await ParallelWork.results(of: collection.sources) { source in
      let file = parser.parse(source)
      return LoweredFile(file: file.forOthers, contribution: await Lowering.lower(file))
    }
    // Tools keep their definitions where something is to be compared with them: a lock file, or whatever the
    // caller has. Few runs do, so that it is the catalogs of these that are parsed twice.
    if options.wantsDefinitions || lowered.contains(where: { !$0.contribution.locked.isEmpty }) {
      let files = Array(zip(collection.sources, lowered))
      lowered = await ParallelWork.results(of: files) { source, file in
        file.contribution.catalogs.isEmpty ? file : file.defining(toolsOf: parser.parse(source))
      }
    }
    collection.note(lowered)
    return UnjoinedIntake(collection, lowered)
  }
}

/// A file after all that can be done with it alone.
struct LoweredFile: Sendable {
  /// The file, with those of its trees alone that are read together with other files.
  let file: ParsedFile
  var contribution: Contribution

  /// What became of the file: one of which only errors are left has failed.
  var status: Input.Status {
    let hasError = contribution.diagnostics.contains { $0.severity == .error }
    return hasError && contribution.isSilent ? .failed : file.status
  }
}
