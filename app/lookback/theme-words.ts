import type { SayId } from '../kernel/id.ts'
import { capital } from '../kernel/sentence.ts'
import type { LookNote } from './theme.ts'

/** Notes that share a word: a first proposal, which people change as they like. */
export type ProposedGroup = { readonly title: string; readonly notes: readonly SayId[] }

/** Short and common words tie nothing together. */
const SHORTEST = 4
const COMMON = new Set(
  (
    'aan alle alleen alles altijd ander andere anders beetje beter bijna binnen blijft daar daarna dagen deden deze ' +
    'doen door dus echt eens eerst elk elke elkaar even gaat gaan gedaan geen geeft geven goed goede graag groep ' +
    'groepen haar hebben heeft heel helpt hier hoe iedereen iets juist kunnen komt komen krijgt laat leerlingen ' +
    'kinderen ouders maar maken maakt meer meest merken merkt mensen minder moeten naar niet niets nodig nog nooit ' +
    'onze over soms samen staat steeds tijdens toch tussen vaak veel vanaf verder vinden vindt vond vooral voor waar ' +
    'wanneer want waren wat weer weinig welke werd werden werkt willen worden wordt zagen zelf zich zien ziet zijn ' +
    'zodat zonder zou zouden about after again always because been before better children could does doing from good ' +
    'have help helps just less like little made make more most much need never often only other parents people pupils ' +
    'really same should some still than that their them then there these they this those through together very want ' +
    'went were what when where which will with work would year your jaar'
  ).split(' '),
)
/** 'rekenen', 'rekenles', 'Rekenmuur': so many letters say that it is about the same. */
const STEM = 5

type Word = { readonly word: string; readonly stem: string }

function wordsOf(text: string): Word[] {
  const words = text.toLowerCase().match(/[\p{L}]+/gu) ?? []
  return words
    .filter((word) => word.length >= SHORTEST && !COMMON.has(word))
    .map((word) => ({ word, stem: stemOf(word) }))
}

const stemOf = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').slice(0, STEM)

/** Groups of two notes or more, the largest first; every note is in one group at most. */
export function proposeGroups(notes: readonly LookNote[], most = 6): ProposedGroup[] {
  const groups: ProposedGroup[] = []
  let left = notes.map((note) => ({ id: note.id, words: wordsOf(note.text) }))
  while (groups.length < most) {
    const best = mostShared(left.map(({ words }) => words))
    if (best === null) break
    const isIn = ({ words }: { words: readonly Word[] }) => words.some(({ stem }) => stem === best.stem)
    groups.push({ title: capital(best.word), notes: left.filter(isIn).map(({ id }) => id) })
    left = left.filter((note) => !isIn(note))
  }
  return groups
}

/** The word that most notes share, two at least; of two as good the one that was said first. */
function mostShared(notes: readonly (readonly Word[])[]): Word | null {
  const count = new Map<string, { word: string; notes: number }>()
  for (const words of notes) {
    const stems = new Map(words.toReversed().map(({ stem, word }) => [stem, word]))
    for (const [stem, word] of stems) {
      const known = count.get(stem)
      count.set(stem, { word: known?.word ?? word, notes: (known?.notes ?? 0) + 1 })
    }
  }
  const [best] = [...count].toSorted(([, one], [, other]) => other.notes - one.notes)
  return best && best[1].notes > 1 ? { stem: best[0], word: best[1].word } : null
}
