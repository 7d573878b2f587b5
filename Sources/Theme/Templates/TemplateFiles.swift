/// The templates of a theme, after it has taken from the default theme what it lacks.
package struct TemplateFiles: Sendable {
  /// Where a template that should be there is missed, such as `themes/mine`.
  package let folder: String
  /// By their path in the theme, such as `pages/gig.html`.
  package let files: [String: SourceFile]

  package init(folder: String, files: [String: SourceFile]) {
    self.folder = folder
    self.files = files
  }
}

/// What a template is for; its folder says so.
package enum TemplateRole: String, Sendable, CaseIterable {
  case page = "pages"
  case layout = "layouts"
  case part = "parts"

  /// The folder and the name in a path such as `parts/review.html`; nil for other files.
  static func split(_ path: String) -> (role: Self, name: String)? {
    let ending = ".html"
    guard path.hasSuffix(ending), let slash = path.firstIndex(of: "/"),
      let role = Self(rawValue: String(path[..<slash]))
    else { return nil }
    let name = path[path.index(after: slash)...].dropLast(ending.count)
    return name.isEmpty ? nil : (role, String(name))
  }

  var noun: String {
    switch self {
    case .page: "page"
    case .layout: "layout"
    case .part: "part"
    }
  }
}
