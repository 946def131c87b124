// What every page gains from scripts. Each module finds its own elements and does nothing where there are none.
import { startKeys } from "./keys.js";
import { startLive } from "./live.js";
import { startMap } from "./map.js";
import { startReport } from "./report.js";
import { startTimeline } from "./timeline.js";

function start(root) {
  startTimeline(root);
  startMap(root);
  startReport(root);
}

startKeys();
startLive(start);
start(document);

// a calendar follows a subscription of its own scheme
for (const link of document.querySelectorAll("[data-calendar]")) {
  if (location.protocol === "https:") link.href = link.href.replace(/^https/, "webcal");
}

// who decides is asked once
for (const field of document.querySelectorAll("[data-remember]")) {
  const name = `cronistoria-${field.dataset.remember}`;
  try {
    field.value ||= localStorage.getItem(name) ?? "";
    field.addEventListener("change", () => localStorage.setItem(name, field.value));
  } catch { /* storage is not allowed: the field stays empty */ }
}
for (const form of document.querySelectorAll("form")) {
  const by = document.querySelector("[data-remember=by]");
  if (by && form !== by.form && form.elements.csrf && !form.elements.by) {
    form.addEventListener("formdata", (event) => event.formData.set("by", by.value));
  }
}
