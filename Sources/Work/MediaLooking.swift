import Glibc
package import Market
package import Outside
import Store

/// Looks at what has arrived, whoever does so: that is another program, which may be made to crash.
package struct MediaLook: Sendable {
  package enum Outcome: Sendable {
    /// Its renditions are in the folder, each under its `fileName`.
    case taken(LookedAt)
    case refused(MediaFault)
  }

  /// Throws when it came to no end that says something about the file. The folder is there and empty.
  package typealias Look =
    @Sendable (
      _ file: String, _ format: MediaFormat, _ folder: String
    ) throws -> Outcome

  let look: Look

  package init(_ look: @escaping Look) { self.look = look }
}

/// The task of a file that has arrived: pictures are made of it, and it is ready or refused.
package enum MediaLooking {
  /// So often it is tried with a file at which the program dies or hangs; then it is the file's fault.
  static let triesMax = 4

  /// `look` is nil where there is no such program: then files wait until there is one.
  package static func handler(
    _ places: MediaPlaces, _ look: MediaLook?, clock: @escaping @Sendable () -> Instant
  ) -> Worker.Handler {
    { task, store in
      guard let key = MediaKey(task.payload) else { throw Hopeless(MediaWorkError.noKey) }
      let file = try await store.read(after: .unlogged) { try $0.media(key) }
      // Removed meanwhile, or done by a worker that could not say so any more.
      guard let file, file.state == .waiting else { return }
      guard let look else { throw MediaWorkError.noProgram }
      let result = Written<MediaLook.Outcome>()
      let stored = Written<[StoredRendition]>()
      do {
        try await onOwnThread {
          try Bench(file, places).work(look) { outcome, renditions in
            result.value = outcome
            stored.value = renditions
          }
        }
      } catch let failure as LookFailure where task.attempts >= triesMax {
        _ = failure
        result.value = .refused(.unreadable)
      }
      guard let outcome = result.value else { throw MediaWorkError.noOutcome }
      let renditions = stored.value ?? []
      let now = clock()
      try await store.write { tx in
        // Somebody may have removed it while it was looked at.
        guard let file = try tx.media(key), file.state == .waiting else { return }
        switch outcome {
        case .taken(let looked): try tx.mediaReady(key, looked, renditions, at: now)
        case .refused(let fault): try tx.mediaRefused(key, because: fault, at: now)
        }
      }
    }
  }
}

/// What is wrong when a file cannot be looked at.
package enum MediaWorkError: Error, Hashable {
  case noKey
  case noProgram
  case noOutcome
  /// It is not on the shelf, or not as it arrived.
  case lost(MediaKey)
  case system(String, code: Int32)
}

extension MediaWorkError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noKey: "The task names no file."
    case .noProgram: "There is no program that looks at files: see the setting `mediaworker`."
    case .noOutcome: "Nothing came of the look."
    case .lost(let key): "The file \(key) is not kept as it arrived: see the setting `media`."
    case .system(let path, let code): "\(path): \(String(cString: strerror(code)))."
    }
  }
}

/// The look came to no end; that may be because of the file.
private struct LookFailure: Error, CustomStringConvertible {
  let cause: any Error

  var description: String { "\(cause)" }
}

/// A private folder with the file in it, which goes with the work.
private struct Bench {
  private let file: MediaFile
  private let places: MediaPlaces

  init(_ file: MediaFile, _ places: MediaPlaces) {
    (self.file, self.places) = (file, places)
  }

  func work(_ look: MediaLook, _ tell: (MediaLook.Outcome, [StoredRendition]) -> Void) throws {
    let folder = try PrivateFolder(in: places)
    defer { folder.remove() }
    let original = "\(folder.path)/\(Shelf.original)"
    let made = try folder.makeInner("made")
    guard try places.shelf.get(Shelf.Part(originalOf: file.key), into: original),
      try Digests.sha256(ofFile: original) == file.digest
    else { throw MediaWorkError.lost(file.key) }
    let outcome: MediaLook.Outcome
    do { outcome = try look.look(original, file.format, made) } catch {
      throw LookFailure(cause: error)
    }
    guard case .taken(let looked) = outcome else { return tell(outcome, []) }
    tell(outcome, try looked.renditions.map { try keep($0, in: made) })
  }

  private func keep(_ rendition: Rendition, in folder: String) throws -> StoredRendition {
    let path = "\(folder)/\(rendition.fileName)"
    var facts = stat()
    guard lstat(path, &facts) == 0 else { throw MediaWorkError.system(path, code: errno) }
    let digest = try Digests.sha256(ofFile: path)
    try places.shelf.put(
      Shelf.Part(rendition, of: file.key), from: path, type: rendition.format.mediaType)
    return StoredRendition(rendition, bytes: Int64(facts.st_size), digest: digest)
  }
}
