import { words } from '../kernel/language.ts'
import type { Source } from './time.ts'

export const entriesText = words({
  nl: {
    title: (number: number) => `Wat je opschreef in week ${number}`,
    span: (from: string, to: string) => `Van ${from} tot en met ${to}.`,
    total: (long: string) => `Samen ${long}.`,
    overlap: 'Wat tegelijk was, telt één keer: de minuten zijn van wat er het laatst bij kwam.',
    empty: 'Deze week schreef je niets op.',
    back: 'Naar jouw tijd',
    before: 'Een week terug',
    after: 'Een week verder',
    estimate: 'Schat deze week',
    estimated:
      'Je schatte deze week. Wat je daarvoor opschreef, zit in de schatting en telt niet nog een keer.',
    dropEstimate: 'Haal de schatting weg',
    inEstimate: 'zit in je schatting',
    source: { tap: '', estimate: 'geschat', calendar: 'uit je agenda' } satisfies Record<Source, string>,
    allWeek: 'De hele week',
    from: (clock: string) => `vanaf ${clock}`,
    change: 'Wijzig',
    changeOf: (what: string) => `Wijzig: ${what}`,
    subject: 'Waarvoor?',
    aim: 'Voorkomen of herstellen?',
    aims: { preventive: 'Voorkomen', curative: 'Herstellen', neither: 'Geen van beide' },
    domains: 'Waar hoort het bij? Meer mag.',
    domain: { care: 'Zorg', learning: 'Leren', trends: 'Trends', process: 'Proces' },
    remove: 'Haal weg',
    save: 'Bewaar',
    changed: 'Bijgewerkt.',
    removed: 'Weg. Er is niets van bewaard.',
    dropped: 'De schatting is weg. Wat je opschreef telt weer.',
    added: (number: number) =>
      number === 1
        ? 'Eén stuk tijd uit je agenda staat erbij.'
        : `${number} stukken tijd uit je agenda staan erbij.`,
    there: (number: number) =>
      number === 1 ? 'Eén stuk tijd stond er al.' : `${number} stukken tijd stonden er al.`,
    notChanged: 'Dit is nog niet bijgewerkt.',
  },
  en: {
    title: (number) => `What you wrote down in week ${number}`,
    span: (from, to) => `From ${from} to ${to}.`,
    total: (long) => `Together ${long}.`,
    overlap: 'What was at the same time counts once: the minutes are of what came in last.',
    empty: 'You wrote nothing down this week.',
    back: 'To your time',
    before: 'A week back',
    after: 'A week on',
    estimate: 'Estimate this week',
    estimated:
      'You estimated this week. What you wrote down before is in the estimate and does not count again.',
    dropEstimate: 'Take the estimate away',
    inEstimate: 'is in your estimate',
    source: { tap: '', estimate: 'estimated', calendar: 'from your calendar' },
    allWeek: 'The whole week',
    from: (clock) => `from ${clock}`,
    change: 'Change',
    changeOf: (what) => `Change: ${what}`,
    subject: 'What for?',
    aim: 'Preventing or repairing?',
    aims: { preventive: 'Preventing', curative: 'Repairing', neither: 'Neither' },
    domains: 'Where does it belong? More is fine.',
    domain: { care: 'Care', learning: 'Learning', trends: 'Trends', process: 'Process' },
    remove: 'Take away',
    save: 'Save',
    changed: 'Brought up to date.',
    removed: 'Gone. Nothing of it was kept.',
    dropped: 'The estimate is gone. What you wrote down counts again.',
    added: (number) =>
      number === 1
        ? 'One piece of time from your calendar was added.'
        : `${number} pieces of time from your calendar were added.`,
    there: (number) =>
      number === 1 ? 'One piece of time was there already.' : `${number} pieces of time were there already.`,
    notChanged: 'This has not been changed yet.',
  },
})
