/// Where in HTML a place of a template is. It goes through the words of the template byte by byte,
/// as a browser would, but forgives nothing.
struct Markup {
  var state: State = .data
  /// The elements that this template has opened and not closed yet.
  var open: [Element] = []
  /// So many of them were open before the branch that is read; it may not close those.
  var floor = 0
  /// What stands around the template, if that is known: the parent of what it opens first.
  var outer: String?
  var tag = Tag()
  var attribute = Attribute()
  /// An opening tag of a form that changes something has just ended.
  var formEnded: Operand?
  /// The last two bytes of a comment: a mark that leaves no trace can stand between them.
  var tail: [UInt8] = []
  /// The ids that the file gives, on the way to here.
  var ids: Set<String> = []
  /// An attribute has just ended that shows an icon.
  var iconEnded: Icon?

  enum State: Equatable {
    case data, tagName, endTagName, afterEndTagName
    /// Between attributes; whether the next may begin here.
    case inTag(isSpaced: Bool)
    case attributeName, afterAttributeName, beforeValue, value, unquoted, slash
    case declaration, comment
    /// In `title` and `textarea`, where there are no tags.
    case words
    /// In `script` and `style`, where there is nothing at all.
    case raw
  }

  struct Element: Equatable {
    let name: String
    let offset: Int
    /// What stands in a paragraph that cannot: told when the paragraph turns out to be closed.
    var intruder: Intruder?

    static func == (left: Self, right: Self) -> Bool {
      left.name == right.name && left.offset == right.offset
    }
  }

  struct Intruder {
    let name: String
    let offset: Int
  }

  struct Tag {
    var name = ""
    var offset = 0
    var nameBytes: [UInt8] = []
    var attributes: [String] = []
    var isRefresh = false
    /// What `rel` says, in any of the branches.
    var relations: Set<String> = []
    var isPost = false
    var formAction: Operand?
    var assets: Set<AssetUse> = []
  }

  struct Attribute {
    var name = ""
    var offset = 0
    var nameBytes: [UInt8] = []
    var quote: UInt8 = 0
    var place = AttributePlace.words
    /// The words at its beginning, up to the first mark.
    var beginning: [UInt8] = []
    /// It has a >, so that a tag in it shows that its quote was forgotten.
    var mayHaveEnded = false
    var started: Started?
    /// A mark was met in it.
    var isBegun = false
    /// There is nothing in it but `beginning`.
    var isPlain = true

    /// What follows does not begin the address any more.
    var hasAddress: Bool {
      if isBegun || beginning.isEmpty || place != .refresh { return isBegun || !beginning.isEmpty }
      return AttributePlace.isRefresh(String(decoding: beginning, as: UTF8.self), isWhole: true)
    }
  }

  /// Longer than any beginning that says something about an address.
  static let beginningMax = 64

  var parent: String? { open.last?.name ?? outer }

  var isInDrawing: Bool {
    for element in open.reversed() {
      if Elements.leavesDrawing.contains(element.name) { return false }
      if element.name == "svg" { return true }
    }
    return outer.map { $0 == "svg" || Elements.drawing.contains($0) } ?? false
  }

  /// White space means something here.
  var keepsWhiteSpace: Bool {
    if state == .words { return parent == "textarea" }
    return outer == "pre" || open.contains { $0.name == "pre" }
  }
}

// One byte after the other.
extension Markup {
  mutating func read(_ byte: UInt8, at offset: Int, _ source: inout TemplateSource) {
    switch state {
    case .data: readData(byte, at: offset, &source)
    case .tagName: readTagName(byte, at: offset, &source)
    case .endTagName, .afterEndTagName: readEndTag(byte, at: offset, &source)
    case .inTag, .slash: readInTag(byte, at: offset, &source)
    case .attributeName, .afterAttributeName: readAttributeName(byte, at: offset, &source)
    case .beforeValue, .value, .unquoted: readValue(byte, at: offset, &source)
    case .declaration: if byte == UInt8(ascii: ">") { state = .data }
    case .comment: readComment(byte, at: offset, &source)
    case .words, .raw: readRaw(byte, at: offset, &source)
    }
  }

  private mutating func readData(_ byte: UInt8, at offset: Int, _ source: inout TemplateSource) {
    guard byte == UInt8(ascii: "<") else { return }
    let next = offset + 1 < source.bytes.count ? source.bytes[offset + 1] : 0
    switch next {
    case UInt8(ascii: "/"):
      tag = Tag(offset: offset)
      state = .endTagName
    case UInt8(ascii: "!"):
      beginDeclaration(at: offset, &source)
    case UInt8(ascii: "{"):
      source.report(
        offset, found: "a tag whose name is not written here",
        expected: "the name of an element after <")
    case _ where Self.isLetter(next):
      tag = Tag(offset: offset)
      state = .tagName
    default:
      source.report(offset, found: "< that begins no tag", expected: "&lt;")
    }
  }

  private mutating func readTagName(
    _ byte: UInt8, at offset: Int, _ source: inout TemplateSource
  ) {
    switch byte {
    case _ where WhiteSpace.isBlank(byte):
      endTagName()
      state = .inTag(isSpaced: true)
    case UInt8(ascii: "/"):
      endTagName()
      state = .slash
    case UInt8(ascii: ">"):
      endTagName()
      endTag(isClosed: false, at: offset, &source)
    default: tag.nameBytes.append(Self.lowered(byte))
    }
  }

  mutating func endTagName() { tag.name = String(decoding: tag.nameBytes, as: UTF8.self) }

  private mutating func readEndTag(_ byte: UInt8, at offset: Int, _ source: inout TemplateSource) {
    switch byte {
    case UInt8(ascii: ">"):
      endTagName()
      close(&source)
    case UInt8(ascii: "/") where offset == tag.offset + 1: break
    case _ where WhiteSpace.isBlank(byte): state = .afterEndTagName
    case _ where state == .endTagName: tag.nameBytes.append(Self.lowered(byte))
    default:
      source.report(offset, found: "something in a closing tag", expected: ">")
    }
  }

  private mutating func readRaw(_ byte: UInt8, at offset: Int, _ source: inout TemplateSource) {
    let ending = Array("</\(parent ?? "")".utf8)
    if byte == UInt8(ascii: "<"), offset + ending.count <= source.bytes.count,
      zip(source.bytes[offset...], ending).allSatisfy({ Self.lowered($0) == $1 })
    {
      tag = Tag(offset: offset)
      state = .endTagName
    } else if state == .raw, !WhiteSpace.isBlank(byte) {
      reportRaw(at: offset, &source)
    } else if state == .words, byte == UInt8(ascii: "<"), !source.isShapeLost {
      source.report(
        open.last?.offset ?? offset, found: "< in <\(parent ?? "")>, which has only words",
        expected: "&lt;")
    }
  }

  /// Once for each element.
  func reportRaw(at offset: Int, _ source: inout TemplateSource) {
    let name = parent ?? "script"
    source.report(
      open.last?.offset ?? offset, found: "<\(name)> with something inside",
      expected: name == "script" ? "a script of its own file: src=\"{{ asset … }}\"" : "it empty")
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  static func lowered(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
