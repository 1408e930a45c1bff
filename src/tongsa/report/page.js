"use strict";
// Filters, steps and keys of the page of findings. It reads the page and hides parts of it; it never
// writes markup, and asks nothing of anybody.
{
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const tools = byId("tools");
  const root = document.documentElement;

  const remember = (name, value) => {
    try {
      if (value !== undefined) localStorage.setItem(name, value);
      return localStorage.getItem(name);
    } catch {
      return null; // a page from a disk may not be allowed to
    }
  };

  const isDark = () =>
    root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;

  const turnTheme = () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    remember("tongsa-theme", root.dataset.theme);
  };

  const kept = remember("tongsa-theme");
  if (kept === "light" || kept === "dark") root.dataset.theme = kept;

  if (tools) {
    const cards = all(".finding");
    const rows = all(".row").map((row) => ({
      row,
      cards: all(".finding", row),
      words: null,
    }));
    const rowOf = new Map(rows.flatMap((each) => each.cards.map((card) => [card, each])));
    const gaps = all(".gap");
    const marks = all("mark");
    const sections = all(".article, .loose");
    const editions = all("[data-edition].edition");
    let open = cards;
    let current = null;

    const chosen = (name) =>
      new Set(all(`input[name="${name}"]:checked`, tools).map((input) => input.value));

    const folded = (words) => words.normalize("NFC").toLowerCase();

    const holds = (each, words) => {
      each.words ??= folded(each.row.textContent);
      return each.words.includes(words);
    };

    const apply = () => {
      const severities = chosen("severity");
      const languages = chosen("edition");
      const code = tools.elements.code.value;
      const words = folded(tools.elements.words.value.trim());
      const context = tools.elements.context.checked;
      for (const card of cards) {
        const { severity, edition, code: own } = card.dataset;
        card.hidden = !(
          severities.has(severity) &&
          (edition === "" || languages.has(edition)) &&
          (code === "" || own === code)
        );
      }
      for (const each of rows) {
        const found = each.cards.some((card) => !card.hidden);
        const wanted = found || (context && !each.row.classList.contains("loose"));
        each.row.hidden = !wanted || (words !== "" && !holds(each, words));
      }
      for (const cell of editions) cell.hidden = !languages.has(cell.dataset.edition);
      for (const gap of gaps) gap.hidden = !context || words !== "";
      for (const mark of marks) {
        const own = mark.dataset.finding.split(" ");
        mark.classList.toggle("off", own.every((id) => byId(id)?.hidden ?? true));
      }
      for (const section of sections) {
        if (!section.classList.contains("article")) continue;
        section.hidden = !section.querySelector(".row:not([hidden])");
        // Where one edition stands beside the source, there is room for its findings beside it.
        section.classList.toggle("single", all(".head > .edition:not([hidden])", section).length === 1);
      }
      open = cards.filter((card) => !card.hidden && !rowOf.get(card)?.row.hidden);
      if (current && !open.includes(current)) select(null);
      tell();
    };

    const tell = () => {
      const at = open.indexOf(current) + 1;
      byId("position").textContent = at ? `${at} of ${open.length}` : `${open.length}`;
      byId("previous").disabled = byId("next").disabled = open.length === 0;
    };

    const select = (card) => {
      for (const old of all(".current")) old.classList.remove("current");
      current = card;
      if (!card) return;
      card.classList.add("current");
      for (const mark of marks) {
        if (mark.dataset.finding.split(" ").includes(card.id)) mark.classList.add("current");
      }
    };

    const go = (card) => {
      select(card);
      tell();
      card.focus({ preventScroll: true });
      const row = rowOf.get(card)?.row ?? card;
      (row.offsetHeight < innerHeight * 0.7 ? row : card).scrollIntoView({ block: "center" });
    };

    const step = (by) => {
      if (!open.length) return;
      const at = open.indexOf(current);
      if (at >= 0) {
        go(open[(at + by + open.length) % open.length]);
        return;
      }
      const below = open.findIndex((card) => card.getBoundingClientRect().top > 0);
      const next = below < 0 ? 0 : below;
      go(open[by > 0 ? next : (next - 1 + open.length) % open.length]);
    };

    const toggle = (input) => {
      if (!input) return;
      input.checked = !input.checked;
      apply();
    };

    const clear = () => {
      tools.elements.words.value = "";
      tools.elements.words.blur();
      apply();
    };

    const search = () => {
      tools.elements.words.focus();
      tools.elements.words.select();
    };

    const severity = (at) => () => toggle(all('input[name="severity"]', tools)[at]);

    const keys = new Map([
      ["j", () => step(1)],
      ["n", () => step(1)],
      ["k", () => step(-1)],
      ["p", () => step(-1)],
      ["1", severity(0)],
      ["2", severity(1)],
      ["3", severity(2)],
      ["c", () => toggle(tools.elements.context)],
      ["/", search],
      ["?", () => byId("keys").showModal()],
      ["d", turnTheme],
    ]);

    // Where a Korean or Chinese input method is on, the key's place tells what its letter does not.
    const keyOf = (event) => {
      if (/^[!-~]$/.test(event.key)) return event.key.toLowerCase();
      if (event.code === "Slash") return event.shiftKey ? "?" : "/";
      return event.code.replace(/^(Key|Digit)/, "").toLowerCase();
    };

    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || byId("keys").open) return;
      const typing = event.target.closest?.("input[type=search], select");
      if (typing && event.key === "Escape") clear();
      if (typing) return;
      const act = keys.get(keyOf(event));
      if (!act) return;
      event.preventDefault();
      act();
    });

    document.addEventListener("click", (event) => {
      const mark = event.target.closest?.("mark");
      const shown = mark?.dataset.finding.split(" ").map(byId).find((card) => card && !card.hidden);
      if (shown) go(shown);
    });

    tools.addEventListener("submit", (event) => event.preventDefault());
    tools.addEventListener("input", apply);
    byId("previous").addEventListener("click", () => step(-1));
    byId("next").addEventListener("click", () => step(1));
    byId("theme").addEventListener("click", turnTheme);
    byId("help").addEventListener("click", () => byId("keys").showModal());

    const measure = () => root.style.setProperty("--tools", `${tools.offsetHeight}px`);
    tools.hidden = false;
    new ResizeObserver(measure).observe(tools);
    apply();
  }
}
