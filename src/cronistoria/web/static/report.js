// A record and the words it rests on light up together.
export function startReport(root) {
  const marks = [...root.querySelectorAll(".marked mark[data-records]")];
  const items = [...root.querySelectorAll("[data-record]")];
  if (!marks.length) return;
  const light = (records) => {
    for (const mark of marks) mark.classList.toggle("lit", mark.dataset.records.split(" ").some((r) => records.includes(r)));
    for (const item of items) item.classList.toggle("lit", records.includes(item.dataset.record));
  };
  const watch = (element, records) => {
    for (const name of ["pointerenter", "focusin"]) element.addEventListener(name, () => light(records));
    for (const name of ["pointerleave", "focusout"]) element.addEventListener(name, () => light([]));
  };
  for (const mark of marks) watch(mark, mark.dataset.records.split(" "));
  for (const item of items) watch(item, [item.dataset.record]);
}
