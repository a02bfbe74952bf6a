import type { Context } from 'hono'
import { type PromiseId, parseId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { isGoal } from '../plan/entry.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { isOwner } from '../plan/plan-may.ts'
import { planOfToday, readPlan } from '../plan/plan-store.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import type { PieceNo } from './piece-may.ts'
import { beginEmpty, beginFromPromise } from './piece-new-desk.ts'
import { NewPieceView } from './piece-new-view.tsx'
import { readyToWriteOf } from './piece-store.ts'
import { type AtShelf, entryLabel, pieceSentence, shelfAt, statusOf, wordIn } from './shelf-desk.ts'
import { shelfText } from './shelf-text.ts'

/** /shelf/new: begins a draft, of what was shared (`promise`), of a goal or track, or of none. */
export const pieceNewPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await shelfAt(c)
    return show(c, at, { promise: parseId<'promise'>(c.req.query('promise')) })
  },

  post: async (c: Context<OnDesk>) => {
    const at = await shelfAt(c)
    const form = await c.req.formData()
    const promise = parseId<'promise'>(wordIn(form, 'promise'))
    const plan = await planHere(at)
    const named = wordIn(form, 'entry')
    const entry =
      plan && ownEntries(at, plan).some(({ value }) => value === named) ? parseId<'entry'>(named) : null
    const made = promise
      ? await beginFromPromise(at, promise)
      : await beginEmpty(at, plan, plan && entryOf(plan, entry))
    return isRefusal(made) ? show(c, at, { no: made }) : c.redirect(`/shelf/${made}/write`, 303)
  },
}

async function planHere({ desk, reader }: AtShelf): Promise<Plan | null> {
  const id = await planOfToday(desk.db, reader.actor, desk.today)
  return id && readPlan(desk.db, reader.actor, id)
}

/** Goals are of the whole team, a track is of who it is. */
const ownEntries = (at: AtShelf, plan: Plan) =>
  plan.entries
    .filter((entry) => isGoal(entry) || isOwner(at.reader.actor, entry))
    .map((entry) => ({ value: entry.id, label: entryLabel(at, plan, entry) }))

type Show = { readonly promise?: PromiseId | null; readonly no?: PieceNo }

async function show(c: Context<OnDesk>, at: AtShelf, { promise = null, no }: Show) {
  const { desk, reader } = at
  const { language } = reader
  const text = shelfText(language)
  const plan = await planHere(at)
  const entries = plan ? ownEntries(at, plan) : []
  const ready = (await readyToWriteOf(desk.db, reader.actor)).find(({ id }) => id === promise) ?? null
  return c.html(
    <Page shell={shellFrom(desk)} title={text.newTitle} here="shelf">
      <p class="rij">
        <BackLink href="/shelf">{text.toShelf}</BackLink>
      </p>
      <PageHead title={text.newTitle} under={text.newUnder} />
      <NewPieceView
        {...{ entries, language }}
        ready={ready && { promise: ready.id, what: ready.what, note: ready.ended?.cameOf ?? '' }}
        says={no ? pieceSentence(no, language) : null}
      />
    </Page>,
    no ? statusOf(no) : 200,
  )
}
