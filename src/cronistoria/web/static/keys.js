// "/" goes to the search field; arrows (or j and k) go through the entries of a list.
const FIELDS = "input, select, textarea, [contenteditable]";

export function startKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.(FIELDS)) return;
    if (event.key === "/") {
      event.preventDefault();
      document.querySelector("[data-search]")?.focus();
    } else if (event.key === "j" || event.key === "ArrowDown") {
      step(1, event);
    } else if (event.key === "k" || event.key === "ArrowUp") {
      step(-1, event);
    }
  });
}

function step(by, event) {
  const items = [...document.querySelectorAll("[data-item]")];
  const here = items.indexOf(document.activeElement);
  // arrows scroll the page until somebody is in the list
  if (!items.length || (here < 0 && event.key.startsWith("Arrow"))) return;
  event.preventDefault();
  const next = items[Math.min(Math.max(here + by, 0), items.length - 1)];
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "center" });
}
