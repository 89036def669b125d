import FoundationEssentials
import SourceText
import Syntax

/// Why a suite could not be run at all.
public struct SuiteError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file or folder, and what is the matter with it.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// A folder that a suite's files stand in.
struct SuiteFolder: Sendable {
  /// The folder's path.
  let path: String

  /// The folder called `name` in this one, whether it exists or not.
  func folder(_ name: String) -> SuiteFolder {
    SuiteFolder(path: path + "/" + name)
  }

  /// Whether the folder itself exists.
  var exists: Bool { FileManager.default.fileExists(atPath: path) }

  /// Whether there is a file or folder at `subpath`.
  func holds(_ subpath: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/" + subpath)
  }

  /// The names of what stands directly in the folder, sorted by their bytes, if they end in `suffix`.
  func names(ending suffix: String = "") throws(SuiteError) -> [String] {
    do {
      let found = try FileManager.default.contentsOfDirectory(atPath: path)
      return sorted(found, ending: suffix)
    } catch {
      throw SuiteError("\(path): the folder cannot be read")
    }
  }

  /// The paths from here of all files at any depth that end in `suffix`, sorted by their bytes.
  func files(ending suffix: String) throws(SuiteError) -> [String] {
    do {
      let found = try FileManager.default.subpathsOfDirectory(atPath: path)
      return sorted(found, ending: suffix)
    } catch {
      throw SuiteError("\(path): the folder cannot be read")
    }
  }

  /// The bytes of the file at `subpath`.
  func bytes(of subpath: String) throws(SuiteError) -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(filePath: path + "/" + subpath)))
    } catch {
      throw SuiteError("\(path)/\(subpath): the file cannot be read")
    }
  }

  /// The file at `subpath` as a source that bears the identity `index` and that path.
  func source(_ subpath: String, index: Int = 0) throws(SuiteError) -> SourceFile {
    SourceFile(
      id: SourceID(index: UInt32(clamping: index)), path: subpath, bytes: try bytes(of: subpath))
  }

  /// The value that the JSON file at `subpath` holds.
  func json(_ subpath: String, index: Int = 0) throws(SuiteError) -> Node {
    let source = try source(subpath, index: index)
    let tree: SyntaxTree
    do throws(SyntaxError) {
      tree = try JSONParser.parse(source)
    } catch {
      throw malformed(subpath, error.diagnostic.message)
    }
    guard let root = tree.root else { throw malformed(subpath, "it holds no value") }
    return root
  }

  /// The error that the suite's own file at `subpath` is not what the suite describes.
  func malformed(_ subpath: String, _ reason: String) -> SuiteError {
    SuiteError("\(path)/\(subpath): \(reason)")
  }

  private func sorted(_ paths: [String], ending suffix: String) -> [String] {
    paths.filter { $0.hasSuffix(suffix) }.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }
}
