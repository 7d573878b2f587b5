package import Theme

/// A page that search engines may list.
package protocol ListedPage: View {
  var isIndexed: Bool { get }
}

extension ChooserPage: ListedPage {
  package var isIndexed: Bool { true }
}

/// A page with a head and a foot around it.
package protocol FramedPage: ListedPage {
  var frame: Frame { get }
}

extension FramedPage {
  package var isIndexed: Bool { frame.isIndexed }
}

extension GigPage: FramedPage {}
extension CategoryPage: FramedPage {}
extension SellerPage: FramedPage {}
extension SkillPage: FramedPage {}
extension HomePage: FramedPage {}
extension CataloguePage: FramedPage {}
extension HelpPage: FramedPage {}
extension ArticlePage: FramedPage {}
extension BlogPage: FramedPage {}
extension PostPage: FramedPage {}
