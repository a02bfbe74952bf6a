import type { Child } from 'hono/jsx'
import type { Language } from '../kernel/language.ts'
import { WordDiff } from '../ui/word-diff.tsx'
import type { CompareWords } from './compare-text.ts'

/** 'one': old and new in one text; 'side': beside each other, on a phone in one text all the same. */
export type Look = 'one' | 'side'

/** Moved is what stands elsewhere and is otherwise as it was. */
export type ChangeKind = 'changed' | 'added' | 'gone' | 'moved'

type CardProps = { kind: ChangeKind; id: string; name: string; text: CompareWords; children: Child }

/** One entry or principle with what became of it. */
export const Card = ({ kind, id, name, text, children }: CardProps) => (
  <article class={`verschilkaart ${kind}`} aria-labelledby={`v-${id}`}>
    <h3 id={`v-${id}`}>
      {name} <span class="wat">{text.is[kind]}</span>
    </h3>
    {children}
  </article>
)

/** What is another now, in words. */
export const Sentences = ({ lines }: { lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <ul class="veranderingen">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )

/** What the two versions are called. */
export type Columns = { readonly before: string; readonly after: string }
/** The words of a comparison, with the names of what is compared. */
export type CardWords = CompareWords & { readonly columns: Columns }

type TextProps = {
  label: string
  before: string
  after: string
  language: Language
  look: Look
  text: CardWords
}

/** One text: its old and new words in one, or beside each other. */
export function Text({ label, before, after, language, look, text }: TextProps) {
  const diff = <WordDiff {...{ before, after }} language={language} />
  return (
    <div class={look === 'side' ? 'veldverschil naast' : 'veldverschil'}>
      <h4>{label}</h4>
      {look === 'side' && (
        <div class="was">
          <p class="noot">{text.columns.before}</p>
          {before === '' ? <p class="noot">{text.empty}</p> : <div class="regels">{diff}</div>}
        </div>
      )}
      <div class="wordt">
        {look === 'side' && <p class="noot">{text.columns.after}</p>}
        <div class="regels">{diff}</div>
        {look === 'side' && after === '' && <p class="noot">{text.empty}</p>}
      </div>
    </div>
  )
}
