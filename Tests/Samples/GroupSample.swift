package import Market
package import Pages
import Theme

extension Sample {
  /// The groups of the market with their categories; the biggest count is rounded.
  package static func groups(_ locale: Locale) -> [GroupLine] {
    let say = Sayer(locale)
    return groups.map { group in
      GroupLine(
        name: Said(say(group.name.0, group.name.1)),
        summary: Said(say(group.summary.0, group.summary.1)),
        link: link("/\(locale)/c/\(group.slug)"),
        count: group.categories.reduce(0) { $0 + $1.count }, isRounded: group.slug == "brand",
        picture: cover(group.cover),
        categories: group.categories.map { each in
          CategoryLine(
            name: Said(say(each.name.0, each.name.1)),
            summary: Said(say(each.summary.0, each.summary.1)),
            link: link("/\(locale)/c/\(each.slug)"), count: each.count,
            isRounded: each.count > 400, otherNames: locale == .chinese ? each.name.1 : each.name.0)
        })
    }
  }

  private struct Category {
    let slug: String
    let name: (String, String)
    let summary: (String, String)
    let count: Int

    init(
      _ slug: String, _ chinese: String, _ english: String, _ summary: String,
      _ summaryInEnglish: String, _ count: Int
    ) {
      self.slug = slug
      name = (chinese, english)
      self.summary = (summary, summaryInEnglish)
      self.count = count
    }
  }

  private struct Group {
    let slug: String
    let cover: String
    let name: (String, String)
    let summary: (String, String)
    let categories: [Category]

    init(
      _ slug: String, _ cover: String, _ chinese: String, _ english: String, _ summary: String,
      _ summaryInEnglish: String, _ categories: [Category]
    ) {
      self.slug = slug
      self.cover = cover
      name = (chinese, english)
      self.summary = (summary, summaryInEnglish)
      self.categories = categories
    }
  }

  private static let groups: [Group] = [
    Group(
      "brand", "brand-modular-7a4eda", "标志与品牌", "Logo & brand", "标志、视觉系统、包装、门头与起名",
      "Logos, identity systems, packaging, signs and names",
      [
        Category(
          "logo-design", "标志设计", "Logo design", "从字标到图形标志，附源文件与使用说明",
          "Wordmarks and symbols, with source files and notes on their use", 208),
        Category(
          "brand-identity", "品牌视觉", "Brand identity", "颜色、字体、图形与手册，让所有物料像一家",
          "Colour, type, graphics and manuals that make everything match", 64),
        Category(
          "packaging-design", "包装设计", "Packaging design", "盒、袋、瓶贴与礼盒，从刀版到印刷文件",
          "Boxes, pouches, labels and gift sets, from dieline to print file", 316),
        Category(
          "signage-design", "门头与导视", "Signs & wayfinding", "门头、招牌与导视系统，附施工图",
          "Shopfronts, signs and wayfinding, with working drawings", 12),
        Category(
          "naming", "起名与口号", "Naming & slogans", "店名、产品名、英文名与口号，附商标初查",
          "Names for shops and products, English names and slogans, with a first trademark search",
          38),
      ]),
    Group(
      "art", "illus-shan-9d08ec", "插画与影像", "Illustration & imagery", "插画、头像、产品摄影、修图与室内效果图",
      "Illustration, portraits, product photos, retouching and interior renderings",
      [
        Category(
          "illustration", "商业插画", "Illustration", "书籍、包装、海报与网页用的原创插画",
          "Original art for books, packaging, posters and websites", 38),
        Category(
          "portraits", "头像与漫画", "Portraits & comics", "手绘头像、全家福、宠物像、表情与短漫",
          "Hand-drawn portraits, families, pets, stickers and short comics", 208),
        Category(
          "product-photography", "产品摄影", "Product photography", "寄样拍摄，白底、细节与场景图",
          "Mail-in shoots: white background, details and scenes", 12),
        Category(
          "photo-retouching", "照片精修", "Photo retouching", "人像、商品图精修，调色与老照片修复",
          "Portrait and product retouching, grading and restoration", 97),
        Category(
          "interior-renderings", "室内效果图", "Interior renderings", "家装与门店的效果图、全景图和彩色平面图",
          "Renderings, panoramas and coloured plans of homes and shops", 12),
      ]),
    Group(
      "web", "web-lattice-28bb4b", "网站与程序", "Websites & software", "网站、小程序、应用、界面与系统对接",
      "Websites, mini programs, apps, interfaces and integration",
      [
        Category(
          "website-development", "网站开发", "Website development", "官网、双语站与旧站改版，源码与账号归买家",
          "Company sites, bilingual sites and rebuilds, with code and accounts in the buyer's name",
          38),
        Category(
          "mini-programs", "小程序开发", "Mini programs", "点单、预约、会员与商城小程序，从备案到上线",
          "Mini programs for ordering, booking, members and shops, from filing to launch", 316),
        Category(
          "mobile-apps", "移动应用", "Mobile apps", "iOS、安卓与鸿蒙应用，从原型到上架",
          "Apps for iOS, Android and HarmonyOS, from prototype to store", 316),
        Category(
          "interface-design", "界面设计", "Interface design", "流程、画面、组件与标注，交付 Figma 源文件",
          "Flows, screens, components and specs, delivered as Figma source files", 38),
        Category(
          "systems-integration", "后端与系统对接", "Back ends & integration", "接口、数据同步、迁移与对账，文档和测试一起交付",
          "APIs, data sync, migration and reconciliation, delivered with documents and tests", 97),
      ]),
    Group(
      "video", "video-moons-210f70", "视频与声音", "Video & sound", "剪辑、动画、配音、音乐与播客",
      "Editing, animation, voice-over, music and podcasts",
      [
        Category(
          "video-editing", "视频剪辑", "Video editing", "从素材到成片，含字幕、调色与声音",
          "From raw footage to final cut, with subtitles, colour and sound", 38),
        Category(
          "motion-graphics", "动效与动画", "Motion graphics", "解说动画、标志动画与界面动效",
          "Explainers, animated logos and interface motion", 316),
        Category(
          "voice-over", "配音旁白", "Voice-over", "真人录制旁白、广告、课程与有声书",
          "Human narration for films, commercials, courses and audiobooks", 12),
        Category(
          "music-composition", "作曲与编曲", "Music composition", "原创配乐、编曲、声音标识与乐谱",
          "Original scores, arrangements, sound logos and sheet music", 38),
        Category(
          "podcast-production", "播客制作", "Podcast production", "剪辑、修音、混音、文字稿与开播策划",
          "Editing, repair, mixing, transcripts and launch planning", 97),
      ]),
    Group(
      "words", "copy-fan-15f8b4", "文案与翻译", "Writing & translation", "文案、翻译、字幕、校对与技术文档",
      "Copy, translation, subtitles, proofreading and technical documents",
      [
        Category(
          "copywriting", "文案撰写", "Copywriting", "品牌故事、详情页、推文与脚本，先问清楚再动笔",
          "Brand stories, product pages, articles and scripts, with questions first", 12),
        Category(
          "chinese-english-translation", "中英翻译", "Chinese–English translation",
          "中译英、英译中与译审，术语统一，版面照原样",
          "Both directions and reviews, with agreed terms and the original layout", 316),
        Category(
          "subtitles", "字幕与本地化", "Subtitles & localisation", "听打、翻译、对轴与无障碍字幕，界面也能本地化",
          "Transcription, translation, timing and accessible captions, for films and interfaces", 12
        ),
        Category(
          "proofreading", "校对润色", "Proofreading & editing", "改错字、理句子、统一体例，每处改动都看得见",
          "Errors fixed, sentences smoothed, style unified, every change visible", 97),
        Category(
          "technical-writing", "技术文档", "Technical writing", "手册、接口文档、帮助中心与排障指南，照着做得完",
          "Manuals, API documents, help pages and troubleshooting that people can follow", 12),
      ]),
    Group(
      "shop", "shop-vase-96e45f", "电商与运营", "E-commerce & marketing", "详情页、店铺运营、短视频、搜索优化与调研",
      "Product pages, store operations, short video, search and research",
      [
        Category(
          "product-pages", "详情页设计", "Product page design", "详情页、主图与规格图，手机上看得清",
          "Product pages, main images and variant guides that read well on a phone", 64),
        Category(
          "store-operations", "店铺运营", "Store operations", "诊断、日常运营、大促与库存，数据按周交",
          "Check-ups, daily operations, sales and stock, with weekly figures", 143),
        Category(
          "short-video-accounts", "短视频运营", "Short-video accounts", "定位、选题、脚本、拍摄指导与数据复盘",
          "Account plans, topics, scripts, filming guidance and data reviews", 316),
        Category(
          "search-optimisation", "搜索优化", "Search optimisation", "关键词、网站诊断、速度与收录，不买外链",
          "Keywords, site audits, speed and indexing, without bought links", 64),
        Category(
          "market-research", "市场调研", "Market research", "同行对照、问卷访谈、门店走访与市场测算",
          "Competitor tables, surveys, interviews, shop visits and market sizing", 38),
      ]),
    Group(
      "data", "data-stars-8b4053", "数据与智能", "Data & AI", "分析、看板、标注、智能体与机器学习",
      "Analysis, dashboards, annotation, agents and machine learning",
      [
        Category(
          "data-analysis", "数据分析", "Data analysis", "清洗、统计与经营分析，结论有据可查",
          "Cleaning, statistics and business analysis, with evidence for every finding", 143),
        Category(
          "dashboards", "数据看板", "Dashboards", "经营看板、生产看板与大屏，自动更新、口径一致",
          "Business, production and wall dashboards that refresh themselves and agree with the books",
          64),
        Category(
          "data-annotation", "数据标注", "Data annotation", "图像、文本、语音与点云标注，先试标再整批",
          "Labels for images, text, speech and point clouds, trial first and batch second", 38),
        Category(
          "ai-agents", "智能体开发", "AI agents", "知识库问答、流程智能体与评测，权限可控、人工兜底",
          "Knowledge assistants, workflow agents and evaluation, with tight permissions and people in charge",
          97),
        Category(
          "machine-learning", "机器学习", "Machine learning", "预测、识别与推荐模型，从可行性验证到上线",
          "Forecasting, recognition and recommendation, from feasibility test to launch", 208),
      ]),
    Group(
      "pro", "biz-go-9e22cb", "商务与专业", "Business & professional", "演示文稿、合同、财税、安全与医疗信息化",
      "Presentations, contracts, bookkeeping, security and healthcare IT",
      [
        Category(
          "presentations", "演示文稿", "Presentations", "路演、汇报、课件与模板，交付可编辑文件",
          "Pitches, reports, teaching slides and templates, delivered as editable files", 38),
        Category(
          "contract-review", "合同审阅", "Contract review", "逐条批注、修订与起草，风险写成白话",
          "Notes, redlines and drafts, with risks in plain words", 38),
        Category(
          "bookkeeping", "财税记账", "Bookkeeping & tax", "账目整理、报表、成本与申报准备",
          "Books, reports, costs and preparation for filing", 12),
        Category(
          "security-audits", "安全审计", "Security audits", "授权渗透测试、代码审计与合规整改，附复测",
          "Authorised pentests, code audits and compliance work, with a retest", 97),
        Category(
          "healthcare-it", "医疗信息化", "Healthcare IT", "院内系统接口、迁移、报表与脱敏，患者数据不出院",
          "Hospital interfaces, migration, reports and masking, with patient data kept in house",
          428),
      ]),
  ]
}
