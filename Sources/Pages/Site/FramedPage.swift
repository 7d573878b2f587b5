package import Theme

/// A page with a head that search engines read.
package protocol FramedPage: View {
  var frame: Frame { get }
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
