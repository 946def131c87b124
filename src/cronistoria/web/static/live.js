// Filters that apply as they change: the page is fetched as the form would, and the parts that may differ are swapped.
let asked = 0;
let restart = () => {};

export function startLive(start) {
  restart = start;
  for (const form of document.querySelectorAll("form[data-live]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      go(address(form));
    });
    form.addEventListener("change", () => go(address(form)));
  }
  addEventListener("popstate", () => location.reload());
}

function address(form) {
  const params = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value) params.append(name, value);
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (!form.elements[name] && name !== "page" && name !== "lang") params.append(name, value);
  }
  const query = params.toString();
  return form.action.split("?")[0] + (query ? `?${query}` : "");
}

// Shows another address of the same page; `replace` keeps the way back to the page before.
export async function go(href, { replace = false } = {}) {
  const number = ++asked;
  const response = await fetch(href, { headers: { accept: "text/html" } }).catch(() => null);
  if (number !== asked) return;
  if (!response?.ok) {
    location.assign(href);
    return;
  }
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  if (number !== asked) return;
  for (const part of document.querySelectorAll("[data-swap]")) {
    const other = page.querySelector(`[data-swap="${part.dataset.swap}"]`);
    if (other) part.replaceWith(document.adoptNode(other));
  }
  history[replace ? "replaceState" : "pushState"](null, "", href);
  for (const part of document.querySelectorAll("[data-swap]")) restart(part);
}
