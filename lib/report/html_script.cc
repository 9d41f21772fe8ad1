// Filters and sorts tables that are whole without it; opens what is folded before printing.
#include "report/html_page.h"

namespace anjuan {

const std::string_view kPageScript = R"script(
"use strict";
(() => {
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const textOf = (row, at) => row.cells[at].textContent.replace(/[ \t\n]+/g, " ").trim();

  for (const table of document.querySelectorAll("table.list")) {
    const heads = [...table.tHead.rows[0].cells];
    const body = table.tBodies[0];
    const rows = [...body.rows];
    heads.forEach((head, at) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.replaceChildren(button);
      const list = head.dataset.order && document.getElementById(head.dataset.order);
      const ranks = list && new Map([...list.options].map((option, rank) => [option.text, rank]));
      const compare = ranks
        ? (a, b) => ranks.get(textOf(a, at)) - ranks.get(textOf(b, at))
        : (a, b) => collator.compare(textOf(a, at), textOf(b, at));
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        body.append(...[...rows].sort((a, b) => (down ? compare(b, a) : compare(a, b))));
      });
    });
  }

  const form = document.querySelector("form");
  if (form) {
    const rows = [...document.querySelector("#findings table").tBodies[0].rows];
    const texts = rows.map((row) => row.textContent.toLowerCase());
    const search = form.querySelector("input[type=search]");
    const slash = form.querySelector("input[type=checkbox]");
    const count = document.getElementById("count");
    const lists = [...form.querySelectorAll("select")];
    const filter = () => {
      const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
      const wanted = lists.filter((list) => list.selectedIndex > 0)
        .map((list) => [Number(list.dataset.column), list.options[list.selectedIndex].text]);
      let shown = 0;
      rows.forEach((row, at) => {
        const fits = words.every((word) => texts[at].includes(word)) &&
          wanted.every(([column, text]) => textOf(row, column) === text);
        row.hidden = !fits;
        shown += fits;
      });
      count.textContent = count.dataset.words.replace("{0}", shown).replace("{1}", rows.length);
    };
    const clear = () => {
      search.value = "";
      for (const list of lists) list.selectedIndex = 0;
      filter();
    };
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.querySelector("button").addEventListener("click", clear);
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.key === "Escape") {
        clear();
      } else if (event.key === "/" && slash.checked &&
                 (event.target === slash || !event.target.closest("input, select"))) {
        event.preventDefault();
        search.focus();
      }
    });
    form.hidden = false;
    filter();
  }

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const one of folded) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of folded) one.open = false;
  });
})();
)script";

}  // namespace anjuan
