"""The wording of examples, the same content in both written forms, and how sentences become a text.

Here belong sentences and phrases, not the drawing of places, years and terms (`drawing`). Sentences
speak of what an entry is linked to, so most are kept by the slug of a term. In braces stand words
that the place or the terms decide:

- `{name}` Tokke; `{where}` i Tokke; `{area}` kommunen, kommunane, fylket; `{village}` Dalen
- `{who}`, `{Who}` the body that does the work: kommunen, kommunane, fylkeskommunen
- `{group}` whom the entry is for, `{what}`, `{What}`, `{more}` what is done, `{pitch}` what is praised
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import NamedTuple

from initiatives.language import FORMS


class Paired(NamedTuple):
    """The same text in Nynorsk and Bokmål."""

    nn: str
    nb: str


Words = dict[str, Paired]


def same(text: str) -> Paired:
    """A text that is alike in both forms."""
    return Paired(text, text)


# Titles

TITLES = (
    same("Flytt til {name}"),
    Paired("Heim til {name}", "Hjem til {name}"),
    Paired("Velkomen til {name}", "Velkommen til {name}"),
    Paired("Fleire til {name}", "Flere til {name}"),
    Paired("Auka tilflytting til {name}", "Økt tilflytting til {name}"),
    same("Tilflyttingsarbeidet {where}"),
    same("Bulyst {where}"),
    Paired("Folk i husa {where}", "Folk i husene {where}"),
    Paired("Lys i alle glas {where}", "Lys i alle vinduer {where}"),
    Paired("Plass til fleire {where}", "Plass til flere {where}"),
    Paired("Bli buande {where}", "Bli boende {where}"),
    Paired("Den neste innbyggjaren {where}", "Den neste innbyggeren {where}"),
    Paired("Kvardagen {where}", "Hverdagen {where}"),
    Paired("{name} – ein stad å bli", "{name} – et sted å bli"),
    Paired("Nye naboar {where}", "Nye naboer {where}"),
    Paired("Rom for fleire {where}", "Rom for flere {where}"),
    same("Ny giv for tilflytting til {name}"),
    same("Tid for {name}"),
    Paired("Her vil vi bu: {name}", "Her vil vi bo: {name}"),
    Paired(
        "Tilflytting {where}: frå plan til handling", "Tilflytting {where}: fra plan til handling"
    ),
    Paired("Godt å bu {where}", "Godt å bo {where}"),
    Paired("Set kursen for {name}", "Sett kursen for {name}"),
    same("Ny vekst {where}"),
    same("Trivselsløftet {where}"),
    Paired("Saman om {name}", "Sammen om {name}"),
    Paired("Kvifor ikkje {name}?", "Hvorfor ikke {name}?"),
)

TITLES_BY_TERM: dict[str, tuple[Paired, ...]] = {
    "rekrutteringsarrangement-utanfor": (
        same("{name} på turné"),
        Paired("Ein kveld med {name}", "En kveld med {name}"),
        Paired("{name} kjem til byen", "{name} kommer til byen"),
    ),
    "heimflyttingsarrangement": (
        same("Romjulstreff {where}"),
        Paired("Heimvendardagane {where}", "Hjemvenderdagene {where}"),
        same("Treffpunkt {name}"),
    ),
    "brev": (
        Paired("Brev til dei som flytta frå {name}", "Brev til dem som flyttet fra {name}"),
        Paired("Ei helsing frå {name}", "En hilsen fra {name}"),
    ),
    "annonsering": (
        same("Ledig plass {where}"),
        Paired("Set {name} på kartet", "Sett {name} på kartet"),
    ),
    "eigen-nettstad": (
        Paired("Nettstad for tilflyttarar til {name}", "Nettsted for tilflyttere til {name}"),
        Paired("Nettportal for nye innbyggjarar {where}", "Nettportal for nye innbyggere {where}"),
    ),
    "brosjyrar": (
        Paired(
            "Velkomstmappe for nye innbyggjarar {where}", "Velkomstmappe for nye innbyggere {where}"
        ),
        Paired("Små historier frå {name}", "Små historier fra {name}"),
    ),
    "besok-pa-skular": (
        Paired("Skuleturneen {where}", "Skoleturneen {where}"),
        Paired("Møt studentane frå {name}", "Møt studentene fra {name}"),
    ),
    "bustad": (
        Paired("Frå tomme hus til nye heimar {where}", "Fra tomme hus til nye hjem {where}"),
        Paired("Prøv å bu {where}", "Prøv å bo {where}"),
        Paired("Bustadløftet {where}", "Boligløftet {where}"),
    ),
    "utstilling": (same("{name} på messe"), same("På stand for {name}")),
    "bustadkampanje": (
        Paired("Bu {where}", "Bo {where}"),
        Paired("Oppdag {name} som heimstad", "Oppdag {name} som hjemsted"),
    ),
    "arbeidskraftkampanje": (
        Paired("Jobb og bustad {where}", "Jobb og bolig {where}"),
        Paired("Draumejobben {where}", "Drømmejobben {where}"),
    ),
    "samarbeid": (same("Dugnad for {name}"), Paired("Eldsjelene {where}", "Ildsjelene {where}")),
    "vertskapsordning": (
        same("Vertskap {where}"),
        Paired("Fadderfamiliar {where}", "Fadderfamilier {where}"),
        Paired("Ta imot ein ny nabo {where}", "Ta imot en ny nabo {where}"),
    ),
    "integreringstiltak": (
        Paired("Inkluderande lokalsamfunn {where}", "Inkluderende lokalsamfunn {where}"),
        same("God start {where}"),
        same("Språkkafé og naboskap {where}"),
    ),
    "alle": (same("Alle er velkomne {where}"),),
    "tilbakeflyttarar": (
        Paired("Kom heim til {name}", "Kom hjem til {name}"),
        Paired("Vegen heim til {name}", "Veien hjem til {name}"),
    ),
    "barnefamiliar": (same("Barndom {where}"), same("God oppvekst {where}")),
    "ungdom": (same("Ung {where}"), same("Ungdomsløftet {where}")),
    "arbeidskraft": (Paired("Hender og hovud til {name}", "Hender og hoder til {name}"),),
    "hogt-utdanna": (same("Fagfolk til {name}"), same("Kompetanse til {name}")),
    "kvinner": (
        Paired("Ho flytta til {name}", "Hun flyttet til {name}"),
        Paired("Kvinner vel {name}", "Kvinner velger {name}"),
    ),
    "livsstilsflyttarar": (Paired("Eit anna liv {where}", "Et annet liv {where}"),),
    "storby": (
        Paired("Frå by til bygd: {name}", "Fra by til bygd: {name}"),
        same("Byfolk til {name}"),
    ),
    "hyttefolk": (Paired("Frå hytte til heim {where}", "Fra hytte til hjem {where}"),),
    "fra-eit-bestemt-land": (Paired("Nye familiar til {name}", "Nye familier til {name}"),),
    "entreprenorar": (Paired("Start noko nytt {where}", "Start noe nytt {where}"),),
}

# Leads: one or two sentences that say what it is

LEADS = (
    Paired(
        "{Who} ønskjer seg fleire {group} og satsar på {what} og {more}.",
        "{Who} ønsker seg flere {group} og satser på {what} og {more}.",
    ),
    Paired(
        "Eit tiltak for å få {group} til å flytte til {name} og bli buande.",
        "Et tiltak for å få {group} til å flytte til {name} og bli boende.",
    ),
    Paired(
        "Folketalet har gått ned i delar av {area}. No prøver {who} å snu utviklinga med {what}.",
        "Folketallet har gått ned i deler av {area}. Nå prøver {who} å snu utviklingen med {what}.",
    ),
    Paired(
        "{name} vil bli ein betre stad å flytte til, og {what} er det viktigaste verkemiddelet.",
        "{name} vil bli et bedre sted å flytte til, og {what} er det viktigste virkemiddelet.",
    ),
    Paired(
        "Dei som flyttar til {name}, skal møte nokon som kjenner staden.",
        "De som flytter til {name}, skal møte noen som kjenner stedet.",
    ),
    same("Gjennom {what} og {more} viser {who} fram {pitch}."),
    Paired(
        "Tiltaket viser {group} kva {name} har å by på, først og fremst {pitch}.",
        "Tiltaket viser {group} hva {name} har å by på, først og fremst {pitch}.",
    ),
    Paired(
        "Lag, næringsliv og {who} arbeider saman for at fleire skal ville bu {where}.",
        "Lag, næringsliv og {who} arbeider sammen for at flere skal ville bo {where}.",
    ),
    Paired(
        "Mange vil bu {where}, men manglar jobb, bustad eller nokon dei kjenner. Her tek ein tak i alle tre.",
        "Mange vil bo {where}, men mangler jobb, bolig eller noen de kjenner. Her tar man tak i alle tre.",
    ),
    Paired(
        "Målet er at fleire skal få lyst til å bu {where}. Vegen dit går gjennom {what}.",
        "Målet er at flere skal få lyst til å bo {where}. Veien dit går gjennom {what}.",
    ),
    Paired(
        "{What} og {more} er kjernen i arbeidet for å få fleire til {name}.",
        "{What} og {more} er kjernen i arbeidet for å få flere til {name}.",
    ),
    Paired(
        "Etter fleire år med utflytting ville {who} prøve noko nytt: {what}.",
        "Etter flere år med utflytting ville {who} prøve noe nytt: {what}.",
    ),
    Paired(
        "Skule, barnehage og butikk treng folk. Difor inviterer {who} {group} til å bli ein del av bygda.",
        "Skole, barnehage og butikk trenger folk. Derfor inviterer {who} {group} til å bli en del av bygda.",
    ),
    Paired(
        "Kva skal til for at {group} vel {name}? {Who} spurde dei det gjaldt, og handla etter svara.",
        "Hva skal til for at {group} velger {name}? {Who} spurte dem det gjaldt, og handlet etter svarene.",
    ),
    Paired(
        "Eit samla opplegg for dei som vil bu {where}, med {what} og {more}.",
        "Et samlet opplegg for dem som vil bo {where}, med {what} og {more}.",
    ),
    Paired(
        "Med {pitch} som viktigaste argument vender {who} seg til {group}.",
        "Med {pitch} som viktigste argument henvender {who} seg til {group}.",
    ),
    Paired(
        "Prosjektet koplar ledige jobbar og ledige bustader med folk som ønskjer seg til {name}.",
        "Prosjektet kobler ledige jobber og ledige boliger med folk som ønsker seg til {name}.",
    ),
    Paired(
        "Små steg, men mange: {what}, {more} og ein fast kontakt hos {who}.",
        "Små steg, men mange: {what}, {more} og en fast kontakt hos {who}.",
    ),
    Paired(
        "Tiltaket starta som ei dugnadssak og vart etter kvart ein fast del av arbeidet til {who}.",
        "Tiltaket startet som en dugnadssak og ble etter hvert en fast del av arbeidet til {who}.",
    ),
    Paired(
        "{Who} vil heller snakke med hundre som kan tenkje seg å flytte, enn med ti tusen som ikkje vil.",
        "{Who} vil heller snakke med hundre som kan tenke seg å flytte, enn med ti tusen som ikke vil.",
    ),
    Paired(
        "Tilflytting er gjort til eit felles ansvar {where}, med {what} som det mest synlege tiltaket.",
        "Tilflytting er gjort til et felles ansvar {where}, med {what} som det mest synlige tiltaket.",
    ),
    Paired(
        "{What} skal vise kvardagen {where} slik han er, utan glansbilete.",
        "{What} skal vise hverdagen {where} slik den er, uten glansbilder.",
    ),
    same("For {group} er det ofte lite som skal til. {Who} prøver med {what}."),
    Paired(
        "Tiltaket skal gi folk ein grunn til å kome og ein grunn til å bli verande {where}.",
        "Tiltaket skal gi folk en grunn til å komme og en grunn til å bli værende {where}.",
    ),
    Paired(
        "Arbeidet rettar seg mot {group} og byggjer på {what}.",
        "Arbeidet retter seg mot {group} og bygger på {what}.",
    ),
    Paired(
        "{Who} følgjer opp alle som vurderer å flytte til {name}, frå første telefon til innflytting.",
        "{Who} følger opp alle som vurderer å flytte til {name}, fra første telefon til innflytting.",
    ),
    Paired(
        "Kjernen i tiltaket er {what}, og det vender seg særleg til {group}.",
        "Kjernen i tiltaket er {what}, og det henvender seg særlig til {group}.",
    ),
)

# Phrases that stand inside sentences: what is done, for whom, and what is praised

ACTIVITY_PHRASES = {
    "rekrutteringsarrangement-utanfor": Paired(
        "rekrutteringskveldar i byane", "rekrutteringskvelder i byene"
    ),
    "heimflyttingsarrangement": Paired(
        "treff for folk som er heime på besøk", "treff for folk som er hjemme på besøk"
    ),
    "brev": Paired("personlege brev", "personlige brev"),
    "annonsering": Paired("annonsar i sosiale medium", "annonser i sosiale medier"),
    "eigen-nettstad": Paired("ein eigen nettstad", "et eget nettsted"),
    "brosjyrar": Paired("ei velkomstmappe", "en velkomstmappe"),
    "besok-pa-skular": Paired("skulebesøk", "skolebesøk"),
    "bustad": Paired("hjelp til å finne bustad", "hjelp til å finne bolig"),
    "utstilling": same("stand på messer"),
    "bustadkampanje": Paired("ein kampanje for staden", "en kampanje for stedet"),
    "arbeidskraftkampanje": Paired("ein jobbkampanje", "en jobbkampanje"),
    "samarbeid": same("samarbeid med lag og bedrifter"),
    "vertskapsordning": Paired("ei vertskapsordning", "en vertskapsordning"),
    "integreringstiltak": Paired(
        "møteplassar for nye innbyggjarar", "møteplasser for nye innbyggere"
    ),
}
FOLLOW_UP = Paired(
    "tett oppfølging av dei som tek kontakt", "tett oppfølging av dem som tar kontakt"
)

GROUP_PHRASES = {
    "alle": Paired("nye innbyggjarar", "nye innbyggere"),
    "tilbakeflyttarar": Paired("tidlegare innbyggjarar", "tidligere innbyggere"),
    "barnefamiliar": Paired("barnefamiliar", "barnefamilier"),
    "ungdom": same("unge"),
    "arbeidskraft": Paired("arbeidstakarar", "arbeidstakere"),
    "hogt-utdanna": same("fagfolk"),
    "kvinner": same("kvinner"),
    "livsstilsflyttarar": Paired(
        "livsstilsflyttarar frå utlandet", "livsstilsflyttere fra utlandet"
    ),
    "storby": Paired("folk frå storbyane", "folk fra storbyene"),
    "hyttefolk": same("hyttefolk"),
    "fra-eit-bestemt-land": Paired("familiar frå Nederland", "familier fra Nederland"),
    "entreprenorar": Paired("entreprenørar", "entreprenører"),
}

PITCH_PHRASES = {
    "oppvekstmiljo": same("trygge oppvekstvilkår"),
    "livskvalitet": same("livskvalitet"),
    "tenestetilbod": Paired("gode tenester nær heimen", "gode tjenester nær hjemmet"),
    "friluftsliv": Paired("friluftsliv rett utanfor døra", "friluftsliv rett utenfor døra"),
    "arbeidsplassar": Paired("varierte arbeidsplassar", "varierte arbeidsplasser"),
    "kulturtilbod": Paired("eit rikt kulturliv", "et rikt kulturliv"),
    "vakker-natur": same("vakker natur"),
    "bygdemiljo": Paired("eit godt bygdemiljø", "et godt bygdemiljø"),
    "sentral-plassering": Paired("kort veg til byen", "kort vei til byen"),
    "pendling": Paired("gode høve til å pendle", "gode muligheter til å pendle"),
    "fred-og-ro": same("fred og ro"),
    "levekostnader": Paired("låge bukostnader", "lave bokostnader"),
}
EVERYDAY_LIFE = Paired("ein god kvardag", "en god hverdag")

# Body

BACKGROUND = (
    Paired(
        "I delar av {area} har folketalet gått ned gjennom fleire tiår.",
        "I deler av {area} har folketallet gått ned gjennom flere tiår.",
    ),
    Paired(
        "Kvart år reiser eit kull med unge ut for å studere, og for få av dei kjem tilbake.",
        "Hvert år reiser et kull med unge ut for å studere, og for få av dem kommer tilbake.",
    ),
    Paired(
        "Bedriftene hadde ledige stillingar, men fekk få søkjarar utanfrå.",
        "Bedriftene hadde ledige stillinger, men fikk få søkere utenfra.",
    ),
    Paired(
        "Mange kunne tenkje seg å flytte hit, men visste ikkje kvar dei skulle byrje.",
        "Mange kunne tenke seg å flytte hit, men visste ikke hvor de skulle begynne.",
    ),
    Paired(
        "Nedlegging av arbeidsplassar gjorde at {who} måtte tenkje nytt om framtida.",
        "Nedlegging av arbeidsplasser gjorde at {who} måtte tenke nytt om framtiden.",
    ),
    Paired(
        "Fleire grender frykta for både skulen og butikken.",
        "Flere grender fryktet for både skolen og butikken.",
    ),
    Paired(
        "Tidlegare kampanjar hadde vore kortvarige og sett få spor.",
        "Tidligere kampanjer hadde vært kortvarige og satt få spor.",
    ),
    Paired(
        "Politikarane vedtok at tilflytting skulle vere ei hovudsak i heile perioden.",
        "Politikerne vedtok at tilflytting skulle være en hovedsak i hele perioden.",
    ),
    Paired(
        "Bustadmarknaden var lite open: Tomme hus vart ståande, og nesten ingenting låg ute for leige.",
        "Boligmarkedet var lite åpent: Tomme hus ble stående, og nesten ingenting lå ute for leie.",
    ),
    Paired(
        "Dei som alt hadde flytta hit, fortalde at det tok lang tid å bli kjend.",
        "De som allerede hadde flyttet hit, fortalte at det tok lang tid å bli kjent.",
    ),
    Paired(
        "Ideen kom frå eit folkemøte der innbyggjarane sa kva dei sakna.",
        "Ideen kom fra et folkemøte der innbyggerne sa hva de savnet.",
    ),
    Paired(
        "Arbeidet byggjer vidare på eit tidlegare omdømmeprosjekt.",
        "Arbeidet bygger videre på et tidligere omdømmeprosjekt.",
    ),
    Paired(
        "Utgangspunktet var eit ønske om å vise fram kvardagen {where}, ikkje berre landskapet.",
        "Utgangspunktet var et ønske om å vise fram hverdagen {where}, ikke bare landskapet.",
    ),
    Paired(
        "{Who} hadde lenge snakka om tilflytting utan at nokon hadde det som si oppgåve.",
        "{Who} hadde lenge snakket om tilflytting uten at noen hadde det som sin oppgave.",
    ),
)

VILLAGE = (
    Paired(
        "Arbeidet tok utgangspunkt i {village}, der bygdelaget alt var i gang.",
        "Arbeidet tok utgangspunkt i {village}, der bygdelaget allerede var i gang.",
    ),
    Paired(
        "Det meste av innsatsen er lagd til {village} og grendene rundt.",
        "Det meste av innsatsen er lagt til {village} og grendene rundt.",
    ),
    Paired(
        "Folk frå {village} tok sjølve kontakt med {who} og bad om eit prosjekt.",
        "Folk fra {village} tok selv kontakt med {who} og ba om et prosjekt.",
    ),
    Paired(
        "Valet fall på {village} fordi skulen der hadde plass til fleire elevar.",
        "Valget falt på {village} fordi skolen der hadde plass til flere elever.",
    ),
)

ACTIVITIES: dict[str, tuple[Paired, ...]] = {
    "rekrutteringsarrangement-utanfor": (
        Paired(
            "{Who} inviterte utflyttarar til kveldar i dei største byane, med mat, musikk og ledige jobbar.",
            "{Who} inviterte utflyttere til kvelder i de største byene, med mat, musikk og ledige jobber.",
        ),
        Paired(
            "På kvar rekrutteringskveld var det med ein arbeidsgivar og ein nyinnflytta familie.",
            "På hver rekrutteringskveld var det med en arbeidsgiver og en nyinnflyttet familie.",
        ),
        Paired(
            "Rekrutteringskveldane vart haldne på fire studiestader den første hausten.",
            "Rekrutteringskveldene ble holdt på fire studiesteder den første høsten.",
        ),
        Paired(
            "Dei som kom på møta i byane, fekk med seg namnet på ein kontaktperson dei kunne ringje.",
            "De som kom på møtene i byene, fikk med seg navnet på en kontaktperson de kunne ringe.",
        ),
    ),
    "heimflyttingsarrangement": (
        Paired(
            "I romjula inviterte {who} alle som var heime på besøk, til treff med lokale bedrifter.",
            "I romjula inviterte {who} alle som var hjemme på besøk, til treff med lokale bedrifter.",
        ),
        Paired(
            "Sommartreffet vart lagt til den veka då flest utflyttarar er heime på ferie.",
            "Sommertreffet ble lagt til den uka da flest utflyttere er hjemme på ferie.",
        ),
        Paired(
            "På treffa fortalde bedriftene kva slags folk dei ville trenge dei neste åra.",
            "På treffene fortalte bedriftene hva slags folk de ville trenge de neste årene.",
        ),
    ),
    "brev": (
        Paired(
            "Utflyttarar mellom 20 og 35 år fekk eit personleg brev med ei oversikt over ledige jobbar.",
            "Utflyttere mellom 20 og 35 år fikk et personlig brev med en oversikt over ledige jobber.",
        ),
        Paired(
            "Brevet var skrive for hand av eit skulebarn og vart sendt ut før jul.",
            "Brevet var skrevet for hånd av et skolebarn og ble sendt ut før jul.",
        ),
        Paired(
            "Foreldre og gamle klassekameratar hjelpte til med å finne dei som skulle få brev.",
            "Foreldre og gamle klassekamerater hjalp til med å finne dem som skulle få brev.",
        ),
    ),
    "annonsering": (
        Paired(
            "Annonsane stod i regionavisa og i sosiale medium, med innbyggjarar som forteljarar.",
            "Annonsene sto i regionavisa og i sosiale medier, med innbyggere som fortellere.",
        ),
        Paired(
            "{Who} kjøpte annonseplass i januar, når mange tenkjer nytt om kvardagen.",
            "{Who} kjøpte annonseplass i januar, når mange tenker nytt om hverdagen.",
        ),
        Paired(
            "Annonsane kosta mest og gav minst; redaksjonell omtale gav langt meir att for pengane.",
            "Annonsene kostet mest og ga minst; redaksjonell omtale ga langt mer igjen for pengene.",
        ),
    ),
    "eigen-nettstad": (
        Paired(
            "Nettstaden samlar ledige jobbar, bustader, barnehageplassar og fritidstilbod på éin stad.",
            "Nettstedet samler ledige jobber, boliger, barnehageplasser og fritidstilbud på ett sted.",
        ),
        Paired(
            "På nettsidene fortel innflyttarar sjølve om det første året {where}.",
            "På nettsidene forteller innflyttere selv om det første året {where}.",
        ),
        Paired(
            "Ein fast medarbeidar svarar på spørsmål frå nettstaden innan to dagar.",
            "En fast medarbeider svarer på spørsmål fra nettstedet innen to dager.",
        ),
    ),
    "brosjyrar": (
        Paired(
            "Ei velkomstmappe med praktisk informasjon ligg klar hos alle store arbeidsgivarar.",
            "En velkomstmappe med praktisk informasjon ligger klar hos alle store arbeidsgivere.",
        ),
        Paired(
            "Brosjyren er kort, har kart og viser kven ein kan ringje.",
            "Brosjyren er kort, har kart og viser hvem man kan ringe.",
        ),
        Paired(
            "Kvar innflyttar fekk ei mappe med gåvekort frå butikkar, idrettslag og kulturhus.",
            "Hver innflytter fikk en mappe med gavekort fra butikker, idrettslag og kulturhus.",
        ),
    ),
    "besok-pa-skular": (
        Paired(
            "Ungdomsskulane fekk besøk av lokale bedrifter, som fortalde om jobbane som kjem.",
            "Ungdomsskolene fikk besøk av lokale bedrifter, som fortalte om jobbene som kommer.",
        ),
        Paired(
            "Studentar fekk tilbod om sommarjobb, praksis og oppgåver dei kunne skrive for lokale bedrifter.",
            "Studenter fikk tilbud om sommerjobb, praksis og oppgaver de kunne skrive for lokale bedrifter.",
        ),
        Paired(
            "Tidlegare elevar besøkte den vidaregåande skulen og fortalde kvifor dei flytta heim.",
            "Tidligere elever besøkte den videregående skolen og fortalte hvorfor de flyttet hjem.",
        ),
    ),
    "bustad": (
        Paired(
            "{Who} kartla tomme hus og spurde eigarane om dei ville selje eller leige ut.",
            "{Who} kartla tomme hus og spurte eierne om de ville selge eller leie ut.",
        ),
        Paired(
            "Nye innflyttarar kan leige ein møblert bustad i inntil eitt år medan dei ser seg om.",
            "Nye innflyttere kan leie en møblert bolig i inntil ett år mens de ser seg om.",
        ),
        Paired(
            "Kommunale tomter vart lagde ut til ein låg fastpris, med krav om bygging innan tre år.",
            "Kommunale tomter ble lagt ut til en lav fastpris, med krav om bygging innen tre år.",
        ),
        Paired(
            "Dei som er usikre, kan bu {where} ein månad på prøve før dei bestemmer seg.",
            "De som er usikre, kan bo {where} en måned på prøve før de bestemmer seg.",
        ),
    ),
    "utstilling": (
        Paired(
            "{Who} deltok på utdanningsmesser og bustadmesser med eigen stand.",
            "{Who} deltok på utdanningsmesser og boligmesser med egen stand.",
        ),
        Paired(
            "På standen møtte publikum ein lærar, ein bonde og ein snikkar, ikkje berre rådgivarar.",
            "På standen møtte publikum en lærer, en bonde og en snekker, ikke bare rådgivere.",
        ),
        Paired(
            "Alle som la att namnet sitt på messene, vart oppringde innan ei veke.",
            "Alle som la igjen navnet sitt på messene, ble oppringt innen en uke.",
        ),
    ),
    "bustadkampanje": (
        Paired(
            "Kampanjen viste åtte innbyggjarar i ein vanleg kvardag gjennom eit heilt år.",
            "Kampanjen viste åtte innbyggere i en vanlig hverdag gjennom et helt år.",
        ),
        Paired(
            "Innbyggjarane laga dei fleste filmane og bileta i kampanjen sjølve.",
            "Innbyggerne laget de fleste filmene og bildene i kampanjen selv.",
        ),
        Paired(
            "Bodskapen var at ein kan leve eit heilt liv {where}, med jobb, skule og fritid.",
            "Budskapet var at man kan leve et helt liv {where}, med jobb, skole og fritid.",
        ),
    ),
    "arbeidskraftkampanje": (
        Paired(
            "Alle ledige stillingar i {area} vart samla og lyste ut under same overskrift.",
            "Alle ledige stillinger i {area} ble samlet og lyst ut under samme overskrift.",
        ),
        Paired(
            "Arbeidsgivarane gjekk saman om å finne jobb til partnaren når dei tilsette nye folk.",
            "Arbeidsgiverne gikk sammen om å finne jobb til partneren når de ansatte nye folk.",
        ),
        Paired(
            "Kampanjen viste at det fanst fleire fagjobbar i {area} enn folk trudde.",
            "Kampanjen viste at det fantes flere fagjobber i {area} enn folk trodde.",
        ),
    ),
    "samarbeid": (
        Paired(
            "Lag og bedrifter tok på seg kvar sin del: møteplassar, turstiar, arrangement og vertskap.",
            "Lag og bedrifter tok på seg hver sin del: møteplasser, turstier, arrangementer og vertskap.",
        ),
        Paired(
            "Næringslivet gav pengar, og frivillige la ned fleire hundre timar på dugnad.",
            "Næringslivet ga penger, og frivillige la ned flere hundre timer på dugnad.",
        ),
        Paired(
            "Ei felles styringsgruppe med lag, bedrifter og {who} møttest fire gonger i året.",
            "En felles styringsgruppe med lag, bedrifter og {who} møttes fire ganger i året.",
        ),
    ),
    "vertskapsordning": (
        Paired(
            "Kvar ny familie får ein vert som viser rundt og svarar på spørsmål det første halvåret.",
            "Hver ny familie får en vert som viser rundt og svarer på spørsmål det første halvåret.",
        ),
        Paired(
            "Vertane er vanlege innbyggjarar som har fått eit kort kurs og eit nummer dei kan ringje.",
            "Vertene er vanlige innbyggere som har fått et kort kurs og et nummer de kan ringe.",
        ),
        Paired(
            "Vert og innflyttar vart kopla ut frå interesser og alderen på borna.",
            "Vert og innflytter ble koblet ut fra interesser og alderen på barna.",
        ),
    ),
    "integreringstiltak": (
        Paired(
            "Språkkaféen kvar torsdag er open for alle og blir driven av frivillige.",
            "Språkkafeen hver torsdag er åpen for alle og drives av frivillige.",
        ),
        Paired(
            "Nye innbyggjarar blir inviterte til velkomstkveld med ordføraren to gonger i året.",
            "Nye innbyggere blir invitert til velkomstkveld med ordføreren to ganger i året.",
        ),
        Paired(
            "Idrettslag og kor fekk støtte til å ta imot nye medlemer det første året.",
            "Idrettslag og kor fikk støtte til å ta imot nye medlemmer det første året.",
        ),
    ),
}

TARGET_GROUPS: dict[str, tuple[Paired, ...]] = {
    "alle": (
        Paired(
            "Tiltaket er ope for alle, same kvar dei kjem frå og kvifor dei flyttar.",
            "Tiltaket er åpent for alle, uansett hvor de kommer fra og hvorfor de flytter.",
        ),
        Paired(
            "{Who} valde å ikkje peike ut éi gruppe, fordi innflyttarane er så ulike.",
            "{Who} valgte å ikke peke ut én gruppe, fordi innflytterne er så ulike.",
        ),
    ),
    "tilbakeflyttarar": (
        Paired(
            "Dei som har vakse opp her, har familie og vener å kome heim til og er lettast å nå.",
            "De som har vokst opp her, har familie og venner å komme hjem til og er lettest å nå.",
        ),
        Paired(
            "Mange som flyttar heim att, gjer det når det første barnet skal byrje på skulen.",
            "Mange som flytter hjem igjen, gjør det når det første barnet skal begynne på skolen.",
        ),
    ),
    "barnefamiliar": (
        Paired(
            "Barnefamiliane spør først om barnehageplass, skuleveg og kva borna kan vere med på.",
            "Barnefamiliene spør først om barnehageplass, skolevei og hva barna kan være med på.",
        ),
        Paired(
            "Nye familiar får plass i barnehagen heile året, ikkje berre ved hovudopptaket.",
            "Nye familier får plass i barnehagen hele året, ikke bare ved hovedopptaket.",
        ),
    ),
    "ungdom": (
        Paired(
            "Ungdomsrådet var med frå første møte og hadde eigne pengar å bruke.",
            "Ungdomsrådet var med fra første møte og hadde egne penger å bruke.",
        ),
        Paired(
            "Ungdom som trivst, kjem oftare tilbake, og difor byrja arbeidet med møteplassar for dei.",
            "Ungdom som trives, kommer oftere tilbake, og derfor begynte arbeidet med møteplasser for dem.",
        ),
    ),
    "arbeidskraft": (
        Paired(
            "Både helsetenesta, industrien og reiselivet trong folk med og utan fagbrev.",
            "Både helsetjenesten, industrien og reiselivet trengte folk med og uten fagbrev.",
        ),
        Paired(
            "Arbeidsgivarane melde inn kva dei trong, to gonger i året.",
            "Arbeidsgiverne meldte inn hva de trengte, to ganger i året.",
        ),
    ),
    "hogt-utdanna": (
        Paired(
            "Ingeniørar, lærarar og sjukepleiarar var dei yrkesgruppene det var vanskelegast å få tak i.",
            "Ingeniører, lærere og sykepleiere var de yrkesgruppene det var vanskeligst å få tak i.",
        ),
        Paired(
            "For fagfolk var det viktig at også den andre i familien fann ein relevant jobb.",
            "For fagfolk var det viktig at også den andre i familien fant en relevant jobb.",
        ),
    ),
    "kvinner": (
        Paired(
            "Det flyttar ut fleire unge kvinner enn menn, og tiltaket spurde dei kva som skulle til.",
            "Det flytter ut flere unge kvinner enn menn, og tiltaket spurte dem hva som skulle til.",
        ),
        Paired(
            "Eit nettverk for kvinner i arbeid og næring møttest kvar månad.",
            "Et nettverk for kvinner i arbeid og næring møttes hver måned.",
        ),
    ),
    "livsstilsflyttarar": (
        Paired(
            "Dei som flytta frå utlandet, såg etter plass, natur og eit rolegare tempo.",
            "De som flyttet fra utlandet, så etter plass, natur og et roligere tempo.",
        ),
        Paired(
            "Norskkurs og hjelp med papira var avgjerande for dei som kom frå utlandet.",
            "Norskkurs og hjelp med papirene var avgjørende for dem som kom fra utlandet.",
        ),
    ),
    "storby": (
        Paired(
            "Familiar i storbyane vart inviterte på helgebesøk med overnatting hos folk som bur her.",
            "Familier i storbyene ble invitert på helgebesøk med overnatting hos folk som bor her.",
        ),
        Paired(
            "For folk frå storbyane vog det tungt at dei kunne ha heimekontor nokre dagar i veka.",
            "For folk fra storbyene veide det tungt at de kunne ha hjemmekontor noen dager i uka.",
        ),
    ),
    "hyttefolk": (
        Paired(
            "Hyttefolket kjenner staden frå før og er gode ambassadørar når dei blir inviterte inn.",
            "Hyttefolket kjenner stedet fra før og er gode ambassadører når de blir invitert inn.",
        ),
        Paired(
            "Kvar påske var det open kveld for hytteeigarar som vurderte å flytte hit for godt.",
            "Hver påske var det åpen kveld for hytteeiere som vurderte å flytte hit for godt.",
        ),
    ),
    "fra-eit-bestemt-land": (
        Paired(
            "Familiane frå Nederland kom fleire saman, slik at dei hadde kvarandre den første tida.",
            "Familiene fra Nederland kom flere sammen, slik at de hadde hverandre den første tiden.",
        ),
        Paired(
            "Informasjonen vart omsett til nederlandsk, og tolk var med på dei første møta.",
            "Informasjonen ble oversatt til nederlandsk, og tolk var med på de første møtene.",
        ),
    ),
    "entreprenorar": (
        Paired(
            "Dei som ville starte for seg sjølve, fekk kontorplass og rettleiing det første året.",
            "De som ville starte for seg selv, fikk kontorplass og veiledning det første året.",
        ),
        Paired(
            "Eit lite fond gav støtte til innflyttarar som ville ta over ei verksemd.",
            "Et lite fond ga støtte til innflyttere som ville ta over en virksomhet.",
        ),
    ),
}

SELLING_POINTS: dict[str, tuple[Paired, ...]] = {
    "oppvekstmiljo": (
        Paired(
            "Det viktigaste argumentet er at born kan gå trygt til skulen og ha venene sine nær.",
            "Det viktigste argumentet er at barn kan gå trygt til skolen og ha vennene sine nær.",
        ),
        Paired(
            "Små skuleklasser og kort veg til idrettslaget blir trekte fram.",
            "Små skoleklasser og kort vei til idrettslaget trekkes fram.",
        ),
    ),
    "livskvalitet": (
        Paired(
            "Bodskapen er meir tid: mindre kø og meir fritid saman med familien.",
            "Budskapet er mer tid: mindre kø og mer fritid sammen med familien.",
        ),
    ),
    "tenestetilbod": (
        Paired(
            "Full barnehagedekning og lege med ledige plassar er blant det som blir nemnt.",
            "Full barnehagedekning og lege med ledige plasser er blant det som nevnes.",
        ),
    ),
    "friluftsliv": (
        Paired(
            "Skiløyper, fiskevatn og turstiar rett utanfor døra går att i alt materiellet.",
            "Skiløyper, fiskevann og turstier rett utenfor døra går igjen i alt materiellet.",
        ),
    ),
    "arbeidsplassar": (
        Paired(
            "Materiellet viser fram arbeidsplassane og namngir yrka det er bruk for.",
            "Materiellet viser fram arbeidsplassene og nevner yrkene det er bruk for.",
        ),
    ),
    "kulturtilbod": (
        Paired(
            "Kulturskule, kor og festivalar viser at det skjer noko {where} heile året.",
            "Kulturskole, kor og festivaler viser at det skjer noe {where} hele året.",
        ),
    ),
    "vakker-natur": (
        Paired(
            "Bilete av naturen opnar dei fleste sakene, men resten handlar om kvardagen.",
            "Bilder av naturen åpner de fleste sakene, men resten handler om hverdagen.",
        ),
    ),
    "bygdemiljo": (
        Paired(
            "Samhaldet blir løfta fram: Her spør naboen om du vil vere med på dugnad.",
            "Samholdet løftes fram: Her spør naboen om du vil være med på dugnad.",
        ),
    ),
    "sentral-plassering": (
        Paired(
            "Reisetida til næraste by står på framsida av brosjyrar og nettsider.",
            "Reisetiden til nærmeste by står på forsiden av brosjyrer og nettsider.",
        ),
    ),
    "pendling": (
        Paired(
            "Rutetider for buss, båt og tog er med, slik at folk kan rekne på pendlinga sjølve.",
            "Rutetider for buss, båt og tog er med, slik at folk selv kan regne på pendlingen.",
        ),
    ),
    "fred-og-ro": (
        Paired(
            "Stille kveldar og god plass er noko dei som har flytta hit, stadig nemner.",
            "Stille kvelder og god plass er noe de som har flyttet hit, stadig nevner.",
        ),
    ),
    "levekostnader": (
        Paired(
            "Eit reknestykke viser kva ein familie har att å leve for når huset er billegare.",
            "Et regnestykke viser hva en familie har igjen å leve for når huset er billigere.",
        ),
    ),
}

ORGANISATION: dict[str, tuple[Paired, ...]] = {
    "existing-staff": (
        Paired(
            "Arbeidet er lagt til dei tilsette som alt var der, og er fordelt på fleire einingar.",
            "Arbeidet er lagt til ansatte som allerede var der, og er fordelt på flere enheter.",
        ),
        Paired(
            "Næringsavdelinga og servicekontoret har delt på oppgåvene utan nye stillingar.",
            "Næringsavdelingen og servicekontoret har delt på oppgavene uten nye stillinger.",
        ),
    ),
    "own-position": (
        Paired(
            "Det er oppretta ei eiga stilling for arbeidet.",
            "Det er opprettet en egen stilling for arbeidet.",
        ),
        Paired(
            "Ein prosjektleiar i halv stilling heldt i trådane.",
            "En prosjektleder i halv stilling holdt i trådene.",
        ),
    ),
    "volunteers": (
        Paired(
            "Frivillige driv tiltaket, og {who} stiller med lokale og litt pengar.",
            "Frivillige driver tiltaket, og {who} stiller med lokaler og litt penger.",
        ),
        Paired(
            "Bygdelaga har stått for det meste på dugnad.",
            "Bygdelagene har stått for det meste på dugnad.",
        ),
    ),
    "other": (
        Paired(
            "Eit eige selskap eigd av det offentlege og næringslivet står for drifta.",
            "Et eget selskap eid av det offentlige og næringslivet står for driften.",
        ),
        same("Næringshagen har gjort arbeidet på oppdrag."),
    ),
}

EXPERIENCES = (
    Paired(
        "Personleg kontakt har gitt meir enn annonsar og brosjyrar.",
        "Personlig kontakt har gitt mer enn annonser og brosjyrer.",
    ),
    Paired(
        "Det tek tid før slikt arbeid viser att i folketalet.",
        "Det tar tid før slikt arbeid viser igjen i folketallet.",
    ),
    Paired(
        "Det viktigaste var at nokon hadde tid til å svare når folk tok kontakt.",
        "Det viktigste var at noen hadde tid til å svare når folk tok kontakt.",
    ),
    Paired(
        "Utan bustader å vise fram vart det ofte med tanken for dei som ville flytte hit.",
        "Uten boliger å vise fram ble det ofte med tanken for dem som ville flytte hit.",
    ),
    Paired(
        "Dei som flytta hit, kjende ofte nokon her frå før.",
        "De som flyttet hit, kjente ofte noen her fra før.",
    ),
    Paired(
        "Det var krevjande å halde på dei frivillige når prosjektmidlane tok slutt.",
        "Det var krevende å holde på de frivillige når prosjektmidlene tok slutt.",
    ),
    Paired(
        "Samarbeidet mellom lag og næringsliv er blitt tettare.",
        "Samarbeidet mellom lag og næringsliv er blitt tettere.",
    ),
    Paired(
        "{Who} fekk betre oversikt over kven som flyttar, og kvifor.",
        "{Who} fikk bedre oversikt over hvem som flytter, og hvorfor.",
    ),
    Paired(
        "Jobb til begge i familien var oftare avgjerande enn prisen på huset.",
        "Jobb til begge i familien var oftere avgjørende enn prisen på huset.",
    ),
    Paired(
        "Dei fleste som tok kontakt, hadde tenkt på å flytte i fleire år.",
        "De fleste som tok kontakt, hadde tenkt på å flytte i flere år.",
    ),
    Paired(
        "Det var vanskelegare å få folk til å bli enn å få dei til å kome.",
        "Det var vanskeligere å få folk til å bli enn å få dem til å komme.",
    ),
    Paired(
        "Tiltaket verka òg innover: Innbyggjarane snakkar meir positivt om staden enn før.",
        "Tiltaket virket også innover: Innbyggerne snakker mer positivt om stedet enn før.",
    ),
    Paired(
        "Fleire av ideane kom frå folk som sjølve nettopp hadde flytta inn.",
        "Flere av ideene kom fra folk som selv nettopp hadde flyttet inn.",
    ),
)

NEXT_STEPS = (
    Paired(
        "Planen er å gjere det som verka, til ein fast del av drifta.",
        "Planen er å gjøre det som virket, til en fast del av driften.",
    ),
    Paired(
        "{Who} vil følgje dei nye innbyggjarane over tid og spørje kva som får dei til å bli.",
        "{Who} vil følge de nye innbyggerne over tid og spørre hva som får dem til å bli.",
    ),
    Paired(
        "Neste steg er å få fleire utleigebustader på marknaden.",
        "Neste steg er å få flere utleieboliger på markedet.",
    ),
    Paired(
        "Det er eit ønske om å dele opplegget med andre som vil prøve det same.",
        "Det er et ønske om å dele opplegget med andre som vil prøve det samme.",
    ),
    same("Arbeidet skal inn i den neste samfunnsplanen."),
    Paired(
        "Det står att å finne pengar til å halde fram når støtta tek slutt.",
        "Det gjenstår å finne penger til å fortsette når støtten tar slutt.",
    ),
    Paired(
        "Lag og bedrifter er spurde om å ta over kvar sin del.",
        "Lag og bedrifter er spurt om å ta over hver sin del.",
    ),
)

LIST_OPENINGS = (
    Paired("Dette har vore gjort:", "Dette har vært gjort:"),
    Paired("Tiltaket har fleire delar:", "Tiltaket har flere deler:"),
    Paired("{Who} har brukt desse verkemidla:", "{Who} har brukt disse virkemidlene:"),
)

BACKGROUND_HEADINGS = (
    same("Bakgrunn"),
    Paired("Kvifor tiltaket kom i gang", "Hvorfor tiltaket kom i gang"),
)
WORK_HEADINGS = (
    Paired("Kva som er gjort", "Hva som er gjort"),
    Paired("Slik arbeider dei", "Slik arbeider de"),
    same("Gjennomføring"),
)
GROUP_HEADINGS = (
    Paired("Målgruppe og bodskap", "Målgruppe og budskap"),
    Paired("Kven tiltaket er for", "Hvem tiltaket er for"),
)
EXPERIENCE_HEADINGS = (
    Paired("Erfaringar", "Erfaringer"),
    Paired("Kva dei har lært", "Hva de har lært"),
    Paired("Erfaringar og vegen vidare", "Erfaringer og veien videre"),
)

CLOSING_NOTES = (
    Paired(
        "Tiltaket er presentert med grunnleggjande informasjon utan vurdering.",
        "Tiltaket er presentert med grunnleggende informasjon uten vurdering.",
    ),
    Paired(
        "Omtalen byggjer på opplysningar frå {who} og er ikkje vurdert av andre.",
        "Omtalen bygger på opplysninger fra {who} og er ikke vurdert av andre.",
    ),
)

MAIN_GOALS = (
    Paired("Auka tilflytting.", "Økt tilflytting."),
    Paired(
        "Få fleire {group} til å busetje seg {where}.",
        "Få flere {group} til å bosette seg {where}.",
    ),
    Paired(
        "Snu nedgangen i folketalet innan fem år.",
        "Snu nedgangen i folketallet innen fem år.",
    ),
    Paired(
        "Gjere {name} kjend som ein god stad å bu.",
        "Gjøre {name} kjent som et godt sted å bo.",
    ),
    Paired(
        "At alle som flyttar til {name}, skal kjenne seg velkomne og bli verande.",
        "At alle som flytter til {name}, skal føle seg velkomne og bli værende.",
    ),
    Paired(
        "Skaffe arbeidskraft til bedrifter og offentlege tenester.",
        "Skaffe arbeidskraft til bedrifter og offentlige tjenester.",
    ),
    Paired(
        "Auke talet på born i barnehage og skule.",
        "Øke tallet på barn i barnehage og skole.",
    ),
    Paired(
        "Styrkje samarbeidet mellom lag, næringsliv og {who} om å ta imot nye innbyggjarar.",
        "Styrke samarbeidet mellom lag, næringsliv og {who} om å ta imot nye innbyggere.",
    ),
    Paired(
        "Gjere det enklare for {group} å finne jobb og bustad.",
        "Gjøre det enklere for {group} å finne jobb og bolig.",
    ),
    Paired(
        "Få fleire bustader ut på marknaden for folk som vil flytte hit.",
        "Få flere boliger ut på markedet for folk som vil flytte hit.",
    ),
    Paired(
        "Engasjere innbyggjarane til å vere med og gjere staden attraktiv.",
        "Engasjere innbyggerne til å være med og gjøre stedet attraktivt.",
    ),
    Paired(
        "Halde kontakten med dei som har flytta ut, slik at fleire kjem tilbake.",
        "Holde kontakten med dem som har flyttet ut, slik at flere kommer tilbake.",
    ),
    Paired(
        "Vekst i folketalet på éin prosent i året.",
        "Vekst i folketallet på én prosent i året.",
    ),
)

# What an entry knows beside its text

PROJECT_NAMES = (
    same("Tilflyttingsprosjektet"),
    same("Bulyst {name}"),
    same("Ja til {name}"),
    Paired("Flytt heim", "Flytt hjem"),
    same("Bygda i vekst"),
    same("Velkomstløftet"),
    Paired("Eit godt naboskap", "Et godt naboskap"),
    Paired("Fleire folk", "Flere folk"),
    same("Omdømme {name}"),
    same("Ung i bygda"),
    same("Møteplassen"),
    Paired("Leve heile livet {where}", "Leve hele livet {where}"),
    same("Forprosjekt"),
    Paired("Forsøk med ny innflyttarteneste", "Forsøk med ny innflyttertjeneste"),
)
PROJECT_NAMES_BY_ACTIVITY = {
    "rekrutteringsarrangement-utanfor": Paired("Møte i byane", "Møter i byene"),
    "heimflyttingsarrangement": same("Romjulstreffet"),
    "brev": Paired("Brev heimanfrå", "Brev hjemmefra"),
    "annonsering": same("Annonsekampanjen"),
    "eigen-nettstad": Paired("Nettstaden", "Nettstedet"),
    "brosjyrar": same("Velkomstmappa"),
    "besok-pa-skular": Paired("Skulebesøka", "Skolebesøkene"),
    "bustad": Paired("Bustadprosjektet", "Boligprosjektet"),
    "utstilling": same("Messeprosjektet"),
    "bustadkampanje": Paired("Stadkampanjen", "Stedskampanjen"),
    "arbeidskraftkampanje": same("Jobbkampanjen"),
    "samarbeid": same("Dugnadspakken"),
    "vertskapsordning": same("Vertskapsprosjektet"),
    "integreringstiltak": Paired("Velkomen inn", "Velkommen inn"),
}
NOTES_ON_UNKNOWN_YEARS = (
    Paired("Årstala er ikkje kjende.", "Årstallene er ikke kjent."),
    Paired(
        "Treårig prosjekt; årstala er ikkje kjende.",
        "Treårig prosjekt; årstallene er ikke kjent.",
    ),
)
NOTES_ON_ENDED = (
    Paired("Gjekk over i vanleg drift.", "Gikk over i vanlig drift."),
    Paired("Vart forlengd med eitt år.", "Ble forlenget med ett år."),
    Paired("Avslutta då støtta tok slutt.", "Avsluttet da støtten tok slutt."),
)

# Wordings as published that differ from the term they are found under.
WORDINGS = {
    "bustad": Paired("Bustadprosjekt for tilflyttarar", "Boligprosjekt for tilflyttere"),
    "brev": Paired("Brev til potensielle tilbakeflyttarar", "Brev til potensielle tilbakeflyttere"),
    "eigen-nettstad": Paired("Eigne nettsider", "Egne nettsider"),
    "besok-pa-skular": Paired("Skulebesøk", "Skolebesøk"),
    "barnefamiliar": Paired("Småbarnsfamiliar", "Småbarnsfamilier"),
    "tilbakeflyttarar": Paired("Tilbakeflyttarar", "Tilbakeflyttere"),
    "fra-eit-bestemt-land": Paired("Flyttarar frå Nederland", "Flyttere fra Nederland"),
    "oppvekstmiljo": same("Gode oppvekstvilkår"),
}


class Programme(NamedTuple):
    """Where money comes from, and the years in which it was given."""

    name: Paired
    first_year: int
    last_year: int


PROGRAMMES = (
    Programme(same("Bulyst"), 2010, 2015),
    Programme(same("Småsamfunnssatsinga"), 2002, 2012),
    Programme(Paired("Distriktsutviklingsmidlar", "Distriktsutviklingsmidler"), 1998, 2100),
    Programme(Paired("Kommunale midlar", "Kommunale midler"), 1998, 2100),
    Programme(same("Kommunalt næringsfond"), 1998, 2100),
    Programme(
        Paired("Fylkeskommunale utviklingsmidlar", "Fylkeskommunale utviklingsmidler"), 1998, 2100
    ),
    Programme(Paired("Omstillingsmidlar", "Omstillingsmidler"), 2004, 2100),
    Programme(Paired("Bustadtilskot", "Boligtilskudd"), 1998, 2100),
    Programme(Paired("Integreringsmidlar", "Integreringsmidler"), 2006, 2100),
    Programme(Paired("Eigendelar frå næringslivet", "Egenandeler fra næringslivet"), 1998, 2100),
    Programme(Paired("Gåver frå lag og bedrifter", "Gaver fra lag og bedrifter"), 1998, 2100),
)
FUNDING_NOTES = (
    same("Fordelt over tre år"),
    Paired("Til stilling og arrangement", "Til stilling og arrangementer"),
    Paired("Eigeninnsats kjem i tillegg", "Egeninnsats kommer i tillegg"),
    Paired("Dekte om lag halvparten av kostnadene", "Dekket om lag halvparten av kostnadene"),
    Paired("Samla ramme for heile tiltaket", "Samlet ramme for hele tiltaket"),
)


class Outcome(NamedTuple):
    """What may be seen, by which measure, and its value: `pattern` around a number from `low` to
    `high`.
    """

    description: Paired
    measure: Paired
    pattern: str
    low: int
    high: int


OUTCOMES = (
    Outcome(
        Paired("Fleire flytta inn enn ut.", "Flere flyttet inn enn ut."),
        same("Nettoflytting per år"),
        "+{}",
        3,
        60,
    ),
    Outcome(
        Paired(
            "Nye hushald har flytta inn etter kontakt med tiltaket.",
            "Nye husholdninger har flyttet inn etter kontakt med tiltaket.",
        ),
        Paired("Tal på hushald", "Antall husholdninger"),
        "{}",
        4,
        45,
    ),
    Outcome(
        Paired("Ledige hus er tekne i bruk.", "Ledige hus er tatt i bruk."),
        Paired("Tal på hus", "Antall hus"),
        "{}",
        3,
        30,
    ),
    Outcome(
        Paired(
            "Fleire elevar på skulen enn prognosen sa.",
            "Flere elever på skolen enn prognosen sa.",
        ),
        Paired("Elevar over prognosen", "Elever over prognosen"),
        "+{}",
        3,
        25,
    ),
    Outcome(
        Paired(
            "Mange møtte på treffa for utflyttarar.",
            "Mange møtte på treffene for utflyttere.",
        ),
        same("Frammøtte per treff"),
        "{}",
        20,
        180,
    ),
    Outcome(
        Paired("Ledige stillingar er blitt fylte.", "Ledige stillinger er blitt fylt."),
        Paired("Stillingar fylte", "Stillinger fylt"),
        "{}",
        5,
        60,
    ),
    Outcome(
        Paired(
            "Dei fleste som flytta inn, bur der framleis etter to år.",
            "De fleste som flyttet inn, bor der fortsatt etter to år.",
        ),
        Paired("Del som framleis bur der", "Andel som fortsatt bor der"),
        "{} %",
        55,
        92,
    ),
    Outcome(
        Paired(
            "Innbyggjarane er meir nøgde med staden enn før.",
            "Innbyggerne er mer fornøyd med stedet enn før.",
        ),
        Paired("Del nøgde i innbyggjarundersøking", "Andel fornøyde i innbyggerundersøkelse"),
        "{} %",
        60,
        93,
    ),
    Outcome(
        Paired("Fleire tek kontakt om å flytte.", "Flere tar kontakt om å flytte."),
        Paired("Førespurnader per år", "Henvendelser per år"),
        "{}",
        15,
        240,
    ),
    Outcome(
        Paired("Nye verksemder er etablerte.", "Nye virksomheter er etablert."),
        Paired("Tal på verksemder", "Antall virksomheter"),
        "{}",
        2,
        18,
    ),
    Outcome(
        Paired(
            "Nettstaden har fast besøk frå folk utanfor {area}.",
            "Nettstedet har faste besøk fra folk utenfor {area}.",
        ),
        Paired("Besøk per månad", "Besøk per måned"),
        "{}00",
        3,
        60,
    ),
    Outcome(
        Paired(
            "Folketalet har halde seg stabilt i perioden.",
            "Folketallet har holdt seg stabilt i perioden.",
        ),
        Paired("Endring i folketal", "Endring i folketall"),
        "+0,{} %",
        1,
        9,
    ),
)

RESULT_SOURCES = {
    "self-reported": (
        Paired("Opplyst av prosjektleiinga", "Opplyst av prosjektledelsen"),
        same("Årsmelding"),
    ),
    "measured": (
        Paired("Eiga teljing", "Egen telling"),
        same("Statistikk for perioden"),
        Paired("Oppteljing ved prosjektslutt", "Opptelling ved prosjektslutt"),
    ),
    "evaluated": (
        same("Ekstern sluttevaluering"),
        Paired("Følgjeforsking", "Følgeforskning"),
    ),
    "unknown": (same(""),),
}

# By kind of document: its title and the last part of its address.
DOCUMENTS: dict[str, tuple[tuple[Paired, str], ...]] = {
    "report": (
        (same("Sluttrapport"), "sluttrapport.pdf"),
        (same("Årsrapport"), "arsrapport.pdf"),
        (Paired("Rapport frå prosjektgruppa", "Rapport fra prosjektgruppen"), "rapport.pdf"),
    ),
    "plan": (
        (same("Prosjektplan"), "prosjektplan.pdf"),
        (same("Handlingsplan for tilflytting"), "handlingsplan.pdf"),
    ),
    "article": (
        (
            Paired(
                "Slik gjekk det: intervju med innflyttarar",
                "Slik gikk det: intervju med innflyttere",
            ),
            "intervju",
        ),
        (same("Ny tilflyttingssatsing"), "nyhende"),
    ),
    "other": ((same("Brosjyre"), "brosjyre.pdf"),),
    "evaluation": (
        (same("Evaluering av tiltaket"), "evaluering.pdf"),
        (same("Sluttevaluering"), "sluttevaluering.pdf"),
    ),
}

CONTACT_ROLES = (
    same("Tilflyttingskoordinator"),
    same("Næringssjef"),
    Paired("Prosjektleiar", "Prosjektleder"),
    Paired("Kommunikasjonsrådgivar", "Kommunikasjonsrådgiver"),
    same("Kultursjef"),
    Paired("Samfunnsplanleggjar", "Samfunnsplanlegger"),
    Paired("Bustadkoordinator", "Boligkoordinator"),
    Paired("Leiar for servicekontoret", "Leder for servicekontoret"),
    Paired("Rådgivar for integrering", "Rådgiver for integrering"),
)
MAILBOXES = ("postmottak", "tilflytting", "naering", "servicekontor")

# Bodies that may take part, by kind. In braces stand names of places.
PARTNERS: dict[str, tuple[Paired, ...]] = {
    "fylkeskommune": (same("{county} fylkeskommune"),),
    "naeringsliv": (
        same("Næringslivet"),
        Paired("Næringsforeininga", "Næringsforeningen"),
        same("Næringshagen"),
        same("Lokale bedrifter"),
    ),
    "frivillige": (
        Paired("Frivillige lag og organisasjonar", "Frivillige lag og organisasjoner"),
        same("Idrettslaget"),
        same("Frivilligsentralen"),
        same("Ungdomslaget"),
    ),
    "grende-og-bygdelag": (
        same("Grende- og bygdelag"),
        same("Grendelaget"),
        Paired("Velforeininga", "Velforeningen"),
    ),
    "regionrad": (same("Regionrådet"),),
    "statsforvaltar": (Paired("Statsforvaltaren i {district}", "Statsforvalteren i {district}"),),
    "kommune": (same("{neighbour} kommune"),),
    "nav": (same("NAV"), same("NAV Eures")),
    "husbanken": (same("Husbanken"),),
    "placement": (same("Rekrutteringsbyrå"),),
    "innovasjon-norge": (Paired("Innovasjon Noreg", "Innovasjon Norge"),),
    "anna": (Paired("Kyrkjelyden", "Menigheten"), Paired("Høgskulen", "Høgskolen")),
}
REGIONAL_COUNCIL = same("Regionrådet for {region}")

# The districts of the state's county governors, by county number.
GOVERNED_DISTRICTS = {
    "03": "Østfold, Buskerud, Oslo og Akershus",
    "31": "Østfold, Buskerud, Oslo og Akershus",
    "32": "Østfold, Buskerud, Oslo og Akershus",
    "33": "Østfold, Buskerud, Oslo og Akershus",
    "39": "Vestfold og Telemark",
    "40": "Vestfold og Telemark",
    "55": "Troms og Finnmark",
    "56": "Troms og Finnmark",
}

# Municipalities that take «på» (islands, and some inland places by custom); all others take «i».
PLACES_WITH_ON = frozenset(
    [
        "Averøy",
        "Bømlo",
        "Dovre",
        "Dønna",
        "Eidsvoll",
        "Fedje",
        "Frosta",
        "Frøya",
        "Hamarøy",
        "Hareid",
        "Hitra",
        "Hvaler",
        "Jevnaker",
        "Karmøy",
        "Kongsberg",
        "Kvitsøy",
        "Leka",
        "Lesja",
        "Modum",
        "Nesna",
        "Nesodden",
        "Notodden",
        "Osterøy",
        "Ringerike",
        "Røros",
        "Røst",
        "Senja",
        "Skjervøy",
        "Smøla",
        "Stord",
        "Sula",
        "Tingvoll",
        "Træna",
        "Tynset",
        "Tysnes",
        "Utsira",
        "Vega",
        "Voss",
        "Værøy",
        "Askøy",
    ]
)


# By number of municipalities, where 2 is any number above one: who does the work, and where.
BODIES = (same("fylkeskommunen"), same("kommunen"), Paired("kommunane", "kommunene"))
AREAS = (same("fylket"), same("kommunen"), Paired("kommunane", "kommunene"))


# From sentences to texts


@dataclass(frozen=True)
class Subject:
    """What a text is about: slugs of the entry's terms, the first ones most, and the words of its
    place.
    """

    activities: Sequence[str]
    selling_points: Sequence[str]
    target_groups: Sequence[str]
    organisation: str
    place_words: Words

    @cached_property
    def words(self) -> Words:
        """All that fills the braces."""
        done = [*(ACTIVITY_PHRASES[slug] for slug in self.activities[:2]), FOLLOW_UP]
        pitches = [*(PITCH_PHRASES[slug] for slug in self.selling_points[:1]), EVERYDAY_LIFE]
        return self.place_words | {
            "what": done[0],
            "What": capitalised(done[0]),
            "more": done[1],
            "pitch": pitches[0],
            "group": GROUP_PHRASES[self.target_groups[0]],
        }


def filled(text: Paired, words: Words) -> Paired:
    """The text with the words of each form in place of its braces."""
    return Paired(*(getattr(text, form).format_map(in_form(words, form)) for form in FORMS))


def in_form(words: Words, form: str) -> dict[str, str]:
    return {key: getattr(word, form) for key, word in words.items()}


def joined(parts: Sequence[Paired], separator: str) -> Paired:
    """The parts one after the other, in both forms."""
    return Paired(*(separator.join(getattr(part, form) for part in parts) for form in FORMS))


def capitalised(text: Paired) -> Paired:
    return Paired(*(part[:1].upper() + part[1:] for part in text))


def listed(names: Sequence[str]) -> str:
    """`Lom, Skjåk og Vågå`; alike in both forms."""
    return " og ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def located(names: Sequence[str]) -> str:
    """`i Lom og Skjåk`, `på Hitra og Frøya`, `i Orkland og Heim og på Hitra`; alike in both
    forms.
    """
    groups = {
        "i": [name for name in names if name not in PLACES_WITH_ON],
        "på": [name for name in names if name in PLACES_WITH_ON],
    }
    return " og ".join(
        f"{preposition} {listed(group)}" for preposition, group in groups.items() if group
    )


def write_title(rng: Random, subject: Subject) -> Paired:
    """A title about the place alone, or about one of the first things done or groups meant."""
    slugs = [*subject.activities[:3], *subject.target_groups[:2]]
    patterns = TITLES if rng.random() < 0.5 else TITLES_BY_TERM[rng.choice(slugs)]
    return filled(rng.choice(patterns), subject.words)


def write_lead(rng: Random, subject: Subject) -> Paired:
    return filled(rng.choice(LEADS), subject.words)


def write_main_goal(rng: Random, subject: Subject) -> Paired:
    return filled(rng.choice(MAIN_GOALS), subject.words)


def write_closing_note(rng: Random, subject: Subject) -> Paired:
    return filled(rng.choice(CLOSING_NOTES), subject.words)


def write_body(rng: Random, subject: Subject) -> Paired:
    """Markdown of four to eight blocks, some with subheadings, some with a list of what is done."""
    sections = (
        (BACKGROUND_HEADINGS, write_background(rng, subject)),
        (WORK_HEADINGS, write_work(rng, subject)),
        (GROUP_HEADINGS, write_groups(rng, subject)),
        (EXPERIENCE_HEADINGS, write_experience(rng)),
    )
    has_headings = rng.random() < 0.4
    parts: list[Paired] = []
    for number, (headings, paragraphs) in enumerate(sections):
        if has_headings and (number or rng.random() < 0.5):
            parts.append(joined([same("##"), rng.choice(headings)], " "))
        parts += paragraphs
    return filled(joined(parts, "\n\n"), subject.words)


def write_background(rng: Random, subject: Subject) -> list[Paired]:
    sentences = rng.sample(BACKGROUND, rng.choice([1, 2, 2]))
    if "village" in subject.words:
        sentences.append(rng.choice(VILLAGE))
    return [joined(sentences, " ")]


def write_work(rng: Random, subject: Subject) -> list[Paired]:
    """Paragraphs about some of the activities, one about who does the work, sometimes a list
    first.
    """
    told = [
        joined(rng.sample(ACTIVITIES[slug], rng.choice([1, 2])), " ")
        for slug in subject.activities[:4]
    ]
    paragraphs = [joined(told[first : first + 2], " ") for first in range(0, len(told), 2)]
    if len(subject.activities) > 2 and rng.random() < 0.3:
        items = [joined([same("-"), ACTIVITY_PHRASES[slug]], " ") for slug in subject.activities]
        paragraphs = [rng.choice(LIST_OPENINGS), joined(items, "\n"), *paragraphs]
    if subject.organisation in ORGANISATION and rng.random() < 0.7:
        paragraphs.append(rng.choice(ORGANISATION[subject.organisation]))
    return paragraphs


def write_groups(rng: Random, subject: Subject) -> list[Paired]:
    sentences = [rng.choice(TARGET_GROUPS[slug]) for slug in subject.target_groups[:2]]
    sentences += [rng.choice(SELLING_POINTS[slug]) for slug in subject.selling_points[:2]]
    return [joined(sentences, " ")]


def write_experience(rng: Random) -> list[Paired]:
    sentences = rng.sample(EXPERIENCES, rng.choice([1, 2, 2]))
    return [joined([*sentences, rng.choice(NEXT_STEPS)], " ")]
