import type { Child } from 'hono/jsx'
import { capital } from '../kernel/sentence.ts'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Notice } from '../ui/notice.tsx'
import { RichText } from '../ui/rich.tsx'
import { PassageField, WritingPieces, writingSays } from '../writing/passage-view.tsx'
import { SignsNote } from '../writing/signs-view.tsx'
import { writingText } from '../writing/writing-text.ts'
import { type Entry, type EntryText, isGoal, isWritten, TEXTS_OF, textOf } from './entry.ts'
import { EntryArrange } from './entry-arrange-view.tsx'
import { entryEditText } from './entry-edit-text.ts'
import { entryHintText } from './entry-hint-text.ts'
import { PeopleRow } from './entry-people-view.tsx'
import { Hours, Moments, ShareChoiceField, TagsField, TiesField, WeightField } from './entry-ties-view.tsx'
import { isAgreedText, mayHoldPen, mayTie, mayWritePlan, mayWriteText } from './plan-may.ts'
import { because, refusalSentence } from './plan-may-text.ts'
import type { OpenCard } from './plan-sheet.ts'
import { cardId, type Drawing, type EditProps, labelsOf, ownerTitle, spokenName } from './plan-sheet-view.ts'
import { hintsFor } from './writing-hint.ts'
import { hintSentence } from './writing-hint-text.ts'

/** The card of an entry to write in, in its own place on the page. One form: without script it saves as a whole. */
export function EntryEdit({ entry, d, open }: EditProps) {
  const text = entryEditText(d.language)
  const id = cardId(entry.id)
  const title = isGoal(entry) ? capital(spokenName(entry, d)) : ownerTitle(entry, d)
  return (
    <div class="bewerk haak" id={id} data-card={entry.id}>
      <form
        action={`${d.href}/entry/${entry.id}`}
        method="post"
        class="schrijfkaart"
        novalidate
        aria-labelledby={`${id}-title`}
        data-person={d.actor.personId}
        data-school-year={d.plan.schoolYear}
        {...writingSays(d.language)}
      >
        <div class="balk">
          <h3 id={`${id}-title`}>{title}</h3>
          <span class="status" data-status />
        </div>
        <p class="noot">{penSentence(entry, d)}</p>
        <WithoutScript d={d} />
        {open.tried && <Refused d={d} open={open} />}
        <Fields entry={entry} d={d} open={open} />
        <p class="noot">{text.noChildren}</p>
        <div class="rij">
          <Button icon="check">{text.close}</Button>
          <a class="knop stil" href={`${d.href}?shown=${entry.id}#${id}`} data-close>
            {text.back}
          </a>
        </div>
        <p class="noot metscript">{text.keyboard}</p>
        <WritingPieces language={d.language} />
      </form>
      <EntryArrange entry={entry} d={d} />
    </div>
  )
}

const WithoutScript = ({ d }: { d: Drawing }) => (
  <>
    <noscript>
      <p class="noot">{entryEditText(d.language).noScript}</p>
    </noscript>
    <SignsNote language={d.language} />
  </>
)

/** Who holds the pen here, in words. */
const penSentence = (entry: Entry, d: Drawing) => because(penOf(entry, d).because, d.language, d.terms)

function penOf(entry: Entry, d: Drawing) {
  if (isGoal(entry)) return mayWritePlan(d.actor, d.plan)
  return isAgreedText(d.plan, entry)
    ? mayWriteText(d.actor, d.plan, entry, 'goal')
    : mayHoldPen(d.actor, entry)
}

function Refused({ d, open }: { d: Drawing; open: OpenCard }) {
  const text = entryEditText(d.language)
  const general = open.tried?.nos.filter(({ field }) => field === null) ?? []
  const waits = Object.keys(open.tried?.clashes ?? {}).length > 0
  return (
    <Notice kind="refusal" title={text.refused}>
      {waits && <p>{text.chooseBelow}</p>}
      {general.map(({ no }) => (
        <p>{refusalSentence(no, d.language, d.terms)}</p>
      ))}
    </Notice>
  )
}

/** What a light track and a goal show first; the rest is there behind 'meer velden', or stands open when it is used. */
const LIGHT: readonly EntryText[] = ['goal', 'support', 'evaluation', 'shareYieldWith']
const OPTIONAL: readonly EntryText[] = ['startSituation', 'pupilsAndParents']

function isFirst(entry: Entry, field: EntryText) {
  if (isGoal(entry)) return !OPTIONAL.includes(field) || isWritten(entry, field)
  return entry.weight === 'full' || LIGHT.includes(field)
}

function Fields({ entry, d, open }: EditProps) {
  const fields: readonly EntryText[] = TEXTS_OF[entry.kind]
  const first = fields.filter((field) => isFirst(entry, field))
  const rest = fields.filter((field) => !first.includes(field))
  const ties = mayTie(d.actor, d.plan, entry).may
  return (
    <>
      {first.map((field) => (
        <>
          <FieldRow {...{ entry, d, open, field }} />
          {ties && (field === 'title' || field === 'goal') && <TiesField {...{ entry, d, open }} />}
        </>
      ))}
      <MoreFields {...{ entry, d, open, rest }} />
      {ties && <TagsField {...{ entry, d, open }} />}
      {ties && !isGoal(entry) && <WeightField {...{ entry, d, open }} />}
    </>
  )
}

function MoreFields({ entry, d, open, rest }: EditProps & { rest: readonly EntryText[] }) {
  if (rest.length === 0) return null
  const isAsked = rest.some(
    (field) => field === open.at || open.tried?.clashes[field] || isWritten(entry, field),
  )
  return (
    <Fold summary={entryEditText(d.language).more} open={isAsked}>
      <div class="meervelden">
        {rest.map((field) => (
          <FieldRow {...{ entry, d, open, field }} />
        ))}
      </div>
    </Fold>
  )
}

/** Where writing begins: what was asked for, what waits for a choice, else the first that this reader may write. */
function beginsAt({ entry, d, open }: EditProps): string | undefined {
  if (open.at) return open.at
  const waits = TEXTS_OF[entry.kind].find((field) => open.tried?.clashes[field])
  if (waits) return waits
  return TEXTS_OF[entry.kind].find(
    (field) => isFirst(entry, field) && mayWriteText(d.actor, d.plan, entry, field).may,
  )
}

type RowProps = EditProps & { field: EntryText }

/** A text with what belongs to it: names under who carries it out, days under the evaluation, hours under the effort. */
function FieldRow(props: RowProps) {
  const { entry, d, field } = props
  const writes = mayWriteText(d.actor, d.plan, entry, field).may
  const beside = besideOf(props)
  if (!writes && !beside && !textOf(entry, field)) return null
  return (
    <div class="veldrij">
      {writes ? <Writable {...props} /> : <Readable {...props} />}
      {writes && <Hints {...props} />}
      {beside}
    </div>
  )
}

function Writable({ entry, d, open, field }: RowProps) {
  const tried = open.tried
  const clash = tried?.clashes[field]
  const by = clash?.changedBy ? d.lookup.people.get(clash.changedBy)?.name : undefined
  const no = tried?.nos.find((one) => one.field === field)?.no
  return (
    <PassageField
      ownerId={entry.id}
      field={field}
      saveTo={`${d.href}/entry/${entry.id}/text/${field}`}
      label={labelsOf(entry, d)[field]}
      hint={hintOf(entry, field, d)}
      passage={entry.texts[field] ?? null}
      language={d.language}
      typed={tried?.texts[field]}
      clash={clash ? { passage: clash, by: by ?? writingText(d.language).someone } : null}
      error={no ? refusalSentence(no, d.language, d.terms) : null}
      autofocus={beginsAt({ entry, d, open }) === field}
    />
  )
}

/** What one could think about in this text: as it is stored, or as it was sent and refused. */
function Hints({ entry, d, open, field }: RowProps) {
  const text = open.tried?.texts[field] ?? textOf(entry, field)
  const { schoolYear } = d.plan
  return (
    <>
      {hintsFor({ field, text, schoolYear, hasMoments: entry.moments.length > 0 }).map((hint) => (
        <p class="noot" data-writing-hint={hint.kind}>
          {hintSentence(hint, d.language)}
        </p>
      ))}
    </>
  )
}

function hintOf(entry: Entry, field: EntryText, d: Drawing) {
  const text = entryHintText(d.language)
  const hints: Partial<Record<EntryText, string>> = isGoal(entry) ? text.goal : text.track
  return hints[field] || undefined
}

/** A text that somebody else writes: to read, not to type in. */
function Readable({ entry, d, field }: RowProps) {
  return (
    <div class="leesveld">
      <p class="label">{labelsOf(entry, d)[field]}</p>
      <div class="serif">
        <RichText text={textOf(entry, field) || d.text.empty} />
      </div>
    </div>
  )
}

function besideOf({ entry, d, open, field }: RowProps): Child {
  const ties = mayTie(d.actor, d.plan, entry).may
  if (field === 'evaluation' && ties) return <Moments {...{ entry, d, open }} />
  if (field === 'coordinatorEffort' && mayWritePlan(d.actor, d.plan).may)
    return <Hours {...{ entry, d, open }} />
  if (field === 'executedBy' && ties) return <PeopleRow {...{ entry, d }} part="executor" />
  if (field === 'support' && ties) return <PeopleRow {...{ entry, d }} part="support" />
  if (field !== 'shareYieldWith' || !mayHoldPen(d.actor, entry).may) return null
  return (
    <>
      <ShareChoiceField {...{ entry, d, open }} />
      <PeopleRow {...{ entry, d }} part="share" />
    </>
  )
}
