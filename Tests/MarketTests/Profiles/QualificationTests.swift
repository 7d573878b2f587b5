import Market
import Testing

@Suite struct QualificationTests {
  private static func faults(
    _ kind: Qualification.Kind = .education, issuer: Localized = [:], from: Int? = nil,
    to: Int? = nil, link: String? = nil
  ) -> [ProfileFault] {
    var content = ProfileContent(texts: [
      .chinese: ProfileText(name: "王", headline: "设计师", about: "十年。", place: "")
    ])
    content.proofs = [
      Qualification(
        kind, title: [.english: "BA"], issuer: issuer, from: from, to: to, link: link)
    ]
    return content.faults
  }

  @Test func `years go forwards, and one that is open goes on until now`() {
    #expect(Self.faults(from: 2_010, to: 2_014) == [])
    #expect(Self.faults(from: 2_014, to: 2_014) == [])
    #expect(Self.faults(from: 2_015, to: 2_014) == [.outOfRange(.qualificationYears(0))])
    #expect(Self.faults(from: 1_939) == [.outOfRange(.qualificationYears(0))])
    #expect(Self.faults(.experience, from: 2_020) == [])
    #expect(Qualification(.experience, title: [:], from: 2_020).goesOn)
    #expect(!Qualification(.experience, title: [:], from: 2_020, to: 2_021).goesOn)
    #expect(!Qualification(.certificate, title: [:]).goesOn)
  }

  @Test func `a certificate is given in one year and may be looked up`() {
    #expect(Self.faults(.certificate, to: 2_020, link: "https://example.com/1") == [])
    #expect(
      Self.faults(.certificate, from: 2_019, to: 2_020) == [.outOfRange(.qualificationYears(0))])
    let unfit = [ProfileFault.unfit(.qualificationLink(0), charactersMax: 300)]
    #expect(Self.faults(.certificate, link: "http://example.com") == unfit)
    #expect(Self.faults(.education, link: "https://example.com/1") == unfit)
  }

  @Test func `an issuer is one line, in a language that has a title`() {
    let long = String(repeating: "字", count: 120)
    #expect(Self.faults(issuer: [.english: long]) == [])
    #expect(
      Self.faults(issuer: [.english: long + "字"])
        == [.unfit(.qualificationIssuer(0), charactersMax: 120)])
    #expect(Self.faults(issuer: [.chinese: "美院"]) == [.missing(.qualification(0))])
  }
}
