/// Which characters of a name stand in its seal.
enum SealText {
  /// What a name without a single letter or figure gets: “seal”.
  static let blank = "印"

  /// The surname of a Chinese person, two characters of a house, the initial of a Latin name.
  static func of(_ name: String) -> String {
    guard let first = name.first(where: { $0.isLetter || $0.isNumber }) else { return blank }
    guard isHan(first) else { return initial(first) }
    let signs = name.filter { !$0.isWhitespace }
    let han = signs.drop { !isHan($0) }.prefix { isHan($0) || $0 == "·" }.filter(isHan)
    if let house = house(han) { return house }
    if surnames.contains(String(han.prefix(2))) { return String(han.prefix(2)) }
    // 小林 and 阿青 are known by what follows.
    if han.count == 2, endearments.contains(first) { return String(han.suffix(1)) }
    return String(first)
  }

  /// Of a name that says that it is a house, or that is too long for a person's.
  private static func house(_ han: String) -> String? {
    let count = han.count
    let ending = han.last.flatMap { houses[$0] }?
      .first { han.hasSuffix($0) && count > $0.count }
    if let ending, !"轩堂阁斋".contains(ending) || !isPerson(han) {
      return String(han.dropLast(ending.count).prefix(2))
    }
    let hasLongSurname = surnames.contains(String(han.prefix(2)))
    return count > (hasLongSurname ? 4 : 3) ? String(han.prefix(2)) : nil
  }

  /// 李明轩 is a name like many others, 听雨轩 is a house.
  private static func isPerson(_ han: String) -> Bool {
    han.count < 4 && (han.first.map(commonSurnames.contains) ?? false)
  }

  private static func initial(_ first: Character) -> String {
    // A heap of accents would grow out of the seal.
    let scalars = first.unicodeScalars
    let letter = scalars.count > 3 ? String(scalars.prefix(1)) : String(first)
    // ß becomes two letters, and one is enough.
    return String(letter.uppercased().prefix(1))
  }

  private static func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.first.map(\.properties.isIdeographic) ?? false
  }

  private static let endearments: Set<Character> = ["阿", "小", "老"]

  /// By their last signs, longer endings first.
  private static let houses = Dictionary(
    grouping: """
      有限公司 俱乐部 工作室 研究所 事务所 设计 影像 摄影 传媒 文化 科技 公司 工坊 作坊 书店 书坊 画室 画坊 茶馆 \
      团队 小组 学堂 制作 翻译 木作 手作 社 坊 堂 斋 轩 阁 馆 局 店 厂
      """.split(separator: " "), by: { $0[$0.index(before: $0.endIndex)] })

  /// Those of four persons in five.
  private static let commonSurnames = Set(
    """
    王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石\
    金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤
    """)

  /// 复姓: the surnames of two characters that people still bear.
  private static let surnames: Set<String> = [
    "欧阳", "司马", "诸葛", "上官", "司徒", "夏侯", "东方", "皇甫", "尉迟", "公孙", "慕容", "长孙", "宇文", "令狐", "轩辕",
    "端木", "独孤", "南宫", "百里", "呼延", "申屠", "太史", "闻人", "东郭", "西门", "钟离", "淳于", "单于", "澹台", "公冶",
    "宗政", "濮阳", "赫连", "鲜于", "闾丘", "亓官", "司空", "拓跋", "第五", "梁丘", "左丘", "东门", "段干", "万俟", "谷梁",
  ]
}
