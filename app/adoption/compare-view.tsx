import { isGoal } from '../plan/entry.ts'
import { entryText } from '../plan/entry-text.ts'
import { type EntryState, IN_ORDER, type PrincipleState, textsInOrder } from '../plan/plan-state.ts'
import { Fold } from '../ui/details.tsx'
import {
  type EntryFacets,
  isNothing,
  type PieceChange,
  type PlanDifference,
  type PrincipleFacets,
} from './compare.ts'
import {
  Card,
  type CardWords,
  type ChangeKind,
  type Columns,
  type Look,
  Sentences,
  Text,
} from './compare-card-view.tsx'
import { labelsFor, type Naming, nameOfState, sayFacets, sayFrame } from './compare-say-view.ts'
import { type CompareWords, compareText } from './compare-text.ts'

export type DifferenceProps = {
  readonly difference: PlanDifference
  readonly naming: Naming
  readonly look: Look
  /** What the two versions are called, above their columns. */
  readonly columns: Columns
}

type Props = Omit<DifferenceProps, 'columns'> & { readonly text: CardWords }

/** Everything that differs, entry by entry; what stayed the same is folded away. */
export function Difference({ difference, naming, look, columns }: DifferenceProps) {
  const text = { ...compareText(naming.language), columns }
  const props = { difference, naming, look, text }
  if (isNothing(difference)) return <p>{text.nothing}</p>
  return (
    <div class="vergelijking">
      <p class="noot">{text.legend}</p>
      <InShort {...props} />
      <Frame {...props} />
      <Principles {...props} />
      {IN_ORDER.map((kind) => (
        <Entries {...props} kind={kind} />
      ))}
      <Same {...props} />
    </div>
  )
}

/** How many, in one line. */
function InShort({ difference, text }: Props) {
  const { principles, entries } = difference
  const there = [...principles.there.map(kindOf), ...entries.there.map(kindOf)]
  const is = (name: ChangeKind) => there.filter((one) => one === name).length
  const gone = principles.gone.length + entries.gone.length
  const counts = [
    ['changed', is('changed') + (difference.frame ? 1 : 0)],
    ['added', is('added')],
    ['gone', gone],
    ['moved', is('moved')],
  ] as const
  const said = counts.filter(([, count]) => count > 0).map(([name, count]) => text.count[name](count))
  return (
    <p class="kernzin" id="in-short">
      {text.inShort}: {said.join(', ')}.
    </p>
  )
}

function kindOf<Of>(change: PieceChange<Of, { texts: readonly unknown[]; values: object }>): ChangeKind {
  if (change.is === 'added') return 'added'
  const { texts, values } = change.facets
  return change.place && texts.length + Object.keys(values).length === 0 ? 'moved' : 'changed'
}

function Frame({ difference: { frame }, naming, look, text }: Props) {
  if (!frame) return null
  const reworded = frame.after.visionLines.flatMap((line) => {
    const was = frame.before.visionLines.find(({ id }) => id === line.id)
    return was && was.text !== line.text ? [{ before: was.text, after: line.text }] : []
  })
  const titles = { before: frame.before.title, after: frame.after.title }
  return (
    <section aria-labelledby="verschil-geheel">
      <h2 id="verschil-geheel">{text.frame}</h2>
      <Sentences lines={sayFrame(frame.before, frame.after, naming.language)} />
      {titles.before !== titles.after && (
        <Text label={text.planTitle} {...titles} {...{ look, text }} language={naming.language} />
      )}
      {reworded.map((line) => (
        <Text label={text.lineReworded} {...line} {...{ look, text }} language={naming.language} />
      ))}
    </section>
  )
}

function Principles(props: Props) {
  const { difference, naming, text } = props
  const { there, gone } = difference.principles
  if (there.length + gone.length === 0) return null
  return (
    <section aria-labelledby="verschil-principes">
      <h2 id="verschil-principes">{text.principles}</h2>
      {there.map((change) => (
        <PrincipleCard
          {...props}
          change={change}
          name={`${text.principle} ${numberOf(change.after.id, naming)}`}
        />
      ))}
      {gone.map((principle) => (
        <Card kind="gone" id={principle.id} name={text.principle} text={text}>
          <Text
            {...props}
            label={text.principle}
            before={principle.text}
            after=""
            language={naming.language}
          />
        </Card>
      ))}
    </section>
  )
}

type PrincipleProps = Props & { change: PieceChange<PrincipleState, PrincipleFacets>; name: string }

function PrincipleCard(props: PrincipleProps) {
  const { change, name, text, naming } = props
  const labels: Record<string, string> = { text: text.principle, talk: text.talk }
  const erased = change.after.erased || (change.is === 'changed' && change.before.erased)
  const texts = change.is === 'added' ? [addedText(change.after)] : change.facets.texts
  return (
    <Card kind={kindOf(change)} id={change.after.id} name={name} text={text}>
      {change.is === 'changed' && change.place && (
        <Sentences lines={[placeOfPrinciple(change.place.behind, naming, text)]} />
      )}
      {erased ? (
        <p>{text.erased}</p>
      ) : (
        texts.map(({ field, before, after }) => (
          <Text {...props} label={labels[field] ?? field} {...{ before, after }} language={naming.language} />
        ))
      )}
    </Card>
  )
}

const addedText = ({ text }: PrincipleState) => ({ field: 'text', before: '', after: text })

function placeOfPrinciple(behind: string | null, naming: Naming, text: CompareWords) {
  const place = behind === null ? 0 : numberOf(behind, naming)
  return place === 0 ? text.movedFirst : text.movedBehind(`${text.principle.toLowerCase()} ${place}`)
}

function Entries(props: Props & { kind: EntryState['kind'] }) {
  const { difference, text, kind } = props
  const there = difference.entries.there.filter(({ after }) => after.kind === kind)
  const gone = difference.entries.gone.filter((entry) => entry.kind === kind)
  if (there.length + gone.length === 0) return null
  return (
    <section aria-labelledby={`verschil-${kind}`}>
      <h2 id={`verschil-${kind}`}>{text.groups[kind]}</h2>
      {there.map((change) => (
        <EntryCard {...props} change={change} />
      ))}
      {gone.map((entry) => (
        <WholeEntry {...props} entry={entry} kind="gone" />
      ))}
    </section>
  )
}

function EntryCard(props: Props & { change: PieceChange<EntryState, EntryFacets> }) {
  const { change, naming, text } = props
  if (change.is === 'added') return <WholeEntry {...props} entry={change.after} kind="added" />
  const { before, after, facets, place } = change
  const labels: Readonly<Record<string, string>> = labelsFor(after, naming)
  return (
    <Card kind={kindOf(change)} id={after.id} name={nameOfState(after, naming)} text={text}>
      <Sentences lines={sayFacets(before, facets, place, naming)} />
      <Closed before={before} after={after} text={text} />
      {!isClosed(before, after) &&
        facets.texts.map((one) => (
          <Text {...props} {...one} label={labels[one.field] ?? one.field} language={naming.language} />
        ))}
    </Card>
  )
}

/** A text that was erased or may not be read has nothing to be compared with. */
const isClosed = (before: EntryState, after: EntryState) =>
  Boolean(before.erased || after.erased || after.veiled)

function Closed({ before, after, text }: { before: EntryState; after: EntryState; text: CompareWords }) {
  if (before.erased || after.erased) return <p class="noot">{text.erased}</p>
  if (after.veiled) return <p class="noot">{text.veiled}</p>
  return before.veiled ? <p class="noot">{text.notOpenThen}</p> : null
}

type WholeProps = Omit<Props, 'difference'> & { entry: EntryState; kind: 'added' | 'gone' }

/** An entry that is new or gone: all of its texts, as added or struck out. */
function WholeEntry({ entry, kind, naming, look, text }: WholeProps) {
  const labels: Readonly<Record<string, string>> = labelsFor(entry, naming)
  const moments = entryText(naming.language)
  return (
    <Card kind={kind} id={entry.id} name={nameOfState(entry, naming)} text={text}>
      {!entry.erased && !entry.veiled && !isGoal(entry) && <p class="noot">{moments.weight[entry.weight]}</p>}
      <Closed before={entry} after={entry} text={text} />
      {textsInOrder(entry).map(([field, words]) => (
        <Text
          label={labels[field] ?? field}
          before={kind === 'gone' ? words : ''}
          after={kind === 'gone' ? '' : words}
          {...{ look, text }}
          language={naming.language}
        />
      ))}
    </Card>
  )
}

/** What stayed the same, folded away: '23 onderdelen bleven gelijk'. */
function Same({ difference: { principles, entries }, naming, text }: Props) {
  const names = [
    ...principles.same.map(({ id }) => `${text.principle} ${numberOf(id, naming)}`),
    // Of a text that is not for the reader is not told either whether it changed.
    ...entries.same.filter((entry) => !entry.veiled).map((entry) => nameOfState(entry, naming)),
  ]
  if (names.length === 0) return null
  return (
    <Fold summary={text.same(names.length)}>
      <Sentences lines={names} />
    </Fold>
  )
}

/** The number by which a principle is known: its place among them now. */
const numberOf = (id: string, { after }: Naming) => after.principles.findIndex((one) => one.id === id) + 1
