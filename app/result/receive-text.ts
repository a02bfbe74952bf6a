import { words } from '../kernel/language.ts'
import type { ReceiveTrouble } from './receive.ts'

/** What is said where a file with results is chosen, and of those that were read in before. */
export const receiveText = words({
  nl: {
    title: 'Toetsresultaten inlezen',
    under:
      'Uit je leerlingvolgsysteem of van de toetsleverancier. Je kijkt eerst mee. Er gaat niets in zonder dat jij het zegt.',
    back: 'Terug naar Trends',
    mayNot: (coordinator: string) =>
      `De ${coordinator} leest toetsresultaten in. Wil je iets inlezen? Vraag het even.`,
    file: 'Kies een bestand',
    fileHint: 'CSV, Excel (.xlsx) of UWLR (.xml), tot 200 MB.',
    privacy:
      'Namen, geboortedatum, BSN, herkomst en gewicht lezen we niet. Van een leerling blijft een nummer dat buiten deze server niets zegt. Het bestand gaat weg als je klaar bent, en anders binnen een uur.',
    read: 'Lees het bestand',
    notRead: 'Dit bestand konden we niet lezen.',
    receive: {
      'no-file': 'Kies eerst een bestand.',
      broken: 'Het bestand kwam niet helemaal binnen. Probeer het nog eens.',
      'too-large': 'Dit bestand is groter dan 200 MB. Bewaar het in delen, bijvoorbeeld per schooljaar.',
      'no-room': 'Op deze server is nu geen ruimte voor zo’n bestand. Vraag de beheerder om ruimte te maken.',
      busy: 'Er worden al veel bestanden gelezen. Probeer het over een paar minuten nog eens.',
    } satisfies Record<ReceiveTrouble, string>,
    inspection: 'Dit is het open bestand van de Inspectie. Daar staan scholen in, geen leerlingen.',
    inspectionNext: 'Naar de gegevens van de school',
    edexml: 'Dit is EDEXML: groepen en collega’s, geen toetsresultaten.',
    edexmlNext: 'Naar groepen en team',
    before: 'Eerder ingelezen',
    beforeLine: (supplier: string, day: string, who: string) =>
      who === '' ? `${supplier}, op ${day}` : `${supplier}, op ${day} door ${who}`,
    beforeYears: (first: string, last: string) =>
      first === last ? `schooljaar ${first}` : `schooljaren ${first} tot en met ${last}`,
    counts: (added: string, replaced: string) => `${added} nieuw, ${replaced} bijgewerkt`,
    countsAdded: (added: string, isOne: boolean) => (isOne ? 'één resultaat' : `${added} resultaten`),
    undo: 'Maak ongedaan',
    undoWhat: (added: string, isOne: boolean) =>
      `Dan ${isOne ? 'gaat één resultaat' : `gaan ${added} resultaten`} weg, en alle cijfers worden opnieuw uitgerekend.`,
    undoBack: (replaced: string, isOne: boolean) =>
      `Bij ${isOne ? 'één resultaat' : `${replaced} resultaten`} komt de eerdere waarde terug.`,
    undone: 'Het inlezen is ongedaan gemaakt. De cijfers zijn opnieuw uitgerekend.',
    nothing: 'Er is niets opgenomen, en het bestand is weg.',
    undoNo: {
      'import-gone': 'Dit was al ongedaan gemaakt.',
      'past-term':
        'Dit kan niet meer: van een van deze jaren zijn de leerlinggegevens al weg, en dan kloppen de cijfers niet.',
      'may-not': 'Inlezen ongedaan maken hoort niet bij jouw rol.',
    },
  },
  en: {
    title: 'Import test results',
    under:
      'From your pupil tracking system or from the supplier of the tests. You look first. Nothing is imported until you say so.',
    back: 'Back to Trends',
    mayNot: (coordinator) => `The ${coordinator} imports test results. Is there a file to import? Just ask.`,
    file: 'Choose a file',
    fileHint: 'CSV, Excel (.xlsx) or UWLR (.xml), up to 200 MB.',
    privacy:
      'Names, dates of birth, BSN, origin and pupil weighting are not read. What remains of a pupil is a number that means nothing outside this server. The file goes when you are done, and otherwise within an hour.',
    read: 'Read the file',
    notRead: 'We could not read this file.',
    receive: {
      'no-file': 'First choose a file.',
      broken: 'The file did not come in as a whole. Please try again.',
      'too-large': 'This file is larger than 200 MB. Save it in parts, for example by school year.',
      'no-room': 'There is no room for such a file on this server now. Ask the administrator to make room.',
      busy: 'Many files are being read already. Please try again in a few minutes.',
    },
    inspection: 'This is the open file of the Inspectorate. It is about schools, not about pupils.',
    inspectionNext: 'To the page about your school',
    edexml: 'This is EDEXML: groups and colleagues, no test results.',
    edexmlNext: 'To groups and team',
    before: 'Imported before',
    beforeLine: (supplier, day, who) =>
      who === '' ? `${supplier}, on ${day}` : `${supplier}, on ${day} by ${who}`,
    beforeYears: (first, last) =>
      first === last ? `school year ${first}` : `school years ${first} to ${last}`,
    counts: (added, replaced) => `${added} new, ${replaced} updated`,
    countsAdded: (added, isOne) => (isOne ? 'one result' : `${added} results`),
    undo: 'Undo',
    undoWhat: (added, isOne) =>
      `${isOne ? 'One result then goes' : `${added} results then go`}, and all figures are worked out again.`,
    undoBack: (replaced, isOne) =>
      `${isOne ? 'One result gets its' : `${replaced} results get their`} earlier value back.`,
    undone: 'The import is undone. The figures have been worked out again.',
    nothing: 'Nothing was imported, and the file is gone.',
    undoNo: {
      'import-gone': 'This was undone already.',
      'past-term':
        'This can’t be done any more: of one of these years the pupils’ data are gone, and the figures would not be right.',
      'may-not': 'Undoing an import does not belong to your role.',
    },
  },
})
