// chrono-node as a peer: texts as JSON lines in, expressions out. Only what the words say (known parts) makes the value.
import * as chrono from "chrono-node";
import readline from "node:readline";

const languages = { en: chrono.en, de: chrono.de, fr: chrono.fr, es: chrono.es, it: chrono.it, ru: chrono.ru, uk: chrono.uk, pt: chrono.pt };
const two = (n) => String(n).padStart(2, "0");

function value(part) {
  const day = part.isCertain("day") || part.isCertain("weekday") || part.isCertain("hour");
  let written = String(part.get("year")).padStart(4, "0");
  if (part.isCertain("month") || day) written += "-" + two(part.get("month"));
  if (day) written += "-" + two(part.get("day"));
  if (part.isCertain("hour")) return ["TIME", written + "T" + two(part.get("hour")) + ":" + two(part.get("minute") ?? 0)];
  return ["DATE", written];
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  const task = JSON.parse(line);
  const points = Array.from(task.text);
  const begun = process.cpuUsage();
  const results = languages[task.language].parse(task.text, new Date(task.date + "T12:00:00"));
  const used = process.cpuUsage(begun);
  const seconds = (used.user + used.system) / 1e6;
  const found = results.map((r) => {
    const start = Array.from(task.text.slice(0, r.index)).length;
    return [start, start + Array.from(r.text).length, ...value(r.start)];
  });
  console.log(JSON.stringify([found, seconds]));
}
