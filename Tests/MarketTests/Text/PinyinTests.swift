import Market
import Testing

@Suite struct PinyinTests {
  /// Every line: a syllable and characters that a reader of Chinese gives no second thought.
  static let known = """
    a 啊 阿; ai 爱 碍; an 安 案; ang 昂; ao 奥 澳; ba 八 巴 把 吧; bai 白 百 拜; ban 办 版 班 般; bang 帮 棒
    bao 报 包 保 宝 曝; bei 北 备 被 杯; ben 本 笨; beng 崩; bi 比 笔 必 币; bian 编 变 边 便; biao 表 标
    bie 别; bin 宾 滨; bing 并 病 冰; bo 播 博 泊; bu 不 布 步 部; ca 擦; cai 才 采 彩; can 餐 参; cang 仓 藏
    cao 操 草; ce 测 策; ceng 曾 层; cha 查 茶 差; chai 拆; chan 产; chang 长 常 场 唱; chao 朝 超; che 车
    chen 陈 晨; cheng 成 城 称; chi 吃 持; chong 充 虫; chou 抽 仇; chu 出 处; chuan 传 船; chuang 创 窗
    chun 春; ci 词 次; cong 从; cu 促; cui 崔; cun 存 村; cuo 错; da 大 打 答; dai 代 带; dan 单 但 弹
    dang 当 党; dao 到 道; de 的 得 德; deng 等 灯; di 地 第 低; dian 电 店 点; ding 定 订; diu 丢; dong 东 动
    dou 都 斗; du 读 度; duan 短; dui 对 队; dun 顿; duo 多; e 额 俄; en 恩; er 而 二 儿; fa 发 法; fan 反 翻
    fang 方 房; fei 非 费; fen 分; feng 风 封; fo 佛; fou 否; fu 服 付 父; gai 改 该; gan 干 感; gang 刚
    gao 高 告; ge 个 歌; gei 给; gen 跟; geng 更; gong 工 公; gou 够 购; gu 古 顾; gua 瓜; guan 关 管; guang 光 广
    gui 贵 规; guo 国 果; hai 还 海; han 汉 韩; hang 航; hao 好 号; he 和 合; hei 黑; hen 很; hong 红; hou 后
    hu 湖 户; hua 画 华 话; huai 坏; huan 环 换; huang 黄; hui 会 回; hun 混; huo 活 货; ji 几 机 计; jia 家 加
    jian 间 见; jiang 江 降 将; jiao 角 教 交; jie 解 接; jin 金 近; jing 京 经; jiu 九; ju 局 句; juan 卷
    jue 觉 决; jun 军; ka 卡; kai 开; kan 看; kao 考; ke 可 客; ken 肯; kong 空; kou 口; ku 库; kuai 快; kuan 款
    kuang 况; kun 困; la 拉; lai 来; lan 兰; lang 浪; lao 老; le 了 乐; lei 累 类; leng 冷; li 里 力; lian 连
    liang 两 量; liao 料; lie 列; lin 林; ling 令 〇 零; liu 六 留; long 龙; lou 楼; lu 路 露; lv 绿 旅 率 律
    lve 略; luan 乱; lun 论; luo 落 罗; ma 马 吗; mai 买; man 慢; mang 忙; mao 猫; me 么; mei 没 美; men 们
    meng 梦; mi 米; mian 面; miao 秒; min 民; ming 名; mo 模 默; mou 某; mu 木; na 那; nan 南; nao 脑; ne 呢
    nei 内; neng 能; ni 你; nian 年; niu 牛; nong 农; nu 努; nv 女; nve 虐; nuan 暖; ou 欧; pai 拍; pan 盘
    pao 跑; pei 配; peng 朋; pi 批; pian 片; piao 票; pin 品; ping 平; po 破; pu 普 朴; qi 其 奇; qian 前; qiang 强
    qiao 桥; qie 切 茄; qin 亲; qing 清; qiu 球; qu 区 曲; quan 全 圈; que 确; qun 群; ran 然; rang 让; re 热
    ren 人 任; ri 日; rong 容; ru 如; ruan 软; rui 瑞; run 润; ruo 若; san 三 散; se 色; sen 森; sha 沙 厦
    shai 晒; shan 山; shang 上; shao 少; she 设 舍; shen 身 什; sheng 生 省; shi 是 识; shou 手; shu 数 术
    shuai 帅; shuang 双; shui 水 谁; shun 顺; shuo 说; si 四 似; song 送; sou 搜; su 苏 宿; suan 算; sui 岁
    sun 孙; suo 所; ta 他; tai 台; tan 谈; tang 汤; tao 套; te 特; ti 提; tian 天; tiao 条 调; tie 贴; ting 听
    tong 同; tou 头; tu 图; tuan 团; tui 推; tuo 拖 拓; wa 瓦; wai 外; wan 万; wang 王; wei 为 尉; wen 文; wo 我
    wu 五 无; xi 系 西; xia 下 吓; xian 先; xiang 相; xiao 小 校; xie 些; xin 新; xing 行; xiong 雄; xiu 修
    xu 需; xuan 选; xue 学 削; xun 寻; ya 亚; yan 言; yang 阳; yao 要; ye 也 叶; yi 一 艺; yin 音; ying 应
    yong 用; you 有; yu 与 予; yuan 元; yue 月; yun 运; zai 在 仔; zan 赞; zang 脏; zao 早; ze 则; zen 怎
    zeng 增; zha 扎; zhan 占 粘; zhang 张 章; zhao 找; zhe 这 着 折; zhen 真; zheng 正; zhi 之 只; zhong 中 种 重
    zhou 周; zhu 主 著; zhua 抓 爪; zhuan 转 专; zhuang 装 幢; zhui 追 椎; zhun 准; zhuo 卓; zi 字; zong 总
    zou 走; zu 组; zui 最; zun 尊; zuo 作; chang 長; hai 還; le 樂; tiao 調; yin 銀; you 郵; mai 買; zhuan 轉
    zhe 喆; kun 堃; yi 祎; miao 淼; san 叁
    """.split { $0 == ";" || $0 == "\n" }.map { $0.split(separator: " ").map(String.init) }

  @Test func `characters have their usual reading`() {
    #expect(Self.known.count > 300)
    for line in Self.known {
      for character in line.dropFirst() {
        #expect(Pinyin.syllables(of: character) == [line[0]], "\(character)")
      }
    }
  }

  @Test func `nearly every character of the common plane is read`() {
    let unread = (UInt32(0x4E00)...0x9FFF).compactMap(Unicode.Scalar.init).filter {
      Pinyin.syllables(of: String(Character($0))).isEmpty
    }
    #expect(unread.count < 100)
    // The first and the last of each stretch, so that none is shifted.
    #expect(
      Pinyin.syllables(of: "一龥\u{3401}\u{4DB5}\u{F900}\u{FAD9}") == [
        "yi", "yu", "tian", "chi", "qi", "pang",
      ])
  }

  @Test(arguments: [
    ("单田芳", "shan tian fang"), ("单页设计", "dan ye she ji"), ("仇英", "qiu ying"),
    ("解缙", "xie jin"), ("曾国藩", "zeng guo fan"), ("查良镛", "zha liang yong"), ("朴树", "piao shu"),
    ("区家麟", "ou jia lin"), ("尉迟恭", "yu chi gong"), ("万俟卨", "mo qi xie"),
    ("任正非", "ren zheng fei"), ("华罗庚", "hua luo geng"), ("单于", "chan yu"),
    ("长孙无忌", "zhang sun wu ji"), ("澹台灭明", "tan tai mie ming"), ("盖叫天", "ge jiao tian"),
    ("单雄信 Sam", "shan xiong xin sam"), ("Sam 单", "sam dan"),
    ("华为技术有限公司", "hua wei ji shu you xian gong si"),
    ("区块链工作室", "qu kuai lian gong zuo shi"), ("", ""), ("单", "shan"), ("🎨", ""),
  ])
  func `a name begins with a surname`(name: String, pinyin: String) {
    #expect(Pinyin.syllables(ofName: name).joined(separator: " ") == pinyin)
  }

  @Test(
    arguments: [
      ("设计", "S"), ("长安", "C"), ("重庆", "C"), ("Éclair", "E"), ("ibm", "I"), ("3D", "#"), ("🎨", "#"),
      ("", "#"), ("🎨设计", "S"), ("Ａpp", "A"), ("로고", "#"), ("曾", "C"), ("单页", "D"),
    ] as [(String, Character)])
  func `an index lists a text under its letter`(text: String, letter: Character) {
    #expect(Pinyin.initial(of: text) == letter)
  }

  @Test(
    arguments: [("曾巩", "Z"), ("单田芳", "S"), ("仇英", "Q"), ("Ann", "A"), ("7号", "#")]
      as [(String, Character)])
  func `an index lists a name under its surname`(name: String, letter: Character) {
    #expect(Pinyin.initial(ofName: name) == letter)
  }

  @Test func `keys stand in the order of an index`() {
    let ordered = [
      "Adobe", "安装", "app", "包装", "C++", "长", "常", "Chang", "长安", "昌平", "重庆", "设计", "设计师", "摄影",
      "中", "重", "装", "", "3D建模", "🎨",
    ]
    let byKey = ordered.shuffled().sorted { Pinyin.sortKey($0) < Pinyin.sortKey($1) }
    let letters = byKey.map(Pinyin.initial(of:))
    #expect(letters.filter { $0 != "#" }.sorted() + letters.filter { $0 == "#" } == letters)
    #expect(byKey == ordered.sorted { Pinyin.sortKey($0) < Pinyin.sortKey($1) })
    #expect(
      byKey == [
        "Adobe", "安装", "app", "包装", "C++", "Chang", "常", "长", "长安", "昌平", "重庆", "设计", "设计师", "摄影",
        "中", "重", "装", "", "🎨", "3D建模",
      ])
  }

  @Test func `names are ordered by their surnames`() {
    let names = ["安宁", "Bob", "单田芳", "仇英", "曾巩", "张三"]
    #expect(
      names.sorted { Pinyin.sortKey(ofName: $0) < Pinyin.sortKey(ofName: $1) } == [
        "安宁", "Bob", "仇英", "单田芳", "曾巩", "张三",
      ])
  }

  @Test func `keys of different texts differ`() {
    #expect(Pinyin.sortKey("长") != Pinyin.sortKey("常"))
    #expect(Pinyin.sortKey("Logo") != Pinyin.sortKey("logo"))
  }
}
