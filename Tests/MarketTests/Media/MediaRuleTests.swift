import Market
import Testing

@Suite struct MediaRuleTests {
  private let seller = Actor.person(7)
  private let head: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)

  private static let looked = LookedAt(width: 300, height: 300, renditions: [])
  private static let states: [MediaFile.State] = [
    .arriving, .waiting, .ready(looked), .refused(.unreadable),
  ]

  private func file(_ state: MediaFile.State = .arriving, bytes: Int64 = 10) -> MediaFile {
    MediaFile(
      id: ID(1), key: .nothing, party: ID(7), name: "a.png", format: .png, bytes: bytes,
      openedAt: now, state: state)
  }

  enum Deed: CaseIterable { case receive, arrive, look, refuse }

  /// What comes of each deed in the states above; nil where it is refused.
  private static let table: [(Deed, [MediaFile.State?])] = [
    (.receive, [.arriving, nil, nil, nil]),
    (.arrive, [.waiting, nil, nil, nil]),
    (.look, [nil, .ready(looked), nil, nil]),
    (.refuse, [.refused(.tooSmall(sideMin: 1)), .refused(.tooSmall(sideMin: 1)), nil, nil]),
  ]

  @Test(arguments: table.indices)
  func `each deed has its outcome in each state`(row: Int) {
    let (deed, outcomes) = Self.table[row]
    for (state, outcome) in zip(Self.states, outcomes) {
      let file = file(state)
      let result: MediaFile.State? =
        switch deed {
        case .receive: (try? file.receiving(1, at: 0, after: 0, by: seller)).map { _ in file.state }
        case .arrive: try? file.arrived(as: "d", head: head, by: seller).state
        case .look: try? file.lookedAt(Self.looked).state
        case .refuse: try? file.refused(because: .tooSmall(sideMin: 1)).state
        }
      #expect(result == outcome, "\(deed) in \(state)")
    }
  }

  @Test func `a piece begins where the last one ended and never goes past the size`() throws {
    #expect(try file().receiving(4, at: 3, after: 3, by: seller) == 7)
    #expect(try file().receiving(7, at: 3, after: 3, by: seller) == 10)
    #expect(try file().receiving(0, at: 10, after: 10, by: seller) == 10)
    #expect(throws: MediaError.wrongOffset(received: 3)) {
      try file().receiving(1, at: 2, after: 3, by: seller)
    }
    for count in [8, Int64.max] as [Int64] {
      #expect(throws: MediaError.pastTheEnd(bytes: 10)) {
        try file().receiving(count, at: 3, after: 3, by: seller)
      }
    }
    #expect(throws: MediaError.refused(.notAllowed)) {
      try file().receiving(1, at: 0, after: 0, by: .person(8))
    }
  }

  @Test func `its first bytes must say what its sender said`() {
    let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0]
    let cases: [(head: [UInt8], fault: MediaFault?)] = [
      (head, nil), (jpeg, .mislabelled), (Array("<svg>".utf8), .unknownFormat), ([], .empty),
    ]
    for (head, fault) in cases { #expect(file().fault(of: head) == fault) }
  }

  @Test func `an offer is of a known format and within its limits`() throws {
    let offer = try MediaOffer(name: "标志.JPG", label: "", bytes: 5)
    #expect(offer.format == .jpeg)
    #expect(try MediaOffer(name: "x", label: "video/mp4", bytes: 200 << 20).format == .mp4)
    let wrong: [(name: String, label: String, bytes: Int64, fault: MediaFault)] = [
      ("a.svg", "image/svg+xml", 5, .unknownFormat), ("a", "", 5, .unknownFormat),
      ("a.png", "image/png", 0, .empty), ("a.png", "image/png", -1, .empty),
      ("a.png", "image/png", 20 << 20 + 1, .tooLarge(bytesMax: 20 << 20)),
      ("a.mp4", "application/octet-stream", .max, .tooLarge(bytesMax: 200 << 20)),
    ]
    for (name, label, bytes, fault) in wrong {
      #expect(throws: MediaError.unfit(fault)) {
        try MediaOffer(name: name, label: label, bytes: bytes)
      }
    }
  }

  @Test func `a name is one clean line without a path`() {
    let cases = [
      ("../../etc/passwd", "passwd"), ("C:\\a\\b.png", "b.png"), ("标志 1.png", "标志 1.png"),
      ("a\u{202E}gnp.exe", "agnp.exe"), ("a\nb\0.png", "ab.png"), ("  ", "file"), ("", "file"),
      ("..", "file"), (".hidden", "hidden"),
    ]
    for (given, clean) in cases { #expect(MediaOffer.cleaned(given) == clean) }
    let long = MediaOffer.cleaned(String(repeating: "长", count: 300) + ".jpeg")
    #expect(long.count == MediaOffer.nameCharactersMax && long.hasSuffix("长.jpeg"))
  }

  @Test func `pictures of a gig are ready files of its own`() {
    func content(_ keys: [MediaKey]) -> GigContent {
      var content = GigContent.plain
      content.media = keys.map { GigMedia(file: $0.text, caption: [:]) }
      return content
    }
    let (own, key) = (ID<Party>(7), MediaKey.nothing)
    #expect(content([]).mediaFaults(of: own, []) == [])
    #expect(content([key]).mediaFaults(of: own, []) == [.unknown(.media)])
    #expect(content([key]).mediaFaults(of: own, [file(.waiting)]) == [.notReady(.media)])
    #expect(content([key]).mediaFaults(of: own, [file(.ready(Self.looked))]) == [])
    #expect(
      content([key]).mediaFaults(of: ID(8), [file(.ready(Self.looked))]) == [.unknown(.media)])
  }
}
