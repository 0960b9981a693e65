"""The stage in a real browser, through the four moments of a failover, and how fast it follows.

    python stage.py path/to/cafe [--pictures FOLDER] [--watchers 50 [--idle SECONDS]]

Starts a café of its own at a terminal, types a demo's lines there and looks at the page: what it
shows, that nothing comes from elsewhere or runs over an edge, that it goes back and comes back.
Needs Debian's chromium, or the browser that CHROMIUM names.
"""
import argparse
import fcntl
import os
import pty
import re
import select
import signal
import socket
import statistics
import struct
import tempfile
import termios
import time

from playwright.sync_api import sync_playwright

BUILD = """create health-check Primary-Website-Health --ip-address CafeInstance1 --resource-path /cafe \
--request-interval 10 --failure-threshold 2
create topic Cafe-Alerts
subscribe Cafe-Alerts sofia@cafe.example
confirm 1
create alarm Primary-Website-Down --health-check Primary-Website-Health --topic Cafe-Alerts
allocate address
associate address CafeInstance1
update health-check Primary-Website-Health --ip-address CafeInstance1
create record www A CafeInstance1 --ttl 15 --failover primary --health-check Primary-Website-Health
create record www A CafeInstance2 --ttl 15 --failover secondary
wait 5m""".splitlines()
# What each of the four moments is brought about by, and what the page then says.
MOMENTS = {
    "healthy": (BUILD, "All 200 customers can order.", ["healthy", "200 customers", "standby", "16 of 16"]),
    "detecting": (["stop CafeInstance1", "wait 20s"], "All 200 customers find nobody who takes orders.",
                  ["healthy", "200 customers lost", "no answer"]),
    "failed over": (["wait 12s"], "customers still go by an old answer of their own.",
                    ["unhealthy", "6 customers lost", "194 customers", "0 of 16"]),
    "recovered": (["start CafeInstance1", "wait 4m"], "All 200 customers can order.",
                  ["healthy", "200 customers", "standby", "16 of 16", "Sofía: 1 unread"]),
}
# Texts of a picture that reach over the right edge of it, or over the card that they begin in.
OUTSIDE = """[...document.querySelectorAll('#picture text, #chart text')].filter(text => {
    const box = text.getBoundingClientRect();
    const edge = text.ownerSVGElement.getBoundingClientRect();
    const cards = [...text.ownerSVGElement.querySelectorAll('.card')].map(card => card.getBoundingClientRect());
    const card = cards.find(card => card.left <= box.left && box.left < card.right && card.top <= box.top && box.bottom <= card.bottom + 2);
    return box.width && (box.right > edge.right + 1 || box.bottom > edge.bottom + 2 || card && box.right > card.right + 1);
}).map(text => text.textContent)"""
SMALLEST = """Math.min(...[...document.querySelectorAll('#picture text, #chart text')].map(
    text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().d))"""
# When the next frame is painted, by the clock that Python reads too.
PAINTED = """() => new Promise(resolve => new MutationObserver((_, observer) => {
    observer.disconnect();
    requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
        channel.port2.postMessage(0);
    });
}).observe(document.documentElement, {attributes: true, attributeFilter: ['data-frame']}))"""


ESCAPES = re.compile(r"\x1b(\[[0-9;?]*[ -/]*[@-~]|[()].|[=>78])")


class Cafe:
    """The café at a terminal of its own."""

    def __init__(self, program, *words):
        self.state = tempfile.TemporaryDirectory()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", LANG="C.UTF-8")
            os.execv(program, [program, "play", "--scene", "cafe", "--scroll", "--state", self.state.name, *words])
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("4H", 24, 80, 0, 0))
        self.forget()
        self.await_prompt()

    def forget(self):
        self.raw = self.text = ""

    def read(self, seconds):
        if select.select([self.terminal], [], [], seconds)[0]:
            self.raw += os.read(self.terminal, 65536).decode(errors="replace")
            self.text = ESCAPES.sub("", self.raw)
            return True
        return False

    def await_prompt(self):
        deadline = time.monotonic() + 60
        while not self.text.endswith("> "):
            assert time.monotonic() < deadline, f"no prompt: {self.text[-400:]!r}"
            self.read(1)
        while self.read(.05):
            pass

    def type(self, line, skip=False):
        """Types a line; `skip`: what would pass before one's eyes is cut short by a key."""
        self.forget()
        os.write(self.terminal, line.encode() + b"\r")
        if skip and line.startswith("wait"):
            deadline = time.monotonic() + 20
            while "a key skips" not in self.text and time.monotonic() < deadline:
                self.read(.05)
            os.write(self.terminal, b" ")
        self.await_prompt()
        assert "✗" not in self.text.split("\r\n")[0], self.text
        return self.text

    def seconds(self):
        """Processor time so far."""
        fields = open(f"/proc/{self.pid}/stat").read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def end(self):
        os.write(self.terminal, b"quit\r")
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            try:
                self.read(.1)
            except OSError:
                break
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        self.state.cleanup()


def sizes(page, asked):
    """What the page consists of, in bytes."""
    paths = sorted({url for url in asked if not url.endswith("/events")})
    return sum(len(page.request.get(url).body()) for url in paths), paths


def until(page, place, holds):
    """Waits for what a part of the page says. The page forbids the browser to evaluate what
    Playwright's own waiting would have it evaluate."""
    deadline = time.monotonic() + 20
    while not holds(text := page.locator(place).inner_text()):
        assert time.monotonic() < deadline, f"{place} says {text!r}"
        page.wait_for_timeout(20)


def look(page, moment, headline, words):
    until(page, "#headline", lambda text: headline in text)
    page.wait_for_timeout(700)
    shown = page.locator("#picture").evaluate("svg => [...svg.querySelectorAll('text')].map(text => text.textContent).join(' ')")
    for word in words:
        assert word in shown, f"{moment}: no {word!r} in {shown}"
    outside = page.evaluate(OUTSIDE)
    assert not outside, f"{moment}: out of its frame: {outside}"
    height = page.evaluate("document.documentElement.scrollHeight")
    assert height <= page.viewport_size["height"], f"{moment}: the page is {height} high"
    smallest = page.evaluate(SMALLEST)
    assert smallest >= 13.99 * page.viewport_size["width"] / 1280, f"{moment}: a text is {smallest} high"
    said = page.locator("#words").inner_text()
    assert headline in said and "Route 53" in said, said


def play(cafe, pages, pictures):
    for moment, (lines, headline, words) in MOMENTS.items():
        for line in lines:
            cafe.type(line, skip=True)
        for theme, page in pages.items():
            look(page, moment, headline, words)
            if pictures:
                page.screenshot(path=f"{pictures}/{moment.replace(' ', '-')}-{theme}.png")


def chart(page):
    """Each answer has a name, or at least its number, and orders that were placed say so once."""
    texts = page.evaluate("[...document.querySelectorAll('#chart text')].map(text => text.textContent)")
    assert "CafeInstance1" in texts and texts.count("placed") == 1, texts
    assert any(re.fullmatch("(|….*|CafeInstance)2", text) for text in texts), texts


def go_back(cafe, page):
    clock = page.locator("#clock").inner_text()
    cafe.type("undo 2")
    until(page, "#clock", lambda text: text < clock)
    assert "Back at" in page.locator("#news").inner_text()
    cafe.type("redo 2")
    until(page, "#clock", lambda text: text == clock)


def come_back(cafe, page):
    """The connection is lost: the page says so, and goes on by itself where the café is then."""
    cafe.type("stage off")
    page.locator("#away").wait_for(state="visible")
    cafe.type("wait 1s", skip=True)
    clock = clock_of(cafe)
    cafe.type("stage on")
    page.locator("#away").wait_for(state="hidden", timeout=15000)
    until(page, "#clock", lambda text: text == clock)


def clock_of(cafe):
    return re.findall(r"(\d\d:\d\d:\d\d)>", cafe.text)[-1]


def passes(cafe, page):
    """While time passes on the terminal, the page moves along."""
    page.evaluate("""() => { window.seen = new Set(); new MutationObserver(() => seen.add(document.getElementById('clock').innerText))
        .observe(document.documentElement, {attributes: true, attributeFilter: ['data-frame']}); }""")
    cafe.type("wait 2m")
    until(page, "#clock", lambda text: text == clock_of(cafe))
    seen = page.evaluate("[...seen]")
    assert len(seen) >= 8 and seen == sorted(seen), seen


def keys(page):
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.keyboard.press("d")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    page.keyboard.press("d")
    tall = "document.getElementById('picture').getBoundingClientRect().height"
    height = page.evaluate(tall)
    page.keyboard.press("w")
    assert page.get_by_role("button", name="In words").get_attribute("aria-expanded") == "true"
    assert page.evaluate(tall) == height, "the words take room from the picture"
    assert "us-east-1 2 healthy" in page.locator("#words").inner_text()
    page.keyboard.press("w")
    page.evaluate("scrollTo(0, 0)")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "theme"


def poll(page, pictures):
    """A question to the room, as a demo puts it: its bars stand where the lists were."""
    choices = [{"text": f"about {10 * number} s, or so people say at the back of the room", "count": number} for number in range(1, 6)]
    choices[2]["isRight"] = True
    page.evaluate("poll => draw({...shown, poll})", {
        "question": "I stop CafeInstance1. After how many seconds does the check say unhealthy?",
        "choices": choices, "outcome": "The engine says 27 s."})
    page.wait_for_timeout(600)
    assert page.get_by_role("region", name="I stop CafeInstance1").get_by_role("listitem").count() == 5
    assert "✓" in page.locator("#choices .right").inner_text() and not page.locator("#desk").is_visible()
    widths = page.evaluate("[...document.querySelectorAll('.hands')].map(bar => bar.getBoundingClientRect().width)")
    assert widths == sorted(widths) and widths[0] * 4 < widths[-1], widths
    box = page.evaluate("(({scrollHeight, clientHeight}) => [scrollHeight, clientHeight])(document.getElementById('poll'))")
    assert box[0] <= box[1] + 1, f"the poll is {box[0]} high, and has {box[1]}"
    if pictures:
        page.screenshot(path=f"{pictures}/poll.png")
    page.evaluate("draw(shown = {...shown, poll: undefined})")
    assert page.locator("#desk").is_visible()


def other_screens(page, pictures):
    for name, (width, height) in {"hall": (1920, 1080), "phone": (390, 800)}.items():
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(400)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"too wide for a {name}"
        if name == "hall":
            assert page.evaluate("document.documentElement.scrollHeight") <= height and not page.evaluate(OUTSIDE)
        if pictures:
            page.screenshot(path=f"{pictures}/{name}.png")
    page.set_viewport_size({"width": 1280, "height": 720})


def latencies(cafe, page, rounds):
    """Milliseconds from the line feed of a typed line to the painted frame that it leads to."""
    found = []
    for number in range(rounds):
        line = ["break CafeInstance1 --refuse", "heal CafeInstance1"][number % 2]
        page.evaluate("() => { window.painted = (" + PAINTED + ")(); }")
        cafe.forget()
        os.write(cafe.terminal, line.encode())
        while cafe.read(.1):
            pass
        began = time.time() * 1000
        os.write(cafe.terminal, b"\r")
        found.append(page.evaluate("() => window.painted") - began)
        cafe.await_prompt()
    return found


def idle(cafe, port, watchers, seconds):
    """The share of a core that so many browsers cost while nothing happens, in percent."""
    sockets = []
    for _ in range(watchers):
        client = socket.create_connection(("127.0.0.1", port))
        client.sendall(b"GET /events HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n")
        assert client.recv(65536).startswith(b"HTTP/1.1 200")
        sockets.append(client)
    time.sleep(.5)
    before = cafe.seconds()
    time.sleep(seconds)
    spent = cafe.seconds() - before
    for client in sockets:
        client.close()
    return 100 * spent / seconds


def main():
    words = argparse.ArgumentParser()
    words.add_argument("cafe")
    words.add_argument("--pictures")
    words.add_argument("--rounds", type=int, default=10)
    words.add_argument("--watchers", type=int, default=0)
    words.add_argument("--idle", type=float, default=45)
    words = words.parse_args()
    cafe = Cafe(words.cafe, "--stage", "0")
    try:
        url = re.search(r"http://127\.0\.0\.1:(\d+)/", cafe.text)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
            complaints, asked, pages = [], [], {}
            for theme in ("light", "dark"):
                page = browser.new_page(viewport={"width": 1280, "height": 720}, color_scheme=theme)
                page.on("console", lambda message: complaints.append(message.text))
                page.on("pageerror", lambda error: complaints.append(str(error)))
                page.on("request", lambda request: asked.append(request.url))
                page.goto(url.group(0))
                pages[theme] = page
            play(cafe, pages, words.pictures)
            page = pages["light"]
            pages["dark"].close()
            chart(page)
            go_back(cafe, page)
            passes(cafe, page)
            keys(page)
            poll(page, words.pictures)
            other_screens(page, words.pictures)
            assert not complaints, complaints
            assert all(place.startswith(url.group(0)) for place in asked), asked
            size, paths = sizes(page, asked)
            assert len(paths) == 3 and size < 100 * 1024, (size, paths)
            times = latencies(cafe, page, words.rounds)
            come_back(cafe, page)
            browser.close()
        share = idle(cafe, int(url.group(1)), words.watchers, words.idle) if words.watchers else None
    finally:
        cafe.end()
    print(f"stage: the four moments look right; page {size} bytes; event to pixels "
          f"{statistics.median(times):.0f} ms, {max(times):.0f} at most"
          + (f"; {words.watchers} browsers idle {share:.2f} % of a core" if share is not None else ""))


main()
