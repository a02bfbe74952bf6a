import { type Terms, words } from '../kernel/language.ts'
import { LONGEST_NOTE, type NoteRefusal } from './note.ts'

const all = (names: readonly string[], and: string) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`

/** The words of private notes. */
export const noteText = words({
  nl: {
    title: 'Werknotities',
    link: (names: readonly string[]) =>
      names.length === 0 ? 'Werknotities: alleen jij' : `Werknotities: alleen jij en ${all(names, 'en')}`,
    linkOf: (name: string) => `Werknotities van ${name}`,
    under: (name: string) => `Bij het traject van ${name}`,
    back: 'Terug naar het traject',
    whoTitle: 'Wie kan dit lezen?',
    whoAlone: 'Alleen jij.',
    whoWith: (names: readonly string[]) => `Alleen jij en ${all(names, 'en')}.`,
    whoTeacher: (name: string, others: readonly string[]) =>
      others.length === 0
        ? `Alleen jij en ${name}. ${name} kan dat weer veranderen.`
        : `Alleen jij, ${all([...others, name], 'en')}. ${name} bepaalt wie.`,
    whoNot: (terms: Terms) =>
      `Verder niemand: geen schoolleider, en een beheerder of ${terms.coordinator} alleen als de ${terms.teacher} die zelf binnenliet. De notities staan niet in het plan, niet in Word of PDF, niet in zoeken en niet in mail.`,
    honest:
      'Eerlijk gezegd: ze staan versleuteld in de database. Wie én de database én het sleutelbestand van de server heeft, kan ze lezen: dat is wie de server beheert. Schrijf hier dus geen namen van kinderen.',
    device: 'Er blijft niets van op dit apparaat. Er wordt dus ook niets vanzelf bewaard: kies zelf Bewaar.',
    fades: (years: number, terms: Terms) =>
      `Wat een jaar oud is, vouwen we weg. Na ${years} jaar wissen we het, en ook als de ${terms.teacher} van dit traject van school gaat.`,
    demo: 'Dit is de voorbeeldschool. Wie er rondkijkt, kan even Anouk zijn en dit lezen. Op je eigen school niet.',
    newLabel: 'Nieuwe notitie',
    newHint: 'Voor jezelf, of om samen aan te werken. Gewone tekst.',
    save: 'Bewaar',
    nothing: 'Hier staat nog niets.',
    older: (count: number) => (count === 1 ? 'Eén oudere notitie' : `${count} oudere notities`),
    you: 'Jij',
    somebody: 'Een collega',
    changed: (when: string) => `veranderd ${when}`,
    when: (day: string, clock: string) => `${day} om ${clock} uur`,
    change: 'Verander',
    remove: 'Gooi weg',
    removeSure: 'Gooi voorgoed weg',
    removeNote: 'Deze notitie is dan echt weg. Er is geen oude versie.',
    aboutNote: (when: string) => `de notitie van ${when}`,
    changeLabel: 'Verander je notitie',
    cancel: 'Laat zo',
    unreadable:
      'Deze notitie gaat niet open. De sleutel waarmee zij is geschreven is er niet, of er is in de database iets aan veranderd. Zij staat er nog. Vraag wie de server beheert naar het sleutelbestand.',
    letInTitle: 'Wie schrijft mee?',
    letInWhy:
      'Jij bepaalt het. Alleen wie bij jouw traject staat als ondersteuning of duo, kun je hier binnenlaten. Die leest alles wat hier staat.',
    letInNobody: 'Noem eerst bij je traject wie jou ondersteunt. Dan kun je die hier binnenlaten.',
    letIn: (name: string) => `Laat ${name} binnen`,
    shutOut: (name: string) => `Laat ${name} niet meer binnen`,
    isIn: (name: string) => `${name} leest en schrijft mee.`,
    principal: (name: string) =>
      `${name} is schoolleider. Een schoolleider kan nooit bij werknotities van een ander, ook niet als jij dat wilt.`,
    isAdministrator: (name: string) =>
      `${name} is ook beheerder. Dat opent hier niets: ${name} komt erin omdat jij dat wilt, en gaat eruit als jij dat wilt.`,
    openingsTitle: 'Wie heeft dit geopend?',
    openingsWhy:
      'Dit zie alleen jij. Staat er iets wat je niet kent? Sluit dan op je account de sessies die je niet kent.',
    opened: (name: string, when: string) => `${name}, ${when}`,
    openedOn: (device: string) => `(${device})`,
    openingsMore: 'We bewaren dit een jaar.',
    close: 'Sluit mijn notities',
    closeNote: 'Dan vragen we weer om je passkey of een code.',
    prove: 'Doe dat in een nieuw venster. Kom dan hier terug en bewaar.',
    problems: 'Nog niet bewaard',
    done: {
      added: 'Je notitie is bewaard.',
      changed: 'Je notitie is veranderd.',
      removed: 'De notitie is weg.',
      'let-in': 'Gedaan. Je collega kan de notities nu openen.',
      'shut-out': 'Gedaan. Je collega kan er niet meer bij.',
    },
    refused: {
      'may-not': 'Dit kan alleen wie de notities heeft geschreven, of wie het traject heeft.',
      'not-proved': 'Laat eerst zien dat jij het bent.',
      'note-empty': 'Er staat nog niets om te bewaren.',
      'note-too-long': `Deze notitie is langer dan ${LONGEST_NOTE} tekens. Maak er twee van.`,
      'note-changed':
        'Deze notitie is intussen in een ander venster veranderd. Daarboven staat wat er nu staat. Jouw tekst staat nog in het veld.',
      'note-gone': 'Deze notitie is er niet meer. Jouw tekst staat nog in het veld.',
      'key-missing':
        'De sleutel van de notities ligt niet waar de server hem zoekt. De notities staan er nog, maar kunnen nu niet open en er kan niets bij. Vraag wie de server beheert. De rest van Rode Draad werkt gewoon.',
      'key-wrong':
        'De server kan de sleutel niet lezen, of heeft een andere dan waarmee de notities zijn geschreven. De notities staan er nog, maar kunnen nu niet open en er wordt niets overschreven. Vraag wie de server beheert. De rest van Rode Draad werkt gewoon.',
      'not-named': 'Deze collega staat niet meer bij je traject. Noem die daar eerst.',
      principal: 'Een schoolleider kan nooit bij werknotities van een ander.',
    } satisfies Record<NoteRefusal, string>,
  },
  en: {
    title: 'Working notes',
    link: (names) =>
      names.length === 0 ? 'Working notes: only you' : `Working notes: only you and ${all(names, 'and')}`,
    linkOf: (name) => `Working notes of ${name}`,
    under: (name) => `With the track of ${name}`,
    back: 'Back to the track',
    whoTitle: 'Who can read this?',
    whoAlone: 'Only you.',
    whoWith: (names) => `Only you and ${all(names, 'and')}.`,
    whoTeacher: (name, others) =>
      others.length === 0
        ? `Only you and ${name}. ${name} can change that.`
        : `Only you, ${all([...others, name], 'and')}. ${name} decides who.`,
    whoNot: (terms) =>
      `Nobody else: no principal, and an administrator or ${terms.coordinator} only if the ${terms.teacher} let them in. The notes are not in the plan, not in Word or PDF, not in search and not in mail.`,
    honest:
      "To be honest: they are encrypted in the database. Whoever has both the database and the server's key file can read them: that is who runs the server. So write no names of children here.",
    device: 'Nothing of it stays on this device. So nothing is saved by itself either: choose Save.',
    fades: (years, terms) =>
      `What is a year old is folded away. After ${years} ${years === 1 ? 'year' : 'years'} we delete it, and also when the ${terms.teacher} of this track leaves the school.`,
    demo: 'This is the example school. Whoever looks around can be Anouk for a while and read this. In your own school not.',
    newLabel: 'New note',
    newHint: 'For yourself, or to work on together. Plain text.',
    save: 'Save',
    nothing: 'Nothing here yet.',
    older: (count) => (count === 1 ? 'One older note' : `${count} older notes`),
    you: 'You',
    somebody: 'A colleague',
    changed: (when) => `changed ${when}`,
    when: (day, clock) => `${day} at ${clock}`,
    change: 'Change',
    remove: 'Throw away',
    removeSure: 'Throw away for good',
    removeNote: 'Then this note is really gone. There is no older version.',
    aboutNote: (when) => `the note of ${when}`,
    changeLabel: 'Change your note',
    cancel: 'Leave it',
    unreadable:
      'This note does not open. The key it was written with is not here, or something in the database was changed. It is still there. Ask who runs the server for the key file.',
    letInTitle: 'Who writes along?',
    letInWhy:
      'You decide. Only who is named with your track as support or duo can be let in here. They read everything that is here.',
    letInNobody: 'First name with your track who supports you. Then you can let them in here.',
    letIn: (name) => `Let ${name} in`,
    shutOut: (name) => `Let ${name} in no longer`,
    isIn: (name) => `${name} reads and writes along.`,
    principal: (name) =>
      `${name} is principal. A principal can never come to somebody else's working notes, not even if you want it.`,
    isAdministrator: (name) =>
      `${name} is administrator too. That opens nothing here: ${name} is in because you want it, and out when you want it.`,
    openingsTitle: 'Who opened this?',
    openingsWhy:
      'Only you see this. Is there anything you do not know? Then end the sessions you do not know on your account.',
    opened: (name, when) => `${name}, ${when}`,
    openedOn: (device) => `(${device})`,
    openingsMore: 'We keep this for a year.',
    close: 'Close my notes',
    closeNote: 'Then we ask for your passkey or a code again.',
    prove: 'Do that in a new window. Then come back here and save.',
    problems: 'Not saved yet',
    done: {
      added: 'Your note has been saved.',
      changed: 'Your note has been changed.',
      removed: 'The note is gone.',
      'let-in': 'Done. Your colleague can open the notes now.',
      'shut-out': 'Done. Your colleague can no longer open them.',
    },
    refused: {
      'may-not': 'Only who wrote the note, or whose track it is, can do this.',
      'not-proved': 'Please show first that it is you.',
      'note-empty': 'There is nothing to save yet.',
      'note-too-long': `This note is longer than ${LONGEST_NOTE} characters. Make two of it.`,
      'note-changed':
        'This note was changed in another window meanwhile. What it says now stands above. Your text is still in the field.',
      'note-gone': 'This note is no longer there. Your text is still in the field.',
      'key-missing':
        "The key of the notes is not where the server looks for it. The notes are still there, but can't be opened now and nothing can be added. Ask who runs the server. The rest of Rode Draad works as ever.",
      'key-wrong':
        "The server can't read the key, or has another one than the notes were written with. The notes are still there, but can't be opened now and nothing is overwritten. Ask who runs the server. The rest of Rode Draad works as ever.",
      'not-named': 'This colleague is no longer named with your track. Name them there first.',
      principal: "A principal can never come to somebody else's working notes.",
    } satisfies Record<NoteRefusal, string>,
  },
})
