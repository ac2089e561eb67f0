"""Looks at the data files of a site from outside: `validate.py FOLDER`.

Frictionless validates datapackage.json with its tables, sizes and hashes; then every row's quote is looked for at its
place in the report's JSON, as a script of a reader would. Says what is wrong and ends with 1, or counts and ends with 0.
"""

import csv
import json
import sys
from pathlib import Path

from frictionless import validate

FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def without_guard(cell: str) -> str:
    """A text cell as the report has it: one apostrophe less where it guards a formula."""
    text = cell.lstrip("' \u00a0\u200b\ufeff")
    return cell[1:] if cell.startswith("'") and text.startswith(FORMULA) else cell


def main(folder: Path) -> int:
    report = validate(str(folder / "datapackage.json"))
    wrong = [f"{place}: {note}" for *place, note in report.flatten(["title", "rowNumber", "fieldName", "note"])]
    reports = {path.stem: json.loads(path.read_text("utf-8")) for path in (folder / "data/reports").glob("*.json")}
    texts = {one["id"]: one["text"] for one in reports.values()}
    rows = 0
    with open(folder / "data/observations.csv", encoding="utf-8-sig", newline="") as table:
        for row in csv.DictReader(table):
            rows += 1
            quote, at = without_guard(row["quote"]), int(row["at"])
            if texts[row["report"]][at : at + len(quote)] != quote:
                wrong.append(f"{row['report']}/{row['observation']}: {quote!r} does not stand at {at}")
    if not report.valid or wrong:
        print("\n".join(wrong) or report)
        return 1
    print(f"Frictionless finds {len(report.tasks)} resources valid; {rows} quotes stand at their places.")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
