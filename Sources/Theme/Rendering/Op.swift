/// One step of a program. All of them lie in one array and none owns anything, so that stepping
/// over them counts no references, whichever threads share the program.
package struct Op: BitwiseCopyable {
  /// What it writes before anything else. Nearly every step has words before it, and as steps of
  /// their own they would double their number.
  package var words = WordRange(start: 0, count: 0)
  package let code: Code
  /// The value it is about.
  package var subject = Reference(scope: 0, offset: 0)
  /// Where the program goes on when this is not so, or is done.
  package var end: Int32 = 0

  package enum Code: BitwiseCopyable {
    /// Its words alone.
    case words
    case show(Form)
    /// Go on at `end` …
    case jump
    case jumpUnlessSo
    /// … if there is no value. The number is that of the optional's type.
    case jumpUnlessPresent(Int32)
    /// … if the list is empty. The number is that of its type.
    case jumpUnlessAny(Int32)
    /// What follows, up to `end`, for each element of the list of that type. The scope is the
    /// element's, and the next one that of its number, from 1.
    case loop(Int32, scope: Int32)
    /// The way that fits, if one does, and then on at `end`.
    case match(Int32, ways: Ways, scope: Int32)
    /// What follows, up to `end`, is that part for the view whose stamp is the subject.
    case part(Stamp)
    case plural(Ways)
    /// By how many elements the list of that type has.
    case pluralOfCount(Int32, Ways)
    case select(Ways)
  }
}

/// A stretch of the words of a program.
package struct WordRange: BitwiseCopyable {
  package let start: Int32
  package let count: Int32
}

/// Where a value lies: so many bytes into the view of a scope. The page is scope 0; each loop and
/// each case with a payload opens others.
package struct Reference: BitwiseCopyable, Hashable {
  package let scope: Int32
  package let offset: Int32

  init(scope: Int, offset: Int) {
    self.scope = Int32(scope)
    self.offset = Int32(offset)
  }

  /// The same, further into the view: fields of fields lie inside.
  func field(at more: Int) -> Reference {
    Reference(scope: Int(scope), offset: Int(offset) + more)
  }
}

/// How a value is written.
package enum Form: BitwiseCopyable {
  case text, token, html, facts, sources
  case number, plainNumber, compact
  case figure, plainFigure
  case money, price, plainMoney, currency
  case day, month, year, isoDay
  case moment, isoMoment
  /// Texts as a list; how many a list of that type has.
  case list
  case count(Int32)
  case plainCount(Int32)
  case compactCount(Int32)
  /// The hidden field of a form.
  case formToken
  /// In what is no markup.
  case textAsIs, listAsIs
}

/// Ways lie side by side in their table.
package struct Ways: BitwiseCopyable {
  package let start: Int32
  package let count: Int32
}

/// A stretch of the program, and what it is for.
package struct Way: BitwiseCopyable {
  package let fit: Fit
  package let start: Int32
  package let end: Int32

  package enum Fit: BitwiseCopyable {
    /// The case at that position; with the number of the view that it carries, if it does.
    case position(Int32, payload: Int32?)
    case exactly(Int)
    case category(PluralCategory)
    /// A name among the words of the program.
    case name(start: Int32, count: Int32)
    case other
  }
}
