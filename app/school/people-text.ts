import { words } from '../kernel/language.ts'
import type { ListNote, ListStop } from './people-check.ts'
import type { ListReason } from './people-list.ts'

const refusedNl: Record<ListReason, string> = {
  'list-empty': 'Er staan nog geen namen. Plak een lijst, met één collega per regel.',
  'list-large': 'Deze lijst is groter dan 200 kB. Houd alleen de kolommen naam, e-mail, groep en rol over.',
  'list-many': 'Dit zijn meer dan 500 mensen. Plak de lijst in delen.',
  'list-not-text':
    'Dit bestand kunnen we niet lezen. Bewaar je lijst als CSV, of kopieer de rijen en plak ze hier.',
  'list-spreadsheet':
    'Dit is een werkmap van Excel of een Word-bestand. Kies daar ‘Opslaan als’ en dan CSV, of kopieer de rijen en plak ze hier.',
}

const refusedEn: Record<ListReason, string> = {
  'list-empty': 'There are no names yet. Paste a list, one colleague on each line.',
  'list-large': 'This list is larger than 200 kB. Keep only the columns name, e-mail, group and role.',
  'list-many': 'These are more than 500 people. Paste the list in parts.',
  'list-not-text': 'We cannot read this file. Save your list as CSV, or copy the rows and paste them here.',
  'list-spreadsheet':
    'This is an Excel workbook or a Word file. Choose “Save as” there and then CSV, or copy the rows and paste them here.',
}

const stopNl: Record<ListStop, (about: { written: string; line: number }) => string> = {
  'name-empty': () => 'Hier ontbreekt een naam.',
  'name-odd': () => 'Deze naam kunnen we niet gebruiken. Begin met een letter, zonder @, <, > of =.',
  'email-shape': () => 'Dit lijkt geen e-mailadres. Het ziet eruit als naam@school.nl. Leeg laten mag ook.',
  'email-twice': ({ line }) => `Dit adres staat ook op regel ${line}. Ieder heeft een eigen adres.`,
  'email-left': () =>
    'Dit adres is van iemand die niet meer op school is. Zet die collega op de teambladzijde terug.',
  'group-odd': ({ written }) => `‘${written}’ kunnen we niet als groep gebruiken.`,
  'role-not-yours': () => 'De rol beheerder geeft alleen een beheerder.',
}

const stopEn: Record<ListStop, (about: { written: string; line: number }) => string> = {
  'name-empty': () => 'A name is missing here.',
  'name-odd': () => 'We cannot use this name. Start with a letter, without @, <, > or =.',
  'email-shape': () =>
    'This does not look like an e-mail address. It looks like name@school.nl. You may leave it empty.',
  'email-twice': ({ line }) => `This address is also on line ${line}. Everyone has an own address.`,
  'email-left': () =>
    'This address belongs to somebody who has left. Bring that colleague back on the team page.',
  'group-odd': ({ written }) => `We cannot use “${written}” as a group.`,
  'role-not-yours': () => 'Only an administrator gives the administrator role.',
}

const noteNl: Record<ListNote, (about: { written: string; role: string }) => string> = {
  'role-unknown': ({ written, role }) => `‘${written}’ kennen we niet als rol. We stellen ${role} voor.`,
  'role-guessed': ({ written, role }) => `We lezen ‘${written}’ als ${role}.`,
  'role-proposed': ({ role }) => `Geen rol gelezen. We stellen ${role} voor.`,
  'group-new': ({ written }) => `Nieuw: ${written}.`,
  'name-twice': () =>
    'Deze naam staat vaker in de lijst. Zet er een achternaam of letter bij als het twee mensen zijn.',
  'person-known': ({ written }) => `${written} is al in het team. Nieuwe rollen en groepen komen erbij.`,
  'name-known': () => 'Iemand met deze naam is al in het team, met een ander adres. Dit wordt een tweede.',
}

const noteEn: Record<ListNote, (about: { written: string; role: string }) => string> = {
  'role-unknown': ({ written, role }) => `We do not know “${written}” as a role. We propose ${role}.`,
  'role-guessed': ({ written, role }) => `We read “${written}” as ${role}.`,
  'role-proposed': ({ role }) => `No role read. We propose ${role}.`,
  'group-new': ({ written }) => `New: ${written}.`,
  'name-twice': () =>
    'This name is in the list more than once. Add a surname or a letter if it is two people.',
  'person-known': ({ written }) => `${written} is in the team already. New roles and groups are added.`,
  'name-known': () =>
    'Somebody with this name is in the team already, with another address. This becomes a second one.',
}

/** People by a list: pasting, a file, the preview. */
export const peopleText = words({
  nl: {
    refused: refusedNl,
    stop: stopNl,
    note: noteNl,
    title: 'Wie werken er op school?',
    under: 'Plak een lijst, of kies een CSV-bestand. Je ziet eerst wat we lezen. Er wordt nog niets bewaard.',
    list: 'Namen',
    listHint:
      'Eén collega per regel: naam; e-mail; groep; rol. Alleen een naam mag ook. Uit Excel of een lijst met kopjes plakken kan.',
    example: 'Bijvoorbeeld:',
    exampleLines: [
      'Anouk de Wit; anouk@school.nl; 3; leraar',
      'Samira; samira@school.nl; 4; leraar',
      'Paul; paul@school.nl; ; schoolleider',
    ],
    file: 'Of kies een CSV-bestand',
    fileHint: 'Tot 500 mensen en 200 kB.',
    read: 'Lees de lijst',
    previewTitle: (count: number) =>
      count === 1 ? 'Dit lazen we: één collega' : `Dit lazen we: ${count} collega’s`,
    previewUnder: 'Kijk of het klopt. Je kunt alles hier nog veranderen.',
    toLookAt: (count: number) =>
      count === 1 ? 'Eén regel vraagt nog iets van je.' : `${count} regels vragen nog iets van je.`,
    allWell: 'Elke regel is duidelijk.',
    leftOut: (columns: string) => `Deze kolommen nemen we niet mee: ${columns}.`,
    newGroups: (groups: string) => `Deze groepen maken we erbij: ${groups}.`,
    lineName: (line: number, name: string) => (name === '' ? `Regel ${line}` : `Regel ${line}: ${name}`),
    name: 'Naam',
    email: 'E-mail',
    groups: 'Groepen',
    roles: 'Rollen',
    skip: 'Laat weg',
    check: 'Kijk opnieuw',
    store: 'Zet in de school',
    again: 'Plak een andere lijst',
    stored: (added: number, completed: number) =>
      completed === 0
        ? added === 1
          ? 'Er is één collega bij.'
          : `Er zijn ${added} collega’s bij.`
        : `Er zijn ${added} collega’s bij. ${completed} waren er al, daar kwamen rollen en groepen bij.`,
    openFirst: 'Regels die iets vragen staan bovenaan.',
  },
  en: {
    refused: refusedEn,
    stop: stopEn,
    note: noteEn,
    title: 'Who works at the school?',
    under: 'Paste a list, or choose a CSV file. You first see what we read. Nothing is stored yet.',
    list: 'Names',
    listHint:
      'One colleague on each line: name; e-mail; group; role. A name alone is fine. You can paste from Excel or from a list with headings.',
    example: 'For example:',
    exampleLines: [
      'Anouk de Wit; anouk@school.nl; 3; teacher',
      'Samira; samira@school.nl; 4; teacher',
      'Paul; paul@school.nl; ; principal',
    ],
    file: 'Or choose a CSV file',
    fileHint: 'Up to 500 people and 200 kB.',
    read: 'Read the list',
    previewTitle: (count) =>
      count === 1 ? 'This is what we read: one colleague' : `This is what we read: ${count} colleagues`,
    previewUnder: 'See whether it is right. You can still change everything here.',
    toLookAt: (count) =>
      count === 1 ? 'One line still asks something of you.' : `${count} lines still ask something of you.`,
    allWell: 'Every line is clear.',
    leftOut: (columns) => `We leave these columns out: ${columns}.`,
    newGroups: (groups) => `We add these groups: ${groups}.`,
    lineName: (line, name) => (name === '' ? `Line ${line}` : `Line ${line}: ${name}`),
    name: 'Name',
    email: 'E-mail',
    groups: 'Groups',
    roles: 'Roles',
    skip: 'Leave out',
    check: 'Look again',
    store: 'Put in the school',
    again: 'Paste another list',
    stored: (added, completed) =>
      completed === 0
        ? added === 1
          ? 'One colleague was added.'
          : `${added} colleagues were added.`
        : `${added} colleagues were added. ${completed} were here already and got roles and groups added.`,
    openFirst: 'Lines that ask something are at the top.',
  },
})
