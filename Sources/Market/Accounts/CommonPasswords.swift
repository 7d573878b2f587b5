/// What people take for a password most, here and elsewhere, whole or as a part of it. Runs, years and
/// repetitions are not listed: they are found by what they are.
enum CommonPasswords {
  static let words = KnownWords(list.split { $0.isWhitespace }.map(String.init))

  private static let list = """
    jishi 集市 jishimarket market freelance freelancer
    password passwd passw0rd password1 pass passwort motdepasse contrasena parola senha wachtwoord
    admin administrator root user username guest test tester testing demo default login logon signin
    access account secret private secure security system server manager master superman superuser
    welcome hello hello123 letmein letmeinnow openup opensesame changeme changeit whatever nothing
    something trustno1 iloveyou iloveu ilove love lover loveyou loveme lovely loveyou1314 luvyou
    forever always never friend friends family mother father mommy daddy sister brother baby babygirl
    babyboy princess prince queen king kingdom angel angels heaven devil demon god jesus jesuschrist
    christ church bible faith grace blessed amen trinity sunshine sunset sunrise sunflower rainbow
    butterfly flower flowers rose lily jasmine daisy violet cherry orange apple banana lemon peach
    strawberry chocolate cookie coffee pepper ginger sugar honey candy cheese pizza burger chicken
    monkey dragon tiger lion eagle falcon hawk phoenix wolf bear panda rabbit bunny kitty kitten
    hellokitty puppy doggy dog cat fish shark dolphin horse pony turtle snake spider mouse pokemon
    pikachu naruto doraemon mickey minnie snoopy garfield barbie batman spiderman ironman superstar
    starwars startrek skywalker matrix hunter ranger ninja samurai knight warrior soldier killer
    shadow ghost zombie vampire wizard magic mustang ferrari porsche mercedes corvette camaro harley
    yamaha suzuki honda toyota nissan football soccer baseball basketball hockey tennis golf golfer
    boxing racing runner swimming liverpool arsenal chelsea barcelona realmadrid manchester juventus
    lakers yankees cowboys steelers packers eagles patriots raiders jordan jordan23 kobe kobe24 lebron
    ronaldo messi beckham michael michelle jennifer jessica ashley amanda nicole melissa stephanie
    elizabeth samantha victoria alexandra alexander andrew anthony benjamin brandon charlie charles
    chris christian christopher daniel danielle david donald edward emily emma george hannah harry
    heather jack jackson james jason jasper jeremy john johnny jonathan joseph joshua justin karen
    katie kevin kimberly laura lauren lucky maggie maria marina martin mary matthew max melanie molly
    nathan nicholas oliver olivia patrick peter philip rachel rebecca richard robert ryan sarah scott
    simon sophie steven susan taylor thomas tony travis tyler vanessa victor vincent william zachary
    summer winter spring autumn monday tuesday wednesday thursday friday saturday sunday january
    february march april june july august september october november december morning night today
    tomorrow yesterday birthday christmas holiday vacation america american england london paris
    berlin germany france canada mexico brazil russia india japan tokyo korea china chinese beijing
    shanghai guangzhou shenzhen hangzhou hongkong taiwan asia europe earth world planet galaxy
    universe moon star stars sky ocean river mountain forest water fire thunder storm silver gold
    golden diamond crystal purple yellow green blue black white redred pink computer internet
    windows microsoft linux ubuntu apple123 iphone android samsung nokia google facebook twitter
    instagram youtube amazon netflix linkedin myspace yahoo hotmail gmail wechat weixin alibaba
    taobao alipay tencent baidu douyin weibo bilibili xiaomi huawei office laptop desktop keyboard
    monitor printer network wireless bluetooth program developer coding hacker cracker anonymous
    freedom liberty peace power money cash rich million dollar business company market123 money888
    music guitar piano metal rock metallica nirvana slipknot eminem beatles blink182 hiphop dance
    dancer happy smile sexy beautiful pretty cute sweet sweety sweetheart darling honeybee asshole
    fuckyou fuckme fuckoff bullshit bitch pussy biteme merlin maverick phantom snowman snowball
    midnight starlight liverpool1 qwerty qwert qwer qwe qweasd qweasdzxc qazwsx wasd zaq asd zxc zxcvbn asdfgh
    1q2w3e 1qaz2wsx 1qazxsw2 zaq12wsx q1w2e3 abc abcd abc123 aaa111 a1s2d3f4 p@ssw0rd pa55word
    123qwe 123abc 1234qwer 123123 112233 11223344 121212 123321 1234554321 12344321 123454321
    101010 102030 131313 159753 159357 147258 147258369 147852 147896325 246810 135790 1357924680
    987654321 789456 789456123 741852 741852963 963852741 456123 456789 321321 654321 666888 888666
    168168 518518 5201314 520520 1314520 521521 5211314 1314521 5845201314 201314 7758521 7758258
    7788521 3344520 3344521 1414213562 314159 31415926 314159265 3141592653 271828 520 521 1314 666 888 10086 12306 110120
    110110110 119119 110120119 88888888 66668888 88886666 wo woai woaini woaiwo woaiwojia woainima woaini1314
    woaini520 woaini521 woaini123 woaizhongguo aini aini1314 ainiyiwannian woaibaba woaimama
    woaizhangwei woshishui woshizhu woshini woshiwo woshinibaba nishizhu nishishui nihao nihaoma
    caonima wocaonima tamade shabi zhongguo zhonghua zhongguoren zhonguo beijing2008 beijing123
    mima mima123 mima1234 wodemima wodemima123 wodeai wangji wangjile buzhidao meiyou meiyoumima
    suibian laogong laopo laopodaren laogongaini baobao baobei baobeier xiaobao xiaobai xiaohei
    xiaoxiao xiaoyu xiaolong xiaoming xiaoqiang xingfu kuaile kuailexingqi pingan jiankang facai
    gongxi gongxifacai woyaofacai zhaocai caishen jixiang ruyi shunli chenggong jiayou tiantian
    tianya tianshi tiankong tianxia taiyang yueliang xingxing dahai aiqing aiqing1314 yongyuan
    yiqi yisheng yishengyishi shengri dongfang longlong feifei feixiang yangyang lingling lili
    liuliu dandan tingting jingjing mingming juanjuan huanhuan wangwang nannan beibei baba mama
    gege didi jiejie meimei haha hahaha hehe xixi heihei lalala aaaa
    wang zhang liu chen yang zhao huang zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie
    song tang han feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu
    ding ren yao shen zhong fan fang shi tan liao zou xiong jin hao kong bai cui kang mao qiu qin
    gu hou shao meng long wan duan lei qian yin li yi chang wu qiao lai gong wen zhangwei wangwei
    wangfang liwei zhangmin lijing wangjing liming wangli zhangli lina zhangjing wangmin liuwei
    chenwei wangxiaoming lixiaolong zhangsan lisi wangwu zhaoliu jay jaychou zhoujielun liudehua
    密码 我爱你 我爱你一生一世 中国 你好 一生一世 爱你 不知道 生日快乐 新年快乐 恭喜发财
    """
}
