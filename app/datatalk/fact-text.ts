import { type Language, words } from '../kernel/language.ts'
import { capital } from '../kernel/sentence.ts'
import { numberText, say, yearText } from '../trend/sentence-text.ts'
import type { NotKnown } from './claim.ts'
import type { Fact, FactAbout, Saying } from './fact.ts'

/** The words of what the numbers say, and of what somebody asked them. */
export const factText = words({
  nl: {
    school: { target: 'Op 1S/2F', at1F: 'Op 1F of hoger' },
    schoolLong: {
      target: 'Groep 8, alle vakken samen: aandeel op 1S/2F',
      at1F: 'Groep 8, alle vakken samen: aandeel op 1F of hoger',
    },
    group: (subject: string, yearGroup: number) => `${subject}, groep ${yearGroup}`,
    moment: { B: 'begin', M: 'midden', E: 'eind', D: 'doorstroomtoets' },
    measure: { target: 'op 1S/2F', at1F: 'op 1F of hoger', mean: 'gemiddelde', median: 'middelste' },
    in: (year: string, value: string) => `in ${year} ${value}`,
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
    notKnown: {
      hidden: 'Dit gaat over te weinig leerlingen. We tonen het niet, dus we kunnen het hier niet nakijken.',
      'not-measured': 'Van dat jaar zijn er geen cijfers. Kies een ander jaar.',
      'no-line':
        'Die lijn is er niet bij dit cijfer. De lijnen gelden voor groep 8, alle vakken samen; kijk bij Trends welke er zijn.',
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
    school: { target: 'At 1S/2F', at1F: 'At 1F or higher' },
    schoolLong: {
      target: 'Year group 8, all subjects together: share at 1S/2F',
      at1F: 'Year group 8, all subjects together: share at 1F or higher',
    },
    group: (subject, yearGroup) => `${subject}, year group ${yearGroup}`,
    moment: { B: 'begin', M: 'middle', E: 'end', D: 'doorstroomtoets' },
    measure: { target: 'at 1S/2F', at1F: 'at 1F or higher', mean: 'mean', median: 'middle score' },
    in: (year, value) => `in ${year} ${value}`,
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
    notKnown: {
      hidden: 'This is about too few pupils. We do not show it, so we can’t check it here.',
      'not-measured': 'There are no figures of that year. Choose another year.',
      'no-line':
        'That line does not belong to this figure. The lines hold for year group 8, all subjects together; see Trends for which there are.',
      'new-series': 'Another test or other norms began in between. Those numbers can’t be compared.',
      'other-years':
        'One number counts three years together, the other five. We do not compare those. Choose another year.',
    },
    subjects: 'The subjects beside each other',
    unsaid: (what) => `${what}: of a few pupils this has changed. We no longer say the numbers of then.`,
    untrue: (what) => `The figures do not say so. They say this: ${what}`,
  },
})

/** What a fact is about, in the choices: 'Rekenen, groep 8, doorstroomtoets, op 1S/2F'. */
export function aboutText(language: Language, about: FactAbout): string {
  const text = factText(language)
  if (about.of === 'subjects') return ''
  if (about.of === 'school') return text.schoolLong[about.share]
  const { subject, yearGroup, moment, measure } = about
  return `${text.group(subject, yearGroup)}, ${text.moment[moment]}, ${text.measure[measure]}`
}

/** A fact as a sentence, with what it is about in front. */
export function sayFact(language: Language, { about, statement, own }: Fact): string {
  const said = say(language, statement)
  if (about.of === 'subjects') return said
  const text = factText(language)
  const head = about.of === 'school' ? text.school[about.share] : aboutText(language, about)
  const value = own && text.in(yearText(own.place), numberText(language, own.value, 'target'))
  return `${capital(head)}${value ? ` ${value}` : ''}: ${lowered(said)}`
}

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
