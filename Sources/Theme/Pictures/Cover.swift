/// The picture on a gig whose seller has none: drawn from the words of the gig alone, so the same
/// gig has the same picture on every machine, byte for byte. It has no text, gradient or filter,
/// and one vermilion thing.
package enum Cover {
  package static let bytesMax = 10 << 10

  /// `category` is the group of the gig's category, such as `brand`; it says which motifs and
  /// pigments suit. A motif given here is drawn whatever the dice say.
  package static func svg(category: String, title: String, motif: Motif? = nil) -> String {
    var dice = Dice("\(category)|\(title)")
    let bag = Bag.of(category)
    let picked = dice.pick(bag.motifs)
    let pigment = dice.pick(bag.pigments)
    let isReversed = dice.falls(below: 0.38)
    var painting = Painting(dice: dice, pigment: pigment, isReversed: isReversed)
    painting.draw(motif ?? picked)
    return painting.finish()
  }
}

extension Painting {
  fileprivate mutating func draw(_ motif: Motif) {
    switch motif {
    case .shan: shan()
    case .lattice: lattice()
    case .moons: moons()
    case .qin: qin()
    case .vase: vase()
    case .stars: stars()
    case .go: go()
    case .tangram: tangram()
    case .gate: gate()
    case .tiles: tiles()
    case .slips: slips()
    case .modular: modular()
    case .fan: fan()
    }
  }
}
