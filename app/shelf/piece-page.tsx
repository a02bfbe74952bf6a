import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { parseId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { readPlan, readPlans } from '../plan/plan-store.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { leavePiece, takePiece } from './piece-link-store.ts'
import { mayTakePiece, mayWithdrawPiece, mayWritePiece, type PieceNo } from './piece-may.ts'
import { linksOfPiece } from './piece-store.ts'
import { PieceView } from './piece-view.tsx'
import { removePiece, sharePiece, withdrawPiece } from './piece-write-store.ts'
import {
  type AtPiece,
  entryLabel,
  namedEntry,
  pieceAtAddress,
  pieceSentence,
  seenPiece,
  statusOf,
  toPiece,
  wordIn,
} from './shelf-desk.ts'
import type { PieceSheet, TakenEntry } from './shelf-sheet.ts'
import { shelfText } from './shelf-text.ts'

const DONE = ['saved', 'shared', 'withdrawn', 'taken', 'left'] as const

/** /shelf/:piece: one piece to read, to take along, and for its writer to put on the shelf or take off. */
export const piecePage = {
  get: async (c: Context<OnDesk>) => {
    const at = await pieceAtAddress(c)
    const done = DONE.find((one) => one === c.req.query('done'))
    const text = shelfText(at.reader.language)
    return show(c, at, { notice: done ? { kind: 'good', text: text[done] } : null })
  },

  post: async (c: Context<OnDesk>) => {
    const at = await pieceAtAddress(c)
    const form = await c.req.formData()
    const act = wordIn(form, 'act')
    const to = ACTS[act]
    if (to === undefined) throw new HTTPException(404)
    const no = await to.act(at, form)
    if (no === null) return c.redirect(to.done(at), 303)
    return show(c, at, { no: { act, says: pieceSentence(no, at.reader.language) }, status: statusOf(no) })
  },
}

type Act = {
  readonly act: (at: AtPiece, form: FormData) => Promise<null | PieceNo>
  readonly done: (at: AtPiece) => string
}

const here =
  (done: (typeof DONE)[number]) =>
  ({ piece }: AtPiece) =>
    toPiece(piece.id, done)

/** A colleague's piece that left the shelf is not there any more for who took it off. */
const afterWithdrawing = (at: AtPiece) =>
  mayWritePiece(at.reader.actor, at.piece).may ? here('withdrawn')(at) : '/shelf?done=withdrawn'

const ACTS: Readonly<Record<string, Act | undefined>> = Object.assign(Object.create(null), {
  share: {
    act: ({ desk, reader, piece }) => sharePiece(desk.db, reader.actor, piece.id, desk.now),
    done: here('shared'),
  },
  withdraw: {
    act: ({ desk, reader, piece }) => withdrawPiece(desk.db, reader.actor, piece.id, desk.now),
    done: afterWithdrawing,
  },
  remove: {
    act: ({ desk, reader, piece }) => removePiece(desk.db, reader.actor, piece.id),
    done: () => '/shelf?done=removed',
  },
  take: {
    act: (at, form) =>
      atPlace(at, form, ({ desk, reader, piece }, plan, entry) =>
        takePiece(desk.db, reader.actor, plan, entry, piece.id, desk.now),
      ),
    done: here('taken'),
  },
  leave: {
    act: (at, form) =>
      atPlace(at, form, ({ desk, reader, piece }, plan, entry) =>
        leavePiece(desk.db, reader.actor, plan, entry, piece.id),
      ),
    done: here('left'),
  },
} satisfies Record<string, Act>)

type AtPlace = (at: AtPiece, plan: Plan, entry: Plan['entries'][number]['id']) => Promise<null | PieceNo>

/** 'place': '<plan>.<entry>', as the form sends it. */
async function atPlace(at: AtPiece, form: FormData, act: AtPlace): Promise<null | PieceNo> {
  const [planId, entryId] = wordIn(form, 'place').split('.')
  const id = parseId<'plan'>(planId)
  const entry = parseId<'entry'>(entryId)
  const plan = id && (await readPlan(at.desk.db, at.reader.actor, id))
  return plan && entry ? act(at, plan, entry) : refuse('entry-unknown', 'place')
}

type Show = {
  readonly notice?: ShellNotice | null
  readonly no?: PieceSheet['no']
  readonly status?: 200 | 403 | 422
}

async function show(c: Context<OnDesk>, at: AtPiece, { notice = null, no = null, status = 200 }: Show) {
  const { language } = at.reader
  const sheet = await sheetFor(at, no)
  return c.html(
    <Page shell={shellFrom(at.desk, notice)} title={sheet.seen.title} here="shelf">
      <PieceView {...{ sheet, language }} />
    </Page>,
    status,
  )
}

async function sheetFor(at: AtPiece, no: PieceSheet['no']): Promise<PieceSheet> {
  const { reader, piece, roster } = at
  const hasLeft = roster.people.find(({ id }) => id === piece.writer)?.hasLeft ?? true
  const plans = piece.sharedAt === null ? [] : await runningPlans(at)
  const taken = await takenIn(at)
  const open = plans
    .flatMap((plan) => placesIn(at, plan))
    .filter(({ value }) => taken.every(({ leave }) => leave !== value))
  return {
    seen: seenPiece(at, piece),
    cameFrom: await namedEntry(at, piece.planId, piece.entryId),
    takenIn: taken,
    places: open.map(({ value, label }) => ({ value, label })),
    nearest: open.find(({ carried }) => carried)?.value ?? null,
    mayWrite: mayWritePiece(reader.actor, piece).may,
    mayWithdraw: piece.sharedAt !== null && mayWithdrawPiece(reader.actor, piece, hasLeft).may,
    no,
  }
}

/** The plans that can still take something along, the newest first. */
async function runningPlans({ desk, reader }: AtPiece): Promise<Plan[]> {
  const lines = await readPlans(desk.db, reader.actor)
  const plans: Plan[] = []
  for (const { id, phase } of lines) {
    const plan = phase === 'archived' ? null : await readPlan(desk.db, reader.actor, id)
    if (plan) plans.push(plan)
  }
  return plans
}

function placesIn(at: AtPiece, plan: Plan) {
  return plan.entries
    .filter((entry) => mayTakePiece(at.reader.actor, plan, entry).may)
    .map((entry) => ({
      value: `${plan.id}.${entry.id}`,
      label: entryLabel(at, plan, entry),
      carried: at.piece.entryId !== null && entry.carriedFrom === at.piece.entryId,
    }))
}

async function takenIn(at: AtPiece): Promise<TakenEntry[]> {
  const { desk, reader, piece } = at
  const taken: TakenEntry[] = []
  for (const { planId, entryId } of await linksOfPiece(desk.db, reader.actor, piece.id)) {
    const named = await namedEntry(at, planId, entryId)
    const plan = await readPlan(desk.db, reader.actor, planId)
    const entry = plan && entryOf(plan, entryId)
    const may = plan && entry ? mayTakePiece(reader.actor, plan, entry).may : false
    if (named) taken.push({ ...named, leave: may ? `${planId}.${entryId}` : null })
  }
  return taken
}
