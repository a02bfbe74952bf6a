import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { shortDay } from '../kernel/day.ts'
import { PostButton } from '../ui/form.tsx'
import { Icon } from '../ui/icons.tsx'
import { HangsOn, type Tie } from '../ui/thread.tsx'
import { aboutLine, CardFoot, CardFrame, looseWords, sameFor, tiesOf } from './card-view.tsx'
import { drawnOnce, inText } from './drawn-view.ts'
import { type Entry, isWritten, ownersOf, TEXTS_OF } from './entry.ts'
import { EntryBody } from './entry-body-view.tsx'
import { EntryEdit } from './entry-edit-view.tsx'
import { Carries, threadKey, threadMarks } from './hanging-view.tsx'
import { isOwner, mayReadTexts } from './plan-may.ts'
import { firstLine, trackName } from './plan-sheet.ts'
import { cardId, type Drawing, ownerTitle } from './plan-sheet-view.ts'
import { isWaiting } from './proposal.ts'
import { ProposalCards } from './proposal-view.tsx'

type TrackProps = { entry: Entry; d: Drawing; margin?: Child; tail?: Child }

/** A track on the rail: one line until somebody opens it; one's own stands open. */
export function TrackCard(props: TrackProps) {
  const { entry, d, tail } = props
  if (tail || isOfReader(entry, d)) return <TrackFrame {...props} />
  const margin = inText(props.margin)
  return drawnOnce(entry, d, `card ${sameFor(entry, d)} ${threadKey(entry, d)} ${margin}`, () => (
    <TrackFrame entry={entry} d={d} margin={raw(margin)} />
  ))
}

/** Whether something in the card is for this reader alone: to write, to answer, or just changed. */
const isOfReader = (entry: Entry, d: Drawing) =>
  d.sheet.open?.id === entry.id ||
  d.sheet.shown === entry.id ||
  isOwner(d.actor, entry) ||
  askedNow(entry, d) ||
  d.sheet.proposals.some(({ entryId }) => entryId === entry.id)

function TrackFrame({ entry, d, margin, tail }: TrackProps) {
  const open = d.sheet.open?.id === entry.id ? d.sheet.open : null
  return (
    <CardFrame id={entry.id}>
      {open ? (
        <EntryEdit entry={entry} d={d} open={open} />
      ) : (
        <TrackRead entry={entry} d={d} margin={margin} />
      )}
      {tail}
    </CardFrame>
  )
}

function TrackRead({ entry, d, margin }: TrackProps) {
  const ties = tiesOf(entry, d)
  const reads = mayReadTexts(d.actor, entry).may
  const isOwn = isOwner(d.actor, entry)
  return (
    <details
      class={ties.length === 0 ? 'traject haak los' : 'traject haak'}
      id={cardId(entry.id)}
      open={standsOpen(entry, d, isOwn) ? true : undefined}
      data-own={isOwn && entry.learningTeamId === null ? 'yes' : undefined}
      {...threadMarks(entry, d)}
    >
      <TrackHead {...{ entry, d, ties, reads }} />
      {reads && <Standing entry={entry} d={d} isOwn={isOwn} />}
      {reads && <ProposalCards entry={entry} d={d} />}
      {reads && <SupportAsked entry={entry} d={d} />}
      {reads && <EntryBody entry={entry} d={d} />}
      <CardFoot margin={reads ? margin : null} entry={entry} d={d} />
    </details>
  )
}

type HeadProps = { entry: Entry; d: Drawing; ties: readonly Tie[]; reads: boolean }

const TrackHead = ({ entry, d, ties, reads }: HeadProps) => (
  <>
    <summary>
      <span>
        <span class="naam">{ownerTitle(entry, d)}</span>
        <span class="kort">{reads ? shortLine(entry, d, ties[0]?.label) : d.text.stillWritingShort}</span>
      </span>
      <Icon name="chevron" turns />
    </summary>
    {reads ? (
      <p class="meta">
        <HangsOn ties={ties} words={d.text.hangsOn} nothing={looseWords(entry, d)} />
        <Carries of={entry} d={d} />
      </p>
    ) : (
      <p class="noot">{d.text.stillWriting}</p>
    )}
  </>
)

/** One's own track, and one in which something waits for the reader. */
function standsOpen(entry: Entry, d: Drawing, isOwn: boolean) {
  if (d.sheet.shown === entry.id) return true
  if (isOwn && entry.learningTeamId === null) return true
  return (
    askedNow(entry, d) ||
    (isOwn && d.sheet.proposals.some((one) => one.entryId === entry.id && isWaiting(one)))
  )
}

/** 'Alle kinderen doen mee · doel 1 · evaluatie 1 dec' */
function shortLine(entry: Entry, d: Drawing, tie: string | undefined) {
  const next = entry.moments[0]
  const parts = [
    aboutLine(entry).replace(/\.$/, '') || d.text.nothingHere,
    tie ?? looseWords(entry, d),
    next && d.words.evaluationOn(shortDay(next.onDay, d.language)),
  ]
  return parts.filter(Boolean).join(' · ')
}

/** Who reads the text now, and the step that belongs to it. */
function Standing({ entry, d, isOwn }: { entry: Entry; d: Drawing; isOwn: boolean }) {
  if (entry.agreedAt !== null) return null
  if (!isOwn) {
    const name = trackName(entry, d.lookup)
    return <p class="noot">{ownersOf(entry).length === 0 ? d.text.penNobody : d.text.onlyOwner(name)}</p>
  }
  const written = TEXTS_OF[entry.kind].some((field) => isWritten(entry, field))
  return (
    <div class="stand">
      <p class="noot">{d.text.onlyYou(d.terms)}</p>
      {written && (
        <PostButton
          kind="quiet"
          icon="check"
          action={`${d.href}/entry/${entry.id}/agreed`}
          hidden={{ agreed: 'yes' }}
        >
          {d.text.agree}
        </PostButton>
      )}
      {written && <small>{d.text.agreeNote}</small>}
    </div>
  )
}

const askedNow = (entry: Entry, d: Drawing) =>
  entry.people.some(
    (one) => one.part === 'support' && one.personId === d.actor.personId && !one.agreedAt && !one.declinedAt,
  )

/** A colleague asks for support: yes or not now, without a reason. */
function SupportAsked({ entry, d }: { entry: Entry; d: Drawing }) {
  if (!askedNow(entry, d)) return null
  const name = trackName(entry, d.lookup)
  const action = `${d.href}/entry/${entry.id}/support`
  return (
    <div class="gevraagd" id={`support-${entry.id}`}>
      <p>{d.text.support(name, firstLine(aboutLine(entry)))}</p>
      <div class="rij">
        <PostButton icon="check" action={action} hidden={{ agreed: 'yes' }}>
          {d.text.supportYes}
        </PostButton>
        <PostButton kind="quiet" action={action} hidden={{ agreed: 'no' }}>
          {d.text.supportNo}
        </PostButton>
      </div>
    </div>
  )
}
