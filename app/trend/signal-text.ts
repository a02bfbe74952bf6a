import { words } from '../kernel/language.ts'

/** What the command line says of signal values. */
export const signalText = words({
  nl: {
    verdict: { above: 'boven', below: 'onder' },
    why: {
      shielded: 'afgeschermd: te weinig leerlingen in een jaar',
      'odd-number': 'een getal is niet te lezen',
      'year-missing': 'een jaar ontbreekt',
      'five-years-needed': 'kleine school: beoordeling over vijf jaar',
      'too-few': 'te weinig leerlingen, ook over vijf jaar',
      'no-table': 'voor dit schooljaar zijn geen signaleringswaarden bekend',
    },
    noWeighting: 'schoolweging ontbreekt of valt buiten de tabel',
    usage: 'Geef één bestand: signal BESTAND.csv',
    unreadable: (file: string) => `Het bestand ${file} is niet te lezen. Klopt de naam en de map?`,
    large: 'Dit bestand is groter dan 100 MB. Een lijst met alle scholen is kleiner dan 1 MB.',
    heading:
      'Dit is niet het open bestand van de Inspectie: de kolommen ovt, Schoolweging en drie jaren (Gemiddelde %1F 2425, Gemiddelde %1S/2F 2425, Aantal leerlingen 2425) staan er niet allemaal in.',
    csv: {
      'not-text': 'Dit is geen tekst. Bewaar de lijst als CSV.',
      spreadsheet: 'Dit is een Excel-bestand. Bewaar de lijst als CSV.',
      'quote-open': 'Er staat een aanhalingsteken dat niet wordt gesloten.',
      'row-long': 'Een regel is te lang om een rij te zijn.',
      'columns-many': 'Een rij heeft te veel kolommen.',
    },
    atLine: (line: number) => `Bij regel ${line}.`,
  },
  en: {
    verdict: { above: 'above', below: 'below' },
    why: {
      shielded: 'withheld: too few pupils in a year',
      'odd-number': 'a number can’t be read',
      'year-missing': 'a year is missing',
      'five-years-needed': 'small school: looked at over five years',
      'too-few': 'too few pupils, also over five years',
      'no-table': 'no signal values are known for this school year',
    },
    noWeighting: 'no school weighting, or none of the table',
    usage: 'Give one file: signal FILE.csv',
    unreadable: (file) => `The file ${file} can’t be read. Are the name and the folder right?`,
    large: 'This file is larger than 100 MB. A list of all schools is smaller than 1 MB.',
    heading:
      'This is not the open file of the Inspectie: the columns ovt, Schoolweging and three years (Gemiddelde %1F 2425, Gemiddelde %1S/2F 2425, Aantal leerlingen 2425) are not all in it.',
    csv: {
      'not-text': 'This is no text. Save the list as CSV.',
      spreadsheet: 'This is an Excel file. Save the list as CSV.',
      'quote-open': 'There is a quote that is not closed.',
      'row-long': 'A line is too long to be a row.',
      'columns-many': 'A row has too many columns.',
    },
    atLine: (line) => `At line ${line}.`,
  },
})
