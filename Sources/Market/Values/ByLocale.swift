/// A value in each of some languages, in the order of their tags. There are so few that they are
/// looked through; what would find one among many costs more than that.
///
/// Public only for speed, as is `Locale`: see ARCHITECTURE.md.
public struct ByLocale<Value> {
  public typealias Element = (key: Locale, value: Value)

  /// No tuple: an array of those must ask the runtime how to copy them.
  @usableFromInline struct Pair {
    @usableFromInline let key: Locale
    @usableFromInline var value: Value

    @inlinable init(_ key: Locale, _ value: Value) {
      self.key = key
      self.value = value
    }
  }

  @usableFromInline var pairs: [Pair]

  @inlinable public init() { pairs = [] }

  /// Of two values for one language the later counts.
  public init(_ pairs: some Sequence<(Locale, Value)>) {
    self.init()
    for (locale, value) in pairs { self[locale] = value }
  }

  @inlinable public subscript(locale: Locale) -> Value? {
    get {
      for pair in pairs where pair.key == locale { return pair.value }
      return nil
    }
    set {
      let place = pairs.firstIndex { $0.key >= locale } ?? pairs.endIndex
      let isThere = place < pairs.endIndex && pairs[place].key == locale
      switch (newValue, isThere) {
      case (let value?, true): pairs[place].value = value
      case (let value?, false):
        // Few are written in one language alone.
        if pairs.isEmpty { pairs.reserveCapacity(2) }
        pairs.insert(Pair(locale, value), at: place)
      case (nil, true): pairs.remove(at: place)
      case (nil, false): break
      }
    }
  }

  @inlinable
  public subscript(
    locale: Locale, default value: @autoclosure () -> Value
  ) -> Value {
    get { self[locale] ?? value() }
    set { self[locale] = newValue }
  }

  @inlinable public func has(_ locale: Locale) -> Bool {
    pairs.contains { $0.key == locale }
  }

  public var keys: [Locale] { pairs.map(\.key) }
  public var values: [Value] { pairs.map(\.value) }

  @inlinable public func mapValues<Other>(_ transform: (Value) -> Other) -> ByLocale<Other> {
    var others = ByLocale<Other>()
    others.pairs.reserveCapacity(pairs.count)
    for pair in pairs { others.pairs.append(.init(pair.key, transform(pair.value))) }
    return others
  }

  public func filter(_ isMeant: (Element) -> Bool) -> ByLocale {
    var some = ByLocale()
    some.pairs = pairs.filter { isMeant(($0.key, $0.value)) }
    return some
  }
}

extension ByLocale {
  /// Not only equal: a copy of it that nobody has changed.
  @inlinable func isSameArray(as other: Self) -> Bool {
    pairs.withUnsafeBufferPointer { own in
      other.pairs.withUnsafeBufferPointer { own.baseAddress == $0.baseAddress }
    }
  }
}

extension ByLocale: RandomAccessCollection {
  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { pairs.count }
  @inlinable public subscript(place: Int) -> Element { (pairs[place].key, pairs[place].value) }
}

extension ByLocale: Equatable where Value: Equatable {
  @inlinable public static func == (left: Self, right: Self) -> Bool {
    left.isSameArray(as: right)
      || left.pairs.count == right.pairs.count
        && left.pairs.indices.allSatisfy {
          left.pairs[$0].key == right.pairs[$0].key && left.pairs[$0].value == right.pairs[$0].value
        }
  }
}

extension ByLocale: Hashable where Value: Hashable {
  public func hash(into hasher: inout Hasher) {
    hasher.combine(pairs.count)
    for pair in pairs {
      hasher.combine(pair.key)
      hasher.combine(pair.value)
    }
  }
}

extension ByLocale: Sendable where Value: Sendable {}
extension ByLocale.Pair: Sendable where Value: Sendable {}

extension ByLocale: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral pairs: (Locale, Value)...) { self.init(pairs) }
}

/// The readable parts of addresses.
public typealias Slugs = ByLocale<String>
