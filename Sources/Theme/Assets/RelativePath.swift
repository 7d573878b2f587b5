/// Paths as files name each other: `../images/tea.svg`.
enum RelativePath {
  /// The path within the theme that `address` means in the file at `path`; nil when it means none.
  static func resolve(_ address: String, from path: String) -> String? {
    guard !address.isEmpty, !address.hasPrefix("/"), !address.contains(":"),
      !address.contains("\\"), !address.contains("?")
    else { return nil }
    var folders = path.split(separator: "/").dropLast()
    for part in address.split(separator: "/", omittingEmptySubsequences: false) {
      switch part {
      case ".": continue
      case "..":
        guard folders.popLast() != nil else { return nil }
      default: folders.append(part)
      }
    }
    return folders.joined(separator: "/")
  }
}
