// How each kind of value is written. What people wrote is escaped; what only we can make is not.
extension Renderer {
  func show(_ place: UnsafeRawPointer, as form: Form, into output: inout Output) {
    let formats = program.language.formats
    switch form {
    case .text: place.assumingMemoryBound(to: TextInPlace.self).pointee.escape(into: &output)
    // Each of them is nothing but a text.
    case .token, .html, .textAsIs:
      place.assumingMemoryBound(to: TextInPlace.self).pointee.write(into: &output)
    case .facts:
      let facts = Array<UInt8>.elements(at: place)
      output.append(
        UnsafeBufferPointer(
          start: facts.first?.assumingMemoryBound(to: UInt8.self), count: facts.count))
    case .sources: show(place.assumingMemoryBound(to: Sources.self).pointee, into: &output)
    case .number: formats.write(place.load(as: Int.self), into: &output)
    case .plainNumber: output.append(plain: place.load(as: Int.self))
    case .compact: formats.write(compact: place.load(as: Int.self), into: &output)
    case .figure: formats.write(place.load(as: Figure.self), into: &output)
    case .plainFigure: output.append(plain: place.load(as: Figure.self))
    case .money, .price, .plainMoney, .currency:
      show(place.assumingMemoryBound(to: Amount.self).pointee, as: form, into: &output)
    case .day: formats.write(place.load(as: Day.self), into: &output)
    case .month: formats.write(month: place.load(as: Day.self), into: &output)
    case .year: formats.write(year: place.load(as: Day.self), into: &output)
    case .isoDay: output.append(iso: place.load(as: Day.self))
    case .moment: formats.write(place.load(as: Moment.self), into: &output)
    case .isoMoment: output.append(iso: place.load(as: Moment.self))
    case .list:
      formats.write(place.assumingMemoryBound(to: [String].self).pointee, into: &output) {
        $1.escape($0)
      }
    case .listAsIs:
      formats.write(place.assumingMemoryBound(to: [String].self).pointee, into: &output) {
        $1.append(asIs: $0)
      }
    case .count(let type): formats.write(count(place, type), into: &output)
    case .plainCount(let type): output.append(plain: count(place, type))
    case .compactCount(let type): formats.write(compact: count(place, type), into: &output)
    case .formToken: show(place.assumingMemoryBound(to: FormAddress.self).pointee, into: &output)
    }
  }

  private func count(_ list: UnsafeRawPointer, _ type: Int32) -> Int {
    program.types.lists[Int(type)].elements(at: list).count
  }

  private func show(_ amount: Amount, as form: Form, into output: inout Output) {
    switch form {
    case .price: program.language.formats.write(price: amount, into: &output)
    case .plainMoney: output.append(plain: amount)
    case .currency: output.escape(amount.currency)
    default: program.language.formats.write(amount, into: &output)
    }
  }

  private func show(_ sources: borrowing Sources, into output: inout Output) {
    for (index, source) in sources.all.enumerated() {
      if index > 0 { output.append(", ") }
      output.escape(source.link.text)
      output.append(" ")
      output.append(plain: source.width)
      output.append("w")
    }
  }

  private func show(_ form: borrowing FormAddress, into output: inout Output) {
    output.append(#"<input type="hidden" name=""#)
    output.append(FormAddress.field)
    output.append(#"" value=""#)
    output.escape(form.token)
    output.append(#"">"#)
  }
}

/// A text where it lies. It cannot be copied, so that showing it counts no references.
private struct TextInPlace: ~Copyable {
  private let text: String

  borrowing func escape(into output: inout Output) { output.escape(text) }
  borrowing func write(into output: inout Output) { output.append(asIs: text) }
}
