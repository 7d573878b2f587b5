/// What a picture can be of.
package enum Motif: String, CaseIterable, Sendable {
  case shan, lattice, moons, qin, vase, stars, go, tangram, gate, tiles, slips, modular, fan
}

/// What a cover of a category is drawn from: mostly the category's own motif, the rest its cousins,
/// so that a list of gigs looks related and not uniform.
struct Bag {
  let pigments: [Pigment]
  let motifs: [Motif]

  private init(_ pigments: [Pigment], _ motifs: KeyValuePairs<Motif, Int>) {
    self.pigments = pigments
    self.motifs = motifs.flatMap { Array(repeating: $0.key, count: $0.value) }
  }

  /// By the group of the category. A group that a site made up has the bag of everything.
  static func of(_ group: String) -> Bag { groups[group] ?? everything }

  private static let groups: [String: Bag] = [
    "brand": Bag(
      [.ink, .gamboge, .azurite, .malachite, .rouge, .ochre],
      [.modular: 6, .fan: 2, .tiles: 2, .tangram: 1, .moons: 1]),
    "art": Bag(
      [.malachite, .azurite, .lotus, .ochre, .moss], [.shan: 6, .gate: 4, .tiles: 1]),
    "web": Bag([.azurite, .indigo, .malachite], [.lattice: 7, .modular: 2]),
    "video": Bag([.indigo, .lotus, .ink], [.moons: 5, .qin: 4, .fan: 1]),
    "words": Bag([.gamboge, .moss, .ink, .ochre, .indigo], [.slips: 6, .fan: 2]),
    "shop": Bag([.ochre, .azurite, .rouge], [.vase: 7, .fan: 2]),
    "data": Bag([.indigo, .azurite, .ink], [.stars: 7, .lattice: 1]),
    "pro": Bag(
      [.gamboge, .moss, .ochre, .malachite, .lotus], [.go: 5, .tangram: 4, .modular: 1]),
  ]

  private static let everything = Bag(
    [.azurite, .malachite, .gamboge, .ochre, .rouge, .indigo, .moss, .lotus, .ink],
    [
      .shan: 2, .lattice: 2, .modular: 2, .gate: 1, .tiles: 2, .fan: 1, .vase: 1, .tangram: 2,
      .stars: 1, .moons: 1,
    ])
}
