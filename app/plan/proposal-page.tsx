import type { Context } from 'hono'
import { isRefusal } from '../kernel/refusal.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { Page } from '../ui/page.tsx'
import { type Entry, type EntryText, hasText } from './entry.ts'
import { sentTexts } from './entry-form.ts'
import {
  type AtPlan,
  cardOrNo,
  type Done,
  drawingFor,
  entryAt,
  planAt,
  planRefuses,
  statusOf,
} from './plan-desk.tsx'
import { mayPropose } from './plan-may.ts'
import { refusalSentence } from './plan-may-text.ts'
import { type PlanNo, unless } from './plan-no.ts'
import { trackName } from './plan-sheet.ts'
import type { Proposal, Source } from './proposal.ts'
import { answerProposal, propose, readProposals, withdrawProposal } from './proposal-store.ts'
import { proposalText } from './proposal-text.ts'
import { ProposeForm } from './propose-view.tsx'

type Tried = {
  readonly texts: Partial<Record<EntryText, string>>
  readonly note: string
  readonly no: PlanNo
}

async function page(c: Context<OnDesk>, at: AtPlan, entry: Entry, tried: Tried | null) {
  const { language, terms } = at.reader
  const d = await drawingFor(at)
  const refused = tried && refusalSentence(tried.no, language, terms)
  const title = proposalText(language).title(trackName(entry, d.lookup))
  return c.html(
    <Page shell={shellFrom(at.desk)} title={title} here="plan">
      <ProposeForm {...{ d, entry, refused }} texts={tried?.texts ?? {}} note={tried?.note ?? ''} />
    </Page>,
    tried ? statusOf(tried.no) : 200,
  )
}

/** /plan/:plan/entry/:entry/proposal: laying a text before the owner of a track, and what the owner does with it. */
export const proposalPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const entry = entryAt(c, at.plan)
    const no = unless(mayPropose(at.reader.actor, at.plan, entry))
    return no ? planRefuses(c, at, no, { shown: entry.id }) : page(c, at, entry, null)
  },

  post: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const entry = entryAt(c, at.plan)
    const form = await c.req.formData()
    return form.has('outcome') ? answer(c, at, entry, form) : send(c, at, entry, form)
  },
}

async function send(c: Context<OnDesk>, at: AtPlan, entry: Entry, form: FormData) {
  const { actor } = at.reader
  const note = String(form.get('note') ?? '')
  const texts = textsIn(entry, form)
  const source: Source = actor.roles.includes('coordinator') ? 'coordinator' : 'invited'
  const made = await propose(at.desk.db, actor, at.plan, entry, { texts, source, note }, at.desk.now)
  if (!isRefusal(made)) return cardOrNo(c, at, entry, null, 'sent')
  const no = made
  return no.refused === 'may-not'
    ? planRefuses(c, at, no, { shown: entry.id })
    : page(c, at, entry, { texts, note, no })
}

const textsIn = (entry: Entry, form: FormData): Partial<Record<EntryText, string>> =>
  Object.fromEntries(
    sentTexts(form).flatMap(({ field, text }) => (hasText(entry.kind, field) ? [[field, text]] : [])),
  )

const DONE: Record<string, Done> = {
  accepted: 'accepted',
  changed: 'changed',
  declined: 'declined',
  withdrawn: 'back',
}

async function answer(c: Context<OnDesk>, at: AtPlan, entry: Entry, form: FormData) {
  const proposals = await readProposals(at.desk.db, at.reader.actor, at.plan)
  const proposal = proposals.find(({ id, entryId }) => id === form.get('proposal') && entryId === entry.id)
  const outcome = String(form.get('outcome'))
  const done = DONE[outcome]
  if (!proposal || !done) return planRefuses(c, at, { refused: 'already-answered' }, { shown: entry.id })
  return cardOrNo(c, at, entry, await close(at, entry, proposal, outcome, form), done)
}

async function close(
  { desk, reader, plan }: AtPlan,
  entry: Entry,
  proposal: Proposal,
  outcome: string,
  form: FormData,
) {
  if (outcome === 'withdrawn') return withdrawProposal(desk.db, reader.actor, plan, proposal, desk.now)
  const kind = outcome === 'changed' ? 'changed' : outcome === 'accepted' ? 'accepted' : 'declined'
  const said = {
    outcome: kind,
    texts: textsIn(entry, form),
    answer: String(form.get('answer') ?? ''),
  } as const
  return answerProposal(desk.db, reader.actor, plan, entry, proposal, said, desk.now)
}
