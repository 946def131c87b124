"""Makes ``src/cronistoria/reference/officeholders.csv``: who held the offices of international affairs, from 2000 on.

    python build_officeholders.py CORPORA/knowledge/leaders ../../src/cronistoria/reference/officeholders.csv

In: ``leaders.csv.gz`` (peppercat.org from Wikidata: tenures to January 2023, and holders of January 2025). Out: one
row a tenure with Wikidata id, name, country (ISO 3166-1 alpha-3, XKX, or EU, UN, NATO ...), office key, first and last
day as far as they are known, and the source. Titles are sorted into office keys by the patterns below; all others are
left out. A tenure that is open in the older table and absent from the newer one ended in between: its end is "2023~".
"""

import argparse
import csv
import gzip
import re
from collections.abc import Iterator
from pathlib import Path

Row = dict[str, str]

OLD, NEW = "efd4378c56c2", "4940eac4c8df"
FIRST_YEAR = "2000"
LEFT_BETWEEN = "2023~"
HIGH_REPRESENTATIVE = r"High Representative (of the Union )?for Foreign Affairs.*"
FOREIGN = r"(Foreign|External)( and European)?( Affairs| Relations)|Europe and Foreign Affairs"

# The first pattern that the whole title fits gives the office; None leaves the title out.
OFFICES: tuple[tuple[str, str | None], ...] = (
    (HIGH_REPRESENTATIVE, "high_representative"),
    (r"President of the European Commission", "commission_president"),
    (r"President of the European Council", "council_president"),
    (r"President of the European Parliament", "speaker"),
    (r"Secretary.General( of (the United Nations|NATO))?", "secretary_general"),
    (r"Director.General of the World (Health|Trade) Organization", "director_general"),
    (r"President of the United Nations General Assembly", "assembly_president"),
    (r"Permanent Representative to (the United Nations|the UN|NATO)", "permanent_representative"),
    (r"President|President of the (Republic|State|Swiss Confederation|Presidential Council|State Affairs Commission)"
     r"|Chairman of the Presidency|State President|Interim President|Acting President|Transitional President"
     r"|President of the Transitional .*|Head of State|President of Montenegro", "president"),
    (r"(First )?Vice.President", "vice_president"),
    (r"Supreme Leader|Paramount Leader", "supreme_leader"),
    (r"(Federal )?Chancellor", "prime_minister"),
    (r"Prime Minister|Premier|President of the (Council of Ministers|Government)|Chairman of the Council of Ministers"
     r"|Premier of the State Council|Chairman of the Cabinet of Ministers.*|Minister of State \(Head of Government\)"
     r"|Head of Government|Acting Prime Minister|Taoiseach|Chief Minister|Prime Minister of Montenegro",
     "prime_minister"),
    (r"(First )?(Deputy|Vice|Second Deputy)[ -](Prime Minister|Premier)( of Sweden)?", "deputy_prime_minister"),
    (r"(Monarch|King|Queen|Emir|Sultan|Emperor|Grand Duke|Prince|Pope|Yang di.pertuan Agong.*|Sovereign Prince)",
     "monarch"),
    (r"Crown Prince", "crown_prince"),
    (rf"((Federal )?Minister|Secretary|State Secretary) (of|for) (the )?({FOREIGN})\b.*"
     r"|Secretary of State for (Foreign and Commonwealth Affairs|Foreign, Commonwealth.*|Foreign Affairs)"
     r"|Foreign (Minister|Secretary)|Minister of External Affairs.*|Secretary of External Relations"
     r"|Minister for Foreign Affairs.*|Chancellor of Foreign Affairs", "foreign_minister"),
    (r"(Deputy|Vice|First Deputy)[ -]Minister (of|for|of the) Foreign.*|Vice-Minister of the Foreign Ministry"
     r"|Minister of State for Foreign Affairs|Deputy Secretary of State", "deputy_foreign_minister"),
    (r"((Federal )?Minister|Secretary|State Secretary|Secretary of State) (of|for) (the )?(National )?Def[ea]n[cs]e\b"
     r"(?! (Materiel|Equipment|Science|Industry|Procurement|People)).*|Minister of the Armed Forces.*"
     r"|Minister of War", "defence_minister"),
    (r"Deputy (Minister|Secretary) (of|for) (National )?Defen[cs]e", "deputy_defence_minister"),
    (r"(Federal )?Minister (of|for) (the )?(Interior|Home Affairs|Internal Affairs)\b.*|Home Secretary"
     r"|Secretary of State for the Home Department|Secretary of Homeland Security", "interior_minister"),
    (r"(Federal )?Minister (of|for) (the )?(Economy and )?Finances?\b.*|Secretary of the Treasury"
     r"|Chancellor of the Exchequer", "finance_minister"),
    (r"(Federal )?Minister (of|for) (Petroleum|Oil|Energy)\b.*|Secretary of Energy", "energy_minister"),
    (r"(Federal )?Minister (of|for) Justice\b.*|Attorney General", "justice_minister"),
    (r"(Minister (of|for) (State )?(Information|Communications?)\b.*)", "information_minister"),
    (r"(National )?Security Advis[eo]r|National Security Advis[eo]r.*", "national_security_adviser"),
    (r"Deputy National Security Advis[eo]r", "deputy_security_adviser"),
    (r"Secretary of the (National )?(Supreme )?Security (and Defen[cs]e )?Council.*", "security_council_secretary"),
    (r"White House Press Secretary|(Government|Presidential|Cabinet) Spokes(person|man|woman)"
     r"|Spokes(person|man|woman).*|(Kremlin )?Press Secretary( of the President)?", "spokesperson"),
    (r"(White House|Presidential) Chief of Staff|Chief of Staff of the Presidency"
     r"|Head of the (Presidential Administration|Office of the President)", "chief_of_staff"),
    (r"Chairman of the Joint Chiefs( of Staff)?|Chief of (the )?(National )?(Defen[cs]e|General|Armed Forces)"
     r"( General)?( Staff| Forces?)?|Head of the General Staff|Supreme Commander of the Armed Forces"
     r"|Chief of Army Staff"
     r"|Commander.in.Chief of the Armed Forces.*|Chief of Staff of the (Armed|Defence) Forces", "chief_of_defence"),
    (r"Director of (the CIA|National Intelligence|the FBI)|Head of the Security Service|Director of Mossad"
     r"|Director of the (Federal Security Service|Foreign Intelligence Service)", "intelligence_chief"),
    (r"(Speaker|President|Chairman) of the (National Assembly|House of Representatives|Parliament|State Duma"
     r"|Verkhovna Rada|Knesset|House of Commons|Islamic Consultative Assembly|Senate|Federation Council"
     r"|Chamber of Deputies|Storting|Riigikogu|Bundestag|Legislative Council|People's Council|Federal Assembly"
     r"|Grand National Assembly|Congress|Congress of Deputies|National Council|Lok Sabha|Supreme Council)"
     r"|Speaker", "speaker"),
    (r"[Aa]mbassador to (the )?(United States.*|Russian Federation|Russia|China|People's Republic of China|Ukraine"
     r"|Italy|United Kingdom|France|Germany|Israel|Iran|Syria|Turkey|European Union|Holy See|Iraq|Afghanistan"
     r"|Libya|Egypt"
     r"|Japan|India|Pakistan|South Korea|Belgium)", "ambassador"),
)  # fmt: skip
PATTERNS = tuple((re.compile(pattern), office) for pattern, office in OFFICES)
TERRITORIES = {
    "european-union": "EU",
    "northern-cyprus": "NORTHERN_CYPRUS",
    "abkhazia": "ABKHAZIA",
    "south-ossetia": "SOUTH_OSSETIA",
    "transnistria": "TRANSNISTRIA",
    "artsakh": "ARTSAKH",
    "somaliland": "SOMALILAND",
    "donetsk": "armed_group:donetsk-republic",
    "luhansk": "armed_group:luhansk-republic",
}
WORLD = (
    ("NATO", "NATO"),
    ("United Nations", "UN"),
    ("World Health", "WHO"),
    ("World Trade", "WTO"),
    ("Caribbean", None),
)

# Names that the source writes in full and reports do not.
NAMES = {
    "Abdullah II of Jordan": "Abdullah II",
    "Albert II of Belgium": "Albert II",
    "Alberto Otárola Peñaranda": "Alberto Otárola",
    "Alexandra Hill Tinoco": "Alexandra Hill",
    "Alí Rodríguez Araque": "Alí Rodríguez",
    "Ana de Palacio y del Valle-Lersundi": "Ana Palacio",
    "Antonio Parra Gil": "Antonio Parra",
    "Bruno Rodríguez Parrilla": "Bruno Rodríguez",
    "Camilo Ospina Bernal": "Camilo Ospina",
    "Carlos Alvarado Quesada": "Carlos Alvarado",
    "Diego Pary Rodríguez": "Diego Pary",
    "Fernando Araújo Perdomo": "Fernando Araújo",
    "Fernando Huanacuni Mamani": "Fernando Huanacuni",
    "Gabriel Silva Luján": "Gabriel Silva",
    "Guillermo Botero Nieto": "Guillermo Botero",
    "Iván Velásquez Gómez": "Iván Velásquez",
    "Jorge Batlle Ibáñez": "Jorge Batlle",
    "Jorge Castañeda Gutman": "Jorge Castañeda",
    "Josep Piqué i Camps": "Josep Piqué",
    "José Antonio Meade Kuribreña": "José Antonio Meade",
    "José García-Margallo y Marfil": "José Manuel García-Margallo",
    "Juan Carlos Pinzón Bueno": "Juan Carlos Pinzón",
    "Luis Videgaray Caso": "Luis Videgaray",
    "Manuel Marrero Cruz": "Manuel Marrero",
    "Martín Vizcarra Cornejo": "Martín Vizcarra",
    "Mohammed VI of Morocco": "Mohammed VI",
    "Nilda Celia Garré": "Nilda Garré",
    "Norman José Caldera Cardenal": "Norman Caldera",
    "Oscar Raúl Aguad": "Óscar Aguad",
    "Porfirio Lobo Sosa": "Porfirio Lobo",
    "Rafael Correa Delgado": "Rafael Correa",
    "Rodrigo Chaves Robles": "Rodrigo Chaves",
    "Rodrigo Rivera Salazar": "Rodrigo Rivera",
    "Vicente Fox Quesada": "Vicente Fox",
    "Álvaro Uribe Vélez": "Álvaro Uribe",
    "Óscar Arias Sánchez": "Óscar Arias",
    "Óscar Naranjo Trujillo": "Óscar Naranjo",
}


def country_of(row: Row) -> str | None:
    if row["territory"] == "world":
        return next((code for words, code in WORLD if words in row["position"]), None)
    return row["territory"] if re.fullmatch("[A-Z]{3}", row["territory"]) else TERRITORIES.get(row["territory"])


def office_of(row: Row) -> str | None:
    title = row["position"].strip()
    if row["territory"] in ("USA",) and title == "Secretary of State":
        return "foreign_minister"
    office = next((office for pattern, office in PATTERNS if pattern.fullmatch(title)), None)
    if office == "monarch" and row["territory"] == "VAT":
        return "pope"
    return office


def chosen(rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        country, office = country_of(row), office_of(row)
        row |= {key: row[key].removesuffix("s") for key in ("start", "end")}  # "2014s" is a slip of the source
        if country and office and row["name"] and not (row["end"] and row["end"] < FIRST_YEAR):
            yield row | {"country": country, "office": office}


def merged(rows: list[Row]) -> Iterator[tuple[str, ...]]:
    """One row a tenure: those of both tables once, successive terms of one office as one."""
    now = {(row["qid"] or row["name"], row["office"], row["country"]) for row in rows if row["source_commit"] == NEW}
    tenures: dict[tuple[str, str, str], list[list[str]]] = {}
    names: dict[str, tuple[str, str]] = {}
    for row in sorted(rows, key=lambda r: (r["start"], r["source_commit"] == NEW)):
        key = (row["qid"] or row["name"], row["office"], row["country"])
        end = row["end"] or ("" if key in now else LEFT_BETWEEN)
        names[key[0]] = (row["qid"], NAMES.get(row["name"], row["name"]))
        terms = tenures.setdefault(key, [])
        if terms and (not terms[-1][1] or row["start"][:7] <= terms[-1][1][:7]):
            terms[-1][1] = "" if not end or not terms[-1][1] else max(terms[-1][1], end)
        else:
            terms.append([row["start"], end])
    for (person, office, country), terms in tenures.items():
        for start, end in terms:
            if not (end and end < FIRST_YEAR):
                yield (*names[person], country, office, start, end, "peppercat")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("leaders", type=Path, help="folder that holds leaders.csv.gz")
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    with gzip.open(args.leaders / "leaders.csv.gz", "rt", encoding="utf-8", newline="") as file:
        rows = sorted(merged(list(chosen(csv.DictReader(file)))), key=lambda r: (r[2], r[3], r[4], r[1]))
    with args.out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("qid", "name", "country", "office", "start", "end", "source"))
        writer.writerows(rows)


if __name__ == "__main__":
    main()
