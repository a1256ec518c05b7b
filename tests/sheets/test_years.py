"""Years in the many ways that sheets write them."""

import pytest

from initiatives.sheets.hints import amounts_in, websites_in
from initiatives.sheets.placing import place
from initiatives.sheets.projects import labelled_project
from initiatives.sheets.reading import read
from initiatives.sheets.years import years_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2012-2014", (2012, 2014, False)),
        ("2012–14", (2012, 2014, False)),
        ("2012/2013", (2012, 2013, False)),
        ("1998-02", (1998, 2002, False)),
        ("frå 2012", (2012, None, True)),
        ("sidan 2012", (2012, None, True)),
        ("hausten 2012", (2012, 2012, False)),
        ("hausten 2009 til våren 2012", (2009, 2012, False)),
        ("01.01.2010 - 31.12.2013", (2010, 2013, False)),
        ("mars 2004 til 30. juni 2006", (2004, 2006, False)),
        ("2007 – til d.d.", (2007, None, True)),
        ("2012–", (2012, None, True)),
        ("til og med 2014", (None, 2014, False)),
        ("pågår", (None, None, True)),
        ("Starta i 2008 og pågår framleis", (2008, None, True)),
        ("Startet i 2010, avsluttet i 2013", (2010, 2013, False)),
        ("2008, 2009 og 2010", (2008, 2010, False)),
        ("01.08.10 - 31.12.12", (2010, 2012, False)),
        ("2010 - dd", (2010, None, True)),
        ("2011 – ?", (2011, None, True)),
        ("3 år, oppstart 2010", (2010, None, False)),
        ("tre år frå 2009", (2009, None, False)),
        ("Starta opp i 2007, avsluttast 2012", (2007, 2012, False)),
    ],
)
def test_years_of_a_period(text, expected):
    years = years_in(text, is_period=True)
    assert (years.start, years.end, years.is_open) == expected


@pytest.mark.parametrize(
    "text", ["", "treårig", "1 455 000 kroner", "2014-2012", "kl. 20.15", "01.08.12 - 31.12.10"]
)
def test_text_without_years(text):
    assert years_in(text) is None


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Periode: 2004 til 2014", [("Tittel", 2004, 2014, False)]),
        (
            "Prosjektperiodar\n\n • Pilot: 1998 – 2003\n • Dyrøy 2017: 2008 –",
            [("Pilot", 1998, 2003, False), ("Dyrøy 2017", 2008, None, True)],
        ),
        ("Prosjektet Liv Laga var eit treårig prosjekt.", [("Liv Laga", None, None, False)]),
        ("Folketalet gjekk ned i 2000–2010.", []),
        ("Vi fekk 200 000 kroner i 2012.", []),
        ("Vi fekk 200 000 kroner i 2010–2012.", [("Tittel", 2010, 2012, False)]),
        ("Eit felles prosjekt, «Sogn kallar», i 2009–2011.", [("Sogn kallar", 2009, 2011, False)]),
        ("Det står i kommuneplanen 2009–2020.", []),
        ("Vi har halde på sidan 2006.", [("Tittel", 2006, None, True)]),
        ("Bulystprosjektet går frå 2011 til 2014.", [("Tittel", 2011, 2014, False)]),
        ("«Flytt heim» starta hausten 2010 og pågår.", [("Flytt heim", 2010, None, True)]),
        ("Periode\n\n01.01.2010 - 31.12.2012", [("Tittel", 2010, 2012, False)]),
        ("Periode: I tre år frå 2009", [("Tittel", 2009, None, False)]),
        (
            "Prosjektet gjekk frå 2010 til 2013 og fekk 2 millionar kroner.",
            [("Tittel", 2010, 2013, False)],
        ),
        (
            "Delprosjekt: Dalen+ (2012–2014)\nDelprosjekt: Ung (2015–)",
            [("Dalen+", 2012, 2014, False), ("Ung", 2015, None, True)],
        ),
    ],
)
def test_projects_of_a_sheet(reference, body, expected):
    projects = place(read(f"Tittel\n\nIngress.\n\n{body}"), reference).projects
    assert [(p.name, p.start_year, p.end_year, p.is_open_ended) for p in projects] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 455 000 kroner", [1455000]),
        ("kr 500.000,-", [500000]),
        ("1,5 mill. kr og 250.000 kr", [1500000, 250000]),
        ("1 million i Bolystmidler", [1000000]),
        ("ein million kroner", [1000000]),
        ("10 bruk og 22 personar i 2012", []),
    ],
)
def test_amounts(text, expected):
    assert amounts_in(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sjå flyttilhardanger.no.", ["https://flyttilhardanger.no"]),
        ("(https://a.no/b?c=d)", ["https://a.no/b?c=d"]),
        ("post@tokke.kommune.no", []),
        ("Dette er bra.No kjem resten.", []),
    ],
)
def test_websites(text, expected):
    assert list(websites_in(text)) == expected


def test_project_that_would_end_before_it_began_keeps_its_years_in_its_name():
    project = labelled_project("Lys (2014–2012)", 3)
    assert (project.name, project.start_year, project.end_year) == ("Lys (2014–2012)", None, None)
