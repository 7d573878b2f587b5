import Testing
import Theme

/// A language is begun with the messages of one that counts otherwise.
@Suite struct FittedPluralsTests {
  private func fitted(_ message: String, to tag: String) throws -> String {
    let file = SourceFile(path: "x/gig.txt", "# {one}\ngig.a = \(message)\ngig.b = b\n")
    let made = try Translation.fitting(file, to: PluralRules(tag: tag))
    #expect(made.path == file.path)
    let text = String(decoding: made.bytes, as: UTF8.self)
    #expect(text.hasPrefix("# {one}\ngig.a = "))
    #expect(text.hasSuffix("\ngig.b = b\n"))
    return String(text.dropFirst("# {one}\ngig.a = ".count).dropLast("\ngig.b = b\n".count))
  }

  @Test(arguments: [
    // What the language has and needs stays, byte for byte.
    ("{n, plural,one{a}  other {b}}", "en", "{n, plural,one{a}  other {b}}"),
    ("{n, plural, one {# day} other {# days}}", "ja", "{n, plural, other {# days}}"),
    ("{n, plural, other {b} one {a}}.", "ja", "{n, plural, other {b}}."),
    ("{n, plural, two {c} other {b} one {a} few {d}}", "ja", "{n, plural, other {b}}"),
    ("{n, plural, other {# 天}}", "en", "{n, plural, one {# 天} other {# 天}}"),
    (
      "{n, plural, one {a} other {b}}", "ru",
      "{n, plural, one {a} few {b} many {b} other {b}}"
    ),
    (
      "{n, plural, one {a} other {b}}", "ar",
      "{n, plural, zero {b} one {a} two {b} few {b} many {b} other {b}}"
    ),
    // Only a value: it needs no more words.
    ("{n, plural, other {#}}", "ru", "{n, plural, other {#}}"),
    // An exact number that leaves nothing for a category stands for it.
    ("{n, plural, =1 {one} other {# x}}", "en", "{n, plural, =1 {one} other {# x}}"),
    // Lines stay lines.
    (
      "{n, plural,\n  one {a}\n  other {b\n  c}}", "ja", "{n, plural,\n  other {b\n  c}}"
    ),
    (
      "{n, plural,\n  other {b\n  c}}", "en", "{n, plural,\n  one {b\n  c}\n  other {b\n  c}}"
    ),
    // Signs that are meant as themselves close and open nothing.
    ("{n, plural, one {a{{ <e>x</e>} other {{{b## {m}}}", "ja", "{n, plural, other {{{b## {m}}}"),
    // One in the other, and side by side.
    (
      "{n, plural, one {a {m, plural, one {b} other {c}}} other {{m, plural, one {d} other {e}}!}}",
      "ja", "{n, plural, other {{m, plural, other {e}}!}}"
    ),
    (
      "{n, plural, other {a{m, plural, other {b}}}} {m, plural, other {c}}", "en",
      "{n, plural, one {a{m, plural, one {b} other {b}}} other {a{m, plural, one {b} other {b}}}} "
        + "{m, plural, one {c} other {c}}"
    ),
    (
      "{s, select, x {{n, plural, one {a} other {b}}} other {c}}", "ja",
      "{s, select, x {{n, plural, other {b}}} other {c}}"
    ),
    (
      "{n, plural, =0 {{m, plural, one {a} other {b}}} one {d} other {c}}", "ja",
      "{n, plural, =0 {{m, plural, other {b}}} other {c}}"
    ),
  ])
  func `plurals get the categories that a language has`(
    message: String, tag: String, expected: String
  ) throws {
    #expect(try fitted(message, to: tag) == expected)
    #expect(try fitted(expected, to: tag) == expected)
  }

  @Test func `what cannot be read is not fitted, nor what would become too long`() {
    #expect(throws: Faults.self) { try fitted("{n, plural, one {a}}", to: "ja") }
    let deep =
      String(repeating: "{n, plural, other {word ", count: 7) + String(repeating: "}}", count: 7)
    #expect(throws: Faults.self) { try fitted(deep, to: "ar") }
  }

  @Test func `a language is called by its own name and runs in its own direction`() throws {
    let arabic = try LocaleInfo(tag: "ar-EG")
    #expect(arabic.direction == .rtl)
    #expect(arabic.name == "العربية (مصر)")
    #expect(try LocaleInfo(tag: "az-Arab").direction == .rtl)
    #expect(try LocaleInfo(tag: "az").direction == .ltr)
    #expect(try LocaleInfo(tag: "de", name: "Hochdeutsch").name == "Hochdeutsch")
    #expect(throws: FormatsError.self) { try LocaleInfo(tag: "xx") }
  }
}
