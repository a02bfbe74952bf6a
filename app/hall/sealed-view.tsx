import type { Language } from '../kernel/language.ts'
import type { SealedHere } from './sealed.ts'
import { sealedText } from './sealed-text.ts'

/** The sentence of the seal as a heading; a school year is never broken over two lines. */
export function SealedHeading({ sealed, language }: { sealed: SealedHere; language: Language }) {
  const [before, after] = sealedText(language).adopted(sealed.year, sealed.number).split(sealed.year)
  return (
    <h1>
      {before}
      <span class="heel">{sealed.year}</span>
      {after}
    </h1>
  )
}
