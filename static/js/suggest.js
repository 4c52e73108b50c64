// Suggestions under a search box: a combobox with a list, by the pattern of the ARIA guide.
// Without this script the form is a form; with it, Enter still searches for what was typed.
const SHORTEST = 2;
const PAUSE = 150;
const MOST_REMEMBERED = 50;

class Suggestions {
  constructor(form, number) {
    this.form = form;
    this.input = form.querySelector("input[name=q]");
    this.answers = new Map();
    this.options = [];
    this.active = -1;
    this.list = form.appendChild(element("div", { className: "suggest", id: `suggest-${number}`, hidden: true }));
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", form.dataset.suggestLabel);
    this.status = form.appendChild(element("p", { className: "vh" }));
    this.status.setAttribute("role", "status");
    this.input.setAttribute("role", "combobox");
    this.input.setAttribute("aria-autocomplete", "list");
    this.input.setAttribute("aria-controls", this.list.id);
    this.input.setAttribute("aria-expanded", "false");
    this.input.addEventListener("input", (event) => event.isComposing || this.wait());
    this.input.addEventListener("keydown", (event) => this.press(event));
    this.input.addEventListener("blur", () => this.close());
    // The box keeps the focus, or a finger on the list would close it.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.choose(event.target.closest("[role=option]")));
    form.addEventListener("submit", () => this.close());
  }

  get text() { return this.input.value.trim().replace(/\s+/g, " "); }

  get open() { return !this.list.hidden; }

  wait() {
    clearTimeout(this.timer);
    this.request?.abort();
    if (this.text.length < SHORTEST) { this.close(); return; }
    this.timer = setTimeout(() => this.ask(this.text), PAUSE);
  }

  async ask(text) {
    let answer = this.answers.get(text);
    if (!answer) {
      this.request = new AbortController();
      try {
        const address = `${this.form.dataset.suggest}?q=${encodeURIComponent(text)}`;
        const response = await fetch(address, { signal: this.request.signal });
        if (!response.ok) throw new Error(response.status);
        answer = await response.json();
      } catch (error) {
        // Nobody has asked for suggestions: without them the search works as before.
        if (error.name !== "AbortError") this.close();
        return;
      }
      if (this.answers.size === MOST_REMEMBERED) this.answers.clear();
      this.answers.set(text, answer);
    }
    if (text === this.text && document.activeElement === this.input) this.show(answer);
  }

  show(answer) {
    this.options = [];
    this.list.replaceChildren(...answer.groups.map((group, place) => this.group(group, place)));
    this.status.textContent = answer.status;
    this.list.scrollTop = 0;
    this.toggle(this.options.length > 0);
    this.activate(-1);
  }

  group(group, place) {
    const title = element("div", { className: "suggest__group", id: `${this.list.id}-group-${place}`, textContent: group.title });
    title.setAttribute("role", "presentation");
    const box = element("div", {});
    box.setAttribute("role", "group");
    box.setAttribute("aria-labelledby", title.id);
    box.append(title, ...group.items.map((item) => this.option(item)));
    return box;
  }

  option(item) {
    const option = element("div", { id: `${this.list.id}-${this.options.length}` });
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.url = item.url;
    const text = element("span", item.language ? { lang: item.language, dir: "auto" } : { dir: "auto" });
    const [start, end] = item.mark ?? [0, 0];
    text.append(item.text.slice(0, start));
    if (end) text.append(element("mark", { textContent: item.text.slice(start, end) }));
    text.append(item.text.slice(end));
    option.append(text);
    if (item.detail) option.append(" ", element("small", { textContent: item.detail }));
    this.options.push(option);
    return option;
  }

  press(event) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const last = this.options.length - 1;
    const moves = {
      ArrowDown: () => this.activate(this.active === last ? -1 : this.active + 1),
      ArrowUp: () => this.activate(this.active === -1 ? last : this.active - 1),
    };
    // With a line chosen they go to the ends of the list, else to those of the text.
    if (this.active >= 0) {
      moves.Home = () => this.activate(0);
      moves.End = () => this.activate(last);
      moves.Enter = () => this.choose(this.options[this.active]);
    }
    if (this.open) {
      moves.Escape = () => this.close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (this.text.length >= SHORTEST) { event.preventDefault(); this.ask(this.text); }
      return;
    }
    if (!moves[event.key]) return;
    event.preventDefault();
    moves[event.key]();
  }

  activate(place) {
    this.options[this.active]?.setAttribute("aria-selected", "false");
    this.active = place;
    const option = this.options[place];
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      this.input.setAttribute("aria-activedescendant", option.id);
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  choose(option) {
    if (option) location.assign(option.dataset.url);
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.status.textContent = "";
    this.activate(-1);
    this.toggle(false);
  }

  toggle(open) {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
  }
}

function element(name, values) {
  return Object.assign(document.createElement(name), values);
}

document.querySelectorAll("form[data-suggest]").forEach((form, number) => new Suggestions(form, number));
