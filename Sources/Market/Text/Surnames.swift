extension Polyphones {
  static let surnames = Polyphones(surnameList)

  /// In the form of `list`: surnames that sound otherwise than their characters do elsewhere.
  package static let surnameList = """
    薄 bo 薄
    种 chong 种
    单 chan 单于
    都 du 都
    盖 ge 盖
    句 gou 句
    黑 he 黑
    角 jue 角
    缪 miao 缪
    万 mo 万俟
    俟 qi 万俟
    区 ou 区
    朴 piao 朴
    繁 po 繁
    仇 qiu 仇
    单 shan 单
    召 shao 召
    折 she 折
    澹 tan 澹台
    解 xie 解
    郇 xun 郇
    洗 xian 洗
    尉 yu 尉迟
    乐 yue 乐
    员 yun 员
    藏 zang 藏
    曾 zeng 曾
    查 zha 查
    祭 zhai 祭
    长 zhang 长孙
    秘 bi 秘
    单 shan 單
    區 ou 區
    單 shan 單
    樸 piao 樸
    樂 yue 樂
    繆 miao 繆
    蓋 ge 蓋
    長 zhang 長孫
    """
}
