import Market
import Pages
import Store

extension Command {
  static let gigsMax = 2_000_000

  static let seed = Command(
    name: "seed", summary: "fills an empty market with a believable demo",
    options: [
      Option(name: "gigs", value: "COUNT", summary: "how many gigs there are (default: 500)"),
      Option(name: "seed", value: "NUMBER", summary: "the same number makes the same market"),
    ],
    details: """
      A fifth as many sellers offer them, in both languages or one, with about three reviews each and
      four years of orders in the ledger. All of it is invented. The words come from the files
      under `content`; addresses end in example.com. Where `url` is this machine, \(DemoDoors.addresses)
      and the staff (admin@example.com …) can sign in with the password \(DemoDoors.password);
      elsewhere nobody can until `jishi user password` lets him.
      """
  ) { arguments, config in
    let count = try number(arguments, "gigs", or: 500, 1...gigsMax)
    let seed = try number(arguments, "seed", or: 1, 0...Int(Int32.max))
    let words = try DemoWords(content: config.content)
    let doors = config.site.origin.isOfThisMachine ? DemoDoors() : nil
    // At a moment of the plan's, or the same seed would not make the same market.
    _ = try Database.create(at: config.address, at: DemoPlan.start)
    var options = Store.Options()
    options.room = .ample
    let made = try await Store.with(config.address, options) { store in
      let (people, rules) = try await store.read { snapshot in
        (
          try snapshot.accounts(after: ID(0), atMost: 1).count,
          try snapshot.rules(at: DemoPlan.today).rules
        )
      }
      guard people == 0 else {
        throw UsageError(
          "There are people in \(config.address) already; seed an empty market. (A seeding that was broken off leaves a part of one: delete it and start again.)"
        )
      }
      let plan = DemoPlan(gigs: count, seed: UInt64(seed), words, rules)
      let progress = Progress("Seeding")
      var seeding = Seeding(store, words, plan, rules, doors: doors)
      try await seeding.run { progress.reach($0) }
      _ = try await store.writeHeads(to: config.head)
      return plan
    }
    return Report(
      [
        ("database", .text("\(config.address)")), ("seed", .number(Int64(seed))),
        ("gigs", .number(Int64(made.offers.count))),
        ("sellers", .number(Int64(made.sellers.count))),
        ("buyers", .number(Int64(made.buyers))), ("orders", .number(Int64(made.deals.count))),
        ("reviews", .number(Int64(made.deals.count { $0.stars != nil }))),
      ] + (doors == nil ? [] : [("password", .text(DemoDoors.password))]),
      lines: [
        "Made \(made.offers.count) gigs of \(made.sellers.count) sellers, with \(made.deals.count) orders and \(made.deals.count { $0.stars != nil }) reviews."
      ] + (doors == nil ? [] : [DemoDoors.sentence]))
  }

  private static func number(
    _ arguments: Arguments, _ name: String, or usual: Int, _ range: ClosedRange<Int>
  ) throws -> Int {
    guard let text = arguments.options[name] else { return usual }
    guard let number = Int(text), range.contains(number) else {
      throw UsageError(
        "--\(name) is a number from \(range.lowerBound) to \(range.upperBound), not “\(text)”.")
    }
    return number
  }
}
