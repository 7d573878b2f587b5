/// Answers with the files of a built site. It knows no sockets: whoever listens asks it.
package struct SiteFiles: Sendable {
  /// What is not larger is read at once, and its tag says what is in it.
  package static let wholeBytesMax = 131_072

  private let folder: SiteFolder

  package init(_ path: String) { folder = SiteFolder(path: path) }

  package var isThere: Bool { folder.isThere }

  /// `now` are seconds since 1970.
  package func answer(to request: Request, at now: Int64) -> Answer {
    guard ["GET", "HEAD"].contains(request.method) else {
      return Answer(
        .methodNotAllowed, saying: "This can only be read.", also: [("Allow", "GET, HEAD")])
    }
    switch Destination(target: request.target) {
    case .unreadable: return Answer(.badRequest, saying: "The address cannot be read.")
    case .elsewhere(let address): return Self.moved(to: address)
    case .nowhere(let first): return find([], askedFor: first, request, at: now)
    case .place(let names):
      let files = Self.forms(of: Self.files(for: names), for: request)
      return find(files, askedFor: names.first, request, at: now)
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
  private static func forms(of files: [[String]], for request: Request) -> [[String]] {
    let accepted = Encoding.accepted(request.fields["Accept-Encoding"])
    if accepted.isEmpty { return files }
    return files.flatMap { file in
      accepted.map { Array(file.dropLast()) + [$0.name(of: file.last ?? "")] } + [file]
    }
  }

  private func find(
    _ files: [[String]], askedFor first: String?, _ request: Request, at now: Int64
  ) -> Answer {
    let locale = first.map { [[$0, "404.html"]] } ?? []
    switch folder.find(files, orElse: locale + [["404.html"]]) {
    case .file(let file, let path):
      return Self.answer(with: file, path, request, at: now) ?? Self.unavailable
    case .nothing(let page): return Self.missing(page)
    case .away: return Self.unavailable
    }
  }

  private static func answer(
    with file: OpenFile, _ path: [String], _ request: Request, at now: Int64
  ) -> Answer? {
    guard let content = Content(file) else { return nil }
    let name = path.last ?? ""
    let encoding = Encoding(ofFile: name)
    let facts = FileFacts(path: path.dropLast() + [encoding?.textName(ofFile: name) ?? name])
    var fields = FieldLines([
      ("ETag", content.tag.text), ("Cache-Control", facts.cacheControl),
    ])
    for (name, value) in Protection.lines { fields.add(name, value) }
    if ContentType.isText(facts.type) { fields.add("Vary", "Accept-Encoding") }
    let modified = file.modified.seconds
    // Nothing can have changed later than it is sent, whatever the clocks say.
    if modified <= now { fields.add("Last-Modified", DateText.text(of: modified)) }
    let conditions = Conditions(fields: request.fields)
    switch conditions.outcome(tag: content.tag, modified: modified) {
    case .notModified: return Answer(.notModified, fields, .none)
    case .failed:
      return Answer(.preconditionFailed, saying: "It is not what the request expects.")
    case .met: break
    }
    fields.add("Accept-Ranges", "bytes")
    fields.add("Content-Type", facts.type)
    if let encoding { fields.add("Content-Encoding", encoding.rawValue) }
    let isPart = request.method == "GET" && conditions.allowPart(tag: content.tag)
    switch BytesWanted(isPart ? request.fields["Range"] : nil, of: content.size) {
    case .outside:
      return Answer(
        .rangeNotSatisfiable, saying: "The file ends before.",
        also: [("Content-Range", "bytes */\(content.size)"), ("Accept-Ranges", "bytes")])
    case .part(let range):
      let last = range.upperBound - 1
      fields.add("Content-Range", "bytes \(range.lowerBound)-\(last)/\(content.size)")
      return Answer(.partialContent, fields, content.body(range))
    case .all:
      return Answer(.ok, fields, content.body(0..<content.size))
    }
  }

  private static func missing(_ page: OpenFile?) -> Answer {
    guard let page, let content = Content(page) else {
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

/// A file as far as it was read.
private struct Content {
  let tag: EntityTag
  let size: Int64
  private let file: OpenFile
  private let bytes: [UInt8]?

  /// Nil when the disk fails.
  init?(_ file: OpenFile) {
    self.file = file
    guard file.size <= SiteFiles.wholeBytesMax else {
      (tag, size, bytes) = (EntityTag(of: file), file.size, nil)
      return
    }
    guard let bytes = file.read(from: 0, count: Int(file.size)) else { return nil }
    self.bytes = bytes
    tag = EntityTag(of: bytes)
    size = Int64(bytes.count)
  }

  func body(_ range: Range<Int64>) -> Answer.Body {
    guard let bytes else { return .part(file, range) }
    return .bytes(Array(bytes[Int(range.lowerBound)..<Int(range.upperBound)]))
  }
}
