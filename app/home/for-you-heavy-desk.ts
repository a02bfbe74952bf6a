import { clock, dayOf, shortDay } from '../kernel/day.ts'
import { type HeavyCall, waitsFor } from '../question/heavy.ts'
import { mayCome } from '../question/heavy-may.ts'
import { heavyCalls } from '../question/heavy-store.ts'
import type { RoomAsk } from './for-you.ts'
import type { Eyes, ForYouWho } from './for-you-line-desk.ts'
import { namesFrom } from './for-you-question-desk.ts'
import { forYouQuestionText } from './for-you-question-text.ts'

/**
 * Who asks somebody to come, before everything else: for coordinators, and for who stands in. A letter of its own told
 * it at once.
 */
export async function ofHeavyCalls({ desk, reader }: ForYouWho, d: Eyes): Promise<RoomAsk[]> {
  const { actor } = reader
  const calls = (await heavyCalls(desk.db, actor)).filter((call) => mayCome(actor, call).may)
  return calls.flatMap((call) => {
    if (call.coming) return call.coming.by === actor.personId ? [comingLine(call, d)] : []
    const isMine = waitsFor(call) === 'coordinators' || call.handed?.to === actor.personId
    return isMine ? [calledLine(call, desk.today, d)] : []
  })
}

const LEADS = { href: '/questions/heavy', letter: null, urgent: true } as const

function calledLine(call: HeavyCall, today: string, d: Eyes): RoomAsk {
  const text = forYouQuestionText(d.language).heavy
  const name = namesFrom(d)(call.asker)
  const day = dayOf(new Date(call.calledAt))
  return {
    ...LEADS,
    key: `heavy:${call.id}`,
    title: name ? text.title(name) : text.someone,
    note:
      day === today ? text.note(clock(call.calledAt, d.language)) : text.noteDay(shortDay(day, d.language)),
    act: text.act,
  }
}

/** Until somebody was there: what one said oneself. */
function comingLine({ id, asker, coming }: HeavyCall, d: Eyes): RoomAsk {
  const text = forYouQuestionText(d.language).heavy
  const name = namesFrom(d)(asker)
  const at = coming?.at ?? null
  return {
    ...LEADS,
    key: `heavy-coming:${id}`,
    title: at === null ? text.comeNow(name) : text.come(name, clock(at, d.language)),
    note: text.comeNote,
    act: text.comeAct,
  }
}
