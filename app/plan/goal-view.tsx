import type { Child } from 'hono/jsx'
import { HangsOn, hook } from '../ui/thread.tsx'
import { CardActs, CardFrame, looseWords, tiesOf } from './card-view.tsx'
import { drawnOnce } from './drawn-view.ts'
import { type Entry, textOf } from './entry.ts'
import { EntryBody, Tags } from './entry-body-view.tsx'
import { EntryEdit } from './entry-edit-view.tsx'
import { cardId, type Drawing } from './plan-sheet-view.ts'

type GoalProps = { entry: Entry; d: Drawing; margin?: Child; tail?: Child }

/** A goal on the rail, to read or open for writing. */
export function GoalCard({ entry, d, margin, tail }: GoalProps) {
  const open = d.sheet.open?.id === entry.id ? d.sheet.open : null
  return (
    <CardFrame id={entry.id}>
      {open ? (
        <EntryEdit entry={entry} d={d} open={open} />
      ) : (
        <GoalRead entry={entry} d={d} margin={margin} />
      )}
      {tail}
    </CardFrame>
  )
}

function GoalRead({ entry, d, margin }: { entry: Entry; d: Drawing; margin?: Child }) {
  const ties = tiesOf(entry, d)
  const number = d.numbers.get(entry.id)
  const loose = looseWords(entry, d)
  return (
    <article class={`doel ${hook(ties.length === 0)}`} id={cardId(entry.id)} tabindex={-1}>
      {drawnOnce(entry, d, `goal ${number} ${loose}`, () => (
        <>
          <h3>
            {number}. {textOf(entry, 'title') || d.text.empty}
          </h3>
          <div class="meta">
            <HangsOn ties={ties} words={d.text.hangsOn} nothing={loose} />
            <Tags entry={entry} d={d} />
          </div>
          <EntryBody entry={entry} d={d} />
        </>
      ))}
      {margin}
      <CardActs entry={entry} d={d} />
    </article>
  )
}
