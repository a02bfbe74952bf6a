import { type Language, words } from '../kernel/language.ts'
import { LONGEST_SENTENCE, MOST_LET_IN, MOST_RUNNING, type QuestionRefusal } from './question.ts'
import type { QuestionBecause, QuestionNo } from './question-may.ts'

/** Why something with a question could not be done, and what to do now. */
const text = words({
  nl: {
    refusal: {
      'text-missing': 'Schrijf je vraag in één zin op.',
      'text-long': `Dit is lang voor één zin. Maak er ten hoogste ${LONGEST_SENTENCE} tekens van.`,
      'about-missing': 'Kies waar je vraag over gaat.',
      'questions-many': `Er lopen al ${MOST_RUNNING} vragen van jou. Sluit er eerst een af, of loop even bij iemand langs.`,
      'question-gone': 'Deze vraag is er niet meer.',
      changed: 'Deze vraag is intussen veranderd. Kijk hoe hij nu staat, en probeer het nog eens.',
      closed: 'Deze vraag is afgesloten. Open hem weer als je verder wilt schrijven.',
      'still-open': 'Deze vraag loopt nog. Sluit hem eerst af.',
      'rung-unknown': 'Kies een trede van de ladder.',
      'rung-ahead': 'Je vraag staat nog niet op trede 3. Vraag eerst of er iemand meekijkt.',
      'field-unknown': 'Dit stuk kennen we niet. Open je vraag opnieuw.',
      'solved-unknown': 'Kies hoe je eruit kwam.',
      'person-unknown': 'Kies een collega uit de lijst.',
      'readers-many': `Er lezen al ${MOST_LET_IN} collega’s mee. Haal er eerst een weg.`,
      'reads-already': 'Deze collega leest al mee.',
      'entry-unknown': 'Dit traject is niet van jou, of het staat niet meer in het plan.',
      'topic-unknown': 'Dit onderwerp staat niet meer in de lijst. Kies een ander.',
      'was-read': 'Een collega heeft deze vraag al gelezen. Je kunt hem wel afsluiten.',
    } satisfies Record<QuestionRefusal, string>,
    because: {
      'everybody-asks': 'Iedereen van het team stelt vragen.',
      'own-question': 'Dit is jouw vraag.',
      'is-asked': 'Je bent gevraagd om mee te denken.',
      'let-in': 'Je bent gevraagd om mee te lezen.',
      'with-coordinators': 'Deze vraag staat op trede 3.',
      'of-the-asker': 'Dit doet alleen wie de vraag stelde.',
      'not-in-circle': 'Deze vraag is van een ander.',
      'not-yet-coordinator': 'Deze vraag staat nog niet op trede 3.',
      'was-read': 'Een collega heeft deze vraag al gelezen. Je kunt hem wel afsluiten.',
      'members-only': 'Vragen zijn voor mensen van het team.',
    } satisfies Record<QuestionBecause, string>,
  },
  en: {
    refusal: {
      'text-missing': 'Write your question in one sentence.',
      'text-long': `This is long for one sentence. Keep it to ${LONGEST_SENTENCE} characters.`,
      'about-missing': 'Choose what your question is about.',
      'questions-many': `You have ${MOST_RUNNING} running questions already. Close one first, or walk over to somebody.`,
      'question-gone': 'This question is no longer there.',
      changed: 'This question has changed meanwhile. Look how it stands now, and try again.',
      closed: 'This question is closed. Open it again to go on writing.',
      'still-open': 'This question is still running. Close it first.',
      'rung-unknown': 'Choose a rung of the ladder.',
      'rung-ahead': 'Your question is not on rung 3 yet. Ask somebody to look along first.',
      'field-unknown': 'We do not know this part. Open your question again.',
      'solved-unknown': 'Choose how you worked it out.',
      'person-unknown': 'Choose a colleague from the list.',
      'readers-many': `${MOST_LET_IN} colleagues read along already. Take one out first.`,
      'reads-already': 'This colleague reads along already.',
      'entry-unknown': 'This track is not yours, or it is no longer in the plan.',
      'topic-unknown': 'This topic is no longer in the list. Choose another.',
      'was-read': 'A colleague has read this question. You can close it.',
    },
    because: {
      'everybody-asks': 'Everybody of the team asks questions.',
      'own-question': 'This is your question.',
      'is-asked': 'You were asked to think along.',
      'let-in': 'You were asked to read along.',
      'with-coordinators': 'This question is on rung 3.',
      'of-the-asker': 'Only who asked the question does this.',
      'not-in-circle': 'This question is somebody else’s.',
      'not-yet-coordinator': 'This question is not on rung 3 yet.',
      'was-read': 'A colleague has read this question. You can close it.',
      'members-only': 'Questions are for people of the team.',
    },
  },
})

/** The sentence of a no. */
export const questionNo = (no: QuestionNo, language: Language): string =>
  no.refused === 'may-not' ? text(language).because[no.because] : text(language).refusal[no.refused]
