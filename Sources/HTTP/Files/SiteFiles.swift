/// Answers with the files of a built site. It knows no sockets: whoever listens asks it.
package struct SiteFiles: Sendable {
  /// What is not larger is read at once, and its tag says what is in it.
  package static let wholeBytesMax = 131_072

  private let folder: SiteFolder
  let hot: HotFiles

  package init(_ path: String) {
    folder = SiteFolder(path: path)
    hot = HotFiles(path)
  }

  package var isThere: Bool { folder.isThere }

  /// `now` are seconds since 1970.
  package func answer(to request: Request, at now: Int64) -> Answer {
    guard ["GET", "HEAD"].contains(request.method) else {
      return Answer(
        .methodNotAllowed, saying: "This can only be read.", also: [("Allow", "GET, HEAD")])
    }
    let encodings = Encoding.accepted(request.fields["Accept-Encoding"])
    let key = HotFiles.Key(target: request.target, encodings: encodings)
    if let shown = hot.find(key) { return shown.answer(to: request) }
    switch Destination(target: request.target) {
    case .unreadable: return Answer(.badRequest, saying: "The address cannot be read.")
    case .elsewhere(let address): return Self.moved(to: address)
    case .nowhere(let first): return find([], askedFor: first, request, nil, at: now)
    case .place(let names):
      let files = Self.forms(of: Self.files(for: names), encodings)
      return find(files, askedFor: names.first, request, key, at: now)
    }
  }

  /// The names a place can have in the folder; the page comes before the file. A packed form is a
  /// form of a page, and has no address of its own.
  private static func files(for names: [String]) -> [[String]] {
    guard let last = names.last else { return [["index.html"]] }
    let page = Array(names.dropLast()) + [last + ".html"]
    return Encoding(ofFile: last) == nil ? [page, names] : [page]
  }

  /// Each with the packed forms that the client takes before it.
  private static func forms(of files: [[String]], _ encodings: [Encoding]) -> [[String]] {
    if encodings.isEmpty { return files }
    return files.flatMap { file in
      encodings.map { Array(file.dropLast()) + [$0.name(of: file.last ?? "")] } + [file]
    }
  }

  private func find(
    _ files: [[String]], askedFor first: String?, _ request: Request, _ key: HotFiles.Key?,
    at now: Int64
  ) -> Answer {
    let locale = first.map { [[$0, "404.html"]] } ?? []
    switch folder.find(files, orElse: locale + [["404.html"]]) {
    case .file(let file, let path):
      guard let shown = ShownFile(file, path, at: now) else { return Self.unavailable }
      if let key { hot.keep(shown, for: key, file, path) }
      return shown.answer(to: request)
    case .nothing(let page): return Self.missing(page)
    case .away: return Self.unavailable
    }
  }

  private static func missing(_ page: OpenFile?) -> Answer {
    guard let page, let content = FileContent(page) else {
      return Answer(.notFound, saying: "There is nothing at this address.")
    }
    let fields = [
      ("Content-Type", ContentType.of("404.html")), ("Cache-Control", "no-cache, no-transform"),
    ]
    return Answer(
      .notFound, FieldLines(fields + Protection.lines), content.body(0..<content.size))
  }

  private static func moved(to address: String) -> Answer {
    Answer(
      .movedForGood, saying: "It is at \(address).",
      also: [("Location", address)])
  }

  static let unavailable = Answer(
    .serviceUnavailable, saying: "The site is being replaced; please try again.",
    also: [("Retry-After", "1")])
}
