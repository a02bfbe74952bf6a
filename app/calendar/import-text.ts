import { words } from '../kernel/language.ts'
import type { CalendarNo } from '../post/calendar-reading.ts'
import type { ImportReason } from './import.ts'

/** Reading a school calendar into the year circle. */
export const importText = words({
  nl: {
    title: 'Lees de agenda van de school in',
    under: 'Staan de studiedagen en toetsen al in een agenda? Dan hoef je ze niet over te typen.',
    year: 'Voor welk schooljaar?',
    file: 'Het agendabestand',
    fileHint:
      'Een bestand dat eindigt op .ics, hoogstens 2 MB. In Google Agenda: Instellingen, Importeren en exporteren. In Outlook: Agenda, Opslaan als. In een ander programma: zoek naar ‘exporteren’.',
    read: 'Lees dit bestand',
    nothingKept:
      'Er verandert nog niets. Je kiest straks zelf wat in de jaarcirkel komt; de rest bewaren we niet.',
    back: 'Naar de jaarcirkel',
    another: 'Kies een ander bestand',
    notRead: 'Dit bestand is niet gelezen.',
    notTaken: 'Er is niets overgenomen.',
    found: (count: number, year: string) =>
      count === 1 ? `Eén moment gevonden in ${year}` : `${count} momenten gevonden in ${year}`,
    foundUnder: 'Zet een vinkje bij wat het hele team mag zien. Klopt het soort niet? Kies een ander.',
    noPupils: 'Het hele team leest de jaarcirkel. Namen van leerlingen horen hier niet.',
    none: (year: string) =>
      `In dit bestand staat niets dat in ${year} valt. Kies een ander schooljaar of een ander bestand.`,
    known: 'Dit herkennen we',
    other: (count: number) => (count === 1 ? 'Nog één ander moment' : `Nog ${count} andere momenten`),
    otherNote: 'Deze staan uit. Kies alleen wat bij het jaar van het team hoort.',
    there: (count: number) => (count === 1 ? 'Eén moment staat er al' : `${count} momenten staan er al`),
    takeThis: 'Neem over',
    becomes: 'Wordt',
    moved: (from: string) => `Stond op ${from}. Neem je het over, dan verzet je het.`,
    holidayMoved: (from: string) =>
      `Nu staat er ${from}. Neem je het over, dan gelden de dagen uit dit bestand.`,
    removed: 'Stond er eerder, en is er toen uitgehaald.',
    span: (from: string, to: string) => `${from} tot en met ${to}`,
    hours: (from: string, to: string) => `${from} tot ${to} uur`,
    leftOut: 'Overgeslagen',
    repeated: (count: number) =>
      count === 1 ? 'Eén afspraak die heel vaak terugkomt.' : `${count} afspraken die heel vaak terugkomen.`,
    untitled: (count: number) =>
      count === 1 ? 'Eén afspraak zonder titel.' : `${count} afspraken zonder titel.`,
    long: (count: number) =>
      count === 1
        ? 'Eén afspraak die buiten dit schooljaar begint of langer dan drie maanden duurt.'
        : `${count} afspraken die buiten dit schooljaar beginnen of langer dan drie maanden duren.`,
    more: (count: number) => `Nog ${count} afspraken: zo veel passen er niet in een jaar.`,
    unreadable: (count: number) =>
      count === 1 ? 'Eén afspraak die niet te lezen was.' : `${count} afspraken die niet te lezen waren.`,
    zones: (names: string) =>
      `De klok ‘${names}’ kennen we niet. Die tijden lazen we als Nederlandse tijd: kijk ze even na.`,
    take: 'Zet in de jaarcirkel',
    tookIn: (added: number, moved: number) =>
      [
        added === 1
          ? 'Eén moment staat nu in de jaarcirkel.'
          : `${added} momenten staan nu in de jaarcirkel.`,
        ...(moved > 0 ? [moved === 1 ? 'Eén is verzet.' : `${moved} zijn verzet.`] : []),
      ].join(' '),
    nothingNew: 'Er was niets nieuws. De jaarcirkel is zoals hij was.',
    before: 'Eerder ingelezen',
    line: (name: string, day: string, who: string) => `${name}, op ${day}${who === '' ? '' : ` door ${who}`}`,
    unnamed: 'Een agenda',
    count: (count: number) => (count === 1 ? 'één moment' : `${count} momenten`),
    undo: 'Haal alles er weer uit',
    undoNote: 'Ook wat je daarna aan deze momenten veranderde. Vrije dagen worden weer zoals ze waren.',
    undone: 'Alles van die agenda is weer uit de jaarcirkel.',
    free: 'Vrije dag',
    mayNot:
      'De jaarcirkel maken de intern begeleider, de directeur en de beheerder. Vraag een van hen om de agenda in te lezen.',
    refusal: {
      'no-file': 'Kies eerst een bestand.',
      'nothing-chosen': 'Zet eerst een vinkje bij wat je wilt overnemen.',
      'import-gone': 'Deze agenda was er al weer uitgehaald.',
      stale: 'Iemand las net dezelfde agenda in. Kies het bestand nog een keer; je ziet dan wat er al staat.',
      'does-not-fit':
        'Een van de momenten past niet in dit schooljaar, of het jaar is vol. Kies wat minder en probeer het opnieuw.',
    } satisfies Record<Exclude<ImportReason, CalendarNo> | 'does-not-fit', string>,
  },
  en: {
    title: 'Read in the calendar of the school',
    under: 'Are the study days and tests in a calendar already? Then you need not type them again.',
    year: 'For which school year?',
    file: 'The calendar file',
    fileHint:
      'A file whose name ends in .ics, 2 MB at most. In Google Calendar: Settings, Import & export. In Outlook: Calendar, Save as. In another program: look for ‘export’.',
    read: 'Read this file',
    nothingKept:
      'Nothing changes yet. You choose yourself what goes into the year circle; the rest is not kept.',
    back: 'To the year circle',
    another: 'Choose another file',
    notRead: 'This file has not been read.',
    notTaken: 'Nothing has been taken over.',
    found: (count, year) =>
      count === 1 ? `One moment found in ${year}` : `${count} moments found in ${year}`,
    foundUnder: 'Tick what the whole team may see. Is the kind wrong? Choose another one.',
    noPupils: 'The whole team reads the year circle. Names of pupils do not belong here.',
    none: (year) => `Nothing in this file falls in ${year}. Choose another school year or another file.`,
    known: 'These we recognise',
    other: (count) => (count === 1 ? 'One other moment' : `${count} other moments`),
    otherNote: 'These are not ticked. Choose only what belongs to the year of the team.',
    there: (count) => (count === 1 ? 'One moment is there already' : `${count} moments are there already`),
    takeThis: 'Take over',
    becomes: 'Becomes',
    moved: (from) => `Was on ${from}. When you take it over, you move it.`,
    holidayMoved: (from) => `Now it says ${from}. When you take it over, the days of this file count.`,
    removed: 'Was there before, and was taken out.',
    span: (from, to) => `${from} up to and including ${to}`,
    hours: (from, to) => `${from} to ${to}`,
    leftOut: 'Left out',
    repeated: (count) =>
      count === 1
        ? 'One appointment that comes back very often.'
        : `${count} appointments that come back very often.`,
    untitled: (count) =>
      count === 1 ? 'One appointment without a title.' : `${count} appointments without a title.`,
    long: (count) =>
      count === 1
        ? 'One appointment that begins outside this school year or lasts longer than three months.'
        : `${count} appointments that begin outside this school year or last longer than three months.`,
    more: (count) => `Another ${count} appointments: a year does not hold that many.`,
    unreadable: (count) =>
      count === 1
        ? 'One appointment that could not be read.'
        : `${count} appointments that could not be read.`,
    zones: (names) =>
      `We do not know the clock ‘${names}’. Those times were read as Dutch time: please check them.`,
    take: 'Put in the year circle',
    tookIn: (added, moved) =>
      [
        added === 1
          ? 'One moment is now in the year circle.'
          : `${added} moments are now in the year circle.`,
        ...(moved > 0 ? [moved === 1 ? 'One was moved.' : `${moved} were moved.`] : []),
      ].join(' '),
    nothingNew: 'There was nothing new. The year circle is as it was.',
    before: 'Read in before',
    line: (name, day, who) => `${name}, on ${day}${who === '' ? '' : ` by ${who}`}`,
    unnamed: 'A calendar',
    count: (count) => (count === 1 ? 'one moment' : `${count} moments`),
    undo: 'Take everything out again',
    undoNote: 'Also what you changed of these moments since. Free days become what they were.',
    undone: 'Everything of that calendar has left the year circle.',
    free: 'Free day',
    mayNot:
      'The coordinator, the principal and the administrator make the year circle. Ask one of them to read in the calendar.',
    refusal: {
      'no-file': 'Choose a file first.',
      'nothing-chosen': 'First tick what you want to take over.',
      'import-gone': 'That calendar had been taken out already.',
      stale:
        'Somebody has just read in the same calendar. Choose the file once more; you will see what is there.',
      'does-not-fit':
        'One of the moments does not fit in this school year, or the year is full. Choose a little less and try again.',
    },
  },
})
