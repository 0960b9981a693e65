"""Reads a folder of reports and questions with readers that are not ours.

Usage: gradebook.py FOLDER. In the folder: report.html, gradebook.csv, canvas.csv, moodle.csv,
xapi.jsonl, feedback/*.html, questions.gift, questions.zip, names.json (what the questions are).
"""
import csv
import io
import json
import pathlib
import sys
import tempfile
import zipfile

import html5lib
from lxml import etree
from onyx2moodle.parser import parse_item
from pygiftparser import parser as gift
from tincan import Statement

QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"


def tables(folder):
    """Every CSV file has rows of one length, and no cell that a spreadsheet would reckon."""
    for name in ["gradebook.csv", "canvas.csv", "moodle.csv"]:
        text = (folder / name).read_bytes().decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        assert len(rows) > 1, f"{name} has no rows"
        for row in rows:
            assert len(row) == len(rows[0]), f"{name}: {row}"
            for cell in row:
                assert cell.strip()[:1] not in ("=", "+", "-", "@"), f"{name}: {cell!r}"


def pages(folder):
    """Every page is HTML5 without an error, runs nothing and fetches nothing."""
    found = [folder / "report.html", *sorted((folder / "feedback").glob("*.html"))]
    for path in found:
        reader = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        tree = reader.parse(path.read_text("utf-8"))
        names = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
        assert not names & {"script", "img", "link", "iframe", "object", "b"}, f"{path}: {names}"
        for element in tree.iter():
            for key in element.attrib:
                assert not key.startswith("on"), f"{path}: {key}"
    return len(found)


def statements(folder):
    """Every line is a statement that an Experience API client takes in and gives back."""
    count = 0
    for line in (folder / "xapi.jsonl").read_text("utf-8").splitlines():
        statement = Statement.from_json(line)
        assert statement.verb.id.startswith("http://adlnet.gov/expapi/verbs/")
        assert statement.actor.account.name and statement.object.id.startswith("https://")
        given = json.loads(line)
        kept = json.loads(statement.to_json())
        for key in ["id", "actor", "verb", "object"]:
            assert kept[key]["id"] == given[key]["id"] if key in ("verb", "object") else kept[key]
        count += 1
    return count


def questions(folder):
    """Moodle's format holds the questions with as many answers as they have."""
    with open(folder / "questions.gift", encoding="utf-8") as file:
        read = gift.parseFile(file)
    names = json.loads((folder / "names.json").read_text())
    found = {}
    for question in read:
        assert question.valid, question.full
        found[question.title] = [type(question.answers).__name__, len(question.answers.answers)]
    assert found == names, f"{found} instead of {names}"


def packages(folder):
    """The package is a zip file whose manifest names well-formed items of QTI 2.1."""
    with zipfile.ZipFile(folder / "questions.zip") as package:
        assert package.testzip() is None
        manifest = etree.fromstring(package.read("imsmanifest.xml"))
        paths = [file.get("href") for file in manifest.iter("{*}file")]
        assert sorted(paths + ["imsmanifest.xml"]) == sorted(package.namelist())
        schema = None
        if len(sys.argv) > 2:
            schema = etree.XMLSchema(etree.parse(sys.argv[2]))
        for path in paths:
            item = etree.fromstring(package.read(path))
            assert item.tag == QTI + "assessmentItem", item.tag
            declared = [each.get("identifier") for each in item.iter(QTI + "responseDeclaration")]
            assert declared == ["RESPONSE"]
            used = item.xpath("//*[@responseIdentifier]/@responseIdentifier")
            assert used == ["RESPONSE"]
            if schema is not None:
                schema.assertValid(item)
            converted(package, path, item)
    return len(paths)


def converted(package, path, item):
    """A converter to Moodle's XML finds the same choices; it knows no items to be put in order."""
    with tempfile.TemporaryDirectory() as folder:
        read = parse_item(pathlib.Path(package.extract(path, folder)))
    assert read.identifier == item.get("identifier")
    if item.find(f".//{QTI}orderInteraction") is None:
        (interaction,) = read.interactions
        assert len(interaction.choices) == len(item.findall(f".//{QTI}simpleChoice"))


def main():
    folder = pathlib.Path(sys.argv[1])
    tables(folder)
    questions(folder)
    print(
        f"gradebook: {pages(folder)} pages, {statements(folder)} statements "
        f"and {packages(folder)} items are read"
    )


if __name__ == "__main__":
    main()
