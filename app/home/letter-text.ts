import { type Language, type Terms, words } from '../kernel/language.ts'
import { standText } from './stand-text.ts'

/** What the product itself adds to the letter to the PMR. */
export const letterText = words({
  nl: {
    fileName: 'brief-aan-de-pmr',
    dataPlace:
      'Op de server die onze school of ons bestuur zelf kiest en beheert. Er gaat niets naar derden.',
  },
  en: {
    fileName: 'letter-to-the-pmr',
    dataPlace: 'On the server that our school or board chooses and runs. Nothing goes to third parties.',
  },
})

/** Who reads what, as the page of the product says it. */
export const readsOf = (language: Language, terms: Terms) =>
  Object.values(standText(language).kinds).map((kind) => ({
    what: kind.title(terms),
    who: kind.reads(terms),
  }))
