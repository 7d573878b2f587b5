extension Painting {
  /// 星: a chart of the sky round the pole, with figures that no astronomer named.
  mutating func stars() {
    let sky = isReversed ? Colour.paper : deep.mixed(.ink, 0.45)
    let line = sky.mixed(mid, 0.6)
    let light = isReversed ? deep : .paper
    let pole = Point(240 + dice.between(-60, 60), dice.between(150, 210))
    let radius = dice.between(180, 215)
    ground(sky)
    for share in [1, 0.72, 0.36] { ring(pole, radius * share, line, share == 1 ? 2 : 1.2) }
    ring(
      pole + Point(radius * 0.09, -radius * 0.05), radius * 0.72, mid, 1.2, dashes: "2 5")
    let turn = dice.between(0, 1)
    for hour in 0..<14 {
      let angle = turn + Double(hour) * 6.2832 / 14 + dice.between(-0.06, 0.06)
      stroke(
        "M\(pole.toward(angle, radius * 0.36))L\(pole.toward(angle, radius))", line, 1.1)
    }
    for _ in 0..<26 {
      let place = Point(dice.between(10, 470), dice.between(10, 350))
      circle(place, dice.between(0.9, 2), mid)
    }
    let figures = dice.whole(5...6)
    var guest = pole
    for figure in 0..<figures {
      let angle = turn + Double(figure) * 6.2832 / Double(figures) + dice.between(-0.25, 0.25)
      let stars = walk(from: pole.toward(angle, radius * dice.between(0.2, 0.82)))
      stroke(.straight(stars), light, 1.8)
      for (index, star) in stars.enumerated() {
        if index % 2 == 1 {
          ring(star, 4.6, light, 2.2, fill: sky)
        } else {
          circle(star, 5, light)
        }
      }
      if figure == 1 { guest = stars[stars.count / 2] }
      // One that would shine outside the sheet gives its place to another.
      if figure > 1, !Self.holds(guest) { guest = stars[0] }
    }
    circle(guest, 11, .vermilion)
  }

  private static func holds(_ star: Point) -> Bool {
    (24...456).contains(star.x) && (24...336).contains(star.y)
  }

  private mutating func walk(from start: Point) -> [Point] {
    var heading = dice.between(0, 6.28)
    var stars = [start]
    for _ in 0..<dice.whole(3...6) {
      heading += dice.between(-1, 1)
      let way = Point(0, 0).toward(heading, 1)
      let x = way.x * dice.between(26, 44)
      let y = way.y * dice.between(26, 44)
      stars.append(stars[stars.count - 1] + Point(x, y))
    }
    return stars
  }
}
