import Market
import Samples
import Testing
import Theme

@testable import Pages

@Suite struct ViewTests {
  /// Every view that a template can come to, with those that it has inside.
  static let views: [any View.Type] = {
    var found: [String: any View.Type] = [:]
    func look(_ kind: Kind) {
      switch kind {
      case .view(let view): visit(view)
      case .optional(let inside, _), .list(let inside, _): look(inside)
      case .choice(let choice): choice.cases.compactMap(\.payload).forEach(visit)
      default: break
      }
    }
    func visit(_ view: any View.Type) {
      if found.updateValue(view, forKey: view.name) == nil {
        view.declared.map(\.kind).forEach(look)
      }
    }
    pageViews.forEach(visit)
    return found.sorted { $0.key < $1.key }.map(\.value)
  }()

  @Test func `the views inside views are found`() {
    #expect(Self.views.map { $0.name }.contains("ReplyLine"))
    #expect(Self.views.count >= 20)
  }

  @Test func `every page has one frame, but those that only lead on and letters`() {
    let bare: [any View.Type] = [ChooserPage.self, MovedPage.self, LetterPage.self]
    for page in pageViews where !bare.contains(where: { $0 == page }) {
      let frames = page.declared.filter {
        guard case .view(let view) = $0.kind else { return false }
        return view == Frame.self || view == FormFrame.self || view == StudioFrame.self
      }
      #expect([["frame"], ["around"]].contains(frames.map { $0.name }), "\(page)")
    }
  }

  @Test func `every field says in a sentence what it is`() {
    for view in Self.views {
      #expect(view.about.isSentence, "\(view)")
      for field in view.declared {
        #expect(field.about.isSentence, "\(view).\(field.name): \(field.about)")
      }
    }
  }

  @Test func `no two fields of a view have one name, and none is left out`() {
    for view in Self.views {
      let names = view.declared.map(\.name)
      #expect(Set(names).count == names.count, "\(view)")
    }
    let page = Mirror(reflecting: Sample.gigPage(.english)).children.compactMap(\.label)
    #expect(Set(page) == Set(GigPage.declared.map(\.name)))
    let frame = Mirror(reflecting: Sample.gigPage(.english).frame).children.compactMap(\.label)
    #expect(Set(frame) == Set(Frame.declared.map(\.name)))
  }
}

extension String {
  fileprivate var isSentence: Bool {
    hasSuffix(".") && first?.isUppercase == true && count > 8 && !hasSuffix("..")
  }
}
