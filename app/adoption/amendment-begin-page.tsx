import type { Context } from 'hono'
import { isRefusal } from '../kernel/refusal.ts'
import { yearTitle } from '../kernel/school-year.ts'
import { type Entry, isGoal } from '../plan/entry.ts'
import { isAdopted } from '../plan/plan.ts'
import { type AtPlan, drawingFor, entryAt, planAt, planRefuses } from '../plan/plan-desk.tsx'
import { isOwner, mayAmend, mayAmendGoals } from '../plan/plan-may.ts'
import { unless } from '../plan/plan-no.ts'
import { isWaiting, type Proposal } from '../plan/proposal.ts'
import { readProposals } from '../plan/proposal-store.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Empty } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import type { AmendmentNo } from './adoption-no.ts'
import { type About, type AmendmentKind, isTrackAbout, openOn } from './amendment.ts'
import { beginAmendment, type NewAmendment } from './amendment-begin-store.ts'
import { amendmentBeginText } from './amendment-begin-text.ts'
import { BeginOther, type BeginTried, BeginView } from './amendment-begin-view.tsx'
import { amendmentHref, amendmentSentence, amendmentStatus } from './amendment-desk.ts'
import { AmendmentList } from './amendment-list-view.tsx'
import { readAmendments } from './amendment-store.ts'
import { amendmentText } from './amendment-text.ts'
import { secondsFor } from './seconds.ts'

/** /plan/:plan/entry/:entry/amendment: to the amendment of this entry that is open, or to begin one. */
export const amendmentBeginPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const entry = entryAt(c, at.plan)
    const open = await openHere(at, entry.id)
    if (open) return c.redirect(amendmentHref(at.href, open.id), 303)
    const no = unless(mayAmend(at.reader.actor, at.plan, entry))
    if (no) return planRefuses(c, at, no, { shown: entry.id })
    return beginning(c, at, null, await proposalHere(at, entry, c.req.query('proposal')))
  },

  post: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const entry = entryAt(c, at.plan)
    const may = unless(mayAmend(at.reader.actor, at.plan, entry))
    if (may) return planRefuses(c, at, may, { shown: entry.id })
    const typed = await typedIn(c)
    const kind = isGoal(entry) && typed['kind'] === 'remove' ? 'remove' : 'change'
    const proposal = await proposalHere(at, entry, typed['proposal'])
    if (typed['proposal'] && !proposal)
      return planRefuses(c, at, { refused: 'already-answered' }, { shown: entry.id })
    const texts = kind === 'change' && proposal ? { texts: proposal.texts } : {}
    const asked = { kind, about: entry.kind, subjectId: entry.id, why: typed['why'] ?? '', ...texts } as const
    return begin(c, at, asked, (no) =>
      beginning(c, at, triedWith(at, typed, no), proposal, amendmentStatus(no)),
    )
  },
}

/** A proposal that still waits on this entry, for who answers it: its words can begin the amendment. */
async function proposalHere({ desk, reader, plan }: AtPlan, entry: Entry, id: string | undefined) {
  if (!id || !isOwner(reader.actor, entry)) return null
  const all = await readProposals(desk.db, reader.actor, plan)
  return all.find((one) => one.id === id && one.entryId === entry.id && isWaiting(one)) ?? null
}

async function openHere({ desk, reader, plan }: AtPlan, entryId: string) {
  const roster = await readRoster(desk.db, reader.actor)
  const seen = await readAmendments(desk.db, reader.actor, plan, roster, desk.now)
  return openOn(
    seen.map(({ amendment }) => amendment),
    entryId,
  )
}

async function beginning(
  c: Context<OnDesk>,
  at: AtPlan,
  tried: BeginTried | null,
  proposal: Proposal | null,
  status: 200 | 403 | 422 = 200,
) {
  const { desk, reader } = at
  const d = await drawingFor(at)
  // As this reader may see it: a text that its owner does not stand behind is not in it.
  const entry = entryAt(c, d.plan)
  const { people } = isTrackAbout(entry.kind) ? secondsFor(entry, d.sheet.roster, false) : { people: [] }
  const text = amendmentText(reader.language)
  const second =
    people.flatMap((id) => d.lookup.people.get(id)?.name ?? []).join(` ${text.or} `) || text.nobody
  return c.html(
    <Page shell={shellFrom(desk)} title={amendmentBeginText(reader.language).begin} here="plan">
      <BeginView {...{ d, entry, second, tried, proposal }} />
    </Page>,
    status,
  )
}

/** /plan/:plan/amendments: those that wait and those that ended; to begin something new, or another principle. */
export const amendmentsPage = {
  get: async (c: Context<OnDesk>) => list(c, await planAt(c), null),

  post: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const typed = await typedIn(c)
    return begin(c, at, askedIn(typed), (no) => list(c, at, triedWith(at, typed, no), amendmentStatus(no)))
  },
}

function askedIn(typed: BeginTried['typed']): NewAmendment {
  const [why, first] = [typed['why'] ?? '', typed['first'] ?? '']
  if (typed['form'] === 'principle') {
    const kind: AmendmentKind = typed['kind'] === 'remove' ? 'remove' : 'change'
    return { kind, about: 'principle', subjectId: typed['subject'] ?? '', why }
  }
  const goal: About = typed['about'] === 'general-goal' ? 'general-goal' : 'team-goal'
  return { kind: 'new', about: typed['form'] === 'goal' ? goal : 'principle', subjectId: null, why, first }
}

async function list(c: Context<OnDesk>, at: AtPlan, tried: BeginTried | null, status: 200 | 403 | 422 = 200) {
  const { desk, reader, plan, href } = at
  const text = amendmentText(reader.language)
  const d = await drawingFor(at)
  const scenes = await readAmendments(desk.db, reader.actor, plan, d.sheet.roster, desk.now)
  const title = text.listTitle(yearTitle(plan.schoolYear))
  const nameOf = (id: Parameters<typeof d.lookup.people.get>[0]) =>
    d.lookup.people.get(id)?.name ?? text.someone
  const notice = tried ? ({ kind: 'refusal', text: tried.says } as const) : null
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={title} here="plan">
      <PageHead title={title} under={text.listUnder(reader.terms)} />
      <p class="rij">
        <BackLink href={href}>{text.toPlan}</BackLink>
      </p>
      {isAdopted(plan.phase) || scenes.length > 0 ? (
        <AmendmentList {...{ scenes, reader, nameOf, href }} />
      ) : (
        <Empty sentence={amendmentBeginText(reader.language).notOpen} />
      )}
      {mayAmendGoals(reader.actor, plan).may && <BeginOther {...{ d, tried }} />}
    </Page>,
    status,
  )
}

async function typedIn(c: Context<OnDesk>): Promise<BeginTried['typed']> {
  const form = await c.req.formData()
  return Object.fromEntries([...form].map(([name, value]) => [name, typeof value === 'string' ? value : '']))
}

const triedWith = ({ reader }: AtPlan, typed: BeginTried['typed'], no: AmendmentNo): BeginTried => ({
  typed,
  field: 'field' in no ? (no.field ?? null) : null,
  says: amendmentSentence(no, reader),
})

/** Begins it and goes on to write it; what goes out of the plan has nothing to write. */
async function begin(
  c: Context<OnDesk>,
  { desk, reader, plan, href }: AtPlan,
  asked: NewAmendment,
  refused: (no: AmendmentNo) => Promise<Response>,
) {
  const made = await beginAmendment(desk.db, reader.actor, plan.id, asked, desk.now)
  if (isRefusal(made)) return refused(made)
  const write = asked.kind === 'remove' ? '' : 'write=yes&'
  return c.redirect(`${amendmentHref(href, made)}?${write}done=begun`, 303)
}
