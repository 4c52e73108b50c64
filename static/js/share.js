// Copies the address of the page and prints it; the buttons are hidden until this runs.
const SHOW_DONE = 2500;

for (const group of document.querySelectorAll("[data-share]")) {
  const copy = group.querySelector("[data-copy]");
  const print = group.querySelector("[data-print]");
  const canonical = document.querySelector('link[rel="canonical"]');
  // The clipboard is only there on a secure address: elsewhere the button would do nothing.
  if (navigator.clipboard) {
    const words = copy.querySelector("span");
    const before = words.textContent;
    words.setAttribute("aria-live", "polite");
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(canonical ? canonical.href : location.href);
      words.textContent = copy.dataset.done;
      setTimeout(() => { words.textContent = before; }, SHOW_DONE);
    });
  } else {
    copy.remove();
  }
  print.addEventListener("click", () => window.print());
  group.hidden = false;
}
