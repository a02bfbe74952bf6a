import { clock, type Moment } from '../kernel/day.ts'
import type { EntryId } from '../kernel/id.ts'
import { plainOf } from '../kernel/rich.ts'
import { entryText } from '../plan/entry-text.ts'
import type { OwnAct, OwnChange } from '../plan/own-change.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { firstLine } from '../plan/plan-sheet.ts'
import { entryState } from '../plan/plan-state.ts'
import type { Removed } from '../plan/removed.ts'
import { ArrowLink } from '../ui/button.tsx'
import { PostButton } from '../ui/form.tsx'
import { Empty } from '../ui/notice.tsx'
import { WordDiff } from '../ui/word-diff.tsx'
import { Sentences } from './compare-card-view.tsx'
import { labelsFor, type Naming, nameOfState, sayFacets, sayPerson } from './compare-say-view.ts'
import { compareText } from './compare-text.ts'
import { undoText } from './undo-text.ts'

/** A stretch of writing of one's own. */
export type OwnWriting = {
  readonly ownerId: string
  readonly field: string
  readonly before: string
  readonly after: string
  readonly revision: number
  readonly at: Moment
  /** The revision that stands there now. */
  readonly base: number
  /** Who wrote there after it; null: it still stands as one left it. */
  readonly laterBy: string | null
}

export type UndoProps = {
  readonly plan: Plan
  readonly texts: readonly OwnWriting[]
  readonly changes: readonly OwnChange[]
  readonly removed: readonly Removed[]
  readonly naming: Naming
  readonly href: string
  /** Why the rights of now do not let one put it back, in words; null when they do. */
  readonly whyNot: (subjectId: string, of: { field: string } | OwnAct) => string | null
}

/** What one did in the last hour, newest first, each with its way back. */
export function Undo(props: UndoProps) {
  const text = undoText(props.naming.language)
  const acts = props.changes.filter(({ act }) => act.is !== 'text-back')
  const all = [
    ...props.texts.map((one) => ({ at: one.at, drawn: <Written {...props} one={one} /> })),
    ...acts.map((one) => ({ at: one.at, drawn: <Acted {...props} one={one} /> })),
  ].sort((one, other) => (one.at < other.at ? 1 : -1))
  return (
    <div class="kolom terug">
      {all.length === 0 ? (
        <Empty sentence={text.nothing} />
      ) : (
        <ol class="versielijst">{all.map(({ drawn }) => drawn)}</ol>
      )}
      <p class="noot">
        {text.older} <ArrowLink href={`${props.href}/versions`}>{text.versions}</ArrowLink>
      </p>
    </div>
  )
}

/** What something is called: a goal by its title, a track by whose it is, a principle by its words. */
export function subjectName(
  id: string,
  { plan, removed, naming }: Pick<UndoProps, 'plan' | 'removed' | 'naming'>,
) {
  const text = undoText(naming.language)
  const gone = removed.find((one) => one.id === id)
  const principle = plan.principles.find((one) => one.id === id)?.text.text
  const words = principle ?? (gone?.is === 'principle' ? gone.text : null)
  if (words !== null) return text.principle(firstLine(plainOf(words), 40))
  const entry = entryOf(plan, id as EntryId) ?? (gone?.is === 'entry' ? gone.entry : null)
  return entry ? nameOfState(entryState(entry), naming) : text.subjectGone
}

function Written(props: UndoProps & { one: OwnWriting }) {
  const { one, naming, href } = props
  const { language } = naming
  const text = undoText(language)
  const name = subjectName(one.ownerId, props)
  const whyNot = props.whyNot(one.ownerId, { field: one.field })
  const did = text.wrote(fieldName(one, props).toLowerCase())
  return (
    <li>
      <div>
        <h2 class="kernzin">{name}</h2>
        <p class="noot">
          {did}, {text.at(clock(one.at, language))}
        </p>
        <div class="regels">
          <WordDiff before={one.before} after={one.after} language={language} />
        </div>
        {one.laterBy && <p class="noot">{text.laterBy(one.laterBy)}</p>}
      </div>
      {whyNot ? (
        <p class="noot">{whyNot}</p>
      ) : (
        <BackText one={one} href={href} about={text.putBackAbout(`${name}, ${did}`)} label={text.putBack} />
      )}
    </li>
  )
}

type BackProps = { one: OwnWriting; href: string; about: string; label: string }

function BackText({ one, href, about, label }: BackProps) {
  const { ownerId, field, revision } = one
  // From the revision of one's own where somebody wrote since: that is never overwritten unseen.
  const base = String(one.laterBy ? revision : one.base)
  const hidden = { act: 'text', owner: ownerId, field, revision: String(revision), base }
  return (
    <PostButton kind="quiet" icon="undo" action={`${href}/undo`} hidden={hidden} about={about}>
      {label}
    </PostButton>
  )
}

/** The name of a field as its card has it. */
export function fieldName(
  { ownerId, field }: Pick<OwnWriting, 'ownerId' | 'field'>,
  { plan, naming }: Pick<UndoProps, 'plan' | 'naming'>,
) {
  const entry = entryOf(plan, ownerId as EntryId)
  const text = compareText(naming.language)
  if (!entry) return field === 'talk' ? text.talk : text.principle
  return (labelsFor(entryState(entry), naming) as Readonly<Record<string, string>>)[field] ?? field
}

function Acted(props: UndoProps & { one: OwnChange }) {
  const { one, naming, href } = props
  const text = undoText(naming.language)
  const name = subjectName(one.subjectId, props)
  const [did, lines] = sayAct(one, props)
  const whyNot = props.whyNot(one.subjectId, one.act)
  return (
    <li>
      <div>
        <h2 class="kernzin">{name}</h2>
        <p class="noot">
          {did}, {text.at(clock(one.at, naming.language))}
        </p>
        <Sentences lines={lines} />
      </div>
      {one.undoneAt || whyNot ? (
        <p class="noot">{one.undoneAt ? text.undone : whyNot}</p>
      ) : (
        <PostButton
          kind="quiet"
          icon="undo"
          action={`${href}/undo`}
          hidden={{ act: 'act', change: one.id }}
          about={text.putBackAbout(`${name}, ${did}`)}
        >
          {text.putBack}
        </PostButton>
      )}
    </li>
  )
}

/** An act in words: what was done, and where it helps what exactly. */
function sayAct({ act, subjectId }: OwnChange, { plan, naming }: UndoProps): [string, readonly string[]] {
  const text = undoText(naming.language)
  const entry = entryOf(plan, subjectId as EntryId)
  switch (act.is) {
    case 'added':
    case 'removed':
    case 'restored':
      return [text[act.is], []]
    case 'moved':
      return [text[act.direction], []]
    case 'named':
    case 'unnamed':
      return [text[act.is](sayPerson(act, naming)), []]
    case 'tied': {
      const before = entry && { ...entryState(entry), ...act.before }
      return [text.tied, before ? sayFacets(before, { texts: [], values: act.after }, null, naming) : []]
    }
    case 'days': {
      const before = entry && { ...entryState(entry), moments: act.before }
      const values = { moments: act.after }
      return [text.days, before ? sayFacets(before, { texts: [], values }, null, naming) : []]
    }
    case 'text-back':
      return [entryText(naming.language).track, []]
  }
}
