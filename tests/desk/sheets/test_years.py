"""Years in the many ways that sheets write them."""

import pytest

from initiatives.desk.sheets.hints import amounts_in, websites_in
from initiatives.desk.sheets.placing import place
from initiatives.desk.sheets.projects import FoundProject, labelled, labelled_project, projects_of
from initiatives.desk.sheets.reading import read
from initiatives.desk.sheets.years import Years, years_in


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
    ("text", "expected"),
    [
        ("Prosjektet i 2012–2014 og 2016", (2012, 2014, False)),
        ("1999–03", (1999, 2003, False)),
        ("1998–99", (1998, 1999, False)),
        ("1998–98", (1998, 1998, False)),
        ("2012–10", None),
        ("2100–2101", None),
        ("Frå 1.8.2010 t.o.m. 31.12.2013", (2010, 2013, False)),
        ("medio 2010 – utgangen av 2012", (2010, 2012, False)),
        ("01.08.12-31.12.12", (2012, 2012, False)),
        ("2010 og framover", (2010, None, True)),
        ("2010 –", (2010, None, True)),
        ("(2010 –)", (2010, None, True)),
        ("starta i 2010", (2010, None, False)),
        ("etablert 2010, og er fortsatt i gang", (2010, None, True)),
        ("frå 2010, men avslutta", (2010, None, False)),
        ("frå 2014, avslutta 2012", (2014, None, False)),
        ("avslutta i 2012", (None, 2012, False)),
        ("i 2012", None),
        ("2012", None),
        ("1949", None),
        ("2050", None),
    ],
)
def test_years_of_running_text(text, expected):
    years = years_in(text)
    assert (years and (years.start, years.end, years.is_open)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2012", (2012, 2012, False)),
        ("2012 og løpande", (2012, None, True)),
        ("2014, 2012", (2012, 2014, False)),
        ("fast ordning", (None, None, True)),
        ("i fjor", None),
    ],
)
def test_one_year_is_enough_where_years_are_told(text, expected):
    years = years_in(text, is_period=True)
    assert (years and (years.start, years.end, years.is_open)) == expected


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Gjekk 2012–2014.", "2012–2014"),
        ("Gjekk frå 2012 heile tida.", "frå 2012"),
        ("Starta 2010, slutta 2012.", "Starta 2010, slutta 2012"),
        ("Slutta 2012, starta 2010.", "Slutta 2012, starta 2010"),
        ("Åra 2008, 2009 og 2010 var bra", "2008, 2009 og 2010"),
        ("Dette pågår no", "pågår"),
        ("Frå 01.08.10 - 31.12.12 var vi der", "01.08.10 - 31.12.12"),
        ("Vi held på 2010 – d.d. her", "2010 – d.d."),
    ],
)
def test_years_know_where_they_stand(text, where):
    years = years_in(text, is_period=True)
    assert text[years.first : years.last] == where


@pytest.mark.parametrize(
    ("start", "end", "is_open", "says_something"),
    [
        (None, None, False, False),
        (2012, None, False, True),
        (None, 2012, False, True),
        (None, None, True, True),
    ],
)
def test_years_that_say_something(start, end, is_open, says_something):
    assert Years(start, end, is_open, 0, 0).says_something is says_something


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
        ("0 kroner", []),
        ("kr 2 mill. og 2 millionar kroner", [2000000]),
        ("NOK 5", [5]),
        ("5 kroner", [5]),
        ("2,5 mrd. kr", [2500000000]),
        ("3 milliardar kroner", [3000000000]),
        ("ein halv million kroner", [500000]),
        ("En million kr", [1000000]),
        ("fem tusen kroner", [5000]),
        ("700 tusen kroner", [700000]),
        ("1\u00a0000\u202f000 kr", [1000000]),
        ("9" * 30 + " kr", [10**15]),
        ("20 kr, 10 kr og 20 kr", [20, 10]),
        ("5 krav", []),
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
        (
            "www.tokke.kommune.no/heim, og b.com!",
            ["https://www.tokke.kommune.no/heim", "https://b.com"],
        ),
        ("http://a.no og HTTPS://B.no;", ["http://a.no", "HTTPS://B.no"]),
        ("Tokke.no/Heim", ["https://Tokke.no/Heim"]),
        ("Sjå a.xyz", []),
        ("fil.no-noko", ["https://fil.no"]),
        ("a.no " * 60, ["https://a.no"] * 50),
    ],
)
def test_websites(text, expected):
    assert list(websites_in(text)) == expected


def test_project_that_would_end_before_it_began_keeps_its_years_in_its_name():
    project = labelled_project("Lys (2014–2012)", 3)
    assert (project.name, project.start_year, project.end_year) == ("Lys (2014–2012)", None, None)


@pytest.mark.parametrize(
    ("project", "label"),
    [
        (("Lys", 2012, 2014, False), "Lys (2012–2014)"),
        (("Lys", 2012, None, False), "Lys (2012)"),
        (("Lys", 2012, None, True), "Lys (2012–)"),
        (("Lys", None, 2014, False), "Lys (–2014)"),
        (("Lys", None, None, True), "Lys (–)"),
        (("Lys", None, None, False), "Lys"),
        (("Lys (2012)", None, None, False), "Lys (2012) ()"),
    ],
)
def test_label_of_a_project_is_read_again(project, label):
    assert labelled(*project) == label
    found = labelled_project(label, 3)
    assert (found.name, found.start_year, found.end_year, found.is_open_ended) == project


@pytest.mark.parametrize("text", ["–", " – "])
def test_label_that_there_is_no_project(text):
    assert labelled_project(text, 3) is None


def test_name_of_a_project_has_room():
    assert len(labelled_project("x" * 300, 3).name) == 200


@pytest.mark.parametrize(
    ("project", "words"),
    [
        (FoundProject("Lys", 2012, 2014, False, 1, ""), "Lys: 2012–2014"),
        (FoundProject("Lys", None, None, True, 1, ""), "Lys"),
    ],
)
def test_project_in_words(project, words):
    assert project.in_words == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is told in several places is put together
        ("Lys 2010–2012.\n\nLys 2014.", [("Lys", 2010, 2012, False)]),
        ("Periode\n\n• Lys: starta 2010\n• Lys: slutta 2012", [("Lys", 2010, 2012, False)]),
        ("Periode\n\n• Lys: starta 2014\n• Lys: slutta 2012", [("Lys", 2014, None, False)]),
        ("Periode\n\n• Lys: pågår\n• Lys: frå 2012", [("Lys", 2012, None, True)]),
        (
            "Periode\n\n• LYS: 2010\n• Ung: 2012",
            [("LYS", 2010, 2010, False), ("Ung", 2012, 2012, False)],
        ),
        # names before the years
        ("Periode\n\n2010", [("Tittel", 2010, 2010, False)]),
        ("Periode\n\n• Prosjektet: 2010", [("Tittel", 2010, 2010, False)]),
        ("Periode\n\n• Prosjekt 2: 2010", [("Prosjekt 2", 2010, 2010, False)]),
        ("Periode\n\n• Vi hadde «Lys» i åra 2010", [("Lys", 2010, 2010, False)]),
        ("Periode\n\n• Tre år i Tokke 2010", [("Tre år i Tokke", 2010, 2010, False)]),
        ("Periode\n\n• I tre år 2010", [("Tittel", 2010, 2010, False)]),
        (f"Periode\n\n• {'x' * 81} 2010", [("Tittel", 2010, 2010, False)]),
        (f"Periode\n\n• {'x' * 80} 2010", [("x" * 80, 2010, 2010, False)]),
        ("Periode\n\n• Lys, 1. januar 2010", [("Lys", 2010, 2010, False)]),
        # sentences
        ("Lys i Husan 2006–2010.", [("Lys i Husan", 2006, 2010, False)]),
        ("Arbeidet 2006–2010.", [("Tittel", 2006, 2010, False)]),
        ("Satsinga Dalen Pluss gjekk i 2006–2010.", [("Dalen Pluss", 2006, 2010, False)]),
        ("«Lys» har vart sidan 2010.", [("Lys", 2010, None, True)]),
        ("Vi har tal frå 2010.", []),
        ("Prosjektet «Lys» er treårig.", [("Lys", None, None, False)]),
        ("Lys er treårig.", []),
        ("Undersøkinga er frå 2010–2012.", []),
        ("Prosjektet fekk 5 prosent meir i 2010–2012.", []),
        ("Prosjektet i 2010–2012 gav 5 prosent.", [("Tittel", 2010, 2012, False)]),
        ("Han er fødd 2010–2012.", []),
        ("Vi fekk 5 kr frå 2012.", []),
        ("• Folketal 2010–2012", []),
        ("• Lys 2010–2012", [("Lys", 2010, 2012, False)]),
        ("Prosjektperioden er 2010–2012.", [("Tittel", 2010, 2012, False)]),
    ],
)
def test_projects_that_a_text_tells_of(text, expected):
    projects = projects_of(read(f"Tittel\n\nIngress.\n\n{text}"))
    assert [(p.name, p.start_year, p.end_year, p.is_open_ended) for p in projects] == expected


def test_project_knows_its_line_and_its_sentence():
    (project,) = projects_of(read("Tittel\n\nIngress.\n\nKort. Lys 2010–2012."))
    assert (project.number, project.source) == (5, "Lys 2010–2012.")


def test_lead_tells_of_projects_too():
    (project,) = projects_of(read("Tittel\n\nLys 2010–2012."))
    assert (project.name, project.number) == ("Lys", 3)
