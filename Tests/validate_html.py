#!/usr/bin/env python3
"""Validates web pages that mcpready wrote, in a validator and in a real browser.

usage: validate_html.py [--hostile MCPREADY] PAGE.html...

`--hostile` lets that binary judge an estate in which every text tries to act, and looks at its page too.

Needs html5lib and playwright from PyPI, and a Chromium: the one on the PATH, else the one that
`playwright install chromium` has fetched; where there is neither, says so and only parses. Every page is opened at three widths, light and dark, with every
fold closed and open, and without its script. It must log nothing, ask for nothing, let nothing stand out
of the page's width, cut or cover no text, keep headings in order, print what is to be read, and keep hostile
texts inert.
"""
import json, re, shutil, subprocess, sys, tempfile
from pathlib import Path

import html5lib
from playwright.sync_api import sync_playwright

WIDTHS = (390, 820, 1440)
failures = []

# What is looked for in the page; it returns sentences about what is wrong.
LAYOUT = """() => {
  const wrong = [];
  const name = (element) => `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}"> ` +
    JSON.stringify((element.textContent ?? "").trim().slice(0, 60));
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width)
    wrong.push(`the page is ${document.documentElement.scrollWidth} wide in a window of ${width}`);

  // Boxes that scroll by themselves may hold what is wider than they are.
  const scrolls = (element) => {
    for (let box = element; box; box = box.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(box).overflowX)) return true;
      if (box.matches(".spoken, .skip")) return true;
    }
    return false;
  };
  // Whether a fold hides the element, or the text that stands right in it.
  const isFolded = (element) => {
    for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details"))
      if (!fold.open && !element.closest("summary")?.parentElement.isSameNode(fold)) return true;
    return false;
  };
  // The part of a text's box that the boxes around it, which scroll, let through.
  const seen = (whole, element) => {
    let { left, right, top, bottom } = whole;
    for (let box = element; box; box = box.parentElement) {
      if (box === document.body || getComputedStyle(box).overflowX === "visible") continue;
      const edges = box.getBoundingClientRect();
      left = Math.max(left, edges.left);
      right = Math.min(right, edges.right);
      top = Math.max(top, edges.top);
      bottom = Math.min(bottom, edges.bottom);
    }
    return { left, right, top, bottom };
  };
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest("script, style, title, desc, .spoken, .skip")) continue;
    if (!parent.checkVisibility({ visibilityProperty: true }) || isFolded(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const whole of range.getClientRects()) {
      if (whole.width < 1 || whole.height < 1) continue;
      if (!scrolls(parent) && (whole.left < -0.5 || whole.right > width + 0.5))
        wrong.push(`stands out of the page: ${name(parent)}`);
      const box = seen(whole, parent);
      if (box.right - box.left >= 1 && box.bottom - box.top >= 1) texts.push({ box, parent });
    }
  }

  // Nothing that clips hides a text of its own.
  for (const element of document.querySelectorAll("body *")) {
    const style = getComputedStyle(element);
    if (style.overflowX === "hidden" && !element.matches(".spoken") && element.scrollWidth > element.clientWidth + 1)
      wrong.push(`cuts its content: ${name(element)}`);
  }

  // No two texts cover each other: neighbours in one row of the page are compared.
  texts.sort((left, right) => left.box.top - right.box.top || left.box.left - right.box.left);
  const sticks = (element) => element.closest("thead, .contents, table.matrix tbody th, table.servers tbody th");
  for (let i = 0; i < texts.length; i++) {
    const { box: a, parent: left } = texts[i];
    if (sticks(left)) continue;
    for (let k = i + 1; k < texts.length && texts[k].box.top < a.bottom - 3; k++) {
      const { box: b, parent: right } = texts[k];
      if (sticks(right) || left === right) continue;
      const covered = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const height = Math.min(a.bottom, b.bottom) - b.top;
      // Lines of one paragraph may touch.
      if (covered > 2 && height > 0.4 * Math.min(a.bottom - a.top, b.bottom - b.top))
        wrong.push(`covers another text: ${name(left)} and ${name(right)}`);
    }
  }

  const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) => Number(heading.tagName[1]));
  levels.forEach((level, index) => {
    if (level > (index ? levels[index - 1] : 0) + 1) wrong.push(`heading ${index + 1} skips to level ${level}`);
  });
  return [...new Set(wrong)];
}"""

# Names that assistive technology would read, and what a text would have become had it acted.
SEMANTICS = """() => {
  const wrong = [];
  if (document.querySelectorAll("main").length !== 1) wrong.push("there is not exactly one main landmark");
  if (document.documentElement.lang !== "en") wrong.push("the language is not said");
  for (const table of document.querySelectorAll("table")) {
    if (!table.caption) wrong.push("a table has no caption");
    for (const heading of table.querySelectorAll("th")) if (!heading.scope) wrong.push("a heading has no scope");
  }
  for (const drawing of document.querySelectorAll("svg"))
    if (drawing.getAttribute("aria-hidden") !== "true" && !(drawing.querySelector("title") && drawing.querySelector("desc")))
      wrong.push("a drawing has no title or description");
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index))) wrong.push(`two elements are called ${id}`);
  for (const link of document.querySelectorAll("a")) {
    const target = link.getAttribute("href");
    if (!target.startsWith("#")) wrong.push(`a link leaves the page: ${target}`);
    else if (!document.getElementById(target.slice(1))) wrong.push(`a link leads nowhere: ${target}`);
  }
  for (const element of document.querySelectorAll("*"))
    for (const attribute of element.attributes)
      if (attribute.name.startsWith("on") || attribute.name === "style" || attribute.name === "src")
        wrong.push(`an element carries ${attribute.name}`);
  if (document.querySelectorAll("img, iframe, object, embed, form, base, link:not([rel=icon]), script[src]").length)
    wrong.push("there is an element that could load or send something");
  if (document.scripts.length !== 1) wrong.push(`there are ${document.scripts.length} scripts`);
  return wrong;
}"""


# On paper every fold is open but those that are only looked up.
PRINT = """() => {
  dispatchEvent(new Event("beforeprint"));
  const wrong = [];
  for (const fold of document.querySelectorAll("details")) {
    if (fold.parentElement.closest("details.reference")) continue;
    const isPrinted = [...fold.children].some((part) => part.tagName !== "SUMMARY" && part.checkVisibility());
    if (isPrinted === fold.matches(".reference"))
      wrong.push(`${isPrinted ? "prints" : "does not print"}: ${fold.querySelector("summary").textContent.trim().slice(0, 60)}`);
  }
  dispatchEvent(new Event("afterprint"));
  return wrong;
}"""


# Texts of strangers, each of which would do something in a page that let it.
ATTACKS = [
    "<img src=x onerror=alert(1)>", "</title><script>alert(2)</script>", "\"><svg onload=alert(3)>",
    "</style><style>*{display:none}</style>", "' autofocus onfocus='alert(4)", "javascript:alert(5)",
    "</script><script>alert(6)</script>", "<!--", "]]>", "&lt;b&gt;", "\u202egpj.exe\u200b", "\u001b[2J",
    "<a href=https://attacker.example>x</a>", "x" * 5_000, "<base href=//attacker.example>",
]


def write_hostile(folder):
    """An estate whose names, descriptions, paths and log values are attacks."""
    server = "mail<img src=x onerror=alert(1)>"
    tools = [f"tool{number} {attack}" for number, attack in enumerate(ATTACKS)]
    manifest = {
        "server_id": server, "version": "1.0.0", "title": ATTACKS[1], "transport": "streamable_http",
        "endpoint": "https://mail.example/mcp/", "tier": 1, "owner": ATTACKS[0], "support": ATTACKS[2],
        "environments": ["prod"], "auth_required": True, "catalog": "tools.json", "depends_on": [ATTACKS[3]],
        "purpose": ATTACKS[6], "domain": ATTACKS[12], "tools": [{"name": tool, "owner": tool} for tool in tools],
    }
    catalog = {"tools": [
        {"name": tool, "description": attack, "inputSchema": {"type": "object", "properties": {attack: {"type": "string"}}}}
        for tool, attack in zip(tools, ATTACKS)]}
    policy = {"access_policy": {"default": "deny", "enforced_at": "gateway", "grants": [
        {"agents": [attack], "servers": [server], "tools": [tool]} for tool, attack in zip(tools, ATTACKS)]}}
    record = {"environment": "prod", "session_id": "s1", "trace_id": ATTACKS[4], "server_id": server,
              "server_version": ATTACKS[5], "input_hash": ATTACKS[0], "decision": "allow", "policy_id": ATTACKS[2],
              "output_status": "success", "latency_ms": 9_000}
    records = [{**record, "timestamp": f"2026-11-{17 + number // 24:02}T{number % 24:02}:{minute:02}:00Z",
                "agent_id": attack, "user_id": attack, "tool_name": tool}
               for number, (tool, attack) in enumerate(zip(tools * 3, ATTACKS * 3)) for minute in range(0, 60, 2)]
    (folder / "<b onclick=alert(7)>").mkdir()
    (folder / "server.yaml").write_text(json.dumps(manifest))
    (folder / "tools.json").write_text(json.dumps(catalog))
    (folder / "access.json").write_text(json.dumps(policy))
    (folder / "<b onclick=alert(7)>" / "'\"><i>.json").write_text('{"tools": [' + ATTACKS[0])
    (folder / "audit.jsonl").write_text("".join(json.dumps(entry) + "\n" for entry in records))


def hostile_page(binary, folder):
    """The page about that estate, in `folder`."""
    estate, page = folder / "estate", folder / "hostile.html"
    estate.mkdir()
    write_hostile(estate)
    result = subprocess.run(
        [binary, "check", "estate", "--at", "2026-11-21", "--quiet", "--out", f"html={page}"],
        cwd=folder, capture_output=True, text=True)
    if result.returncode not in (1, 3):
        failures.append(f"hostile.html: exit status {result.returncode}: {result.stderr[-400:]}")
    text = page.read_text(encoding="utf-8")
    for shown in ("&lt;img src=x onerror=alert(1)&gt;", "&lt;/script&gt;", "\\u{202E}", "&quot;&gt;&lt;svg onload=alert(3)&gt;"):
        if shown not in text:
            failures.append(f"hostile.html: does not show {shown}")
    return page


def check(path, sentences, where=""):
    for sentence in sentences[:8]:
        failures.append(f"{path.name}{where}: {sentence}")


def parse(path):
    """Strict parsing by the HTML standard's own algorithm."""
    text = path.read_text(encoding="utf-8")
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(text)
    # This parser is older than `<search>` and friends, and knows all that these pages use.
    check(path, [f"{code} at line {place[0]}, column {place[1]}" for place, code, _ in parser.errors])
    outside = re.findall(r"(?:src|href|action|url)\s*[=(]\s*[\"']?(?!#|data:,)[a-z]+:", text[: text.index("<body")])
    check(path, [f"the head names {address}" for address in outside])


def open_page(browser, path, width, scheme="light", script=True):
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=script)
    page = context.new_page()
    page.on("console", lambda message: failures.append(f"{path.name}: the console says {message.text}"))
    page.on("pageerror", lambda error: failures.append(f"{path.name}: the script fails: {error}"))
    page.on("dialog", lambda dialog: failures.append(f"{path.name}: a dialog opens: {dialog.message}"))
    page.on("request", lambda request: requests.append(request.url))
    requests = []
    page.goto(path.as_uri(), wait_until="load")
    check(path, [f"asks for {url}" for url in requests if url not in (path.as_uri(), "data:,")])
    return page


def browse(browser, path):
    is_large = path.stat().st_size > 3_000_000
    for width in WIDTHS:
        for scheme in ("light", "dark"):
            page = open_page(browser, path, width, scheme)
            if scheme == "light":
                check(path, page.evaluate(LAYOUT), f" at {width}")
                if not is_large:
                    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
                    check(path, page.evaluate(LAYOUT), f" at {width}, unfolded")
            if width == WIDTHS[-1] and scheme == "light":
                check(path, page.evaluate(SEMANTICS))
            page.context.close()
    # As a reader opens it: what was unfolded on the screen is printed.
    page = open_page(browser, path, WIDTHS[-1])
    page.emulate_media(media="print")
    check(path, page.evaluate(PRINT), " on paper")
    page.context.close()
    # Without its script the same words are there; only what the script itself adds is missing.
    texts = []
    for script in (True, False):
        page = open_page(browser, path, 820, script=script)
        texts.append(sorted(set(re.findall(r"\w+", page.locator("main").text_content()))))
        page.context.close()
    missing = [word for word in texts[0] if word not in set(texts[1]) and word not in SCRIPT_WORDS]
    check(path, [f"only the script shows {word}" for word in missing])
    print(f"{path.name}: {path.stat().st_size:,} bytes, looked at in {2 * len(WIDTHS)} ways")


SCRIPT_WORDS = {"Show", "servers", "rules", "that", "match"}


def main():
    names = sys.argv[1:]
    binary = None
    if names[:1] == ["--hostile"]:
        binary, names = Path(names[1]).resolve(), names[2:]
    pages = [Path(name).resolve() for name in names]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        if binary:
            pages.append(hostile_page(binary, Path(folder)))
        for path in pages:
            parse(path)
        known = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
        if known or Path(playwright.chromium.executable_path).exists():
            browser = playwright.chromium.launch(executable_path=known, args=["--no-sandbox"])
            for path in pages:
                browse(browser, path)
            browser.close()
        else:
            print("skipped: no browser is here and none could be installed; the pages were parsed only")
    print("\n".join(failures[:60]) or f"{len(pages)} pages: nothing is wrong")
    sys.exit(1 if failures else 0)


main()
