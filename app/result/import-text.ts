import { words } from '../kernel/language.ts'

/** What is said of files that come in. */
export const importText = words({
  nl: {
    usageResults: 'Geef één bestand, en als je wilt het BRIN van je school: import-results BESTAND [BRIN]',
    warning: {
      leftOut: 'Deze kolommen komen er niet in: zie weggelaten.',
      otherSchool: (others: string, own: string) =>
        `Dit bestand is van school ${others}; jullie school is ${own}. Kijk of dit het bestand van jullie school is.`,
      schools: (all: string) => `In dit bestand staan resultaten van meer dan één school: ${all}.`,
      noRows: 'Onder de kolomkoppen staat geen enkele rij.',
    },
    usageEdexml: 'Geef één bestand: import-edexml BESTAND.xml',
    file: {
      unreadable: 'Dit bestand is niet te lezen. Klopt de naam en de map?',
      empty: 'Dit bestand is leeg.',
      'only-headings':
        'In dit bestand staan alleen kolomkoppen, en geen enkele rij met een resultaat. Maak de export opnieuw en kijk of je groepen en een periode koos.',
      pdf: 'Dit is een PDF. Daar kunnen we geen resultaten uit lezen. Kies in je leerlingvolgsysteem de export naar Excel of CSV.',
      wide: 'In dit bestand heeft elke toets een eigen kolom, maar niet alles is eraan te zien: leerlingnummer, toets, moment en schooljaar. Lees het in via Trends, Inlezen: daar zeg je het per kolom.',
      'wide-many': 'In dit bestand staan meer dan zestig kolommen met toetsen. Maak er twee bestanden van.',
      'no-columns':
        'Hier zijn geen toetsresultaten in te vinden. Nodig zijn kolommen voor leerlingnummer, toets of vakgebied, datum of schooljaar, en score, niveau of referentieniveau.',
      'not-text': 'Dit is geen lijst: er staan tekens in die niet in een tekst horen.',
      'quote-open': 'Er staat een aanhalingsteken dat niet wordt gesloten.',
      'row-long': 'Een regel is te lang om een rij te zijn.',
      'columns-many': 'Een rij heeft te veel kolommen.',
      damaged:
        'Dit bestand is beschadigd, of van een soort die we niet lezen. Bewaar het opnieuw als CSV of .xlsx.',
      'not-results': 'Dit is XML, maar geen bericht met leerresultaten (UWLR).',
      many: 'Dit bestand is groter dan we in één keer lezen. Bewaar het als CSV, of in delen.',
      password: 'Dit bestand heeft een wachtwoord. Bewaar het zonder.',
    },
    row: {
      'pupil-missing': 'zonder leerlingnummer',
      'pupil-odd': 'het leerlingnummer is geen nummer of code',
      'date-odd': 'de datum is niet te lezen',
      'year-unknown': 'geen datum en geen schooljaar',
      'year-far': 'de datum of het schooljaar ligt verder weg dan het komende schooljaar',
      'year-group-odd': 'de jaargroep is niet 1 tot en met 8',
      'group-mixed':
        'een combinatiegroep: zet de jaargroep van elke leerling in een kolom Jaargroep, en lees het bestand opnieuw',
      'group-twice':
        'een leerling heeft deze toets in één schooljaar van twee jaargroepen: kies bij de kolom het goede schooljaar',
      'test-missing': 'zonder toets en vakgebied',
      'moment-unknown': 'niet te zien is of het begin, midden of eind is',
      'score-odd': 'de score is geen getal',
      'level-odd': 'dit niveau kennen we niet',
      'reference-odd': 'dit referentieniveau kennen we niet',
      'exempt-odd': 'bij ontheffing staat geen ja of nee',
      'nothing-measured': 'zonder score, niveau en referentieniveau',
      twice: 'staat er al: zelfde leerling, toets en moment',
    },
    edexml: {
      'not-edexml': 'Dit is geen EDEXML: het begint niet met EDEX.',
      entities: 'Dit bestand verwijst naar andere bestanden. Zo’n bestand lezen we niet.',
      'too-deep': 'Dit bestand is beschadigd: het houdt niet op met nesten.',
      'too-long': 'Dit bestand is groter dan dat van één school.',
      damaged: 'Dit bestand is beschadigd: de XML klopt niet.',
      many: 'Dit bestand is groter dan dat van één school.',
    },
    edexmlWarning: {
      'group-without-name': 'groep zonder naam of sleutel',
      'person-without-name': 'collega zonder naam',
      'group-unknown': 'leerling in een groep die er niet is',
      'pupil-without-group': 'leerling zonder groep',
      'key-twice': 'dezelfde sleutel staat er twee keer',
    },
  },
  en: {
    usageResults: 'Give one file, and if you like the BRIN of your school: import-results FILE [BRIN]',
    warning: {
      leftOut: 'These columns do not come in: see weggelaten.',
      otherSchool: (others, own) =>
        `This file is of school ${others}; your school is ${own}. See whether this is the file of your school.`,
      schools: (all) => `This file holds results of more than one school: ${all}.`,
      noRows: 'There is no row below the headings.',
    },
    usageEdexml: 'Give one file: import-edexml FILE.xml',
    file: {
      unreadable: 'This file can’t be read. Are the name and the folder right?',
      empty: 'This file is empty.',
      'only-headings':
        'This file holds only the headings of the columns, and no row with a result. Make the export again, and check that you chose groups and a period.',
      pdf: 'This is a PDF. We can’t read results from it. Choose the export to Excel or CSV in your tracking system.',
      wide: 'In this file each test has a column of its own, but it does not show all that is needed: pupil number, test, moment and school year. Read it in at Trends, Read in: there you say it for each column.',
      'wide-many': 'This file holds more than sixty columns with tests. Make two files of it.',
      'no-columns':
        'No test results are found here. Columns are needed for the pupil number, test or subject, date or school year, and score, level or reference level.',
      'not-text':
        'This is not a list: it holds characters that do not belong in a text. Save it again as CSV or .xlsx.',
      'quote-open': 'There is a quotation mark that is not closed. Save the file again as CSV or .xlsx.',
      'row-long': 'A line is too long to be a row.',
      'columns-many': 'A row has too many columns.',
      damaged: 'This file is damaged, or of a kind that we do not read. Save it again as CSV or .xlsx.',
      'not-results': 'This is XML, but no message with results (UWLR).',
      many: 'This file is larger than we read at once. Save it as CSV, or in parts.',
      password: 'This file has a password. Save it without one.',
    },
    row: {
      'pupil-missing': 'without a pupil number',
      'pupil-odd': 'the pupil number is not a number or code',
      'date-odd': 'the date can’t be read',
      'year-unknown': 'no date and no school year',
      'year-far': 'the date or school year is later than the coming school year',
      'year-group-odd': 'the year group is not 1 to 8',
      'group-mixed':
        'a group of several years: put the year group of each pupil in a column Year group, and choose the file again',
      'group-twice':
        'a pupil has this test of two year groups in one school year: choose the right school year at the column',
      'test-missing': 'without a test and subject',
      'moment-unknown': 'it does not say whether this is the start, middle or end of the year',
      'score-odd': 'the score is not a number',
      'level-odd': 'we do not know this level',
      'reference-odd': 'we do not know this reference level',
      'exempt-odd': 'the exemption is not yes or no',
      'nothing-measured': 'without score, level and reference level',
      twice: 'is there already: same pupil, test and moment',
    },
    edexml: {
      'not-edexml': 'This is not EDEXML: it does not begin with EDEX.',
      entities: 'This file refers to other files. We do not read such a file.',
      'too-deep': 'This file is damaged: its nesting does not end.',
      'too-long': 'This file is larger than that of one school.',
      damaged: 'This file is damaged: its XML is not right.',
      many: 'This file is larger than that of one school.',
    },
    edexmlWarning: {
      'group-without-name': 'group without a name or key',
      'person-without-name': 'colleague without a name',
      'group-unknown': 'pupil in a group that is not there',
      'pupil-without-group': 'pupil without a group',
      'key-twice': 'the same key stands there twice',
    },
  },
})
