// The map nearer: Ctrl and wheel or pinch, double click, drag, and buttons that only scripts need.
const NEAREST = 24;
const STEP = 1.7;

export function startMap(root) {
  for (const figure of root.querySelectorAll("[data-map]")) new Chart(figure);
}

class Chart {
  constructor(figure) {
    this.drawing = figure.querySelector("svg.drawn");
    this.land = figure.querySelector("svg.land");
    this.box = this.land.getAttribute("viewBox").split(" ").map(Number);
    this.view = { x: 0, y: 0, scale: 1 }; // shares of the whole map
    this.shapes = [...this.drawing.querySelectorAll("[data-x]")].map((shape) => {
      const [x, y] = shape.hasAttribute("cx") ? ["cx", "cy"] : ["x", "y"];
      return { shape, x, y, left: parseFloat(shape.getAttribute(x)), top: parseFloat(shape.getAttribute(y)) };
    });
    this.buttons(figure);
    this.drawing.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      this.zoom(Math.exp(-event.deltaY / 300), ...this.share(event));
    }, { passive: false });
    this.drawing.addEventListener("dblclick", (event) => { event.preventDefault(); this.zoom(STEP, ...this.share(event)); });
    this.drawing.addEventListener("pointerdown", (event) => this.hold(event));
  }

  buttons(figure) {
    const group = document.createElement("span");
    group.className = "zoom";
    for (const [sign, factor, label] of [["+", STEP, figure.dataset.nearer], ["−", 1 / STEP, figure.dataset.wider]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = sign;
      button.setAttribute("aria-label", label);
      button.addEventListener("click", () => this.zoom(factor, 0.5, 0.5));
      group.append(button);
    }
    figure.querySelector("figcaption").append(group);
  }

  share(event) {
    const box = this.drawing.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
  }

  hold(event) {
    if (event.button !== 0 || this.view.scale === 1) return;
    let [x, y] = this.share(event);
    let moved = 0;
    const move = (next) => {
      const [nx, ny] = this.share(next);
      moved += Math.abs(nx - x) + Math.abs(ny - y);
      this.view.x += (x - nx) / this.view.scale;
      this.view.y += (y - ny) / this.view.scale;
      [x, y] = [nx, ny];
      this.draw();
    };
    const end = () => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", end);
      removeEventListener("pointercancel", end);
      if (moved > 0.01) addEventListener("click", (click) => click.preventDefault(), { capture: true, once: true });
    };
    event.preventDefault();
    addEventListener("pointermove", move);
    addEventListener("pointerup", end);
    addEventListener("pointercancel", end);
  }

  zoom(factor, x, y) {
    const { view } = this;
    const scale = Math.min(Math.max(view.scale * factor, 1), NEAREST);
    view.x += x / view.scale - x / scale;
    view.y += y / view.scale - y / scale;
    view.scale = scale;
    this.draw();
  }

  draw() {
    const { view, box } = this;
    const most = 1 - 1 / view.scale;
    view.x = Math.min(Math.max(view.x, 0), most);
    view.y = Math.min(Math.max(view.y, 0), most);
    const [left, top, width, height] = box;
    this.land.setAttribute("viewBox", [left + view.x * width, top + view.y * height, width / view.scale, height / view.scale].join(" "));
    for (const { shape, x, y, left: l, top: t } of this.shapes) {
      shape.setAttribute(x, `${(l - 100 * view.x) * view.scale}%`);
      shape.setAttribute(y, `${(t - 100 * view.y) * view.scale}%`);
    }
  }
}
