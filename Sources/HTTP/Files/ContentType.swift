/// What a file is, by the ending of its name.
enum ContentType {
  static func of(_ name: String) -> String {
    if name == "feed.xml" { return "application/atom+xml; charset=utf-8" }
    guard let dot = name.lastIndex(of: ".") else { return unknown }
    let ending = name[name.index(after: dot)...]
    return byEnding[String(ending)] ?? unknown
  }

  /// What may be there in a packed form.
  static func isText(_ type: String) -> Bool { type.hasSuffix("charset=utf-8") }

  private static let unknown = "application/octet-stream"

  private static let byEnding = [
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "webmanifest": "application/manifest+json; charset=utf-8",
    "svg": "image/svg+xml; charset=utf-8",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
    "pdf": "application/pdf",
    "mp4": "video/mp4",
    "webm": "video/webm",
  ]
}
