// The timeline moves under the hand: drag, pinch or Ctrl and wheel, double click, arrow keys and + and -. When it rests,
// the server draws what is in view, with the list of the same days.
import { go } from "./live.js";

const DAY = 86_400_000;
const REST = 350;
const ATTRIBUTES = ["x", "x1", "x2", "cx"];

export function startTimeline(root) {
  for (const figure of root.querySelectorAll("[data-timeline]")) new Timeline(figure);
}

class Timeline {
  constructor(figure) {
    this.figure = figure;
    this.drawing = figure.querySelector("svg");
    this.first = Date.parse(figure.dataset.first);
    this.length = Date.parse(figure.dataset.last) - this.first + DAY;
    this.start = 0; // of the view, as a share of what was drawn
    this.scale = 1;
    this.shapes = [...this.drawing.querySelectorAll("[data-x]")].map((shape) => [shape, read(shape)]);
    this.listen();
  }

  listen() {
    const { drawing, figure } = this;
    drawing.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      this.zoom(Math.exp(-event.deltaY / 300), this.share(event));
    }, { passive: false });
    drawing.addEventListener("dblclick", (event) => { event.preventDefault(); this.zoom(2, this.share(event)); });
    drawing.addEventListener("pointerdown", (event) => this.hold(event));
    figure.tabIndex = 0;
    figure.addEventListener("keydown", (event) => this.key(event));
    for (const link of figure.querySelectorAll("[data-zoom]")) {
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go(link.href, { replace: true });
      });
    }
  }

  key(event) {
    const acts = { "+": () => this.zoom(1.6, 0.5), "=": () => this.zoom(1.6, 0.5), "-": () => this.zoom(1 / 1.6, 0.5),
                   ArrowLeft: () => this.move(-0.25), ArrowRight: () => this.move(0.25) };
    if (event.target !== this.figure || !acts[event.key]) return;
    event.preventDefault();
    acts[event.key]();
  }

  hold(event) {
    if (event.button !== 0) return;
    let last = event.clientX;
    let moved = 0;
    const width = this.drawing.clientWidth;
    const move = (next) => {
      moved += Math.abs(next.clientX - last);
      if (moved > 4) {
        this.figure.classList.add("moving");
        this.move((last - next.clientX) / width);
      }
      last = next.clientX;
    };
    const end = () => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", end);
      removeEventListener("pointercancel", end);
      this.figure.classList.remove("moving");
      // a drag that ends on a mark is no click on it
      if (moved > 4) addEventListener("click", (click) => click.preventDefault(), { capture: true, once: true });
    };
    event.preventDefault();
    addEventListener("pointermove", move);
    addEventListener("pointerup", end);
    addEventListener("pointercancel", end);
  }

  share(event) {
    const box = this.drawing.getBoundingClientRect();
    return (event.clientX - box.left) / box.width;
  }

  zoom(factor, at) {
    const most = this.length / (2 * DAY);
    const scale = Math.min(Math.max(this.scale * factor, 0.1), Math.max(most, 1));
    this.start += at / this.scale - at / scale;
    this.scale = scale;
    this.draw();
  }

  move(by) {
    this.start += by / this.scale;
    this.draw();
  }

  draw() {
    for (const [shape, values] of this.shapes) {
      for (const [name, value] of Object.entries(values)) {
        const moved = name === "width" ? value * this.scale : (value - 100 * this.start) * this.scale;
        shape.setAttribute(name, `${moved}%`);
      }
    }
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.rest(), REST);
  }

  rest() {
    const from = new Date(this.first + this.start * this.length);
    const to = new Date(this.first + (this.start + 1 / this.scale) * this.length - DAY);
    const address = new URL(location.href);
    address.searchParams.set("from", iso(from));
    address.searchParams.set("to", iso(to < from ? from : to));
    address.searchParams.delete("page");
    go(address.href, { replace: true });
  }
}

function read(shape) {
  const found = {};
  for (const name of [...ATTRIBUTES, "width"]) {
    const value = shape.getAttribute(name);
    if (value?.endsWith("%")) found[name] = parseFloat(value);
  }
  return found;
}

function iso(day) {
  return day.toISOString().slice(0, 10);
}
