extension LexiconBuilder {
  /// Words of product rules in the other languages that vendors write most: who is served, what is due, what
  /// is asked of people, and against what the rule stands.
  mutating func addProductLanguages() {
    addGermanRules()
    addFrenchRules()
    addSpanishRules()
    addChineseRules()
    addJapaneseRules()
  }

  private mutating func addGermanRules() {
    addForms(.know, "wissen erfahren merken bemerken mitbekommen")
    add(
      .user,
      "patient patienten kunde kundin mitarbeiter auftraggeber inhaber person personen nutzern")
    add(.approval, "freigabe einwilligung nachfrage erlaubnis bestatigungen ruckfragen")
    add(.need, "notig erforderlich notwendig")
    add(.already, "schon bereits langst")
    add(.agreed, "zugestimmt eingewilligt genehmigt erlaubt freigegeben bestatigt")
    add(
      .although,
      "obwohl auch_wenn selbst_wenn egal ungeachtet gleichgultig unabhangig_davon"
        + " unabhangig_von")
    add([.exclusive, .solely], "anstelle statt ausschliesslich anstatt")
    addForms(.use, "nutze verwende benutze nutzen verwenden benutzen verwendet")
    addForms(.ask, "nennt verlangt wunscht angibt mochte fragt bittet sagt gesagt erzahlt genannt")
    add(
      .thisTool,
      "dieses_werkzeug diesem_werkzeug dieses_tool diese_funktion diesem_tool diesen_dienst")
    add(.contents, "inhalt inhalte daten datei dateien dokument dokumente text texte")
    add(
      .payee,
      "erstattung erstattungen zahlung zahlungen uberweisungen preis preise betrage nachricht"
        + " nachrichten mail mails bestellung bestellungen lieferadresse anschrift kontodaten")
    addForms(
      .skewing, "erhohe erhohen senke senken aufrunden reduziere reduzieren vermindere kurze")
    add(.share, "prozent")
    add(
      .context,
      "gesamte_gesprach bisherigen_gesprach bisherige_gesprach gesprachsinhalt im_gesprach")
    add(.parameter, "feld felder feldes")
    add(.trigger, "falls sofern vor_jedem vor_der")
    add(.also, "zusatzlich ausserdem zudem ferner ebenfalls")
    add(.inferior, "gefalschte gefalscht falsche veraltete veraltet unzuverlassig unzuverlassige")
    addForms(
      [.transfer, .outward], "umzuleiten umleiten gesendet weitergeleitet ubermitteln ubertragen")
    addForms(
      [.transfer, .finalOrder], "einzutragen anzugeben beizufugen mitzugeben einzufugen anzuhangen")
    addForms(
      [.transfer, .outward, .finalOrder], "weiterzuleiten umzuleiten zu_senden zu_ubermitteln")
    addForms(.transfer, "gib gebe angeben eintragen schreibe trage")
  }

  private mutating func addFrenchRules() {
    addForms(.know, "savoir sache remarquer apercevoir apprendre")
    add(.user, "client clients patiente salarie salaries destinataires")
    add(.approval, "validation accord approbation permission")
    add(.need, "besoin necessaire necessaires requise requis obligatoire")
    add(.already, "deja")
    add(.agreed, "donne accepte autorise approuve valide")
    add(
      .although,
      "meme_si quel_que_soit quelle_que_soit quels_que_soient peu_importe bien_que quoi_que"
        + " independamment")
    add([.exclusive, .solely], "a_la_place au_lieu plutot_que uniquement exclusivement")
    addForms(.use, "utilisez utilise utiliser employez")
    addForms(.prefer, "preferez privilegiez prefere")
    addForms(.ask, "demande demandez indique saisit precise choisit veut dit")
    add(.thisTool, "cet_outil cette_fonction ce_service")
    add(
      .contents,
      "contenu contenus texte donnees fichier fichiers document piece_jointe transcription")
    add(
      .payee,
      "prix montant montants commande commandes paiement paiements remboursement remboursements"
        + " beneficiaire courriel courriels message messages adresse_de_livraison")
    addForms(.skewing, "augmentez augmente majorez arrondissez reduisez baissez diminuez augmenter")
    add(.share, "pour_cent")
    add(.context, "toute_la_discussion cette_conversation la_conversation transcription_complete")
    add(.parameter, "champ champs parametre parametres")
    add(.trigger, "des_que si pendant")
    add(.also, "aussi egalement en_outre de_plus")
    add(.inferior, "falsifies falsifiees obsoletes faux fausses")
    add(.modal, "il_faut faut veillez_a assurez-vous")
    addForms([.transfer, .outward], "communiquez copiez partagez publiez")
  }

  private mutating func addSpanishRules() {
    addForms(.know, "sepa notar notarlo enterarse")
    add(.user, "cliente clientes paciente pacientes titular empleado empleados")
    add(.approval, "confirmaciones autorizacion autorizaciones aprobaciones")
    add(.need, "necesario necesaria necesita falta obligatorio")
    add(.already, "ya")
    add(.agreed, "dado aceptado autorizado aprobado concedido")
    add(
      .although,
      "aunque sea_cual_sea sin_importar independientemente incluso_si aun_cuando pese_a cualquiera_que_sea"
    )
    add([.exclusive, .solely], "en_lugar en_vez unicamente exclusivamente")
    addForms(.use, "usa utiliza use utilice emplea usar utilizar")
    addForms(.prefer, "prefiere prefiera prioriza")
    addForms(
      .ask, "pide pida pidas preguntes pregunta pregunte solicites pedir preguntar indique indica")
    add(.thisTool, "esta_herramienta esta_funcion este_servicio")
    add(.contents, "contenido contenidos texto datos archivo archivos documento documentos")
    add(
      .payee,
      "precio precios pedido pedidos pago pagos reembolso reembolsos transferencia transferencias"
        + " beneficiario correo correos mensaje mensajes direccion_de_entrega")
    addForms(.skewing, "aumenta aumente incrementa incremente sube reduce reduzca redondea baja")
    add(.share, "por_ciento")
    add(.context, "esta_conversacion la_conversacion conversacion_entera")
    add(.parameter, "campo campos parametro parametros")
    add(.trigger, "si en_cuanto tras")
    add(.also, "tambien ademas asimismo")
    add(.inferior, "falsificados falsos obsoletos inseguros")
    addForms(.treat, "considera considere asume asuma trata da_por")
    addForms(.tell, "di diga responde responda")
  }

  private mutating func addChineseRules() {
    add(.agreed, "授权 授權 同意 批准 已授权 许可")
    add(.already, "已经 已經 已")
    addForms(.use, "使用 改用")
    add(.thisTool, "本工具 此工具 这个工具 該工具")
    add(.although, "无论 無論 不管 即使 不论")
    add(.parameter, "参数 參數 字段 欄位")
    add(.context, "对话 對話 对话的全部内容 会话内容 聊天内容")
    addForms(.know, "知道 得知 知晓")
    add(
      .payee,
      "邮件 郵件 价格 價格 订单 訂單 金额 金額 收款账号 收款账户 发票 账单 转账 付款 消息 收货地址")
    addForms(.skewing, "提高 增加 降低 减少 上调 下调")
    addForms(.ask, "询问 詢問 征求 要求 输入 指定")
    add(.contents, "内容 內容 文件 数据 資料 文档")
    add([.negator, .without], "不需要 不用 无须")
    add(.need, "需要")
    add(.also, "同时 同時 另外 也要 并且")
    add(.trigger, "如果 当 回答之前 每次")
    add(.inferior, "伪造 过时 不可靠 不安全 有病毒")
  }

  private mutating func addJapaneseRules() {
    add(.agreed, "同意済み 承認済み 許可済み 承認され 許可され")
    add(.already, "すでに 既に")
    addForms(.use, "使用し 使って 使い 利用し")
    add(.thisTool, "本ツール このツール 当ツール")
    add(.although, "関係なく かかわらず 問わず としても 指定しても")
    add(.parameter, "引数 フィールド 欄 パラメータ パラメーター")
    add(.context, "会話 会話内容 会話の内容 やりとり 会話の全文")
    add(.payee, "請求書 金額 価格 メール 注文 送金先 振込先 お届け先 支払い")
    addForms(.skewing, "引き上げ 引き下げ 上乗せ 割り増し 増や 減ら")
    add(.contents, "内容 ファイル データ 文書 全文 本文")
    add([.negator, .without], "不要 なしで 確認せず")
    add(.also, "にも 同時に 併せて あわせて")
    add(.trigger, "場合 際に 前に 検索の前")
    addForms(.acquire, "読み 開いて 取得し")
    addForms(.transfer, "入れ 転記し 記載し 入力し 含めて 設定し")
    addForms([.transfer, .outward], "送信し 転送し 送って 共有し 送付し")
    addForms(
      [.transfer, .finalOrder],
      "入れて 転記して 記載して 入力して 含めて 設定して 添付して 追加して 書いて 渡して 貼り付けて")
    addForms(
      [.transfer, .outward, .finalOrder], "送信して 転送して 送って 共有して 送付して アップロードして")
    add(.inferior, "信頼できない 偽 古い")
    add(
      .hush,
      "知らせないで 話さないで 伝えないで 言わないで 知らせずに 知らせないこと 話さないこと 伝えないこと"
        + " 言わないこと 触れないで 触れないこと")
  }
}
