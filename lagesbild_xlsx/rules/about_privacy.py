"""LB4xx: what must not be sent out."""

from __future__ import annotations

from lagesbild_xlsx.diagnostics import ERROR, INFO, WARNING, Rule

IDENTITY_NUMBER = Rule(
    "LB401",
    ERROR,
    "Ett personnummer",
    "{where} {value}, som är ett personnummer eller samordningsnummer.",
    "{remedy}",
    "Numret pekar ut en enda person, och det som har skickats ut går inte att ta tillbaka. Därför"
    " skrivs inget dokument, om det inte byggs som internt arbetsmaterial.",
)
IDENTITY_NUMBER_LIKE = Rule(
    "LB402",
    WARNING,
    "Siffror som liknar ett personnummer",
    "{where} {value}, som liknar ett personnummer utan att vara ett giltigt.",
    "{remedy}",
    "Kontrollsiffran eller dagen stämmer inte, så det kan vara ett annat nummer. Det kan också vara"
    " ett riktigt personnummer med ett skrivfel.",
)
PHONE_NUMBER = Rule(
    "LB403",
    WARNING,
    "Ett telefonnummer",
    "{where} {value}, som ser ut som ett telefonnummer.",
    "{remedy}",
    "Ett telefonnummer leder ofta till en enskild person. Numret till en växel eller en funktion"
    " får stå kvar.",
)
EMAIL_ADDRESS = Rule(
    "LB404",
    WARNING,
    "En e-postadress",
    "{where} {value}, som ser ut som en persons e-postadress.",
    "{remedy}",
    "Adressen innehåller oftast ett namn. En adress till en funktion, som registrator@ eller info@,"
    " påpekas inte.",
)
CASE_NUMBER = Rule(
    "LB405",
    WARNING,
    "Ett ärende- eller målnummer",
    "{where} {value}, som ser ut som numret på någons ärende eller mål.",
    "{remedy}",
    "Den som har numret kan begära ut handlingarna och se vem det gäller. Lägesbildens eget"
    " diarienummer gäller ingen enskild.",
)
VEHICLE_REGISTRATION = Rule(
    "LB406",
    WARNING,
    "Ett registreringsnummer",
    "{where} {value}, som ser ut som ett registreringsnummer.",
    "{remedy}",
    "Vem som helst kan slå upp vem som äger fordonet. Beskriv hellre fordonet och platsen.",
)
BIRTH_DATE = Rule(
    "LB407",
    WARNING,
    "Ett födelsedatum",
    "{where} {value}, som ser ut som ett födelsedatum.",
    "{remedy}",
    "Ett födelsedatum och en ort räcker ofta för att veta vem det gäller. Skriv hellre en"
    " åldersgrupp.",
)
ONE_PERSON = Rule(
    "LB408",
    WARNING,
    "En beskrivning som pekar ut en person",
    "{where} ”{value}”, en beskrivning som kan peka ut en person.",
    "{remedy}",
    "Ålder, kön och skola eller ort tillsammans gör att de som bor där förstår vem det är. Skriv"
    " hellre om en grupp.",
)
STREET_ADDRESS = Rule(
    "LB409",
    WARNING,
    "En gatuadress",
    "{where} {value}, som ser ut som en gatuadress.",
    "{remedy}",
    "Vid adressen bor någon, och då är det en uppgift om den personen. Gatan utan nummer räcker"
    " oftast.",
)
PERSON_NAME = Rule(
    "LB410",
    WARNING,
    "Ett personnamn",
    "{where} {value}, som ser ut som namnet på en person.",
    "{remedy} Är det inget namn på en person: skriv det på ett blad Kända namn.",
    "Ett namn pekar ut en person också när det som står om den är oskyldigt. Skriv hellre rollen"
    " eller funktionen.",
)
REVIEW_WITHOUT_REASON = Rule(
    "LB411",
    WARNING,
    "Granskat utan skäl",
    "”{value}” är inget skäl.",
    "Skriv med några ord varför uppgiften får stå kvar.",
    "Den som granskar efteråt ska kunna se hur någon har tänkt. Utan skäl räknas cellen inte som"
    " granskad.",
)
REVIEW_UNCLEAR = Rule(
    "LB412",
    WARNING,
    "Granskat säger inte vilken cell",
    "Granskat säger inte vilken av cellerna {cells} som är granskad.",
    "Skriv kolumnens rubrik och kolon före skälet: ”{heading}: skälet”.",
    "En granskning gäller en cell. Har raden uppgifter i flera måste det framgå vilken som är"
    " granskad.",
)
REVIEWED = Rule(
    "LB413",
    INFO,
    "En granskad uppgift",
    "{value} ({kind}) är granskat och får stå kvar.",
    "Skäl: {reason}",
    "Det som är granskat får stå kvar i dokumentet. Det räknas upp så att ingen glömmer det.",
)
IN_TEMPLATE = Rule(
    "LB414",
    ERROR,
    "Mallen innehåller ett personnummer",
    "I mallen ”{template}” står {value} ({kind}).",
    "Ta bort det ur mallen.",
    "Mallens fasta text kommer med i varje dokument som byggs med den. Det som har skickats ut går"
    " inte att ta tillbaka.",
)
PERHAPS_IN_TEMPLATE = Rule(
    "LB415",
    WARNING,
    "Mallen innehåller något som kan vara en personuppgift",
    "I mallen ”{template}” står {value} ({kind}).",
    "Se efter att det ska stå i varje dokument, som numret till kommunens växel.",
    "Mallens fasta text kommer med i varje dokument som byggs med den. Det sägs bara när mallen"
    " prövas.",
)
ACCOUNT_NUMBER = Rule(
    "LB416",
    WARNING,
    "Ett kontonummer",
    "{where} {value}, som ser ut som ett bankkonto, ett kort eller ett Swishnummer.",
    "{remedy}",
    "Numret visar vems pengarna är, och kan användas för bedrägeri. En förenings eller ett företags"
    " bankgiro påpekas inte.",
)
PROPERTY_DESIGNATION = Rule(
    "LB417",
    WARNING,
    "En fastighetsbeteckning",
    "{where} {value}, som ser ut som en fastighetsbeteckning.",
    "{remedy}",
    "Vem som helst kan slå upp vem som äger fastigheten. Området eller byn räcker oftast.",
)
NETWORK_ADDRESS = Rule(
    "LB418",
    WARNING,
    "En ip-adress",
    "{where} {value}, som ser ut som en ip-adress eller numret på en apparat.",
    "{remedy}",
    "Operatören vet vilken abonnent som hade adressen. Ingen läsare av lägesbilden behöver den.",
)
SOCIAL_ACCOUNT = Rule(
    "LB419",
    WARNING,
    "Ett konto i sociala medier",
    "{where} {value}, som ser ut som någons konto i sociala medier.",
    "{remedy}",
    "Kontot leder till en person, ofta med bild. Kommunens och polisens egna konton påpekas inte.",
)
