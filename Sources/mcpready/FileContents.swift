import FoundationEssentials

/// Reads small files that the user names as part of the configuration: rules and the policy file.
enum FileContents {
  /// No configuration is larger; a bound for a path that leads somewhere else.
  private static let sizeLimit: UInt64 = 8 << 20

  /// The bytes of the file at `path`.
  static func bytes(at path: String) throws(ConfigurationError) -> [UInt8] {
    var isFolder: Bool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder else {
      throw ConfigurationError("cannot read `\(path)`: there is no such file")
    }
    do {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      guard attributes[.type] as? FileAttributeType == .typeRegular,
        let size = attributes[.size] as? any BinaryInteger, UInt64(clamping: size) <= sizeLimit
      else {
        throw ConfigurationError("cannot read `\(path)`: it is no file, or larger than 8 MiB")
      }
      return Array(try Data(contentsOf: URL(filePath: path)))
    } catch let error as ConfigurationError {
      throw error
    } catch {
      throw ConfigurationError("cannot read `\(path)`: permission is missing")
    }
  }

  /// The YAML files in `folder` and the folders in it, sorted by path.
  static func yamlFiles(
    in folder: String
  ) throws(ConfigurationError) -> [(path: String, bytes: [UInt8])] {
    var isFolder: Bool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder else {
      throw ConfigurationError("cannot read `\(folder)`: there is no such folder")
    }
    let names: [String]
    do {
      names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    } catch {
      throw ConfigurationError("cannot read `\(folder)`: permission is missing")
    }
    let paths = names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
      .map { folder + "/" + $0 }
    var files: [(path: String, bytes: [UInt8])] = []
    for path in paths.sorted() { files.append((path, try bytes(at: path))) }
    return files
  }
}
