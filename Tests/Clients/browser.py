"""The café's websites in a real browser, as a phone and as a projector show them.

    python browser.py http://127.0.0.1:8080/cafe/ http://127.0.0.1:8081/cafe/

Needs Debian's chromium, or the browser that CHROMIUM names.
"""
import os
import sys

from playwright.sync_api import sync_playwright

SITES = {"us-west-2a": sys.argv[1], "us-west-2b": sys.argv[2]}
# What reaches over the right edge of the screen, or of the element that it stands in.
OUTSIDE = """[...document.querySelectorAll('body *')].filter(element => {
    const text = document.createRange();
    text.selectNodeContents(element);
    const edge = Math.min(innerWidth, element.parentElement.getBoundingClientRect().right);
    return text.getBoundingClientRect().right > edge + 1;
}).map(element => element.innerText)"""
SCREENS = {"phone": (360, 640), "projector": (1280, 720)}


def look(page, zone, url, asked):
    answer = page.goto(url.rstrip("/"))
    assert answer.status == 200 and page.url == url, (answer.status, page.url)
    facts = page.get_by_role("complementary", name="Server Information").inner_text()
    assert zone in facts and "us-west-2" in facts and "CafeInstance" in facts, facts
    assert page.get_by_role("table", name="Menu").get_by_role("row").count() > 5
    outside = page.evaluate(OUTSIDE)
    assert not outside, f"out of its frame: {outside}"
    assert all(place.startswith(url.split("/cafe/")[0]) for place in asked), asked


def order(page, item):
    page.get_by_label("What may it be?").select_option(item)
    with page.expect_navigation() as done:
        page.get_by_role("button", name="Order").click()
    assert done.value.status == 200, done.value.status
    text = page.locator("main").inner_text()
    assert item in text and "café time" in text, text
    page.get_by_role("link", name="Back to the menu").click()
    page.get_by_role("heading", name="Order").wait_for()


def order_from_elsewhere(page, url):
    """A page of another origin posts an order: the browser says where from, and it is refused."""
    page.goto("about:blank")
    page.evaluate("""url => {
        const form = document.createElement('form');
        form.method = 'post';
        form.action = url + 'order.php';
        form.innerHTML = '<input name="item" value="Coffee">';
        document.body.append(form);
    }""", url)
    with page.expect_navigation() as done:
        page.evaluate("document.forms[document.forms.length - 1].submit()")
    assert done.value.status == 403, done.value.status


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(
        executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
    for screen, (width, height) in SCREENS.items():
        page = browser.new_page(viewport={"width": width, "height": height})
        complaints, asked = [], []
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        for zone, url in SITES.items():
            asked.clear()
            look(page, zone, url, asked)
            order(page, "Lemon tart")
        complaints = [text for text in complaints if "favicon" not in text]
        assert not complaints, complaints
        if os.environ.get("PICTURES"):
            page.screenshot(path=f"{os.environ['PICTURES']}/{screen}.png", full_page=True)
        page.close()
    page = browser.new_page()
    order_from_elsewhere(page, SITES["us-west-2a"])
    browser.close()
print("browser: both sites look right and take orders, and only from their own pages")
