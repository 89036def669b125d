#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads the files that configure a run: the policy file, and rules beside those that are built in.
///
/// They are read as carefully as inputs are, but nothing about them is skipped: a run must not go on
/// without a part of its configuration.
public enum ConfigurationFiles {
  /// A file of the configuration could not be read.
  public struct Unreadable: Error, Hashable, Sendable {
    /// The path that could not be read.
    public let path: String
    /// Why, in words.
    public let reason: String
  }

  /// No configuration is larger, in bytes; a bound for a path that leads somewhere else.
  public static let sizeLimit = 8 << 20

  /// Whether something lies at `path`.
  public static func exist(at path: String) -> Bool {
    do throws(SystemError) {
      _ = try FileStatus(of: Array(path.utf8), followingLinks: false)
      return true
    } catch {
      return !error.isMissing
    }
  }

  /// The bytes of the file at `path`, of which there may be `largest`.
  public static func bytes(
    at path: String, largest: Int = sizeLimit
  ) throws(Unreadable) -> [UInt8] {
    try bytes(at: Array(path.utf8), shownAs: path, largest: largest)
  }

  /// The first `count` bytes of the file at `path`, or all where it has fewer.
  public static func start(of path: String, count: Int) throws(Unreadable) -> [UInt8] {
    do throws(SystemError) {
      let reader = try FileReader(opening: Array(path.utf8))
      var bytes: [UInt8] = []
      _ = try reader.read(upTo: count, into: &bytes)
      return bytes
    } catch {
      throw Unreadable(path: path, reason: error.reason)
    }
  }

  /// The files in `folder` and the folders in it whose names end in `.yaml` or `.yml`, sorted by path.
  public static func yamlFiles(
    in folder: String
  ) throws(Unreadable) -> [(path: String, bytes: [UInt8])] {
    try files(at: folder, endingIn: [".yaml", ".yml"])
  }

  /// The file at `path`, or the files in the folder there and the folders in it, whose names have one of
  /// `endings`, sorted by path; none of more than `largest` bytes.
  public static func files(
    at path: String, endingIn endings: [String], largest: Int = sizeLimit
  ) throws(Unreadable) -> [(path: String, bytes: [UInt8])] {
    var files: [(path: String, bytes: [UInt8])] = []
    for entry in FileWalk.entries(at: [path]) {
      let isWanted = endings.contains(where: entry.path.hasSuffix)
      switch entry.content {
      case .failed(let reason): throw Unreadable(path: entry.path, reason: reason)
      case .skipped(let reason) where isWanted: throw Unreadable(path: entry.path, reason: reason)
      case .file where isWanted:
        files.append(
          (
            entry.path,
            try bytes(at: entry.systemPath, shownAs: entry.path, largest: largest)
          ))
      case .file, .skipped, .duplicate: continue
      }
    }
    return files
  }

  /// Everything below the folder at `path` that is no folder, sorted by path, each with its bytes; with none
  /// what is no file of its own: links, devices, and what cannot be read or is larger than `largest` bytes.
  public static func contents(
    of path: String, largest: Int = sizeLimit
  ) -> [(path: String, bytes: [UInt8]?)] {
    FileWalk.entries(at: [path]).map { entry in
      guard case .file = entry.content else { return (entry.path, nil) }
      do throws(Unreadable) {
        return (
          entry.path, try bytes(at: entry.systemPath, shownAs: entry.path, largest: largest)
        )
      } catch {
        return (entry.path, nil)
      }
    }
  }

  private static func bytes(
    at path: [UInt8], shownAs shown: String, largest: Int = sizeLimit
  ) throws(Unreadable) -> [UInt8] {
    do throws(SystemError) {
      let reader = try FileReader(opening: path)
      var bytes: [UInt8] = []
      guard try !reader.read(upTo: largest, into: &bytes) else {
        throw SystemError(code: EFBIG)
      }
      return bytes
    } catch {
      throw Unreadable(path: shown, reason: error.reason)
    }
  }
}
