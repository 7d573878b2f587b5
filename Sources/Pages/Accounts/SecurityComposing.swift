import Market
import Theme

extension SecurityPage {
  /// With no more than so many codes left, it is time for others.
  static let fewCodes = 3

  package init(_ facts: SecurityFacts, in edition: Edition) {
    let zone = facts.timezone
    self.init(
      around: FormFields<SettingsField>(facts.state, in: edition)
        .around(.security, at: .settings(.security)),
      needs: edition.needs(facts.contacts, mustTurnFactorOn: facts.mustTurnFactorOn),
      isFactorOn: facts.isFactorOn,
      factorSince: facts.factorSince.map { edition.moment($0, in: zone) },
      factorLink: edition.link(.factor), factorOffLink: edition.link(.factorOff),
      codesLeft: facts.codesLeft,
      isShortOfCodes: facts.isFactorOn && facts.codesLeft <= Self.fewCodes,
      codesLink: edition.link(.codes),
      passwordChanged: facts.passwordChangedAt.map { edition.moment($0, in: zone) },
      passwordLink: edition.link(.password),
      sessions: facts.sessions.map { SessionLine($0, facts, in: edition) },
      endOthers: facts.sessions.allSatisfy(\.isThis)
        ? nil : edition.form(.sessionsEnd, facts.state),
      events: facts.events.map { SecurityEventLine($0, zone, in: edition) },
      closeLink: edition.link(.close))
  }
}

extension SessionLine {
  fileprivate init(_ fact: SessionFact, _ facts: SecurityFacts, in edition: Edition) {
    let device = DeviceName(agent: fact.agent)
    self.init(
      device: edition.words(for: device), isMobile: device.isMobile, address: fact.address,
      began: edition.moment(fact.beganAt, in: facts.timezone),
      seen: edition.moment(fact.seenAt, in: facts.timezone), isThis: fact.isThis,
      end: edition.form(.sessionEnd(fact.id), facts.state))
  }
}

extension SecurityEventLine {
  fileprivate init(_ fact: SecurityEventFact, _ zone: String, in edition: Edition) {
    self.init(
      kind: fact.kind, weight: fact.kind.weight, at: edition.moment(fact.at, in: zone),
      device: fact.agent.isEmpty ? nil : edition.words(for: DeviceName(agent: fact.agent)),
      address: fact.address.isEmpty ? nil : fact.address)
  }
}
