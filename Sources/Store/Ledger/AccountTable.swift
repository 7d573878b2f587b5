import Market

/// What an audit knows of each account, in as little room as possible: there may be millions.
struct AccountTable {
  struct State {
    var balance: Int64 = 0
    var held: Int64 = 0
    /// The number of its last transfer, zero before the first.
    var last: Int64 = 0
    var asset: Int32
    var mayBeNegative: Bool

    /// As it should stand after a posting. What runs over comes out wrong, and so is found.
    func after(_ change: Int64, holding hold: Int64) -> (balance: Int64, held: Int64) {
      (balance &+ change, held &+ hold)
    }
  }

  /// How many accounts may be missing in a row before the numbers after them are called strange.
  static let gapMax: Int64 = 1_000

  /// By number, from one.
  private var states: [State?] = []
  /// Those whose numbers make no sense.
  private var strays: [Int64: State] = [:]
  private var codes: [String] = []
  private var indices: [String: Int32] = [:]

  /// Returns the fault, if the number is not the next one.
  mutating func add(_ id: Int64, asset: String, mayBeNegative: Bool) -> String? {
    let index = index(of: asset)
    let state = State(asset: index, mayBeNegative: mayBeNegative)
    let expected = Int64(states.count) + 1
    guard id != expected else {
      states.append(state)
      return nil
    }
    guard id > expected, id - expected <= Self.gapMax else {
      strays[id] = state
      return "Account \(id) comes where account \(expected) should."
    }
    states += Array(repeating: nil, count: Int(id - expected)) + [state]
    return id - expected == 1
      ? "Account \(expected) is missing." : "The accounts \(expected) to \(id - 1) are missing."
  }

  subscript(id: Int64) -> State? {
    guard id >= 1, id <= states.count else { return strays[id] }
    return states[Int(id) - 1]
  }

  mutating func set(_ id: Int64, balance: Int64, held: Int64, last: Int64) {
    guard id >= 1, id <= states.count else {
      strays[id]?.balance = balance
      strays[id]?.held = held
      strays[id]?.last = last
      return
    }
    states[Int(id) - 1]?.balance = balance
    states[Int(id) - 1]?.held = held
    states[Int(id) - 1]?.last = last
  }

  func code(of asset: Int32) -> String { codes[Int(asset)] }

  private mutating func index(of code: String) -> Int32 {
    if let index = indices[code] { return index }
    let index = Int32(codes.count)
    codes.append(code)
    indices[code] = index
    return index
  }
}
