import { type Language, words } from '../kernel/language.ts'
import { capital } from '../kernel/sentence.ts'
import { sectionText } from '../trend/section-text.ts'
import { fewIn, numberText, say, yearText } from '../trend/sentence-text.ts'
import type { Measure } from '../trend/series.ts'
import type { NotKnown } from './claim.ts'
import { type Fact, type FactAbout, type Saying, saidIn } from './fact.ts'

/** The words of what the numbers say, and of what somebody asked them. */
export const factText = words({
  nl: {
    school: {
      target: 'Groep 8, alle vakken samen, op 1S/2F',
      at1F: 'Groep 8, alle vakken samen, op 1F of hoger',
    },
    schoolLong: {
      target: 'Groep 8, alle vakken samen: aandeel op 1S/2F',
      at1F: 'Groep 8, alle vakken samen: aandeel op 1F of hoger',
    },
    in: (year: string, value: string) => `${value} in ${year}`,
    says: {
      up: 'ging omhoog',
      down: 'ging omlaag',
      same: 'bleef gelijk',
      above: {
        signal: 'ligt boven de signaleringswaarde',
        comparable: 'ligt boven vergelijkbare scholen',
        national: 'ligt boven het landelijk gemiddelde',
        ambition: 'ligt boven onze ambitie',
      },
      below: {
        signal: 'ligt onder de signaleringswaarde',
        comparable: 'ligt onder vergelijkbare scholen',
        national: 'ligt onder het landelijk gemiddelde',
        ambition: 'ligt onder onze ambitie',
      },
    },
    beside: {
      above: (aim: string) => `Boven onze ambitie (${aim}).`,
      equal: (aim: string) => `Precies op onze ambitie (${aim}).`,
      below: (aim: string) => `Onder onze ambitie (${aim}).`,
      justAbove: (aim: string) => `Net boven onze ambitie (${aim}).`,
      justBelow: (aim: string) => `Net onder onze ambitie (${aim}).`,
    },
    notKnown: {
      hidden: 'Dit gaat over te weinig leerlingen. We tonen het niet, dus we kunnen het hier niet nakijken.',
      'not-measured': 'Van dat jaar zijn er geen cijfers. Kies een ander jaar.',
      'not-measured-since':
        'Van het jaar om mee te vergelijken zijn er geen cijfers. Kies daar een ander jaar.',
      'no-line': 'Voor dat jaar is die lijn niet bekend. Bij Trends zie je welke er wel zijn.',
      'school-line': 'Die lijn geldt voor groep 8, alle vakken samen. Kies dat bij ‘Wat?’.',
      'no-ambition': 'Bij dit cijfer loopt geen ambitie. Leg er een vast, of kijk iets anders na.',
      'not-earlier': 'Kies om mee te vergelijken een jaar dat eerder is.',
      'new-series': 'Daartussen begon een andere toets of normering. Die getallen zijn niet te vergelijken.',
      'other-years':
        'Het ene getal telt drie jaren bij elkaar, het andere vijf. Die vergelijken we niet. Kies een ander jaar.',
    },
    subjects: 'De vakken naast elkaar',
    unsaid: (what: string) =>
      `${what}: hierin werd het van een paar leerlingen anders. De getallen van toen zeggen we niet meer.`,
    untrue: (what: string) => `Zo staat het niet in de cijfers. Wel dit: ${what}`,
  },
  en: {
    school: {
      target: 'Year group 8, all subjects together, at 1S/2F',
      at1F: 'Year group 8, all subjects together, at 1F or higher',
    },
    schoolLong: {
      target: 'Year group 8, all subjects together: share at 1S/2F',
      at1F: 'Year group 8, all subjects together: share at 1F or higher',
    },
    in: (year, value) => `${value} in ${year}`,
    says: {
      up: 'went up',
      down: 'went down',
      same: 'stayed the same',
      above: {
        signal: 'lies above the signal value',
        comparable: 'lies above comparable schools',
        national: 'lies above the national mean',
        ambition: 'lies above our ambition',
      },
      below: {
        signal: 'lies below the signal value',
        comparable: 'lies below comparable schools',
        national: 'lies below the national mean',
        ambition: 'lies below our ambition',
      },
    },
    beside: {
      above: (aim) => `Above our ambition (${aim}).`,
      equal: (aim) => `Exactly at our ambition (${aim}).`,
      below: (aim) => `Below our ambition (${aim}).`,
      justAbove: (aim) => `Just above our ambition (${aim}).`,
      justBelow: (aim) => `Just below our ambition (${aim}).`,
    },
    notKnown: {
      hidden: 'This is about too few pupils. We do not show it, so we can’t check it here.',
      'not-measured': 'There are no figures for that year. Choose another year.',
      'not-measured-since': 'There are no figures for the year to compare with. Choose another year there.',
      'no-line': 'That line is not known for that year. Trends shows which ones are.',
      'school-line': 'That line holds for year group 8, all subjects together. Choose that at ‘What?’.',
      'no-ambition': 'No ambition runs on this figure. Make one, or check something else.',
      'not-earlier': 'Choose an earlier year to compare with.',
      'new-series': 'Another test or other norms started in between. Those numbers can’t be compared.',
      'other-years':
        'One number counts three years together, the other five. We do not compare those. Choose another year.',
    },
    subjects: 'The subjects beside each other',
    unsaid: (what) =>
      `${what}: for a few pupils this has changed since. We no longer give the numbers of that day.`,
    untrue: (what) => `The figures do not say so. They say this: ${what}`,
  },
})

/** What a fact is about, in the choices: 'Rekenen, groep 8, doorstroomtoets, op 1S/2F'. */
export function aboutText(language: Language, about: FactAbout): string {
  if (about.of === 'subjects') return ''
  return about.of === 'school' ? factText(language).schoolLong[about.share] : sectionText(language, about)
}

/** A fact as a sentence, with what it is about in front, and how few the pupils are. */
export function sayFact(language: Language, { about, statement, own }: Fact): string {
  if (about.of === 'subjects') return say(language, statement, 'bare')
  const measure = about.of === 'section' ? about.measure : about.share
  const said =
    statement.says === 'beside' && about.of === 'section'
      ? besideText(language, statement, measure)
      : say(language, statement, 'bare')
  const text = factText(language)
  const head = about.of === 'school' ? text.school[about.share] : aboutText(language, about)
  const value = own && text.in(yearText(own.place), numberText(language, own.value, measure))
  const few = fewIn(language, saidIn({ statement, own }))
  return `${capital(head)}${value ? ` ${value}` : ''}: ${lowered(said)}${few === '' ? '' : ` ${few}`}`
}

/** Beside what the school aims at, on whatever scale that is. */
function besideText(language: Language, { side, close, value }: Beside, measure: Measure): string {
  const key = side === 'equal' || !close ? side : side === 'above' ? 'justAbove' : 'justBelow'
  return factText(language).beside[key](numberText(language, value, measure))
}

type Beside = Extract<Fact['statement'], { says: 'beside' }>

/** A fact of which the numbers are no longer said. */
export function sayUnsaid(language: Language, { about }: Fact): string {
  const text = factText(language)
  if (about.of === 'subjects') return text.unsaid(text.subjects)
  return text.unsaid(capital(about.of === 'school' ? text.school[about.share] : aboutText(language, about)))
}

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** What a choice in the list of claims is called. */
export function sayingText(language: Language, says: Saying): string {
  const text = factText(language).says
  return 'way' in says ? text[says.way] : text[says.side][says.line]
}

export const notKnownText = (language: Language, why: NotKnown): string => factText(language).notKnown[why]
