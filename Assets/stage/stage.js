"use strict";
// The page holds no state of the café: each frame is whole, and is drawn over the one before.

const byId = id => document.getElementById(id);
const SVG = "http://www.w3.org/2000/svg";
const pen = document.createElement("canvas").getContext("2d");
const family = getComputedStyle(document.body).fontFamily;

/** How wide a text is, in the units of its font size. */
function widthOf(text, size, weight = 400) {
  pen.font = `${weight} ${size}px ${family}`;
  return pen.measureText(text).width;
}

/** A text that is cut with a mark where it is too wide. */
function fitted(text, width, size, weight) {
  if (widthOf(text, size, weight) <= width) return text;
  let [least, most] = [0, text.length];
  while (least < most) {
    const middle = (least + most + 1) >> 1;
    if (widthOf(text.slice(0, middle) + "…", size, weight) <= width) least = middle; else most = middle - 1;
  }
  return text.slice(0, least).trimEnd() + "…";
}

/** The size at which a text fits, down to a part of the one that is wanted. */
function sized(text, width, size, weight, least = .8) {
  const wide = widthOf(text, size, weight);
  return wide <= width ? size : Math.max(size * least, size * width / wide);
}

/** The size at which each of some texts fits. */
function sizedAlike(texts, width, size, weight, least) {
  return Math.min(size, ...texts.map(text => sized(text, width, size, weight, least)));
}

/** A text in at most so many lines. */
function wrapped(text, width, size, most, weight) {
  const lines = [];
  for (const word of text.split(" ")) {
    const longer = lines.length ? lines[lines.length - 1] + " " + word : word;
    if (lines.length && (widthOf(longer, size, weight) <= width || lines.length === most)) {
      lines[lines.length - 1] = longer;
    } else {
      lines.push(word);
    }
  }
  return lines.map(line => fitted(line, width, size, weight));
}

/** A drawing whose parts have names: what stays is changed where it stands, and goes on moving. */
class Drawing {
  constructor(root, layers) {
    this.root = root;
    this.parts = new Map();
    this.layers = Object.fromEntries(layers.map(name => [name, root.appendChild(document.createElementNS(SVG, "g"))]));
    this.isNew = true;
  }

  begin() { this.used = new Set(); }

  /** Makes or changes a part; what is in a layer is drawn over what is in those before it. */
  part(layer, name, tag, attributes) {
    this.used.add(name);
    let part = this.parts.get(name);
    if (!part) {
      part = this.layers[layer].appendChild(document.createElementNS(SVG, tag));
      this.parts.set(name, part);
    }
    for (const [key, value] of Object.entries(attributes)) {
      if (part.getAttribute(key) !== String(value)) part.setAttribute(key, value);
    }
    return part;
  }

  /** A text that is made smaller, and cut, where it is wider than `room`. */
  text(name, x, y, text, { size = 19, weight = 400, anchor = "start", tone = "plain", room = Infinity, layer = "words" } = {}) {
    if (room < Infinity) {
      size = sized(text, room, size, weight);
      text = fitted(text, room + .5, size, weight);
    }
    const part = this.part(layer, name, "text", {
      x, y, "font-size": size, "font-weight": weight, "text-anchor": anchor, class: "tone " + tone,
    });
    if (part.textContent !== text) part.textContent = text;
    return part;
  }

  sign(name, x, y, size, tone) {
    const shape = tone === "plain" ? "quiet" : tone;
    return this.part("words", name, "use", { href: "#sign-" + shape, x, y, width: size, height: size, class: tone });
  }

  /** Takes away what the frame has no more. */
  end() {
    for (const [name, part] of this.parts) {
      if (!this.used.has(name)) { part.remove(); this.parts.delete(name); }
    }
    this.isNew = false;
  }

  /** Lets a part show that it is another than it was. */
  startle(part, how) {
    if (this.isNew) return;
    part.classList.remove(how);
    void part.getBoundingClientRect();
    part.classList.add(how);
  }
}

// MARK: The picture

const picture = new Drawing(byId("picture"), ["pipes", "wires", "cards", "words"]);
const left = { x: 12, w: 280 };
const middle = { x: 404, w: 464 };
const right = { x: 960, w: 310 };
const height = 412;

/** A card with its title and as many of its lines as there is room for. */
function card(name, box, x, y, w, h, { kind = "", below = 0 } = {}) {
  const size = 19;
  picture.part("cards", name, "rect", { x, y, width: w, height: h, rx: 14, class: `card ${box.tone} ${kind}` });
  const signed = box.tone !== "plain";
  const room = w - 32 - (signed ? 34 : 0);
  picture.text(name + ".title", x + 16, y + 32, box.title, { size: 23, weight: 700, room });
  if (signed) picture.sign(name + ".sign", x + w - 40, y + 11, 27, box.tone);
  let at = y + 32;
  let rows = Math.floor((h - below - 44) / 25);
  box.lines.forEach((line, index) => {
    const most = Math.min(2, rows - (box.lines.length - index - 1));
    wrapped(line.text, w - 32, size, Math.max(1, most)).forEach((text, part) => {
      if (rows-- <= 0) return;
      at += 25;
      picture.text(`${name}.${index}.${part}`, x + 16, at, text, { size, tone: line.tone });
    });
  });
}

function drawUsers(frame) {
  const { users } = frame;
  const rows = Math.min(users.places.length, 8);
  const step = Math.min(27, 176 / Math.max(rows, 1));
  const h = rows ? 112 + rows * step : 158;
  const y = rows ? 4 : 26;
  const { x, w } = left;
  picture.part("cards", "users", "rect", { x, y, width: w, height: h, rx: 14, class: "card plain" });
  picture.part("words", "users.person", "use", { href: "#person", x: x + 15, y: y + 11, width: 25, height: 25, class: "plain" });
  picture.text("users.title", x + 50, y + 33, users.title, { size: 23, weight: 700, room: w - 62 });
  const big = rows ? 24 : 33;
  const first = y + (rows ? 66 : 84);
  const second = first + (rows ? 32 : 46);
  const words = (name, count) => `${count.toLocaleString("en")} ${name}`;
  const room = w - 40 - big;
  const size = sizedAlike([words("placed", users.placed), words("lost", users.lost)], room, big, 700, .6);
  for (const [name, count, tone, at] of [["placed", users.placed, "good", first], ["lost", users.lost, users.lost ? "bad" : "quiet", second]]) {
    picture.sign(`users.${name}.sign`, x + 15, at - big * .82, big, tone);
    const part = picture.text("users." + name, x + 28 + big, at - (big - size) * .35, words(name, count), { size, weight: 700, tone, room });
    if (part.dataset.count !== undefined && Number(part.dataset.count) < count) picture.startle(part, "fresh");
    part.dataset.count = count;
  }
  const ports = rows ? [] : [y + h / 2];
  users.places.slice(0, rows).forEach((place, index) => {
    const at = second + 30 + index * step;
    picture.text("place." + index, x + 16, at, place.name, { size: 18, room: w - 90 });
    picture.text(`place.${index}.count`, x + w - 16, at, String(place.count), { size: 18, anchor: "end", tone: "quiet" });
    ports.push(at - 6);
  });
  return { ports, bottom: y + h };
}

/** Where each target stands: one below the other, in two columns when there are many. */
function drawTargets(frame) {
  const count = frame.targets.length;
  const columns = count > 8 ? 2 : 1;
  const rows = Math.max(1, Math.ceil(count / columns));
  const gap = rows > 3 ? 8 : 16;
  const h = Math.min(205, (height - 8 - gap * (rows - 1)) / rows);
  const w = (right.w - (columns - 1) * 8) / columns;
  return frame.targets.map((target, index) => {
    const x = right.x + (index % columns) * (w + 8);
    const y = 4 + Math.floor(index / columns) * (h + gap);
    const { box } = target.part;
    const name = "target." + index;
    if (h >= 105) {
      const rows = note(name, target.note, x + 16, y + h - 15, w - 32, 20, h > 160 ? 2 : 1);
      card(name, box, x, y, w, h, { below: rows * 25 });
    } else {
      // Room for a title, and for one line if that.
      picture.part("cards", name, "rect", { x, y, width: w, height: h, rx: 10, class: "card " + box.tone });
      const [head, state] = (box.lines[0] || { text: "" }).text.split(":");
      const title = columns > 1 || !state || head === box.title ? box.title : `${head}  ${box.title}`;
      const size = h < 40 ? 16 : 19;
      if (box.tone !== "plain") picture.sign(name + ".sign", x + w - 29, y + 7, 20, box.tone);
      picture.text(name + ".title", x + 10, y + size + 4, title, { size, weight: 700, room: w - 48 });
      if (h >= 44) note(name, target.note, x + 10, y + h - 9, w - 20, 17, 1);
      else if (target.customers) picture.text(name + ".note", x + w - 36, y + size + 4, String(target.customers), { size, anchor: "end", tone: target.note.tone });
    }
    return { x, y, h, port: y + h / 2 };
  });
}

/** Who comes to a target, in so many lines that end at `y`; their number is given back. */
function note(name, line, x, y, w, size, most) {
  const signed = ["good", "bad", "warning"].includes(line.tone);
  const start = signed ? size + 7 : 0;
  const lines = wrapped(line.text, w - start, size, most, 700);
  const top = y - (lines.length - 1) * 24;
  if (signed) picture.sign(name + ".note.sign", x, top - size * .85, size, line.tone);
  lines.forEach((text, index) => picture.text(`${name}.note.${index}`, x + start, top + index * 24, text, { size, weight: 700, tone: line.tone }));
  return lines.length;
}

function drawTraffic(frame, ports, targets) {
  const visited = [...new Set(frame.streams.map(stream => stream.target))].sort((a, b) => targets[a].port - targets[b].port);
  const band = { top: 172, bottom: 216 };
  const lane = index => visited.length < 2
    ? (band.top + band.bottom) / 2
    : band.top + (band.bottom - band.top) * visited.indexOf(index) / (visited.length - 1);
  const way = (from, at, to, x) => `M${left.x + left.w + 2} ${from}C${left.x + left.w + 70} ${from} ${middle.x - 80} ${at} ${middle.x} ${at}`
    + `L${middle.x + middle.w} ${at}C${middle.x + middle.w + 60} ${at} ${x - 62} ${to} ${x - 16} ${to}`;
  const total = Math.max(1, frame.users.count);
  for (const stream of frame.streams) {
    const { place, target, count, isLost, isKept } = stream;
    const from = ports[Math.min(place, ports.length - 1)];
    const d = way(from, lane(target), targets[target].port, targets[target].x);
    const tone = isLost ? "bad" : isKept ? "warning" : "good";
    const width = 5 + 15 * Math.sqrt(count / total);
    const name = `stream.${place}.${target}`;
    picture.part("pipes", name, "path", { d, class: "pipe " + tone, "stroke-width": width });
    picture.part("pipes", name + ".beads", "path", { d, class: "beads " + tone, "stroke-width": Math.max(4, width * .55) });
  }
  for (const target of visited) {
    const streams = frame.streams.filter(stream => stream.target === target);
    const tone = streams.every(stream => stream.isLost) ? "bad" : "good";
    picture.sign(`arrival.${target}`, targets[target].x - 17, targets[target].port - 13, 26, tone);
  }
  // The ways that nobody takes now, as long as they can be told apart.
  if (frame.targets.length > 4 || !frame.streams.length) return;
  frame.targets.forEach((target, index) => {
    if (visited.includes(index)) return;
    const { port, x } = targets[index];
    picture.part("pipes", "idle." + index, "path", {
      d: `M${middle.x + middle.w} 194C${middle.x + middle.w + 60} 194 ${x - 62} ${port} ${x - 6} ${port}`, class: "wire idle",
    });
  });
}

function drawService(frame) {
  const { x, w } = middle;
  card("service", frame.service.box, x, 4, w, 142, { kind: "service", below: 8 });
  const tone = frame.service.flow === "active" ? "plain" : "quiet";
  const at = 62;
  picture.part("wires", "ask", "path", {
    d: `M${left.x + left.w + 8} ${at}L${x - 8} ${at}`, class: "wire", "marker-end": "url(#end-plain)", "marker-start": "url(#end-plain)",
  });
  picture.text("ask.label", (left.x + left.w + x) / 2, at - 13, frame.service.label, { size: 18, anchor: "middle", tone, room: 104 });
}

function drawChecks(frame, targets) {
  const { x, w } = middle;
  const top = 238;
  const whole = height - 4 - top;
  const h = (whole - (frame.checks.length - 1) * 6) / frame.checks.length;
  frame.checks.forEach((check, index) => {
    const y = top + index * (h + 6);
    const name = "check." + index;
    const { box } = check.part;
    if (frame.checks.length === 1) wide(check, name, x, y, w, h); else slim(check, name, x, y, w, h);
    if (check.watches !== null && check.watches !== undefined && targets[check.watches]) {
      const target = targets[check.watches];
      const to = target.y + Math.min(target.h * .82, target.h - 8);
      const from = y + Math.min(h / 2, 100);
      picture.part("wires", name + ".watch", "path", {
        d: `M${x + w + 4} ${from}C${x + w + 60} ${from} ${target.x - 60} ${to} ${target.x - 6} ${to}`, class: "wire watch",
      });
    }
  });
  const first = frame.checks[0].part;
  if (first.label) {
    const tone = first.flow === "dead" ? "warning" : first.label.endsWith("unhealthy") ? "bad" : "plain";
    picture.part("wires", "push", "path", { d: `M${x + 60} ${top - 2}L${x + 60} 164`, class: "wire " + tone, "marker-end": "url(#end-plain)" });
    const label = fitted(first.label, w - 90, 18, 700);
    const width = widthOf(label, 18, 700) + 24;
    picture.part("words", "push.pill", "rect", { x: x + 22, y: 131, width, height: 30, rx: 14, class: "pill " + tone });
    picture.text("push.label", x + 34, 152, label, { size: 18, weight: 700, tone });
  }
  if (frame.moreChecks) {
    picture.text("more", x + w - 8, top - 8, `and ${frame.moreChecks} more`, { size: 17, anchor: "end", tone: "quiet" });
  }
}

/** One check: its verdict, and its checkers by region. */
function wide(check, name, x, y, w, h) {
  const { box } = check.part;
  const { lines } = box;
  picture.part("cards", name, "rect", { x, y, width: w, height: h, rx: 14, class: "card " + box.tone });
  const [verdict, ...others] = lines;
  picture.text(name + ".title", x + 16, y + 31, box.title, { size: 23, weight: 700, room: w - 66 });
  if (box.tone === "quiet") {
    lines.forEach((line, index) => picture.text(`${name}.line.${index}`, x + 16, y + 60 + index * 26, line.text, { tone: line.tone, room: w - 32 }));
    return;
  }
  picture.sign(name + ".sign", x + w - 41, y + 10, 27, box.tone);
  const part = picture.text(name + ".verdict", x + 16, y + 58, verdict.text, { size: 21, weight: 700, tone: verdict.tone });
  if (part.dataset.verdict !== undefined && part.dataset.verdict !== verdict.text) picture.startle(part, "fresh");
  part.dataset.verdict = verdict.text;
  // What it watches is a line of the picture, unless that leads nowhere.
  let words = others.slice(0, check.watches === null || check.watches === undefined ? 2 : 1).map(line => line.text).join(", ");
  const start = 28 + widthOf(verdict.text, 21, 700);
  const room = w - 16 - start;
  if (widthOf(words, 18) > room) words = words.replace("checkers healthy", "healthy").replace("an address of nobody", "nobody");
  picture.text(name + ".standing", x + start, y + 58, words, { size: 18, room });
  const regions = regionsOf(check);
  const columns = Math.min(4, regions.length);
  const cell = (w - 20) / Math.max(1, columns);
  regions.forEach(([region, checkers], index) => {
    const cx = x + 10 + (index % columns + .5) * cell;
    const cy = y + 84 + Math.floor(index / columns) * 51;
    checkers.forEach((isHealthy, place) => {
      dot(`${name}.${region}.${place}`, cx + (place - (checkers.length - 1) / 2) * 30, cy, 22, isHealthy);
    });
    picture.text(`${name}.${region}`, cx, cy + 28, region, { size: 17, anchor: "middle", tone: "quiet", room: cell - 2 });
  });
}

/** One of several checks. */
function slim(check, name, x, y, w, h) {
  const { box } = check.part;
  picture.part("cards", name, "rect", { x, y, width: w, height: h, rx: 10, class: "card " + box.tone });
  const [verdict, standing] = box.lines;
  picture.sign(name + ".sign", x + w - 32, y + 7, 20, box.tone);
  picture.text(name + ".verdict", x + w - 40, y + 23, verdict.text, { size: 18, weight: 700, anchor: "end", tone: verdict.tone });
  const room = w - 66 - widthOf(verdict.text, 18, 700);
  picture.text(name + ".title", x + 12, y + 23, box.title, { size: 18, weight: 700, room });
  if (h < 50) return;
  const size = Math.min(20, (w - 24) / Math.max(1, check.checkers.length) - 3);
  if (!check.checkers.length || h > 75) {
    picture.text(name + ".standing", x + 12, check.checkers.length ? y + 47 : y + h - 10, standing ? standing.text : "", { size: 17, room: w - 24 });
  }
  check.checkers.forEach((checker, index) => {
    const pair = Math.floor(index / 2) * 4;
    dot(`${name}.dot.${index}`, x + 12 + size / 2 + index * (size + 3) + pair, y + h - size / 2 - 6, size, checker.isHealthy);
  });
}

function regionsOf(check) {
  const regions = [];
  for (const { region, isHealthy } of check.checkers) {
    const last = regions[regions.length - 1];
    if (last && last[0] === region) last[1].push(isHealthy); else regions.push([region, [isHealthy]]);
  }
  return regions;
}

/** A checker: a disc while it says healthy, a plate with corners when it does not. */
function dot(name, x, y, size, isHealthy) {
  const tone = isHealthy ? "good" : "bad";
  const known = picture.parts.get(name);
  const turned = known && !known.classList.contains(tone);
  const part = picture.sign(name, x - size / 2, y - size / 2, size, tone);
  if (turned) picture.startle(part, "flip");
}

function drawMailbox(frame, above) {
  const { x, w } = left;
  const { box, label, flow } = frame.mailbox;
  const y = Math.max(above + 10, 300);
  const h = height - 4 - y;
  picture.part("cards", "mailbox", "rect", { x, y, width: w, height: h, rx: 14, class: "card " + box.tone });
  picture.part("words", "mailbox.letter", "use", { href: "#letter", x: x + 14, y: y + 13, width: 32, height: 24, class: "letter " + box.tone });
  picture.text("mailbox.title", x + 56, y + 33, box.title, { size: 23, weight: 700, room: w - 100 });
  if (box.tone === "warning" || box.tone === "bad") picture.sign("mailbox.sign", x + w - 40, y + 11, 27, box.tone);
  let at = y + 62;
  box.lines.forEach((line, index) => wrapped(line.text, w - 32, 19, 2).forEach((text, part) => {
    if (at > y + h - 8) return;
    picture.text(`mailbox.${index}.${part}`, x + 16, at, text, { tone: line.tone });
    at += 25;
  }));
  if (!label) return;
  const tone = box.tone === "warning" ? "warning" : "plain";
  const wire = 366;
  picture.part("wires", "alarm", "path", {
    d: `M${middle.x - 4} ${wire}L${x + w + 10} ${wire}`, class: `wire ${flow === "idle" ? "" : flow === "dead" ? "bad" : tone}`, "marker-end": "url(#end-plain)",
  });
  picture.text("alarm.label", (x + w + middle.x) / 2, wire - 12, label, { size: 18, weight: 700, anchor: "middle", tone, room: 100 });
}

function drawPicture(frame) {
  picture.begin();
  const { ports, bottom } = drawUsers(frame);
  const targets = drawTargets(frame);
  drawTraffic(frame, ports, targets);
  drawService(frame);
  drawChecks(frame, targets);
  drawMailbox(frame, bottom);
  picture.end();
}

// MARK: The chart

const chart = new Drawing(byId("chart"), ["grid", "bars", "words"]);

function clockOf(time) {
  const seconds = Math.floor(time / 1000) % 86400;
  return [seconds / 3600, seconds / 60 % 60, seconds % 60].map(part => String(Math.floor(part)).padStart(2, "0")).join(":");
}

function drawChart({ from, to, lanes }) {
  const { width, height: tall } = byId("chart").getBoundingClientRect();
  const unit = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const [w, h] = [width / unit, tall / unit];
  if (!w || !h) return;
  byId("chart").setAttribute("viewBox", `0 0 ${w} ${h}`);
  chart.begin();
  const labels = Math.min(150, Math.max(...lanes.map(lane => widthOf(lane.label, 17))) + 12);
  const place = time => labels + (w - labels - 8) * (time - from) / (to - from);
  const row = (h - 22) / lanes.length;
  for (let tick = Math.ceil(from / 60000) * 60000; tick <= to; tick += 60000) {
    const x = place(tick);
    chart.part("grid", "tick." + tick, "path", { d: `M${x} 0V${h - 20}`, class: "tick" });
    const text = clockOf(tick).slice(0, 5);
    if (x > labels + 20 && x < w - 22) chart.text("tick.text." + tick, x, h - 3, text, { size: 16, anchor: "middle", tone: "quiet" });
  }
  lanes.forEach((lane, index) => {
    const y = index * row;
    const thick = Math.min(28, row - 5);
    const base = y + row / 2 + 6;
    chart.text("lane." + index, 0, base, lane.label, { size: 17, room: labels - 8 });
    const named = namedOrders(lane);
    lane.segments.forEach((segment, number) => {
      const top = y + (row - thick) / 2;
      bar(`${index}.${number}`, segment === named ? { ...segment, text: "placed" } : segment, place, top, thick, base);
      const before = lane.segments[number - 1];
      // Where two of the full colour meet, a line parts them.
      if (!before || before.to !== segment.from || before.tone !== "good" || segment.tone !== "good") return;
      chart.part("words", `bound.${index}.${number}`, "path", { d: `M${place(segment.from)} ${top - 2}v${thick + 4}`, class: "bound" });
    });
    lane.marks.forEach((mark, number) => {
      const x = place(mark.at);
      if (x < labels) return;
      chart.part("bars", `mark.${index}.${number}`, "use", { href: "#letter", x: Math.min(x - 15, w - 31), y: y + (row - 22) / 2, width: 30, height: 22, class: "letter warning" });
    });
  });
  chart.end();
}

/** The longest stretch in which every order was placed: one of them says so. */
function namedOrders(lane) {
  const good = lane.label === "orders" ? lane.segments.filter(part => part.tone === "good" && !part.text) : [];
  return good.sort((one, other) => (other.to - other.from) - (one.to - one.from))[0];
}

/** What there is room for of a bar's text: all of it, or the end by which servers differ, or their numbers. */
function barText(text, room) {
  for (const size of [16, 15, 14]) if (widthOf(text, size, 700) <= room) return { text, size };
  const numbers = text.split(", ").map(part => (part.match(/^\d+(?= )|\d+$/) || [""])[0]);
  if (numbers.length === 1 && text.endsWith(numbers[0]) && numbers[0]) {
    for (let from = 1; from < text.length - numbers[0].length - 4; from++) {
      const end = "…" + text.slice(from);
      if (widthOf(end, 14, 700) <= room) return { text: end, size: 14 };
    }
  }
  const short = numbers.every(Boolean) ? numbers.join(", ") : fitted(text, room, 14, 700);
  const isEnough = numbers.every(Boolean) ? widthOf(short, 14, 700) <= room + 4 : short.length > 3;
  return { text: isEnough ? short : "", size: 14 };
}

function bar(name, segment, place, y, thick, base) {
  const x = place(segment.from);
  const width = Math.max(2, place(segment.to) - x);
  const isQuiet = segment.tone === "quiet";
  chart.part("bars", "bar." + name, "rect", { x, y: isQuiet ? y + 2 : y, width, height: isQuiet ? thick - 4 : thick, rx: 4, class: "bar " + segment.tone });
  const { text, size } = barText(segment.text, width - 10);
  if (!text) return;
  const part = chart.text("bar.text." + name, x + Math.min(6, (width - widthOf(text, size, 700)) / 2), base, text, { size, weight: 700 });
  part.setAttribute("class", { good: "on", bad: "in-bad" }[segment.tone] || "soft");
}

function sayChart({ lanes }) {
  fill(byId("chart-words"), lanes, lane => lane.label, (item, lane) => {
    const parts = lane.segments.map(part => `${part.text || { good: lane.label === "orders" ? "placed" : "good", bad: "failing" }[part.tone] || "nothing"} from ${clockOf(part.from)} to ${clockOf(part.to)}`)
      .concat(lane.marks.map(mark => `${clockOf(mark.at)} ${mark.text}`));
    write(item, `${lane.label}: ${parts.join("; ") || "nothing"}.`);
  });
}

// MARK: Lists

function write(element, text) { if (element.textContent !== text) element.textContent = text; }

/** Makes a list's items what they should be, without touching those that stay. */
function fill(list, values, keyOf, draw) {
  const known = new Map([...list.children].map(item => [item.dataset.key, item]));
  values.forEach((value, index) => {
    const key = String(keyOf(value));
    const item = known.get(key) || document.createElement("li");
    item.dataset.key = key;
    known.delete(key);
    draw(item, value);
    if (list.children[index] !== item) list.insertBefore(item, list.children[index] || null);
  });
  for (const item of known.values()) item.remove();
}

/** The element of a tag in an item, made when it is not there yet. */
function inner(item, tag) { return item.querySelector(tag) || item.appendChild(document.createElement(tag)); }

function use(item, href, className) {
  let svg = item.querySelector("svg");
  if (!svg) {
    svg = item.insertBefore(document.createElementNS(SVG, "svg"), item.firstChild);
    svg.setAttribute("aria-hidden", "true");
    svg.appendChild(document.createElementNS(SVG, "use"));
  }
  svg.setAttribute("viewBox", href === "#letter" ? "0 0 30 22" : "0 0 20 20");
  svg.firstChild.setAttribute("href", href);
  svg.setAttribute("class", className);
}

function drawLists(frame) {
  fill(byId("told"), frame.told, line => `${line.number} ${line.text}`, (item, line) => {
    item.className = line.tone;
    write(inner(item, "time"), line.clock);
    write(inner(item, "span"), line.text);
  });
  fill(byId("mails"), frame.mails.slice(0, 3), mail => mail.number, (item, mail) => {
    use(item, "#letter", mail.isRead ? "quiet" : "warning");
    const text = inner(item, "div");
    // The name may be cut, and the rest not.
    write(inner(text, "b"), `${mail.isRead ? "" : "unread, "}${mail.clock.replace(/:\d\d$/, "")} to ${mail.to}`);
    write(inner(text, "span"), mail.subject);
  });
  fill(byId("words").firstElementChild, frame.words.map((text, index) => ({ text, index })), word => word.index, (item, word) => write(item, word.text));
  sayChart(frame.timeline);
}

function drawPoll(poll) {
  byId("poll").hidden = !poll;
  byId("desk").hidden = Boolean(poll);
  if (!poll) return;
  write(byId("question"), poll.question);
  const hands = poll.choices.reduce((sum, choice) => sum + choice.count, 0);
  const isLong = poll.choices.some(choice => choice.text.length > 32);
  byId("choices").className = poll.choices.length > 4 ? "many" : isLong ? "long" : "";
  fill(byId("choices"), poll.choices.map((choice, index) => ({ ...choice, index })), choice => choice.index, (item, choice) => {
    item.className = choice.isRight ? "right" : "";
    write(inner(item, "span"), `${"abcdefghijklmnopqrstuvwxyz"[choice.index] || choice.index + 1}   ${choice.text}${choice.isRight ? "  ✓" : ""}`);
    let track = item.querySelector(".track");
    if (!track) {
      track = item.appendChild(document.createElement("i"));
      track.className = "track";
      track.appendChild(document.createElement("i")).className = "hands";
    }
    track.firstChild.style.width = `${hands ? 100 * choice.count / hands : 0}%`;
    write(inner(item, "b"), String(choice.count));
  });
  write(byId("outcome"), poll.outcome || "");
}

// MARK: Frames

let shown = null;
let since = 0;

function draw(frame) {
  document.title = `${frame.clock} ${frame.headline.text}`;
  write(byId("lesson"), frame.lesson);
  write(byId("step"), frame.step || frame.lesson);
  byId("lesson").hidden = !frame.step;
  const headline = byId("headline");
  headline.className = frame.headline.tone;
  write(inner(headline, "span"), frame.headline.text);
  use(headline, "#sign-" + (frame.headline.tone === "plain" ? "quiet" : frame.headline.tone), frame.headline.tone);
  write(byId("day"), frame.day);
  write(byId("clock"), frame.clock);
  drawPicture(frame);
  drawPoll(frame.poll);
  drawLists(frame);
  drawChart(frame.timeline);
  if (shown && frame.time < shown.time) write(byId("news"), `Back at ${frame.clock}. ${frame.headline.text}`);
  shown = frame;
  since = performance.now();
}

// A clock that goes on by itself is not sent each second.
setInterval(() => {
  if (shown && shown.runs) write(byId("clock"), clockOf(shown.time + performance.now() - since));
}, 250);

function away(isAway) {
  if (byId("away").hidden === !isAway) return;
  byId("away").hidden = !isAway;
  document.body.classList.toggle("away", isAway);
  write(byId("news"), isAway ? "" : "The café is back.");
}

let latest = "";
const source = new EventSource("events");
source.onopen = () => away(false);
source.onerror = () => {
  away(true);
  // A browser gives up where the server says no; the page does not.
  if (source.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 3000);
};
source.onmessage = event => {
  if (event.data === latest) return;
  latest = event.data;
  draw(JSON.parse(event.data));
  document.documentElement.dataset.frame = event.lastEventId;
};
new ResizeObserver(() => { if (shown) drawChart(shown.timeline); }).observe(byId("chart"));

// MARK: What the room needs

const root = document.documentElement;
const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
const actions = {
  d: () => { root.dataset.theme = isDark() ? "light" : "dark"; },
  m: () => byId("motion").setAttribute("aria-pressed", root.classList.toggle("still")),
  w: () => {
    const isShown = byId("words").classList.toggle("shown");
    byId("say").setAttribute("aria-expanded", isShown);
    if (isShown) byId("words").scrollIntoView();
  },
};
byId("theme").onclick = actions.d;
byId("motion").onclick = actions.m;
byId("say").onclick = actions.w;
addEventListener("keydown", event => {
  const action = actions[event.key];
  if (action && !event.ctrlKey && !event.metaKey && !event.altKey) action();
});
