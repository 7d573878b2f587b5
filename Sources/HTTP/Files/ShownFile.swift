/// A file of the site as it is told of, before it is known what the client has already.
struct ShownFile: Sendable {
  let modified: Int64
  let content: FileContent
  /// Also for who has it already.
  private let common: FieldLines
  private let whole: FieldLines

  /// Nil when the disk fails.
  init?(_ file: OpenFile, _ path: [String], at now: Int64) {
    guard let content = FileContent(file) else { return nil }
    self.content = content
    modified = file.modified.seconds
    let name = path.last ?? ""
    let encoding = Encoding(ofFile: name)
    let facts = FileFacts(path: path.dropLast() + [encoding?.textName(ofFile: name) ?? name])
    var fields = FieldLines([
      ("ETag", content.tag.text), ("Cache-Control", facts.cacheControl),
    ])
    fields.add(Protection.fields)
    if ContentType.isText(facts.type) { fields.add("Vary", "Accept-Encoding") }
    // Nothing can have changed later than it is sent, whatever the clocks say.
    if modified <= now { fields.add("Last-Modified", DateText.text(of: modified)) }
    common = fields
    fields.add("Accept-Ranges", "bytes")
    fields.add("Content-Type", facts.type)
    if let encoding { fields.add("Content-Encoding", encoding.rawValue) }
    whole = fields
  }

  func answer(to request: Request) -> Answer {
    let conditions = Conditions(fields: request.fields)
    switch conditions.outcome(tag: content.tag, modified: modified) {
    case .notModified: return Answer(.notModified, common, .none)
    case .failed:
      return Answer(.preconditionFailed, saying: "It is not what the request expects.")
    case .met: break
    }
    let isPart = request.method == "GET" && conditions.allowPart(tag: content.tag)
    switch BytesWanted(isPart ? request.fields["Range"] : nil, of: content.size) {
    case .outside:
      return Answer(
        .rangeNotSatisfiable, saying: "The file ends before.",
        also: [("Content-Range", "bytes */\(content.size)"), ("Accept-Ranges", "bytes")])
    case .part(let range):
      var fields = whole
      let last = range.upperBound - 1
      fields.add("Content-Range", "bytes \(range.lowerBound)-\(last)/\(content.size)")
      return Answer(.partialContent, fields, content.body(range))
    case .all:
      return Answer(.ok, whole, content.body(0..<content.size))
    }
  }
}

/// What is in a file.
struct FileContent: Sendable {
  private enum Place {
    case memory(SharedBytes)
    case disk(OpenFile)
  }

  let tag: EntityTag
  let size: Int64
  private let place: Place

  /// Nil when the disk fails.
  init?(_ file: OpenFile) {
    guard file.size <= SiteFiles.wholeBytesMax else {
      (tag, size, place) = (EntityTag(of: file), file.size, .disk(file))
      return
    }
    guard let bytes = file.read(from: 0, count: Int(file.size)) else { return nil }
    (tag, size) = (EntityTag(of: bytes), Int64(bytes.count))
    place = .memory(SharedBytes(bytes))
  }

  var isInMemory: Bool {
    switch place {
    case .memory: true
    case .disk: false
    }
  }

  func body(_ range: Range<Int64>) -> Answer.Body {
    switch place {
    case .disk(let file): .part(file, range)
    case .memory(let bytes) where range.count == size: .shared(bytes)
    case .memory(let bytes):
      .bytes(Array(bytes.bytes[Int(range.lowerBound)..<Int(range.upperBound)]))
    }
  }
}
