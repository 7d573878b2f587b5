package import Market
package import Theme

extension Sample {
  package static func description(_ locale: Locale) -> HTML {
    Markdown.html(locale == .chinese ? chinese : english, for: .people, anchors: "about")
  }

  /// As a seller writes it.
  package static var descriptionText: String { chinese }

  private static let chinese = """
    我做了十一年餐饮品牌，其中七年只做饮品店。新店最怕两件事：标志在手机上好看、挂上门头就散；开业三个月后菜单一加，\
    整套东西对不上。所以我从门头倒着做：先定远处看得清的形，再收到杯套和小程序头像上。

    # 您会拿到

    - 标志墨稿、彩稿、反白稿，横竖两种组合
    - 按您店面照片合成的门头效果图三套，日景与夜景
    - AI、PDF、SVG源文件，字体授权说明

    # 不适合的情况

    需要当天出图，或希望模仿某个已有品牌。后者我不接。
    """

  private static let english = """
    I have drawn food brands for eleven years, seven of them for nothing but drinks. New shops \
    fear two things: a logo that is pretty on a phone and falls apart on the front, and a set that \
    no longer fits when the menu grows. So I begin with the front: first the shape that can be \
    read from across the road, then the cup, then the app icon.

    # What you get

    - The logo in ink, in colour and reversed, wide and tall
    - Three renderings of your own shopfront, by day and by night
    - AI, PDF and SVG sources, with the licences of the typefaces

    # When not to ask me

    If you need it today, or want what somebody else has. The latter I do not do.
    """
}
