extension LexiconBuilder {
  /// The strongest signals in other languages: setting instructions aside, keeping quiet towards the user,
  /// and sending secrets.
  ///
  /// Words are spelled as folding leaves them, without accents.
  mutating func addOtherLanguages() {
    addGerman()
    addRomance()
    addRussian()
    addEastAsian()
    addFurtherLanguages()
    addIndianAndThai()
    addUkrainian()
    addSaidInOneWord()
  }

  /// Hindi and Thai.
  private mutating func addIndianAndThai() {
    addForms(.ignore, "अनदेखा नज़रअंदाज़ नजरअंदाज उपेक्षा भूल ละเว้น เพิกเฉย ไม่สนใจ ลืม")
    add(.prior, "पिछले पिछली पहले पूर्व उपरोक्त ก่อนหน้า ข้างต้น ที่ผ่านมา")
    add(.guidance, "निर्देशों निर्देश आदेशों नियमों คำสั่ง คำแนะนำ")
    add(.negator, "न नहीं मत बिना อย่า ห้าม ไม่ต้อง โดยไม่")
    addForms([.tell, .inform], "बताएं बताएँ बताना बताए बताओ बता सूचित บอก แจ้ง เปิดเผย")
    add(.user, "उपयोगकर्ता उपयोगकर्ताओं यूज़र यूजर प्रयोक्ता ผู้ใช้")
    addForms([.transfer, .outward], "भेजें भेजो भेजना भेज अपलोड ส่ง อัปโหลด")
    addForms(.acquire, "पढ़ें पढ़ो खोलें อ่าน เปิด")
    add(.secret, "पासवर्ड पासवर्डों कुंजी टोकन รหัสผ่าน โทเค็น กุญแจ")
  }

  private mutating func addUkrainian() {
    addForms(.ignore, "ігноруй ігноруйте ігнорувати забудь проігноруй")
    add(.prior, "попередні попередніх усі_попередні")
    add(.guidance, "інструкції інструкцій вказівки")
    addForms([.tell, .inform], "повідомляй повідомляйте кажи кажіть розповідай згадуй")
    add(.user, "користувачу користувачеві користувача користувач")
    addForms([.transfer, .outward], "надішли надішліть відправ відправте передай")
    add(.secret, "паролі ключі токени")
  }

  /// Orders to be silent that have their negation within the verb, or stand behind it.
  private mutating func addSaidInOneWord() {
    add(
      .hush,
      "soyleme soylemeyin bahsetme bahsetmeyin bildirme bildirmeyin n'en_parle n'en_parlez"
        + " n'en_parle_pas n'en_parlez_pas ne_dis_rien ne_dites_rien dem_benutzer_nichts"
        + " dem_nutzer_nichts dem_anwender_nichts gebruiker_niets no_le_cuentes no_se_lo_digas"
        + " nao_conte_ao non_farne_parola non_dirlo")
  }

  private mutating func addGerman() {
    addForms(.ignore, "ignoriere ignorieren ignoriert missachte missachten vergiss umgehe umgehen")
    add(.prior, "vorherigen vorherige bisherigen fruheren obigen vorigen alle_anweisungen")
    add(.guidance, "anweisungen anweisung anweisungem vorgaben richtlinien instruktionen")
    add(.negator, "nicht nie niemals kein keine ohne nichts")
    addForms(
      [.tell, .inform],
      "sage sagen sag erwahne erwahnen informiere informieren zeige zeigen verrate verraten"
        + " mitteilen erzahle erzahlen teile_mit benachrichtige")
    add(.user, "benutzer nutzer anwender benutzers nutzers kunden benutzerin")
    add(.covert, "heimlich unbemerkt stillschweigend ohne_wissen im_hintergrund")
    addForms(
      [.transfer, .outward], "sende senden schicke schicken leite_weiter ubermittle ubertrage")
    addForms(.transfer, "fuge_hinzu hange_an ubergib ubergebe fuge einfugen anhangen")
    addForms(.acquire, "lies lesen lese offne offnen sammle sammeln kopiere kopieren")
    add(
      .secret,
      "passwort passworter kennwort kennworter zugangsdaten geheimnis schlussel"
        + " anmeldedaten geheimnisse")
    add(.context, "gesprachsverlauf chatverlauf systemprompt unterhaltung")
    add(.modal, "musst muss mussen sollst sollte stets immer unbedingt")
    add(.trigger, "bevor wenn sobald nachdem")
    add(.destination, "adresse")
  }

  private mutating func addRomance() {
    // French
    addForms(
      .ignore, "ignorez ignore ignorer oubliez oublie oublier contournez ignora ignorar ignore_les")
    add(
      .prior, "precedentes precedents anterieures anteriores previas previos precedenti precedente")
    add(
      .guidance,
      "consignes directives instrucciones instrucoes istruzioni directrices"
        + " indicazioni ordenes diretrizes")
    add(.negator, "ne_pas ne pas jamais sans nunca jamas sin nao nem mai senza non no sem")
    addForms(
      [.tell, .inform],
      "dites dis dire mentionnez mentionne mentionner informez informe informer montrez montrer"
        + " revelez digas diga decir mencione parle parlezs mencione mencionar informes informar muestres muestre"
        + " reveles revele revelar diga dizer mostre mostrar dire dica informare menzionare rivelare"
        + " mostrare parlarne conte contar avisar avises avise mentionnez_pas previens prevenez parler"
    )
    add(
      .user,
      "utilisateur utilisateurs utilisatrice usuario usuarios utente utenti utilizador l'utilisateur"
    )
    add(.user, "all'utente l'utente al_usuario usuaria")
    add(
      .covert,
      "silencieusement discretement secretement en_secret silenciosamente en_silencio"
        + " secretamente silenziosamente segretamente de_nascosto em_segredo discretamente")
    addForms(
      [.transfer, .outward],
      "envoyez envoie envoyer transmettez transmettre envia envie enviar envies manda mandar invia"
        + " inviare invii trasmetti transmite reenvia reenviar inoltra inoltrare envoie_les")
    addForms(
      .transfer,
      "incluez inclure ajoutez ajouter incluye incluya incluir anade anadir adjunta inclua inclui"
        + " includi includere allega aggiungi passez passa")
    addForms(
      .acquire,
      "lisez lis lire ouvrez collectez copiez lee lea leer abre abra recopila copia leia ler leggi"
        + " leggere apri raccogli abrir recolha colete leia")
    add(
      .secret,
      "mot_de_passe mots_de_passe identifiants cle_privee cles_privees contrasena contrasenas"
        + " credenciales clave_privada claves senha senhas credenciais chave_privada password"
        + " credenziali chiave_privata chiavi cle_api cles clave_api chave_de_api segredos secretos"
    )
    add(
      .context,
      "historique_de_la_conversation historial_de_la_conversacion historico_da_conversa"
        + " cronologia_della_conversazione historique historial")
    add(.modal, "devez dois doit toujours debes debe siempre deve sempre devi deves doivent")
    add(.trigger, "avant quand lorsque antes cuando quando prima antes_de")
  }

  private mutating func addRussian() {
    addForms(
      .ignore, "игнорируй игнорируйте игнорировать забудь забудьте проигнорируй проигнорируйте")
    add(.prior, "предыдущие предыдущих все_предыдущие прежние прошлые")
    add(.guidance, "инструкции инструкций указания указаний правила")
    add(.negator, "не никогда без нельзя")
    addForms(
      [.tell, .inform],
      "говори говорите сообщай сообщайте упоминай упоминайте показывай показывайте рассказывай"
        + " рассказывайте раскрывай уведомляй информируй")
    add(.user, "пользователю пользователя пользователь пользователем пользователям")
    add(.covert, "тайно незаметно скрытно втайне тихо")
    addForms(
      [.transfer, .outward],
      "отправь отправьте отправить отправляй пошли перешли передай передайте передать загрузи")
    addForms(.transfer, "включи включите добавь добавьте приложи вставь")
    addForms(.acquire, "прочитай прочитайте прочти открой собери скопируй прочитать считай")
    add(
      .secret, "пароль пароли паролей учетные_данные ключ ключи токен токены секреты учётные_данные"
    )
    add(.context, "историю_переписки историю_чата историю_разговора системный_промпт")
    add(.modal, "должен должны обязательно всегда обязан")
    add(.trigger, "когда перед прежде если")
  }

  private mutating func addEastAsian() {
    // Chinese
    addForms(.ignore, "忽略 忽視 忽视 無視 无视 忘记 忘記 不要理会")
    add(.prior, "之前 以前 先前 以上 上述 前面 此前")
    add(.guidance, "指令 指示 说明 規則 规则 提示词 命令 限制")
    add(.negator, "不要 不得 请勿 切勿 不能 勿 禁止 別 别")
    addForms([.tell, .inform], "告诉 告訴 提及 告知 透露 显示 顯示 通知 提到 展示")
    add(.user, "用户 用戶 使用者 ユーザー ユーザ 利用者 사용자 사용자에게")
    add(.covert, "悄悄 秘密地 暗中 静默 偷偷 密かに 黙って こっそり 몰래 조용히")
    addForms([.transfer, .outward], "发送 發送 上传 上傳 传送 转发 送信 転送 アップロード 전송 보내 업로드")
    addForms(.transfer, "包含 附加 添加 含め 追加 포함")
    addForms(.acquire, "读取 讀取 打开 收集 获取 複製 复制 読み取 読んで 収集 읽고 읽어 수집")
    add(
      .secret,
      "密码 密碼 密钥 私钥 凭证 凭据 令牌 パスワード 秘密鍵 認証情報 トークン 비밀번호 개인키 자격 토큰")
    add(.context, "对话历史 聊天记录 系统提示 会話履歴 システムプロンプト 대화 시스템")
    add(.modal, "必须 必須 务必 始终 必ず 반드시 항상")
    // Japanese
    addForms(.ignore, "無視して 無視し 忘れて 무시하고 무시하세요 무시 잊어")
    add(.prior, "以前の これまでの 前の 上記の 이전 위의 기존")
    add(.guidance, "指示を 命令を 지시 지침 명령 지시사항 プロンプト")
    add(.negator, "ないで しないで ないこと ません 말고 마세요 말라 마십시오 말것 않고 せずに ずに")
    addForms([.tell, .inform], "伝え 知らせ 教え 言わ 表示し 言及し 말하지 알리지 언급하지 보여주지 알려주지")
  }

  /// Dutch, Polish, Turkish, Arabic, Vietnamese and Indonesian.
  private mutating func addFurtherLanguages() {
    addForms(
      .ignore,
      "negeer vergeet zignoruj ignoruj pomin zapomnij yok_say gormezden_gel unut yoksay تجاهل انس"
        + " bo_qua phot_lo abaikan lupakan hunsa")
    add(
      .prior,
      "eerdere vorige voorgaande bovenstaande poprzednie wczesniejsze wszystkie_poprzednie onceki"
        + " yukaridaki السابقة السابقه truoc truoc_do phia_tren sebelumnya terdahulu")
    add(
      .guidance,
      "instructies richtlijnen aanwijzingen instrukcje wytyczne polecenia talimatlari talimatlar"
        + " yonergeleri التعليمات تعليمات huong_dan chi_thi instruksi petunjuk arahan")
    add(
      .negator, "niet nooit zonder geen nigdy bez asla olmadan لا دون بدون khong dung jangan tanpa")
    addForms(
      [.tell, .inform],
      "vertel informeer meld mow powiedz informuj informowania wspominaj soyleme bildirmeden soyle"
        + " تخبر إخبار noi thong_bao beri_tahu memberi_tahu")
    add(
      .user,
      "gebruiker gebruikers uzytkownika uzytkownik uzytkownikowi kullanici kullaniciya kullanicinin"
        + " المستخدم nguoi_dung pengguna")
    addForms(
      [.transfer, .outward],
      "stuur verstuur verzend wyslij przeslij gonder ilet أرسل وأرسل ارسل وارسل gui kirim kirimkan")
    addForms(
      .acquire, "lees verzamel przeczytaj odczytaj zbierz oku topla اقرأ اجمع doc baca kumpulkan")
    add(
      .secret,
      "wachtwoord wachtwoorden inloggegevens haslo hasla poswiadczenia sifre sifresini sifreyi"
        + " parola كلمة_مرور كلمات_المرور بيانات_الاعتماد mat_khau kata_sandi sandi kredensial")
  }

  /// Enters forms of verbs as orders; other languages' verbs are listed, not inflected.
  mutating func addForms(_ classes: WordClass, _ words: String) {
    addVerbsAsWritten(classes, words)
  }
}
