import Foundation

/// An object of JSON: a page, or an element of one of its lists.
final class HugoThing {
  fileprivate enum Value: Equatable {
    case text(String)
    case flag
    case list([HugoThing])
  }

  private var values: [String: Value] = [:]

  /// False when something else has that name, or when a layout could not tell that it is there.
  func show(_ text: String, as name: String) -> Bool {
    guard let known = values.updateValue(.text(text), forKey: name) else { return true }
    return known == .text(text) || known == .flag && !text.isEmpty
  }

  /// What is shown as well says by itself that it is there.
  func flag(_ name: String) { if values[name] == nil { values[name] = .flag } }

  func element(_ index: Int, of name: String) -> HugoThing {
    var all: [HugoThing] = []
    if case .list(let known)? = values[name] { all = known }
    if index == all.count { all.append(HugoThing()) }
    values[name] = .list(all)
    return all[index]
  }

  /// Its values, each as JSON.
  var fields: [String: String] { values.mapValues(\.json) }

  var json: String { Self.object(fields) }

  static func object(_ fields: [String: String]) -> String {
    let all = fields.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }
    return "{\(all.joined(separator: ","))}"
  }
}

extension HugoThing: Equatable {
  static func == (one: HugoThing, other: HugoThing) -> Bool { one === other }
}

extension HugoThing.Value {
  fileprivate var json: String {
    switch self {
    case .text(let text): text.json
    case .flag: "true"
    case .list(let all): "[\(all.map(\.json).joined(separator: ","))]"
    }
  }
}

extension String {
  fileprivate var json: String {
    var json = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case "\u{0}"..<" ": json += String(format: "\\u%04x", scalar.value)
      default: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }
}
