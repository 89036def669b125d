/// The page's script, which makes tables sortable and long lists searchable.
///
/// Without it nothing is missing. It writes no markup from texts of the page, so that none of them can act.
enum HTMLScript {
  /// The script.
  static let text: Fragment<HTML> = """

    "use strict";
    (() => {
      const value = (row, column) => {
        const cell = row.cells[column];
        const text = cell.dataset.v ?? cell.textContent.trim();
        const number = Number.parseFloat(text);
        return Number.isNaN(number) ? text : number;
      };
      const compare = (left, right) =>
        typeof left === "number" && typeof right === "number"
          ? left - right : String(left).localeCompare(String(right), "en", { numeric: true });

      const sort = (table, column, header) => {
        const descends = header.getAttribute("aria-sort") === "ascending";
        const rows = [...table.tBodies[0].rows];
        rows.sort((left, right) => {
          const order = compare(value(left, column), value(right, column));
          return descends ? -order : order;
        });
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        header.setAttribute("aria-sort", descends ? "descending" : "ascending");
        table.tBodies[0].append(...rows);
      };

      for (const table of document.querySelectorAll("table.sortable")) {
        [...table.tHead.rows[0].cells].forEach((header, column) => {
          const button = document.createElement("button");
          button.type = "button";
          button.append(...header.childNodes);
          button.addEventListener("click", () => sort(table, column, header));
          header.append(button);
        });
      }

      const filter = (list) => {
        const items = [...list.querySelectorAll("[data-item], tbody > tr")].filter(
          (item) => item.parentElement.closest("[data-item]") === null);
        if (items.length < 8) return;
        const box = document.createElement("p");
        const label = document.createElement("label");
        const input = document.createElement("input");
        const count = document.createElement("output");
        box.className = "filter";
        input.type = "search";
        label.append(list.dataset.filter, input);
        box.append(label, count);
        list.before(box);
        input.addEventListener("input", () => {
          const words = input.value.toLowerCase().split(/ +/);
          let shown = 0;
          for (const item of items) {
            const head = (item.querySelector("summary") ?? item).textContent.toLowerCase();
            const matches = words.every((word) => head.includes(word));
            item.hidden = !matches;
            if (matches) shown += 1;
          }
          count.textContent = `${shown} of ${items.length}`;
        });
      };
      for (const list of document.querySelectorAll("[data-filter]")) filter(list);

      const reveal = () => {
        const target = location.hash && document.getElementById(location.hash.slice(1));
        for (let box = target && target.closest("details"); box;
          box = box.parentElement.closest("details")) box.open = true;
        if (target) target.scrollIntoView();
      };
      addEventListener("hashchange", reveal);
      reveal();

      let closed = [];
      addEventListener("beforeprint", () => {
        closed = [...document.querySelectorAll("details:not([open], .reference)")];
        for (const box of closed) box.open = true;
      });
      addEventListener("afterprint", () => {
        for (const box of closed) box.open = false;
      });
    })();

    """
}
