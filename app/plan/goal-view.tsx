import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { plainOf } from '../kernel/rich.ts'
import { HangsOn, hook } from '../ui/thread.tsx'
import { CardFoot, CardFrame, looseWords, sameFor, tiesOf } from './card-view.tsx'
import { drawnOnce, inText } from './drawn-view.ts'
import { type Entry, textOf } from './entry.ts'
import { EntryBody, Tags } from './entry-body-view.tsx'
import { EntryEdit } from './entry-edit-view.tsx'
import { Carries, threadKey, threadMarks } from './hanging-view.tsx'
import { cardId, type Drawing } from './plan-sheet-view.ts'

type GoalProps = { entry: Entry; d: Drawing; margin?: Child; tail?: Child }

/** A goal on the rail, to read or open for writing. */
export function GoalCard(props: GoalProps) {
  const { entry, d, tail } = props
  if (tail || d.sheet.open?.id === entry.id) return <GoalFrame {...props} />
  const margin = inText(props.margin)
  return drawnOnce(entry, d, `card ${sameFor(entry, d)} ${threadKey(entry, d)} ${margin}`, () => (
    <GoalFrame entry={entry} d={d} margin={raw(margin)} />
  ))
}

function GoalFrame({ entry, d, margin, tail }: GoalProps) {
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
  return (
    <article
      class={`doel ${hook(ties.length === 0)}`}
      id={cardId(entry.id)}
      tabindex={-1}
      {...threadMarks(entry, d)}
    >
      <h3>
        {d.numbers.get(entry.id)}. {plainOf(textOf(entry, 'title')) || d.text.empty}
      </h3>
      <div class="meta">
        <HangsOn ties={ties} words={d.text.hangsOn} nothing={looseWords(entry, d)} />
        <Tags entry={entry} d={d} />
        <Carries of={entry} d={d} />
      </div>
      <EntryBody entry={entry} d={d} />
      <CardFoot margin={margin} entry={entry} d={d} />
    </article>
  )
}
