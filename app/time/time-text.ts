import type { Language } from '../kernel/language.ts'
import { words } from '../kernel/language.ts'
import type { AdHoc, TimeRefusal } from './time.ts'
import type { TimeBecause } from './time-may.ts'

const count = (number: number, one: string, more: string) => `${number} ${number === 1 ? one : more}`

/** Exactly so long: '45 minuten', '1 uur', '1 uur en 15 minuten'. */
export function exactly(minutes: number, language: Language): string {
  const [hour, hours, minute, more, and] =
    language === 'nl'
      ? ['uur', 'uur', 'minuut', 'minuten', 'en']
      : ['hour', 'hours', 'minute', 'minutes', 'and']
  const whole = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (whole === 0) return count(rest, minute, more)
  const ofHours = count(whole, hour, hours)
  return rest === 0 ? ofHours : `${ofHours} ${and} ${count(rest, minute, more)}`
}

/** About so long, by half hours: '9½ uur'; less than an hour in minutes. */
export function hoursWords(minutes: number, language: Language): string {
  if (minutes < 60) return exactly(minutes, language)
  const number = halfHours(minutes)
  return language === 'nl' ? `${number} uur` : `${number} ${number === '1' ? 'hour' : 'hours'}`
}

/** Half hours as a figure: '9', '9½', '½', '0'. */
export function halfHours(minutes: number): string {
  const halves = Math.round(minutes / 30)
  const whole = Math.floor(halves / 2)
  if (halves % 2 === 0) return String(whole)
  return whole === 0 ? '½' : `${whole}½`
}

/** By quarters of an hour, as a slider goes: '5¼ uur'. */
export function quarterHours(minutes: number, language: Language): string {
  const whole = Math.floor(minutes / 60)
  const quarter = ['', '¼', '½', '¾'][Math.round((minutes % 60) / 15)] ?? ''
  const number = whole === 0 && quarter !== '' ? quarter : `${whole}${quarter}`
  return language === 'nl' ? `${number} uur` : `${number} ${number === '1' ? 'hour' : 'hours'}`
}

/** Hours and minutes in a table: '9.05' in Dutch, '9:05' in English. */
export const tableHours = (minutes: number, language: Language) =>
  `${Math.floor(minutes / 60)}${language === 'nl' ? '.' : ':'}${String(minutes % 60).padStart(2, '0')}`

export const timeText = words({
  nl: {
    title: 'Jouw tijd',
    onlyYou: 'Dit zie jij alleen.',
    untilShared: 'Tot je het deelt.',
    log: 'Schrijf op in twee tikken',
    what: '1. Waarvoor?',
    long: '2. Hoe lang?',
    question: { name: 'Een vraag', note: 'van een collega' },
    care: { name: 'Zorg voor een kind', note: 'overleg of gesprek' },
    between: { name: 'Even tussendoor', note: 'niet gepland' },
    pick: { name: 'Iets anders', note: 'kies uit het plan' },
    other: 'iets buiten het plan',
    kindOf: 'Wat was het?',
    pickFrom: 'Kies',
    goals: 'Doelen',
    tracks: 'Trajecten',
    goal: (number: string) => `doel ${number}`,
    track: 'traject',
    trackOf: 'Traject',
    goneEntry: 'een doel of traject van eerder',
    adHoc: {
      corridor: 'een vraag op de gang',
      'take-class': 'een groep overnemen',
      'call-parents': 'ouders bellen',
      pupil: 'een kind opvangen',
      prepare: 'iets opzoeken of klaarleggen',
      other: 'iets anders',
    } satisfies Record<AdHoc, string>,
    minutes: (number: number) => (number === 60 ? '1 uur' : `${number} min`),
    untilNow: (clock: string) => `Tot nu, vanaf ${clock}`,
    begin: 'Ik begin nu',
    another: 'Een andere dag, tijd of lengte',
    day: 'Welke dag?',
    from: 'Vanaf hoe laat? Mag leeg.',
    ownLength: 'Hoeveel minuten?',
    untilNowHint: 'Met een tijd en zonder minuten: tot nu.',
    save: 'Bewaar',
    saved: (what: string, long: string) => `Bewaard: ${what}, ${long}.`,
    removed: 'Weg. Er is niets van bewaard.',
    undo: 'Maak ongedaan',
    flip: { preventive: 'Dit was voorkomen', curative: 'Dit was herstellen' },
    counted: {
      preventive: 'Telt als voorkomen.',
      curative: 'Telt als herstellen.',
      neither: 'Telt als geen van beide.',
    },
    running: (what: string, clock: string) => `Je bent bezig: ${what}, vanaf ${clock}.`,
    meanwhile: 'Kwam er iets tussen? Schrijf het hieronder op. De minuten tellen één keer.',
    done: 'Klaar',
    notAfterAll: 'Toch niet',
    ranLong: 'Dit begon op een andere dag, of te lang geleden. Hoe lang was het?',
    rather: 'Liever één keer per week?',
    estimate: 'Schat je week',
    fromCalendar: 'haal het uit je agenda',
    or: 'of',
    look: 'Kijk na wat je opschreef',
    only: 'Alleen jij schrijft tijd op. Leraren nooit.',
    notSaved: 'Dit is nog niet bewaard.',
    own: {
      title: 'Het is van jou',
      note: 'Neem mee wat je opschreef, of wis het. Wissen kan niet ongedaan worden gemaakt; wat je deelde, trek je apart in.',
      take: (year: string) => `Neem ${year} mee (CSV)`,
      wipe: (year: string) => `Wis al mijn tijd van ${year}`,
      sure: 'Ja, ik weet het zeker',
      wiped: 'Je tijd van dit schooljaar is gewist.',
    },
    columns: [
      'dag',
      'vanaf',
      'minuten',
      'waarvoor',
      'voorkomen of herstellen',
      'domeinen',
      'hoe opgeschreven',
    ],
    fileName: 'mijn-tijd',
    budget: 'Je uren in de week',
    toBudget: 'Naar de uren in het plan',
    refusal: {
      'what-missing': 'Kies eerst waar het voor was.',
      'entry-unknown': 'Dit doel of traject staat niet meer in het plan. Kies een ander.',
      'length-missing': 'Kies hoe lang het duurde.',
      'length-unknown': 'Schrijf een aantal minuten, van 1 tot en met 720.',
      'begin-unknown': 'Schrijf een tijd die al voorbij is, bijvoorbeeld 9.15.',
      'day-unknown': 'Deze dag bestaat niet. Kies een andere.',
      'day-to-come': 'Deze dag moet nog komen. Schrijf op wat er al was.',
      'day-too-old': 'Deze dag is te lang geleden. Kies een dag in dit of het vorige schooljaar.',
      'nothing-runs': 'Er liep niets. Kies waarvoor en hoe lang.',
      'runs-already': 'Er loopt al iets. Rond dat eerst af.',
      'ran-too-long': 'Dit begon te lang geleden om uit te rekenen. Kies zelf hoe lang het was.',
      gone: 'Dit staat er niet meer.',
      'too-many': 'Er staat al heel veel in deze week. Haal eerst iets weg.',
      'nothing-chosen': 'Kies er minstens een.',
      'week-unknown': 'Deze week kun je niet schatten. Kies een andere.',
      'not-sure': 'Vink eerst aan dat je het zeker weet.',
    } satisfies Record<TimeRefusal, string>,
    because: {
      'own-time': 'Dit is jouw eigen tijd.',
      'only-coordinator': 'Alleen wie coördineert houdt eigen tijd bij.',
      'only-owner': 'Dit is de tijd van een collega.',
    } satisfies Record<TimeBecause, string>,
  },
  en: {
    title: 'Your time',
    onlyYou: 'Only you see this.',
    untilShared: 'Until you share it.',
    log: 'Write it down in two taps',
    what: '1. What for?',
    long: '2. How long?',
    question: { name: 'A question', note: 'from a colleague' },
    care: { name: 'Care for a child', note: 'a consultation or talk' },
    between: { name: 'In between', note: 'not planned' },
    pick: { name: 'Something else', note: 'choose from the plan' },
    other: 'something outside the plan',
    kindOf: 'What was it?',
    pickFrom: 'Choose',
    goals: 'Goals',
    tracks: 'Tracks',
    goal: (number) => `goal ${number}`,
    track: 'track',
    trackOf: 'Track',
    goneEntry: 'an earlier goal or track',
    adHoc: {
      corridor: 'a question in the corridor',
      'take-class': 'taking a class over',
      'call-parents': 'calling parents',
      pupil: 'looking after a child',
      prepare: 'finding or preparing something',
      other: 'something else',
    },
    minutes: (number) => (number === 60 ? '1 hour' : `${number} min`),
    untilNow: (clock) => `Until now, from ${clock}`,
    begin: 'I begin now',
    another: 'Another day, time or length',
    day: 'Which day?',
    from: 'From what time? May be empty.',
    ownLength: 'How many minutes?',
    untilNowHint: 'With a time and without minutes: until now.',
    save: 'Save',
    saved: (what, long) => `Saved: ${what}, ${long}.`,
    removed: 'Gone. Nothing of it was kept.',
    undo: 'Undo',
    flip: { preventive: 'This was preventing', curative: 'This was repairing' },
    counted: {
      preventive: 'Counts as preventing.',
      curative: 'Counts as repairing.',
      neither: 'Counts as neither.',
    },
    running: (what, clock) => `You are busy: ${what}, since ${clock}.`,
    meanwhile: 'Did something come in between? Write it down below. The minutes count once.',
    done: 'Done',
    notAfterAll: 'Not after all',
    ranLong: 'This began on another day, or too long ago. How long was it?',
    rather: 'Rather once a week?',
    estimate: 'Estimate your week',
    fromCalendar: 'take it from your calendar',
    or: 'or',
    look: 'Look at what you wrote down',
    only: 'Only you write down time. Teachers never do.',
    notSaved: 'This has not been saved yet.',
    own: {
      title: 'It is yours',
      note: 'Take along what you wrote down, or wipe it. Wiping can’t be undone; what you shared you take back separately.',
      take: (year) => `Take ${year} along (CSV)`,
      wipe: (year) => `Wipe all my time of ${year}`,
      sure: 'Yes, I am sure',
      wiped: 'Your time of this school year was wiped.',
    },
    columns: ['day', 'from', 'minutes', 'what for', 'preventing or repairing', 'domains', 'how written down'],
    fileName: 'my-time',
    budget: 'Your hours in the week',
    toBudget: 'To the hours in the plan',
    refusal: {
      'what-missing': 'Choose first what it was for.',
      'entry-unknown': 'This goal or track is no longer in the plan. Choose another one.',
      'length-missing': 'Choose how long it took.',
      'begin-unknown': 'Write a time that has passed, for instance 9:15.',
      'length-unknown': 'Write a number of minutes, from 1 to 720.',
      'day-unknown': 'This day does not exist. Choose another one.',
      'day-to-come': 'This day is still to come. Write down what has been.',
      'day-too-old': 'This day is too long ago. Choose a day in this or the last school year.',
      'nothing-runs': 'Nothing was running. Choose what for and how long.',
      'runs-already': 'Something is running already. Finish that first.',
      'ran-too-long': 'This began too long ago to work out. Choose yourself how long it was.',
      gone: 'This is no longer there.',
      'too-many': 'There is very much in this week already. Take something away first.',
      'nothing-chosen': 'Choose at least one.',
      'week-unknown': 'You can’t estimate this week. Choose another one.',
      'not-sure': 'Tick first that you are sure.',
    },
    because: {
      'own-time': 'This is your own time.',
      'only-coordinator': 'Only who coordinates keeps the own time.',
      'only-owner': 'This is a colleague’s time.',
    },
  },
})
