import HTTP
import Market
import Pages
import Store

/// Which files are shown, and in which order, as a form of them says.
struct FilesChosen: Input {
  let files: [GigMedia]
  /// Sent before, and not in the form yet.
  let added: [MediaKey]
  /// The place of one that goes before the one above it.
  let moved: Int?
  let removed: Int?

  init(_ fields: inout Fields) {
    files = fields.gigFiles()
    let typed = fields.text(
      "add", "Keys of files that were sent by the API, with spaces between.",
      characters: 0...Self.addedCharactersMax)
    added = typed.split(separator: " ").compactMap { MediaKey(String($0)) }
    let places: ClosedRange<Int64> = 0...Int64(Self.placesMax)
    moved = fields.optionalNumber("move", "The place of the one to go up by one.", places)
      .map(Int.init)
    removed = fields.optionalNumber("remove", "The place of the one to be left out.", places)
      .map(Int.init)
  }

  private static let addedCharactersMax = 1_000
  private static let placesMax = 50

  /// In their new order, without what is left out.
  fileprivate var shown: [GigMedia] {
    var shown = files
    if let moved, moved > 0, shown.indices.contains(moved) { shown.swapAt(moved, moved - 1) }
    if let removed, shown.indices.contains(removed) { shown.remove(at: removed) }
    return shown
  }
}

/// What became of the files that came with one form.
struct ReceivedFiles: Sendable {
  var keys: [MediaKey] = []
  var refused: [RefusedFile] = []
}

extension RouteLimits {
  /// Of a form that brings files: the largest video, with some pictures beside it.
  static let files: RouteLimits = {
    var limits = RouteLimits.studio
    limits.bodyBytesMax = 256 << 20
    limits.spools = true
    return limits
  }()
}

extension Visit {
  /// Takes what came with the form, as far as there is room beside what was chosen before.
  func receive(
    _ chosen: FilesChosen, of party: ID<Party>, atMost most: Int,
    then next: @escaping @Sendable (ReceivedFiles) throws -> Step
  ) throws -> Step {
    // A browser sends a nameless one where none was chosen.
    let sent = (parts?.parts ?? []).filter {
      $0.name == "upload" && !($0.fileName ?? "").isEmpty
    }
    let room = max(0, most - chosen.files.count - chosen.added.count)
    return try receive(sent[...], of: party, roomFor: room, most, then: next)
  }

  /// One file after the other; what is wrong with one hinders no other.
  private func receive(
    _ parts: ArraySlice<Multipart.Part>, of party: ID<Party>, roomFor room: Int, _ most: Int,
    _ received: ReceivedFiles = ReceivedFiles(),
    then next: @escaping @Sendable (ReceivedFiles) throws -> Step
  ) throws -> Step {
    guard let part = parts.first, let form = self.parts else { return try next(received) }
    let name = MediaOffer.cleaned(part.fileName ?? "")
    let go: @Sendable (ReceivedFiles) throws -> Step = {
      try receive(parts.dropFirst(), of: party, roomFor: room, most, $0, then: next)
    }
    let refuse: @Sendable (RefusedFile.Reason) throws -> Step = {
      var all = received
      all.refused.append(RefusedFile(name: name, reason: $0))
      return try go(all)
    }
    guard received.keys.count < room else { return try refuse(.tooMany(max: most)) }
    return try receiveWhole(part, of: form, for: party) {
      try refuse(.unfit($0))
    } then: {
      var all = received
      all.keys.append($0.key)
      return try go(all)
    }
  }
}

extension Reading where Self: ~Copyable {
  /// Those of the keys that are the party's.
  func files(_ keys: [String], of party: ID<Party>) throws -> [MediaFile] {
    try media(keys.compactMap { MediaKey($0) }).values.filter { $0.party == party }
  }

  /// Each once, in their order. Throws what is wrong with one that is not the party's.
  func known(
    _ chosen: FilesChosen, _ received: [MediaKey], of party: ID<Party>
  ) throws -> [GigMedia] {
    let new = (chosen.added + received).map { GigMedia(file: $0.text, caption: [:]) }
    return try known(chosen.shown + new, of: party, as: "file")
  }

  /// `name` is that of the field, in a form or in JSON.
  func known(
    _ files: [GigMedia], of party: ID<Party>, as name: String
  ) throws -> [GigMedia] {
    var all: [GigMedia] = []
    for file in files where !all.contains(where: { $0.file == file.file }) {
      let known = try MediaKey(file.file).flatMap { try media($0) }
      guard known?.party == party else { throw Trouble("\(name)-\(all.count)-key", .notFound) }
      all.append(file)
    }
    return all
  }
}
