import { type Language, words } from '../kernel/language.ts'
import type { AmbitionRefusal } from './ambition.ts'
import type { AmbitionBecause, AmbitionNo } from './ambition-may.ts'
import { byText, valueText } from './stand-text.ts'
import type { Unlikely } from './unlikely.ts'

/** Why an ambition may or may not, and what to do where something was refused. */
const ambitionNoText = words({
  nl: {
    because: {
      'team-reads': 'Iedereen van het team leest wat we willen bereiken.',
      'members-only': 'Dit is van de mensen van de school.',
      'is-coordinator': 'Jij houdt het geheel bij.',
      'in-learning-team': 'Dit is van jullie leerteam.',
      'not-in-learning-team': 'Dit is van een ander leerteam. Overleg met een collega die daarin zit.',
      'coordinator-for-all':
        'Een ambitie van het hele team schrijft de coördinator op. Vraag het aan diegene.',
    } satisfies Record<AmbitionBecause, string>,
    refusal: {
      'about-gone': 'Hier is nu geen cijfer van dat het team kan zien. Kies iets anders.',
      'there-already': 'Hierover loopt al een ambitie. Verander die, of kies iets anders.',
      'ambitions-many': 'Er lopen al dertig ambities. Rond er eerst een af.',
      'team-odd': 'Kies een leerteam uit de lijst.',
      'to-missing': 'Vul in hoe hoog jullie willen komen.',
      'to-odd': 'Schrijf een getal, bijvoorbeeld 48 of 48,5. Een deel van de leerlingen is hoogstens 100 %.',
      'by-odd': 'Kies een jaar uit de lijst.',
      'why-long': 'Dit is te lang. Kort het in tot 600 tekens.',
      'nothing-changed': 'Er is niets veranderd.',
      'changed-meanwhile': 'Een collega veranderde deze ambitie net ook. Kijk wat er nu staat.',
      'ambition-gone': 'Deze ambitie is er niet meer.',
      'ambition-ended': 'Deze ambitie is al afgerond.',
      'tie-odd': 'Dit doel of traject staat niet meer in het plan. Kies een ander.',
    } satisfies Record<AmbitionRefusal, string>,
    last: (value: string, year: string) => `Nu is het ${value} (${year})`,
    best: (value: string, year: string) => `Het hoogste was ${value} (${year})`,
    asked: {
      lower: (beside: string, to: string) =>
        `${beside} en ${to} is lager. Bedoel je dat? Zet dan hieronder een vinkje.`,
      'far-above': (beside: string, to: string) =>
        `${beside} en ${to} is veel hoger. Bedoel je dat? Zet dan hieronder een vinkje.`,
    } satisfies Record<Unlikely['is'], unknown>,
  },
  en: {
    because: {
      'team-reads': 'Everybody of the team reads what we want to reach.',
      'members-only': 'This belongs to the people of the school.',
      'is-coordinator': 'You keep an eye on the whole.',
      'in-learning-team': 'This is of your learning team.',
      'not-in-learning-team': 'This is of another learning team. Talk to a colleague who is in it.',
      'coordinator-for-all': 'An ambition of the whole team is written down by the coordinator. Just ask.',
    },
    refusal: {
      'about-gone': 'There is no figure for this now that the team may see. Choose something else.',
      'there-already': 'There is an ambition about this already. Change that one, or choose something else.',
      'ambitions-many': 'Thirty ambitions are running. Close one first.',
      'team-odd': 'Choose a learning team from the list.',
      'to-missing': 'Fill in how high you want to get.',
      'to-odd': 'Write a number, for instance 48 or 48.5. A share of the pupils is at most 100 %.',
      'by-odd': 'Choose a year from the list.',
      'why-long': 'This is too long. Shorten it to 600 characters.',
      'nothing-changed': 'Nothing has changed.',
      'changed-meanwhile': 'A colleague has just changed this ambition as well. See what it says now.',
      'ambition-gone': 'This ambition is no longer there.',
      'ambition-ended': 'This ambition has been closed.',
      'tie-odd': 'This goal or track is no longer in the plan. Choose another.',
    },
    last: (value, year) => `It is ${value} now (${year})`,
    best: (value, year) => `The highest was ${value} (${year})`,
    asked: {
      lower: (beside, to) => `${beside} and ${to} is lower. Do you mean that? Then tick the box below.`,
      'far-above': (beside, to) =>
        `${beside} and ${to} is much higher. Do you mean that? Then tick the box below.`,
    },
  },
})

/** The sentence for every way in which an ambition says no. */
export function ambitionNo(no: AmbitionNo, language: Language): string {
  const text = ambitionNoText(language)
  if (no.refused === 'may-not') return text.because[no.because]
  return 'asks' in no ? askedText(language, no.asks) : text.refusal[no.refused]
}

function askedText(language: Language, { about, to, is, beside, isLast }: Unlikely): string {
  const text = ambitionNoText(language)
  const value = valueText(language, about, beside.value)
  const stands = (isLast ? text.last : text.best)(value, byText(about, beside.schoolYear))
  return text.asked[is](stands, valueText(language, about, to))
}
