"""Grades a folder of submissions by `cafe grade stream`, in as many pieces as Spark makes of it.

Usage: spark.py CAFE [KEY FOLDER]. Without a key and a folder it makes a class of its own and lets
everybody hand in. Every worker runs the one program with the one key and no state, so a cluster's
`pipe` does what this machine's does. Prints a row for each submission, in the order of the names,
and compares it with the same filter run once without Spark.
"""
import csv
import json
import pathlib
import shlex
import subprocess
import sys
import tempfile

from pyspark.sql import SparkSession


def graded_by_spark(command, paths, pieces):
    """The results of a pipe over as many pieces, as rows of JSON."""
    session = (
        SparkSession.builder.master("local[2]").appName("cafe")
        .config("spark.ui.enabled", "false").config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1").getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    try:
        spread = session.sparkContext.parallelize(paths, pieces)
        return spread.pipe(shlex.join(command), checkCode=True).collect()
    finally:
        session.stop()


def made_up(cafe, folder, learners=24):
    """A quiz of the lesson that comes with the program, and what a class hands in."""
    folder = pathlib.Path(folder)
    rows = "".join(f"l{number:02},Learner {number}\n" for number in range(learners))
    (folder / "class.csv").write_text("id,name\n" + rows)
    quiz, inbox = folder / "quiz", folder / "inbox"
    inbox.mkdir()
    make = [cafe, "grade", "new", "cafe-quiz", "--roster", folder / "class.csv", "--out", quiz]
    subprocess.run(make, check=True, stdout=subprocess.DEVNULL)
    (pack,), (key,) = quiz.glob("learner.*pack"), quiz.glob("key.*pack")
    with open(quiz / "codes.csv", encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            lines = f"next\nstatus\nsubmit --out {inbox / row['id']}.cafesub\n"
            sit = [cafe, "quiz", pack, "--code", row["code"], "-", "--state", folder / row["id"]]
            subprocess.run(sit, input=lines, check=True, text=True, stdout=subprocess.DEVNULL)
    return str(key), inbox


def main():
    with tempfile.TemporaryDirectory() as folder:
        cafe = sys.argv[1]
        key, inbox = sys.argv[2:4] if len(sys.argv) > 3 else made_up(cafe, folder)
        compare(cafe, key, inbox)


def compare(cafe, key, folder, pieces=8):
    paths = [str(path.resolve()) for path in sorted(pathlib.Path(folder).iterdir())]
    assert paths, f"{folder} holds no submission"
    # 3 says that a submission was refused; its line tells why, so the others go on.
    filtered = '"$0" "$@" || [ $? = 3 ]'
    command = ["bash", "-c", filtered, cafe, "grade", "stream", "--key", key]
    once = subprocess.run(
        command, input="\n".join(paths) + "\n", capture_output=True, text=True, check=True
    ).stdout.splitlines()
    spread = graded_by_spark(command, paths, pieces)
    for line in spread:
        json.loads(line)
    assert len(spread) == len(paths), f"{len(spread)} results for {len(paths)} submissions"
    assert spread == once, "Spark's pieces and one run disagree"
    print("\n".join(spread))
    print(f"spark: {len(spread)} submissions in {pieces} pieces, as one run grades them")


if __name__ == "__main__":
    main()
