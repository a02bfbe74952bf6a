import { words } from '../kernel/language.ts'

/** What higher rooms say on the plan page. */
export const marginText = words({
  nl: {
    putForward: 'Leg voor aan het team',
    inMeeting: 'Stel het vast in een vergadering',
    meetings: 'Vergaderingen',
    contract: 'Dit spraken we af',
    decision: 'Naar het besluit',
    waits: (count: number) =>
      count === 1 ? 'Eén tekst wacht op jouw antwoord.' : `${count} teksten wachten op jouw antwoord.`,
    allAnswered: 'Jij hebt overal op geantwoord.',
    sealed: 'Het besluit en de verzegelde versie',
    lookBack: 'Kijk terug',
    lookedBack: 'Zo keken we terug',
    lookBackOn: 'Schrijf de terugblik',
  },
  en: {
    putForward: 'Put it to the team',
    inMeeting: 'Adopt it in a meeting',
    meetings: 'Meetings',
    contract: 'What we agreed',
    decision: 'To the decision',
    waits: (count) =>
      count === 1 ? 'One text waits for your answer.' : `${count} texts wait for your answer.`,
    allAnswered: 'You have answered everything.',
    sealed: 'The decision and the sealed version',
    lookBack: 'Look back',
    lookedBack: 'How we looked back',
    lookBackOn: 'Write the evaluation',
  },
})
