package import Theme

/// Every kind of page, so that a theme can be checked for all of them. The rest of the views are
/// reached through these.
package let pageViews: [any View.Type] = [
  GigPage.self, CategoryPage.self, SellerPage.self, MissingPage.self,
  HelpPage.self, ArticlePage.self, BlogPage.self, PostPage.self,
  SkillPage.self,
  HomePage.self, ChooserPage.self, CataloguePage.self, TopicsPage.self, MovedPage.self,
]
