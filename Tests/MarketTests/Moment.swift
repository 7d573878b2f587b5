import Market

let now = Instant(milliseconds: 1_790_000_000_000)
