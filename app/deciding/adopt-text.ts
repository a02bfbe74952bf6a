import { type Terms, words } from '../kernel/language.ts'

/** Closing the adoption of the plan, in the meeting or after it. */
export const adoptText = words({
  nl: {
    title: 'Het plan vaststellen',
    under: (year: string) => `Het begeleidingsplan ${year}, zoals het team erover besloot.`,
    toBoard: 'Naar het bord',
    toMeeting: 'Naar de vergadering',
    decided: 'Zo is besloten',
    ready: 'Alles staat. Het team heeft besloten.',
    readySay:
      'Verzegel het plan, dan is het vastgesteld. De tekst van deze versie verandert niet meer. Wie erbij was en hoe er besloten is, gaat mee onder het zegel.',
    seal: (number: string) => `Verzegel versie ${number}`,
    mr: 'Ter informatie aan de MR op',
    mrHint: 'Mag leeg blijven. Het kan ook later.',
    mrSave: 'Bewaar de dag',
    mrTold: (day: string) => `Ter informatie aan de MR: ${day}.`,
    mrTitle: 'De MR',
    notYet: (count: number) => (count === 1 ? 'Eén punt staat nog niet:' : `${count} punten staan nog niet:`),
    notAsked: 'Over het plan als geheel is nog niet besloten. Zet het op de agenda en houd een ronde.',
    waits: (day: string) =>
      `Alles staat. Tot en met ${day} kan wie er niet bij was met een bezwaar terugkomen; daarna kun je verzegelen.`,
    elsewhere: 'Over het plan als geheel is niet in deze vergadering besloten.',
    toDecision: 'Naar het besluit',
    who: (chair: string, terms: Terms) => `${chair} of de ${terms.coordinator} verzegelt het plan.`,
    sealed: (number: string) => `Versie ${number} is verzegeld. Het plan is vastgesteld.`,
    sealedSay:
      'Iedereen vindt de verzegelde tekst, het vaststellingsblad en de afspraken op één blad hieronder.',
    toVersion: 'Naar de verzegelde versie',
    pdf: 'Plan met vaststelling (PDF)',
    contract: 'Dit spraken we af (één blad)',
    minutes: 'Naar de notulen',
    noPlan: 'Bij deze vergadering hoort geen plan dat nu wordt vastgesteld.',
    done: { adopt: 'Het plan is vastgesteld.', mr: 'De dag is bewaard.' },
  },
  en: {
    title: 'Adopting the plan',
    under: (year) => `The guidance plan ${year}, as the team decided on it.`,
    toBoard: 'To the board',
    toMeeting: 'To the meeting',
    decided: 'So it was decided',
    ready: 'Everything stands. The team has decided.',
    readySay:
      'Seal the plan and it is adopted. The text of this version does not change any more. Who was there and how it was decided goes under the seal.',
    seal: (number) => `Seal version ${number}`,
    mr: 'For the information of the participation council on',
    mrHint: 'May stay empty. It can be later too.',
    mrSave: 'Save the day',
    mrTold: (day) => `For the information of the participation council: ${day}.`,
    mrTitle: 'The participation council',
    notYet: (count) => (count === 1 ? 'One item does not stand yet:' : `${count} items do not stand yet:`),
    notAsked: 'The plan as a whole has not been decided on yet. Put it on the agenda and hold a round.',
    waits: (day) =>
      `Everything stands. Up to and including ${day} who was not there can come back with an objection; after that you can seal.`,
    elsewhere: 'The plan as a whole was not decided on in this meeting.',
    toDecision: 'To the decision',
    who: (chair, terms) => `${chair} or the ${terms.coordinator} seals the plan.`,
    sealed: (number) => `Version ${number} is sealed. The plan is adopted.`,
    sealedSay:
      'Everybody finds the sealed text, the sheet of the adoption and the agreements on one sheet below.',
    toVersion: 'To the sealed version',
    pdf: 'Plan with its adoption (PDF)',
    contract: 'What we agreed (one sheet)',
    minutes: 'To the minutes',
    noPlan: 'No plan that is adopted now belongs to this meeting.',
    done: { adopt: 'The plan is adopted.', mr: 'The day is saved.' },
  },
})
