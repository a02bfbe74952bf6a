import { Knot as KnotMark } from '../ui/thread.tsx'
import type { Knot, KnotOf } from './thread.ts'
import { type Block, blocksOf, type Group, type Row } from './thread-blocks.ts'
import { labelOf, shortName, type Telling } from './thread-words-view.ts'

export type ListProps = {
  telling: Telling
  hrefOf: (knot: Knot) => string
  /** What still asks for something about a knot, as sentences. */
  asksOf: (knot: Knot) => readonly string[]
}

/** The thread as a list: the main thing on a phone, and for who does not see the drawing. */
export function ThreadList(props: ListProps) {
  const { thread, text } = props.telling
  const { blocks, bareLines, looseGoals, looseRows } = blocksOf(thread)
  return (
    <ol class="boom">
      {blocks.map((block) => (
        <BlockItem {...props} block={block} />
      ))}
      {bareLines.map((line) => (
        <li>
          <LineName {...props} line={line} />
          <p class="noot">{text.carriesNothingYet}</p>
        </li>
      ))}
      {looseGoals.length + looseRows.length > 0 && (
        <li class="losrij">
          <div class="v">
            <KnotMark kind="loose" />
            <span>{text.looseEnds}</span>
          </div>
          <ol>
            {looseGoals.map((group) => (
              <GoalItem {...props} group={group} />
            ))}
            {looseRows.map((row) => (
              <RowItem {...props} row={row} bold />
            ))}
          </ol>
        </li>
      )}
    </ol>
  )
}

function BlockItem({ block, ...props }: ListProps & { block: Block }) {
  return (
    <li>
      <LineName {...props} line={block.line} />
      {block.groups.length > 0 && (
        <ol>
          {block.groups.map((group) =>
            group.goal ? (
              <GoalItem {...props} group={group} />
            ) : (
              group.rows.map((row) => <RowItem {...props} row={row} />)
            ),
          )}
        </ol>
      )}
    </li>
  )
}

function LineName({ telling, hrefOf, line }: ListProps & { line: KnotOf<'line'> }) {
  return (
    <div class="v">
      <KnotMark kind={line.loose ? 'loose' : 'full'} />
      <span>
        <a href={hrefOf(line)}>{line.line.text}</a>
        {line.line.retiredAt !== null && <small> {telling.text.retired}</small>}
      </span>
    </div>
  )
}

function GoalItem({ group: { goal, evaluation, rows }, ...props }: ListProps & { group: Group }) {
  if (!goal) return null
  return (
    <li>
      <b>
        <a href={props.hrefOf(goal)}>{labelOf(goal, props.telling).text}</a>
      </b>
      <Rest {...props} knot={goal} evaluation={evaluation} />
      {rows.length > 0 && (
        <ol>
          {rows.map((row) => (
            <RowItem {...props} row={row} />
          ))}
        </ol>
      )}
    </li>
  )
}

function RowItem({ row: { of, evaluation }, bold, ...props }: ListProps & { row: Row; bold?: boolean }) {
  const { text, behind, under } = labelOf(of, props.telling)
  const name = <a href={props.hrefOf(of)}>{behind ? `${text} (${behind})` : text}</a>
  return (
    <li>
      {bold ? <b>{name}</b> : name}
      {under && (bold ? ` ${under}` : `: ${under}`)}
      {/[.!?…]$/.test(under ?? '') ? ' ' : '. '}
      <Rest {...props} knot={of} evaluation={evaluation} />
    </li>
  )
}

/** What else it hangs on, when it is looked back on, and what still asks for something. */
function Rest({
  telling,
  asksOf,
  knot,
  evaluation,
}: ListProps & { knot: Knot; evaluation: KnotOf<'evaluation'> | null }) {
  const { text } = telling
  const also = knot.on.slice(1).flatMap((key) => telling.byKey.get(key) ?? [])
  const says = [
    also.length > 0 && text.alsoOn(also.map((one) => shortName(one, telling)).join(', ')),
    evaluation && !evaluation.loose && `${text.onDays(labelOf(evaluation, telling).text)}.`,
    ...asksOf(knot),
  ].filter((one) => one !== false && one !== null)
  return says.length > 0 ? <span class="zacht rest">{says.join(' ')}</span> : null
}
