extension LexiconBuilder {
  /// Words about tools, parties and reasons in other languages than English.
  mutating func addToolsOfOtherLanguages() {
    add(
      .tool,
      "werkzeug werkzeuge herramienta herramientas outil outils strumento strumenti ferramenta"
        + " ferramentas инструмент инструмента инструментов 工具 ツール 도구 الأداة أداة narzedzie arac")
    add(
      .other,
      "andere anderen anderes otra otras otro otros autre autres altra altre altri outra outras"
        + " outro outros другой других другие другим 其他 其它 他の 다른 أخرى inne inny diger")
    add(
      .universal,
      "jede jeden jeder jedes jedem alle allen cualquier cualquiera todas todos todo toda cada"
        + " toute toutes tous chaque qualsiasi ogni tutti tutte qualquer всех все каждый каждого"
        + " любой любого 所有 每次 任何 全部 一切 すべて 全て 毎回 たび 모든 매번 항상 كل جميع")
    add(.before, "antes avant vor bevor prima перед прежде 之前 前に 前 전에 قبل voor przed once")
    addForms(
      [.rewrite, .swap],
      "ersetze ersetzen andere_die andern sustituye sustituya sustituir reemplaza reemplace cambia"
        + " cambie remplacez remplace remplacer sostituisci sostituire substitua substituir troque"
        + " замени замените заменить поменяй 替换 替換 改为 改成 更改 置き換え 変更し 바꾸 변경 استبدل غير")
    add(
      .payee,
      "konto kontonummer empfanger rechnung rechnungen uberweisung betrag cuenta factura facturas"
        + " destinatario importe compte facture destinataire virement conto fattura bonifico conta"
        + " fatura boleto pagamento счет счёт получатель получателя платеж сумма 收款 账户 账号 收件人 付款"
        + " 発票 口座 振込 宛先 계좌 수신자 الحساب المستلم")
    add(
      .approval,
      "zustimmung bestatigung ruckfrage genehmigung consentimiento confirmacion aprobacion permiso"
        + " consentement confirmation autorisation consenso conferma autorizzazione consentimento"
        + " confirmacao aprovacao подтверждения согласия разрешения 同意 确认 確認 批准 许可 許可"
        + " 동의 확인 승인 موافقة تأكيد")
    add([.negator, .without], "ohne sin sans senza sem без 无需 無需 不需 不必 未经 なしに 없이 بدون دون")
    add(.negator, "ولا kein keinen nichts nada rien niente ничего 不会")
    addMoreActs()
  }

  /// Forms of verbs that take, pass on, tell and call.
  private mutating func addMoreActs() {
    addForms(
      [.transfer, .outward],
      "抄送 同步 推送 寄送 提交 送付 共有して 보내세요 전달 weiterleiten weiterzuleiten kopiere reenvie"
        + " adjunte transmita encaminhe encaminhar inoltra перешлите отправляй копируй وأرسل أرسل")
    addForms(
      .transfer,
      "mitzugeben mitgeben beizufugen einzutragen anzuhangen einzufugen ponga pon coloca coloque"
        + " introduce mets mettez placez renseignez metti inserisci insira informe coloque 放入 填入 写入"
        + " 附上 入れて 記入 添付 넣어 붙이고 넣으 ضع أضف")
    addForms(
      .acquire,
      "auszulesen auslesen lesen_sie extrae obten obtenga recupere recuperez recupera extraia obtenha"
        + " извлеки получи возьми 取得 提取 获取 読み込 가져 استخرج اجلب")
    addForms(
      [.tell, .inform], "comentes comente comenta avise avises mencione menciones erwahnt تخبر")
    add(.know, "erfahren merken entere enterarse savoir saber sapere узнать узнал 知道 知る 気づ 알게 يعلم")
    addForms(
      .use,
      "rufe aufrufen llama llame appelez appelle chiama chame chamar вызови вызовите 调用 呼び出 호출")
    add(
      .context,
      "conversa_inteira toda_a_conversa conversacion_completa toda_la_conversacion"
        + " toute_la_conversation conversation_complete gesamte_unterhaltung gesamten_verlauf"
        + " gesamten_chat intera_conversazione historico_da_conversa всю_переписку весь_диалог"
        + " 全部对话 完整对话 对话内容 会話の履歴 会話全体 대화_내용 대화_전체 المحادثة")
    add(
      .modal,
      "soll sollen ist_stets hay_que debera deberan doivent dovra devera нужно следует 应当 应 须 需 يجب"
    )
    add(
      .personal,
      "电话 地址 姓名 身份证 手机号 住所 電話番号 氏名 전화번호 주소 telefonnummer telefono telefone direccion"
        + " endereco indirizzo адрес телефон паспорт geburtsdatum")
    add(.secret, "senhas passworter contrasenas المفاتيح مفتاح المفتاح الخاصة 密钥文件 鍵 키를")
    add(
      .pretext,
      "合规 审计 规定 政策 コンプライアンス 監査 규정 감사 normativa norma politica vorschrift richtlinie регламент требование"
    )
  }
}
