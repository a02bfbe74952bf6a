import { PostButton } from '../ui/form.tsx'
import { type OwnText, type PatternSheet, TOGETHER } from './pattern-sheet.ts'
import { patternText } from './pattern-text.ts'

/** What the reader was asked about sentences of their own: for their eyes alone. */
export function OwnTexts({ sheet }: { sheet: PatternSheet }) {
  const text = patternText(sheet.language).texts
  if (sheet.own.length === 0) return null
  return (
    <section class="blok" id="jouw-zin" aria-labelledby="k-jouw-zin">
      <h2 id="k-jouw-zin">{text.own}</h2>
      <p class="noot">{text.ownNote}</p>
      <ul class="patroonvragen">
        {sheet.own.map((own) => (
          <Own own={own} sheet={sheet} />
        ))}
      </ul>
    </section>
  )
}

function Own({ own, sheet }: { own: OwnText; sheet: PatternSheet }) {
  const text = patternText(sheet.language).texts
  const says = { open: null, yes: text.isYes, no: text.isNo, changed: text.changed }[own.is]
  const answer = (act: 'yes' | 'no', label: string, kind: 'main' | 'quiet' | 'link') => (
    <PostButton action={TOGETHER} hidden={{ act, question: own.questionId }} kind={kind}>
      {label}
    </PostButton>
  )
  return (
    <li>
      <p class="noot">{text.about(sheet.nameOf(own.topic))}</p>
      <q>{own.sentence}</q>
      {says && <p>{says}</p>}
      <div class="rij">
        {own.is !== 'yes' && answer('yes', text.yes, own.is === 'open' ? 'main' : 'link')}
        {own.is === 'open' && answer('no', text.no, 'quiet')}
        {(own.is === 'yes' || own.is === 'changed') && answer('no', text.takeBack, 'link')}
      </div>
    </li>
  )
}
