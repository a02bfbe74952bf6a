import { words } from '../kernel/language.ts'
import type { VisionReason } from './vision.ts'

const refusedNl: Record<VisionReason, string> = {
  'line-empty': 'Schrijf een zin op.',
  'line-long': 'Deze zin is langer dan 200 tekens. Wat is de kern?',
  'short-empty': 'Kies een korte naam, zoals ‘Goede instructie’.',
  'short-long': 'Een korte naam heeft hoogstens 30 tekens, zoals ‘Goede instructie’.',
  'too-many-lines': 'Negen visielijnen is het meeste. Welke twee horen bij elkaar?',
  'too-few-lines': 'Een visie heeft ten minste drie lijnen. Zet er eerst een bij, of schrijf deze anders op.',
  'line-retired': 'Deze lijn is al afgesloten.',
  'line-active': 'Deze lijn doet gewoon mee.',
}

const refusedEn: Record<VisionReason, string> = {
  'line-empty': 'Write a sentence.',
  'line-long': 'This sentence is longer than 200 characters. What is the heart of it?',
  'short-empty': 'Choose a short name, like “Good instruction”.',
  'short-long': 'A short name has at most 30 characters, like “Good instruction”.',
  'too-many-lines': 'Nine vision lines is the most. Which two belong together?',
  'too-few-lines': 'A vision has at least three lines. Add one first, or put this one in other words.',
  'line-retired': 'This line is closed already.',
  'line-active': 'This line takes part as usual.',
}

/** The school's vision as lines. */
export const visionText = words({
  nl: {
    refused: refusedNl,
    title: 'Onze visie',
    under: 'Drie tot negen zinnen. Elk doel van het plan hangt aan een van deze lijnen.',
    none: 'Nog geen visie op papier. Begin met één zin die jullie allemaal kennen.',
    fewer: (more: number) =>
      more === 1
        ? 'Nog één zin erbij, dan zijn het er drie.'
        : `Nog ${more} zinnen erbij, dan zijn het er drie.`,
    text: 'Zin',
    short: 'Korte naam',
    shortHint: 'Voor waar weinig plaats is. Leeg? Dan stellen we er een voor.',
    add: 'Zet erbij',
    addTitle: 'Een lijn erbij',
    save: 'Bewaar',
    edit: 'Schrijf anders',
    up: 'Naar boven',
    down: 'Naar beneden',
    about: (short: string) => `: ${short}`,
    retire: 'Sluit af',
    retireWhat: 'Wat er al aan hangt, blijft eraan hangen. Er komt niets nieuws bij.',
    retiredTitle: 'Afgesloten lijnen',
    retiredWhat: 'Deze lijnen blijven bewaard, want doelen van eerdere jaren hangen eraan.',
    retiredOn: (day: string) => `afgesloten op ${day}`,
    takeBack: 'Neem weer op',
    saved: 'Bewaard.',
  },
  en: {
    refused: refusedEn,
    title: 'Our vision',
    under: 'Three to nine sentences. Every goal of the plan hangs on one of these lines.',
    none: 'No vision on paper yet. Begin with one sentence that you all know.',
    fewer: (more) => (more === 1 ? 'One more sentence makes three.' : `${more} more sentences make three.`),
    text: 'Sentence',
    short: 'Short name',
    shortHint: 'For where there is little room. Empty? Then we propose one.',
    add: 'Add',
    addTitle: 'One more line',
    save: 'Save',
    edit: 'Reword',
    up: 'Move up',
    down: 'Move down',
    about: (short) => `: ${short}`,
    retire: 'Close',
    retireWhat: 'What hangs on it already stays. Nothing new is added.',
    retiredTitle: 'Closed lines',
    retiredWhat: 'These lines are kept, because goals of earlier years hang on them.',
    retiredOn: (day) => `closed on ${day}`,
    takeBack: 'Take up again',
    saved: 'Saved.',
  },
})
