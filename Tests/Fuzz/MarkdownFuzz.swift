import Theme

/// The bytes as what people and the market write.
enum MarkdownFuzz {
  static func read(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    for use in [Markdown.Use.people, .own] {
      let markup = Markdown.html(text, for: use).markup
      if let fault = AllowedMarkup.fault(in: markup) { fail("\(fault) in \(markup)") }
      if use == .people, markup.contains("<img") || markup.contains("<h2") {
        fail("people have neither: \(markup)")
      }
    }
    let plain = Markdown.plain(text, atMost: 100)
    if plain.count > 100 { fail("\(plain.count) characters: \(plain)") }
    if plain.unicodeScalars.contains(where: { $0.value < 0x20 }) { fail("a control in \(plain)") }
    if plain.hasPrefix(" ") || plain.hasSuffix(" ") || plain.contains("  ") {
      fail("spaces in “\(plain)”")
    }
  }
}

/// The bytes as a page of content.
enum FrontMatterFuzz {
  static func read(_ bytes: [UInt8]) {
    let file = SourceFile(path: "content/x.md", bytes: bytes)
    do throws(Faults) {
      let head = try FrontMatter(file, required: ["title"], optional: ["updated", "部"])
      guard head["title"] != nil else { fail("no title, and no fault") }
      let places = Lines(file)
      for (key, field) in head.fields {
        places.check(field.place, key)
        if field.value.isEmpty || field.value.contains("\n") { fail("\(key) = “\(field.value)”") }
      }
      guard bytes.suffix(head.body.utf8.count).elementsEqual(head.body.utf8) else {
        fail("a body that is not the end of the file")
      }
      let before = bytes.dropLast(head.body.utf8.count)
      let lines = before.count { $0 == UInt8(ascii: "\n") }
      if !head.body.isEmpty, head.bodyLine != lines + 1 {
        fail("the body is on line \(lines + 1), not \(head.bodyLine)")
      }
    } catch {
      if error.all.isEmpty { fail("nothing is wrong, and yet it is no page") }
      check(error.all, in: [file])
    }
  }
}
