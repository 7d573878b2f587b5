/// What is to be sent to a target, or to go there.
struct DeployPlan {
  /// Search engines are told of no more pages than this that were changed by one build.
  private static let newsMax = 200

  let source: Source
  /// How much of the source's manifest is in it.
  let end: Int
  /// Whether all of the manifest was looked at.
  let isWhole: Bool
  private(set) var parcels: [Parcel] = []

  /// Looks at what was added to the manifest since the target was last told everything, and at all of it
  /// only when that cannot be said.
  init(from source: Source, to memory: TargetMemory) throws {
    self.source = source
    if let (start, sent) = try memory.rest(of: source) {
      isWhole = false
      var news = News()
      end = try source.manifest.walk(from: start) { record, path, _ in
        news.add(record, String(decoding: path, as: UTF8.self))
      }
      parcels = news.parcels(besides: sent, from: source)
    } else {
      isWhole = true
      end = try source.manifest.walk { _, _, _ throws(SiteError) in }
      try compare(with: memory)
    }
  }

  func parcels(of stage: Stage) -> [Parcel] { parcels.filter { $0.stage == stage } }

  /// Whether so much has changed at once that it is probably how pages look, and not what they say.
  var isOfLooks: Bool {
    let pages = parcels.count { $0.path.hasSuffix(".html") && $0.wasThere }
    return isWhole && pages > Self.newsMax
  }

  mutating func replace(_ parcels: [Parcel]) { self.parcels = parcels }

  private mutating func compare(with memory: TargetMemory) throws {
    let there = try memory.reader()
    let sent = try memory.sent()
    let known = try there.map { try ManifestIndex($0) }
    let wanted = try ManifestIndex(source.manifest)
    try wanted.each(in: source.manifest) { record, path throws(SiteError) in
      let text = String(decoding: path, as: UTF8.self)
      let old = known?.find(Digest(path, seed: known?.seed ?? 0))
      if let old, let known, try isSame(record, text, as: old, seed: known.seed) { return }
      let isNew = old.map { $0.digest == .unknown } ?? true || sent[text]?.kind == .new
      parcels.append(
        Parcel(
          path: text, record: record, isNew: isNew, wasThere: old != nil, source: source))
    }
    guard let there, let known else { return }
    try known.each(in: there) { record, path throws(SiteError) in
      guard wanted.find(Digest(path, seed: wanted.seed)) == nil else { return }
      var record = record
      record.kind = .gone
      parcels.append(
        Parcel(
          path: String(decoding: path, as: UTF8.self), record: record, isNew: false,
          wasThere: true, source: source))
    }
  }

  /// Digests of other seeds cannot be compared; then the file is read.
  private func isSame(
    _ record: ManifestRecord, _ path: String, as known: ManifestIndex.Known, seed: UInt64
  ) throws(SiteError) -> Bool {
    guard known.hasSize(record.size) else { return false }
    if seed == source.seed { return known.digest == record.digest }
    guard let bytes = try? source.bytes(of: path, record) else { return false }
    return bytes.withUnsafeBytes { Digest($0, seed: seed) } == known.digest
  }
}

/// What a piece of a manifest says of each path in it.
private struct News {
  private var places: [String: Int] = [:]
  private var all: [(path: String, wasThere: Bool, last: ManifestRecord)] = []

  mutating func add(_ record: ManifestRecord, _ path: String) {
    if let place = places[path] {
      all[place].last = record
    } else {
      places[path] = all.count
      all.append((path, record.kind != .new, record))
    }
  }

  /// `sent` is what the target was told of it already.
  func parcels(besides sent: [String: ManifestRecord], from source: Source) -> [Parcel] {
    all.compactMap { path, wasThere, last in
      let told = sent[path]
      let isPerhapsThere = told?.kind.isHere ?? wasThere
      let isThere = isPerhapsThere && told?.digest != .unknown && told?.kind != .new
      if last.kind.isHere {
        if isPerhapsThere, told?.digest == last.digest { return nil }
      } else if !isPerhapsThere {
        return nil
      }
      return Parcel(
        path: path, record: last, isNew: !isThere, wasThere: isPerhapsThere, source: source)
    }
  }
}
