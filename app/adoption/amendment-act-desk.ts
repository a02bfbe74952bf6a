import { HTTPException } from 'hono/http-exception'
import { isRefusal, type Refusal } from '../kernel/refusal.ts'
import type { Decision, RoundRefusal } from '../round/round.ts'
import {
  parseAnswer,
  parseClosing,
  parseFrame,
  parseReason,
  parseRound,
  parseWay,
} from '../round/round-form.ts'
import { mayLead } from '../round/round-may.ts'
import { changeDecision, speakIn } from '../round/round-store.ts'
import { closeEarly } from '../round/round-voice.ts'
import { onLastRound, withdraw } from '../round/round-way.ts'
import { type Typed, typedText } from '../round/voice-view.tsx'
import type { AmendmentNo } from './adoption-no.ts'
import { votersOf } from './adoption-store.ts'
import {
  askPrincipal,
  declineAmendment,
  sayYes,
  startFromNow,
  takeYesBack,
  withdrawAmendment,
} from './amendment-agree-store.ts'
import type { AtAmendment } from './amendment-desk.ts'
import { amendmentWords } from './amendment-item-view.ts'
import { putAmendment, renewAmendment, sealAmendment, settleAmendment } from './amendment-round-store.ts'

/** What the notice on the next page can tell. */
export const DONE = [
  'begun',
  'saved',
  'said',
  'agreed',
  'back',
  'declined',
  'withdrawn',
  'asked',
  'put',
  'sealed',
  'moved',
  'speak',
  'close',
  'renew',
  'settle',
  'withdraw',
] as const
export type Done = (typeof DONE)[number]

/** The acts of one button or small form on the page of an amendment. Null: no such act. */
export async function actIn(at: AtAmendment, typed: Typed): Promise<Done | AmendmentNo | null> {
  const { desk, reader, which } = at
  const words = (name: string) => typedText(typed, name) ?? ''
  const store = [desk.db, reader.actor, which] as const
  switch (words('act')) {
    case 'yes':
      return yes(at, words('print'))
    case 'back':
      return (await takeYesBack(...store, desk.now)) ?? 'back'
    case 'decline':
      return (await declineAmendment(...store, words('words'), desk.now)) ?? 'declined'
    case 'retract':
      return (await withdrawAmendment(...store, words('words'), desk.now)) ?? 'withdrawn'
    case 'ask':
      return (await askPrincipal(...store, words('standIn'), desk.now)) ?? 'asked'
    case 'base':
      return (await startFromNow(...store, desk.now)) ?? 'moved'
    case 'put':
      return done(await put(at, typed), 'put')
    case 'seal':
      return done(await sealAmendment(...store, reader.school.name, desk.now), 'sealed')
    default:
      return inRound(at, typed)
  }
}

const done = (result: object | string | null, is: Done): Done | AmendmentNo | null =>
  result === null ? null : isRefusal(result) ? (result as AmendmentNo) : is

async function yes({ desk, reader, which }: AtAmendment, print: string): Promise<Done | AmendmentNo> {
  const said = await sayYes(desk.db, reader.actor, which, { print, schoolName: reader.school.name }, desk.now)
  if (isRefusal(said)) return said
  return said === 'said' ? 'said' : 'agreed'
}

function put({ desk, reader, which, scene }: AtAmendment, typed: Typed) {
  const frame = parseFrame(
    typed,
    votersOf(scene.roster).map(({ id }) => id),
  )
  if (isRefusal(frame)) return frame
  const closesAt = parseClosing(typed, desk.now)
  if (isRefusal(closesAt)) return closesAt
  const asked = { frame, closesAt, words: amendmentWords(reader) }
  return putAmendment(desk.db, reader.actor, which, asked, desk.now)
}

/** The acts of a round; each only once there is one. */
async function inRound(at: AtAmendment, typed: Typed): Promise<Done | AmendmentNo | null> {
  const { scene, reader, desk } = at
  if (scene.decision === null || scene.amendment.ended !== null) return null
  switch (typedText(typed, 'act') ?? '') {
    case 'speak': {
      const answer = parseAnswer(typed)
      const said = isRefusal(answer)
        ? answer
        : await speakIn(desk.db, reader.actor, scene.decision.id, answer, desk.now, parseRound(typed))
      return done(said, 'speak')
    }
    case 'withdraw':
      return done(await change(at, (stored) => withdraw(stored, reader.actor.personId, desk.now)), 'withdraw')
    case 'close':
      mustLead(at)
      return done(
        await change(
          at,
          onLastRound((frame, round) => closeEarly(frame, round, reader.actor.personId, desk.now)),
        ),
        'close',
      )
    case 'settle':
      return done(await settle(at, typed), 'settle')
    case 'renew':
      return done(await renew(at, typed), 'renew')
    default:
      return null
  }
}

const change = (
  { desk, reader, scene }: AtAmendment,
  by: (decision: Decision) => Decision | Refusal<RoundRefusal>,
) =>
  scene.decision
    ? changeDecision(desk.db, reader.actor, scene.decision.id, desk.now, by)
    : Promise.resolve(null)

function mustLead({ reader, scene }: AtAmendment) {
  const may = scene.decision && mayLead(scene.decision, reader.actor)
  if (!may?.may) throw new HTTPException(403, { message: may?.because ?? 'no round' })
}

function settle(at: AtAmendment, typed: Typed) {
  const { desk, reader, which } = at
  const way = parseWay(typed)
  if (isRefusal(way)) return way
  const note = parseReason(typedText(typed, 'note') ?? '', 'note')
  if (isRefusal(note)) return note
  return settleAmendment(desk.db, reader.actor, which, { way, note }, desk.now)
}

function renew(at: AtAmendment, typed: Typed) {
  const { desk, reader, which } = at
  const changeNote = parseReason(typedText(typed, 'changeNote') ?? '', 'changeNote')
  if (isRefusal(changeNote)) return changeNote
  const closesAt = parseClosing(typed, desk.now)
  if (isRefusal(closesAt)) return closesAt
  const next = { changeNote, closesAt, words: amendmentWords(reader) }
  return renewAmendment(desk.db, reader.actor, which, next, desk.now)
}
