import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Moment } from '../app/kernel/day.ts'
import type { DecisionId } from '../app/kernel/id.ts'
import { recordedIn, type SeenDecision, seenLast } from '../app/round/round-standing.ts'
import { readDecisionFor } from '../app/round/round-store.ts'
import { outcomeAtClosing } from '../app/round/round-tally.ts'
import { eachDatabase } from './database.ts'
import { type MeetingVisit, newItem, VOTERS, visitMeeting } from './meeting-visit.ts'
import { formForward, formThat } from './page-forms.ts'
import type { Visitor } from './request.ts'

const RUNS = 12
const LATER = '2026-11-19T16:00:00.000Z' as Moment

/** Somebody taps on one of two devices; a connection that is lost sends the same once more. */
type Tap = {
  readonly who: (typeof VOTERS)[number]
  readonly device: 0 | 1
  readonly answer: 'consent' | 'concern' | 'objection'
  readonly again: boolean
}
type Act = Tap | 'close' | 'look'

const anyTap: fc.Arbitrary<Tap> = fc.record({
  who: fc.constantFrom(...VOTERS),
  device: fc.constantFrom(0 as const, 1 as const),
  answer: fc.constantFrom('consent' as const, 'concern' as const, 'objection' as const),
  again: fc.boolean(),
})
/** Bursts of acts that run all at once, one burst after another; the round may be closed in any of them, and twice. */
const anyBursts = fc.array(
  fc.array(
    fc.oneof(
      { weight: 12, arbitrary: anyTap },
      { weight: 1, arbitrary: fc.constant('close' as const) },
      { weight: 1, arbitrary: fc.constant('look' as const) },
    ),
    { minLength: 1, maxLength: 10 },
  ),
  { minLength: 1, maxLength: 4 },
)

/** What somebody was told: which answers were taken, in the order of the acknowledgements. */
type Told = Map<Tap['who'], string[]>

async function openedRound(visit: MeetingVisit) {
  const karin = await visit.as('karin')
  const press = async (find: (page: string) => Record<string, string> | null) => {
    const fields = find(await (await karin.get(`${visit.href}/board`)).text())
    return fields ? (await karin.post(`${visit.href}/act`, fields)).status : null
  }
  await press((page) => formThat(page, 'open'))
  const open = () => press((page) => formThat(page, 'round-open'))
  for (let step = 0; step < 8 && (await open()) === null; step += 1) await press(formForward)
  return karin
}

async function tap(visit: MeetingVisit, device: Visitor, form: Record<string, string>, act: Tap, told: Told) {
  const reason = `${act.who} zegt ${act.answer}`
  const fields = { ...form, answer: act.answer, [act.answer]: reason }
  const send = async () => {
    const { status } = await device.post(`${visit.href}/phone`, fields)
    expect([303, 422]).toContain(status)
    if (status === 303) told.set(act.who, [...(told.get(act.who) ?? []), act.answer])
    return status
  }
  return act.again ? Promise.all([send(), send()]) : [await send()]
}

type Room = {
  readonly visit: MeetingVisit
  readonly karin: Visitor
  readonly devices: ReadonlyMap<Tap['who'], readonly [Visitor, Visitor]>
  readonly form: Record<string, string>
  readonly close: Record<string, string>
}

/** Everybody stands at the phone with the round before them, and the chair's hand is on the button. */
async function room(visit: MeetingVisit): Promise<Room> {
  const karin = await openedRound(visit)
  const devices = new Map<Tap['who'], readonly [Visitor, Visitor]>()
  for (const key of VOTERS) devices.set(key, [await visit.as(key), await visit.as(key)])
  const phone = await (await karin.get(`${visit.href}/phone`)).text()
  const board = await (await karin.get(`${visit.href}/board`)).text()
  const [form, close] = [formThat(phone, 'speak'), formThat(board, 'round-close')]
  if (!form || !close) throw new Error('no round is open')
  return { visit, karin, devices, form, close }
}

async function run(at: Room, bursts: readonly (readonly Act[])[], told: Told) {
  const { visit, karin, devices, form, close } = at
  for (const burst of bursts) {
    await Promise.all(
      burst.map(async (act) => {
        if (act === 'look') return expect(await hiddenCounts(at)).toBe(true)
        if (act === 'close')
          return expect((await karin.post(`${visit.href}/act`, close)).status).toBeLessThan(500)
        const device = devices.get(act.who)?.[act.device]
        return device && tap(visit, device, form, act, told)
      }),
    )
  }
}

/** Bram says something else once the round has closed, with a double tap. */
async function tooLate({ visit, devices, form }: Room) {
  const [phone] = devices.get('bram') ?? []
  const fields = { ...form, answer: 'objection', objection: 'Ik bedenk me.' }
  const send = async () => (await phone?.post(`${visit.href}/phone`, fields))?.status
  return Promise.all([send(), send()])
}

/** While the round is open the board tells how many answered and nothing else. */
async function hiddenCounts({ visit, karin }: Room) {
  const page = await (await karin.get(`${visit.href}/board`)).text()
  return page.includes('class="ronde-open"') ? !page.includes('class="turf"') : true
}

async function decisionOf({ visit }: Room): Promise<SeenDecision> {
  const { decisionId } = await visit.item('proposal')
  const { db, cast } = visit
  const found = await readDecisionFor(db, cast.keeper, decisionId as DecisionId, null, LATER)
  if (!found) throw new Error('no decision on this item')
  return found
}

/** What the closed round shows on the wall: consent, concern, objection. */
async function countsOnTheWall({ visit, karin }: Room) {
  const page = await (await karin.get(`${visit.href}/board`)).text()
  const list = /<dl class="turf">[\s\S]*?<\/dl>/.exec(page)?.[0] ?? ''
  return [...list.matchAll(/<b>(\d+)<\/b>/g)].slice(0, 3).map(([, count]) => Number(count))
}

eachDatabase((open) => {
  describe('requests that cross', () => {
    test('any interleaving of voices, retries, two devices and closing: one voice a person, and the wall tells the record', {
      timeout: 180_000,
    }, async () => {
      const db = await open()
      await fc.assert(
        fc.asyncProperty(anyBursts, async (bursts) => {
          // a school of its own each time
          const visit = await visitMeeting(db, {
            items: [newItem('proposal', null, { title: 'Voorstel', text: 'We kijken drie keer.' })],
          })
          const at = await room(visit)
          const told: Told = new Map()
          await run(at, bursts, told)
          await run(at, [['close', 'close']], told)
          // Another voice after the closing is refused; the same one again is a retry, and was heard already.
          expect(await tooLate(at)).toEqual([422, 422])

          const decision = await decisionOf(at)
          const round = seenLast(decision)
          const voices = round.voices ?? []
          const nameOf = (person: string) => VOTERS.find((key) => visit.cast.people[key] === person)
          const spoke = voices.map(({ person }) => nameOf(person))
          expect(spoke).toHaveLength(told.size)
          expect(new Set(spoke)).toEqual(new Set(told.keys()))
          for (const { person, answer } of voices)
            expect(told.get(nameOf(person) ?? 'karin')).toContain(answer.kind)
          const of = (kind: string) => voices.filter(({ answer }) => answer.kind === kind).length
          expect(await countsOnTheWall(at)).toEqual([of('consent'), of('concern'), of('objection')])
          expect(round.closed?.outcome).toEqual(outcomeAtClosing(decision.frame, recordedIn(round)))
        }),
        { numRuns: RUNS },
      )
    })

    test('the last answer of one device counts, whatever its retries do', async () => {
      const visit = await visitMeeting(await open(), {
        items: [newItem('proposal', null, { title: 'Voorstel', text: 'We kijken drie keer.' })],
      })
      const at = await room(visit)
      const told: Told = new Map()
      const taps = (['consent', 'objection', 'concern'] as const).map((answer) => [
        { who: 'petra', device: 0, answer, again: true } as const,
      ])
      await run(at, taps, told)
      await run(at, [['close']], told)
      expect(await countsOnTheWall(at)).toEqual([0, 1, 0])
    })
  })
})
