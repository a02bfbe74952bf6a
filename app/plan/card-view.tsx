import type { Child } from 'hono/jsx'
import { Icon } from '../ui/icons.tsx'
import type { Tie } from '../ui/thread.tsx'
import { openTalk } from '../writing/comment.ts'
import { conversationText } from '../writing/conversation-text.ts'
import { inText } from './drawn-view.ts'
import type { Entry } from './entry.ts'
import { isGoal, textOf } from './entry.ts'
import {
  isAgreedText,
  mayAmend,
  mayHoldPen,
  mayReadTexts,
  mayTie,
  mayWritePlan,
  mayWriteText,
} from './plan-may.ts'
import { firstLine } from './plan-sheet.ts'
import { cardId, type Drawing, editHref, frameId, spokenName } from './plan-sheet-view.ts'
import { mayComment, maySuggest } from './suggest-may.ts'

/** The frame around a card: with script it turns into its form and back without the rest of the page. */
export const CardFrame = ({ id, children }: { id: string; children: Child }) => (
  <turbo-frame id={frameId(id)}>{children}</turbo-frame>
)

/** What an entry hangs on, as links: its goal first, then its vision lines. */
export function tiesOf(entry: Entry, d: Drawing): Tie[] {
  const parent = entry.parentId ? d.numbers.get(entry.parentId) : undefined
  const lines = entry.visionLineIds.flatMap((id) => {
    const line = d.lookup.lines.get(id)
    return line ? [{ href: `#line-${id}`, label: line.short || firstLine(line.text, 40) }] : []
  })
  if (!parent || !entry.parentId) return lines
  return [{ href: `#${cardId(entry.parentId)}`, label: d.words.goalShort(parent) }, ...lines]
}

/** What is said of an entry that hangs on nothing: not yet, or on purpose. */
export const looseWords = (entry: Entry, d: Drawing) =>
  d.plan.letLoose.some(({ subjectId, kind }) => subjectId === entry.id && kind.endsWith('hangs-on-nothing'))
    ? d.text.hangsFree
    : d.text.hangsNowhere

/** Whether this reader may change anything in the card. */
export function mayOpen(entry: Entry, d: Drawing): boolean {
  if (isGoal(entry)) return mayWritePlan(d.actor, d.plan).may
  return (
    mayWriteText(d.actor, d.plan, entry, 'goal').may ||
    mayWriteText(d.actor, d.plan, entry, 'coordinatorEffort').may ||
    mayTie(d.actor, d.plan, entry).may
  )
}

/** The foot of a card: what higher rooms put there and what one can do, in one quiet line where it fits. */
export function CardFoot({ margin, entry, d }: { margin?: Child; entry: Entry; d: Drawing }) {
  if (inText(margin) === '') return <CardActs entry={entry} d={d} />
  return (
    <div class="kaartvoet">
      {margin}
      <CardActs entry={entry} d={d} />
    </div>
  )
}

/** Under a card: the pen for who holds it, and the way to what is said about it. */
function CardActs({ entry, d }: { entry: Entry; d: Drawing }) {
  const pen = mayOpen(entry, d) ? penLabel(entry, d) : null
  const talk = talkLabel(entry, d)
  const amends = mayAmend(d.actor, d.plan, entry).may
  if (pen === null && talk === null && !amends) return null
  return (
    <p class="daden">
      {pen && <PenLink href={editHref(d.href, entry.id)} label={pen} about={aboutOf(entry, d)} />}
      {amends && (
        <a class="schrijf" href={`${d.href}/entry/${entry.id}/amendment`} data-turbo-frame="_top">
          <Icon name="copy" />
          {d.text.amend}
          <span class="vh">{d.text.about(spokenName(entry, d))}</span>
        </a>
      )}
      {talk && (
        <TalkLink
          href={`${d.href}/entry/${entry.id}/conversation`}
          label={talk}
          about={spokenName(entry, d)}
          d={d}
        />
      )}
    </p>
  )
}

/** What waits in the talk about an entry, else the way to begin one; null for who reads no text or may say nothing. */
function talkLabel(entry: Entry, d: Drawing): string | null {
  if (!mayReadTexts(d.actor, entry).may) return null
  const { actor, plan } = d
  const writes = mayWriteText(actor, plan, entry, isGoal(entry) ? 'title' : 'goal').may
  const suggests = !writes && maySuggest(actor, plan, entry).may
  return talkWords({ comments: mayComment(actor, plan, entry).may, suggests }, d, entry.id)
}

type Speaks = { readonly comments: boolean; readonly suggests: boolean }

/** 'Twee reacties, één voorstel', or 'Reageer of stel iets voor'. */
export function talkWords(speaks: Speaks, d: Drawing, ...ownerIds: string[]): string | null {
  const text = conversationText(d.language)
  const { comments, suggestions } = openTalk(d.sheet.talk, ...ownerIds)
  if (comments + suggestions > 0) return text.counts(comments, suggestions)
  if (speaks.suggests) return text.speak
  return speaks.comments ? text.comment : null
}

export const TalkLink = ({
  href,
  label,
  about,
  d,
}: {
  href: string
  label: string
  about: string
  d: Drawing
}) => (
  <a class="schrijf" href={href} data-turbo-frame="_top">
    <Icon name="speech" />
    {label}
    <span class="vh">{d.text.about(about)}</span>
  </a>
)

/** For whom a card is the same: what the reader may there, and the numbers and words that come from the plan. */
export function sameFor(entry: Entry, d: Drawing): string {
  const pen = mayOpen(entry, d) ? penLabel(entry, d) : ''
  const amends = mayAmend(d.actor, d.plan, entry).may
  const rights = [mayReadTexts(d.actor, entry).may, talkLabel(entry, d), pen, amends]
  const numbers = [d.numbers.get(entry.id), entry.parentId && d.numbers.get(entry.parentId)]
  return [...rights, ...numbers, looseWords(entry, d)].join(' ')
}

const aboutOf = (entry: Entry, d: Drawing) => ` ${d.text.writeAbout(spokenName(entry, d))}`

function penLabel(entry: Entry, d: Drawing) {
  if (isAgreedText(d.plan, entry)) return d.text.writeAround
  if (isGoal(entry) || mayHoldPen(d.actor, entry).may) return d.text.write
  return d.text.writeEffort
}

export const PenLink = ({ href, label, about }: { href: string; label: string; about?: string }) => (
  <a class="schrijf" href={href} data-pen>
    <Icon name="pen" />
    {label}
    {about && <span class="vh">{about}</span>}
  </a>
)

/** What it is about, in one short line. */
export const aboutLine = (entry: Entry) =>
  firstLine(isGoal(entry) ? textOf(entry, 'title') : textOf(entry, 'goal') || textOf(entry, 'approach'))
