package struct PluralRules: Sendable {
  package func category(of number: Int) -> PluralCategory { .other }
}
