import { capital } from '../kernel/sentence.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Form, PostButton } from '../ui/form.tsx'
import { Empty } from '../ui/notice.tsx'
import { budgetOf } from './budget.ts'
import { fitSentence, normSentence } from './budget-sentence-view.ts'
import { mayOpen } from './card-view.tsx'
import type { LooseEndKind } from './let-loose.ts'
import { type LooseEnd, openEnds } from './loose-end.ts'
import { looseEndText } from './loose-end-text.ts'
import { entryOf } from './plan.ts'
import { mayArrange, mayLetLoose } from './plan-may.ts'
import { cardId, type Drawing, editHref, longName, spokenName } from './plan-sheet-view.ts'

const MOST_IN_SIDE = 5

/** Beside the plan: what is not tied, at most five; the rest is one click away. */
export function LooseEnds({ d }: { d: Drawing }) {
  const text = looseEndText(d.language)
  const open = openEnds(d.sheet.ends)
  const let_ = d.sheet.ends.length - open.length
  return (
    <section id="loose-ends">
      <h2>{text.title}</h2>
      {open.length === 0 ? (
        <p class="noot">{text.none}</p>
      ) : (
        <ul class="eindjes">
          {open.slice(0, MOST_IN_SIDE).map((end) => (
            <LooseLine end={end} d={d} />
          ))}
        </ul>
      )}
      {(open.length > MOST_IN_SIDE || let_ > 0) && (
        <a class="pijl" href={`${d.href}/loose-ends`}>
          {open.length > MOST_IN_SIDE ? text.more(String(open.length)) : text.letGoTitle(String(let_))}
        </a>
      )}
    </section>
  )
}

/** The page with all of them, and those that were let go on purpose. */
export function AllLooseEnds({
  d,
  refused,
}: {
  d: Drawing
  refused: { end: string; reason: string; text: string } | null
}) {
  const text = looseEndText(d.language)
  const open = openEnds(d.sheet.ends)
  const gone = d.sheet.ends.filter((end) => end.letLoose !== null)
  return (
    <>
      <p>{text.lead}</p>
      {open.length === 0 && <Empty sentence={text.none} />}
      <ul class="eindjes ruim">
        {open.map((end) => (
          <LooseLine end={end} d={d} refused={refused?.end === keyOf(end) ? refused : null} />
        ))}
      </ul>
      {gone.length > 0 && (
        <section class="mt">
          <h2>{text.letGoTitle(String(gone.length))}</h2>
          <ul class="eindjes ruim">
            {gone.map((end) => (
              <LetGoLine end={end} d={d} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

export const keyOf = (end: Pick<LooseEnd, 'kind' | 'subjectId'>) => `${end.kind} ${end.subjectId}`

type LineProps = { end: LooseEnd; d: Drawing; refused?: { reason: string; text: string } | null }

function LooseLine({ end, d, refused }: LineProps) {
  const text = looseEndText(d.language)
  const spot = spotOf(end, d)
  return (
    <li>
      {sentenceOf(end, d)}
      <div class="rij">
        <a href={spot.href}>
          {spot.acts ? text.act[end.kind] : text.look}
          <span class="vh">: {sentenceOf(end, d)}</span>
        </a>
        {mayLetLoose(d.actor, d.plan).may && <LetLooseFold end={end} d={d} refused={refused} />}
      </div>
    </li>
  )
}

/** The reason stands in its own fold, so that letting go asks one sentence and no other page. */
function LetLooseFold({ end, d, refused }: LineProps) {
  const text = looseEndText(d.language)
  const id = `${end.kind}-${end.subjectId}`
  return (
    <details class="loslaten" open={refused ? true : undefined}>
      <summary>
        {text.letLoose}
        <span class="vh">: {sentenceOf(end, d)}</span>
      </summary>
      <Form action={`${d.href}/loose-ends`}>
        <input type="hidden" name="kind" value={end.kind} />
        <input type="hidden" name="subject" value={end.subjectId} />
        <TextField
          name="reason"
          id={`why-${id}`}
          label={text.reason}
          hint={text.reasonHint}
          value={refused?.reason}
          error={refused?.text}
        />
        <div class="rij">
          <Button kind="quiet">{text.letGo}</Button>
        </div>
      </Form>
    </details>
  )
}

function LetGoLine({ end, d }: LineProps) {
  const text = looseEndText(d.language)
  if (!end.letLoose) return null
  const name = d.lookup.people.get(end.letLoose.by)?.name ?? text.someone
  return (
    <li>
      {sentenceOf(end, d)}
      <p class="noot">{text.because(name, end.letLoose.reason)}</p>
      {mayLetLoose(d.actor, d.plan).may && (
        <PostButton kind="link" action={`${d.href}/loose-ends`} hidden={{ back: end.letLoose.id }}>
          {text.takeBack}
        </PostButton>
      )}
    </li>
  )
}

/** One sentence for a loose end. */
export function sentenceOf(end: LooseEnd, d: Drawing): string {
  const text = looseEndText(d.language)
  const says = text.says[end.kind]
  if (end.kind === 'hours-above-budget') return hoursSentence(d)
  if (end.kind === 'too-many-principles') return says(String(d.plan.principles.length))
  const entry = d.plan.entries.find(({ id }) => id === end.subjectId)
  if (entry) {
    const name = end.kind === 'goal-hangs-on-nothing' ? longName(entry, d) : spokenName(entry, d)
    return capital(says(name))
  }
  return says(subjectName(end.subjectId, d))
}

/** A vision line, a person or a learning team by its name. */
function subjectName(id: string, d: Drawing) {
  const { visionLines, people, learningTeams } = d.sheet.roster
  const line = visionLines.find((one) => one.id === id)
  return line?.short || line?.text || [...people, ...learningTeams].find((one) => one.id === id)?.name || ''
}

/** What the plan asks of a week, beside what there is, and the norm. */
function hoursSentence(d: Drawing) {
  const { roster, reader } = d.sheet
  const budget = budgetOf(d.plan, roster)
  return [fitSentence(budget, reader), normSentence(budget, reader)].filter(Boolean).join(' ')
}

const FIELD_OF: Partial<Record<LooseEndKind, string>> = {
  'goal-hangs-on-nothing': 'visionLineIds',
  'track-hangs-on-nothing': 'visionLineIds',
  'no-approach': 'approach',
  'no-executor': 'executedBy',
  'no-evaluation-day': 'onDay',
  'day-outside-year': 'onDay',
  'track-of-nobody': 'personId',
}

/** Where in the card, for what is not a text: the focus goes there. */
const PLACE_OF: Partial<Record<string, (id: string) => string>> = {
  onDay: (id) => `day-${id}-0`,
  personId: (id) => `whose-${id}`,
}

/** Where it can be tied: the open card for who may write there, else the place on the page. */
export function spotOf(end: LooseEnd, d: Drawing): { href: string; acts: boolean } {
  const entry = entryOf(d.plan, d.plan.entries.find(({ id }) => id === end.subjectId)?.id ?? null)
  if (entry) {
    const field = FIELD_OF[end.kind]
    if (field && mayOpen(entry, d)) {
      return { href: editHref(d.href, entry.id, field, PLACE_OF[field]?.(entry.id)), acts: true }
    }
    return { href: `${d.href}#${cardId(entry.id)}`, acts: end.kind === 'text-not-agreed' }
  }
  const arranges = mayArrange(d.actor, d.plan).may
  if (end.kind === 'line-carries-nothing') return { href: `${d.href}#line-${end.subjectId}`, acts: true }
  if (end.kind === 'too-many-principles') return { href: editHref(d.href, 'principles'), acts: arranges }
  if (end.kind === 'hours-above-budget') return { href: `${d.href}/budget`, acts: true }
  return { href: `${d.href}#places`, acts: arranges }
}
