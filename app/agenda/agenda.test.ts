import fc from 'fast-check'
import { expect, it } from 'vitest'
import { amending } from '../../test/amended-plan.ts'
import { type Cast, NOW_MOMENT, TODAY } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { closeMeeting, holdMeeting } from '../../test/held-meeting.ts'
import { newItem, newMeeting, visitMeeting } from '../../test/meeting-visit.ts'
import {
  AFTER,
  adoptedPlan,
  CLOSES,
  done,
  EVERYONE,
  frameFor,
  planOf,
  say,
  WORDS,
  writtenPlan,
} from '../../test/written-plan.ts'
import { putForward } from '../adoption/adoption-store.ts'
import type { Db } from '../db/database.ts'
import { promise } from '../evaluation/yield-store.ts'
import type { DemoPersonKey } from '../home/demo-cast.ts'
import type { Day, Moment } from '../kernel/day.ts'
import type { MeetingItemId, PlanId } from '../kernel/id.ts'
import { termsFor } from '../kernel/language.ts'
import { ordered } from '../meeting/agenda-order.ts'
import type { ItemState, MeetingItem, Template } from '../meeting/meeting.ts'
import { cancelMeeting } from '../meeting/meeting-change-store.ts'
import { planMeeting } from '../meeting/meeting-write-store.ts'
import { addAction } from '../minutes/action-store.ts'
import { movePlan } from '../plan/plan-store.ts'
import { lengthFor, offerFor } from './agenda.ts'
import type { Point } from './agenda-open.ts'
import { offered, readOpen } from './agenda-open-desk.ts'
import { tickOf } from './agenda-point-view.ts'

const WORDING = { language: 'nl', terms: termsFor('nl', 'ib', 'leraar') } as const
const LATER = '2026-12-20T08:00:00.000Z' as Moment

type At = { readonly db: Db; readonly cast: Cast; readonly id: PlanId | null }

/** The agenda that a meeting would begin with, and what else is open, as titles. */
async function agendaOf(
  { db, cast, id }: At,
  template: Template,
  now: Moment = NOW_MOMENT,
  { who = 'karin', day = TODAY, there = [] }: { who?: DemoPersonKey; day?: Day; there?: MeetingItem[] } = {},
) {
  const scene = await readOpen({ db, now }, cast.member(who), id, day)
  const { suggested, rest } = offered(scene, template, there, WORDING)
  const line = ({ item, point }: (typeof suggested)[number]) =>
    `${item.title} · ${item.purpose}${point.note ? ` · ${point.note}` : ''}`
  return { on: suggested.map(line), also: rest.map(line) }
}

const put = (at: At & { id: PlanId }, parts: Parameters<typeof putForward>[3]['parts']) =>
  putForward(
    at.db,
    at.cast.member('karin'),
    at.id,
    { parts, frame: frameFor(at.cast), closesAt: CLOSES, words: WORDS, why: 'Voorgelegd.' },
    NOW_MOMENT,
  )

eachDatabase((open) => {
  it('to adopt: the plan piece by piece, and at the end the whole', async () => {
    const db = await open()
    const at = { db, ...(await writtenPlan(db)) }
    expect(await agendaOf(at, 'adoption')).toEqual({
      on: [
        'Principe 1: We delen alles. · decision',
        'Doel 1: Rekenen · decision',
        'De trajecten van Leerteam Rekenen · informing',
        'De trajecten van wie in geen leerteam zit · informing',
        'De inzet van de intern begeleider · decision',
        'Iedereen een plek · decision',
        'Het begeleidingsplan 2026–2027 als geheel · decision',
      ],
      also: [],
    })
    const ordinary = await agendaOf(at, 'ordinary')
    expect(ordinary.on).toEqual([])
    expect(ordinary.also).toHaveLength(7)
  })

  it('what is before the team already is offered with a word about it; what stands is not', async () => {
    const db = await open()
    const made = await writtenPlan(db)
    const at = { db, ...made }
    done(await put(at, [{ about: 'principle', subjectId: made.principle }]))
    expect((await agendaOf(at, 'adoption')).also).toEqual([
      'Principe 1: We delen alles. · decision · round-open',
      'Het begeleidingsplan 2026–2027 als geheel · decision · round-open',
    ])
    await say(db, at.cast, at.id, 'principle', EVERYONE)
    const objection = { kind: 'objection', reason: 'Zo niet.' } as const
    await say(db, at.cast, at.id, 'plan', { ...EVERYONE, bram: objection })
    const after = await agendaOf(at, 'adoption', AFTER)
    expect(after.on[0]).toBe('Het begeleidingsplan 2026–2027 als geheel · decision · objection')
    expect([...after.on, ...after.also].join('\n')).not.toContain('Principe 1')
  })

  it('an adopted plan: changes that the team decides on, never what two people talk over', async () => {
    const db = await open()
    const made = await adoptedPlan(db)
    const at = { db, ...made }
    const { begin, write } = amending(db, at.cast, at.id)
    const goal = done(await begin('karin', { kind: 'change', about: 'general-goal', subjectId: made.goal }))
    done(await write('karin', goal, 'approach', 'Vaker samen kijken'))
    const track = done(
      await begin('anouk', { kind: 'change', about: 'teacher-track', subjectId: made.anouk }),
    )
    done(await write('anouk', track, 'goal', 'Iets anders'))
    const { on, also } = await agendaOf(at, 'ordinary', AFTER)
    expect(on).toEqual(['Wijziging van doel 1 · decision'])
    expect([...on, ...also].join('\n')).not.toContain('Iets anders')
  })

  it('half-way: themes first, then the goals; a track only when its teacher shares it and its day has come', async () => {
    const db = await open()
    const made = await adoptedPlan(db)
    const at = { db, ...made }
    const karin = at.cast.member('karin')
    done(await movePlan(db, karin, await planOf(db, at.cast, at.id), 'mid-evaluation', 'Halverwege.', AFTER))
    const before = await agendaOf(at, 'mid-evaluation', AFTER)
    expect(before.on).toEqual([
      'Thema’s om samen te bespreken · opinion',
      'Terugkijken: Doel 1: Rekenen · decision',
      'De inzet van de intern begeleider · opinion',
      'De voorwaarden: tijd en ondersteuning · informing',
      'Het plan zelf · opinion',
      'Wat delen we, en met wie? · informing',
    ])
    expect(before.also).toEqual([])
    await db.write(at.cast, async (sql) => {
      await sql.updateTable('entry').set({ share_choice: 'share' }).where('id', '=', made.anouk).execute()
      await sql
        .updateTable('plan')
        .set((row) => ({ revision: row('revision', '+', 1) }))
        .where('id', '=', at.id)
        .execute()
    })
    expect((await agendaOf(at, 'mid-evaluation', AFTER)).also).toEqual([
      'Terugkijken op het traject van Anouk · opinion',
    ])
  })

  it('what a meeting did not come to comes back once, at its own place, until it stands on an agenda', async () => {
    const db = await open()
    const held = await holdMeeting(db)
    await closeMeeting(held)
    const at = { db, cast: held.cast, id: held.plan }
    const { on } = await agendaOf(at, 'adoption', LATER)
    expect(on[0]).toMatch(/^Notulen: Vaststelling van het begeleidingsplan, 19 november 2026 · decision$/)
    expect(on.at(-1)).toBe('Het begeleidingsplan 2026–2027 als geheel · decision · carried')
    const whole = await held.item('plan')
    const items = [newItem('plan', null, { carriedFrom: whole.id })]
    done(await planMeeting(db, at.cast.member('karin'), newMeeting(at.cast, { planId: at.id, items }), LATER))
    expect((await agendaOf(at, 'adoption', LATER)).on.at(-1)).toBe(
      'Het begeleidingsplan 2026–2027 als geheel · decision',
    )
  })

  it('the own points of a cancelled meeting come back, with their words', async () => {
    const db = await open()
    const visit = await visitMeeting(db, {
      items: [newItem('proposal', null, { title: 'Lezen op maandag', text: 'Elke maandag.' })],
    })
    const karin = visit.cast.member('karin')
    const at = { db, cast: visit.cast, id: visit.plan }
    expect((await agendaOf(at, 'ordinary')).on).toEqual([])
    done(await cancelMeeting(db, karin, visit.meeting, 'Ziek.', NOW_MOMENT, async () => undefined))
    expect((await agendaOf(at, 'ordinary')).on).toEqual(['Lezen op maandag · decision · carried'])
    const scene = await readOpen({ db, now: NOW_MOMENT }, karin, visit.plan, TODAY)
    expect(offered(scene, 'ordinary', [], WORDING).suggested[0]?.item).toMatchObject({
      text: 'Elke maandag.',
      carriedFrom: (await visit.now()).items[0]?.id,
    })
  })

  it('actions that are open are one point, with who does what', async () => {
    const db = await open()
    const held = await holdMeeting(db)
    const anouk = held.cast.member('anouk')
    for (const line of ['Petra: leeslijst maken, 3 dec', 'Bram: gymzaal vragen'])
      done(await addAction(db, anouk, held.meeting, { line, item: null }, NOW_MOMENT))
    const at = { db, cast: held.cast, id: held.plan }
    expect((await agendaOf(at, 'ordinary', LATER)).on).toContain('2 acties staan nog open · informing')
    const scene = await readOpen({ db, now: LATER }, held.cast.member('karin'), held.plan, TODAY)
    const point = offered(scene, 'ordinary', [], WORDING).suggested.find(
      ({ point: { group } }) => group === 'actions',
    )
    expect(point?.item.text).toBe('- Petra: leeslijst maken (vóór 3 december 2026)\n- Bram: gymzaal vragen')
    const there = [{ ...(await held.now()).items[0]!, ...point?.item, id: 'x' as MeetingItemId }]
    expect((await agendaOf(at, 'ordinary', LATER, { there })).on).not.toContain(
      '2 acties staan nog open · informing',
    )
  })

  it('a teacher who leads sees titles only: nothing of a track that its teacher does not stand behind', async () => {
    const db = await open()
    const at = { db, ...(await writtenPlan(db)) }
    const { on, also } = await agendaOf(at, 'adoption', NOW_MOMENT, { who: 'petra' })
    expect([...on, ...also].join('\n')).not.toContain('Doel van')
  })

  it('without a plan there is nothing open, and one can meet all the same', async () => {
    const db = await open()
    const { cast } = await writtenPlan(db)
    expect(await agendaOf({ db, cast, id: null }, 'ordinary')).toEqual({ on: [], also: [] })
  })
})

it('a meeting is as long as its agenda, in quarters of an hour', () => {
  expect(lengthFor([])).toBe(60)
  expect(lengthFor([{ minutes: 61 }])).toBe(75)
  expect(lengthFor([{ minutes: 90 }])).toBe(90)
  expect(lengthFor([{ minutes: 9_000 }])).toBe(480)
})

const anyState = fc.constantFrom<ItemState>('to-come', 'current', 'done', 'carried', 'passed')
const anyMove = fc.oneof(fc.constantFrom('up', 'down'), fc.integer({ min: -3, max: 20 }))

it('moving keeps every item, and what has had its turn stays where it is', () => {
  fc.assert(
    fc.property(fc.array(anyState, { maxLength: 12 }), fc.nat(11), anyMove, (states, which, move) => {
      const items = states.map((state, at) => ({ id: `i${at}` as MeetingItemId, state }))
      const item = items[which % Math.max(1, items.length)]
      const after = ordered(items, item?.id ?? ('none' as MeetingItemId), move)
      if (item?.state !== 'to-come') {
        expect(after).toBeNull()
        return
      }
      expect([...(after ?? [])].sort()).toEqual(items.map(({ id }) => id).sort())
      for (const [at, { id, state }] of items.entries()) if (state !== 'to-come') expect(after?.[at]).toBe(id)
      if (typeof move === 'number' && move >= 1 && items[move - 1]?.state === 'to-come')
        expect(after?.[move - 1]).toBe(item.id)
    }),
  )
})

eachDatabase((open) => {
  it('asks at every meeting for what was promised and is not done yet', async () => {
    const db = await open()
    const { cast, id } = await adoptedPlan(db)
    const asked = async () => (await agendaOf({ db, cast, id }, 'ordinary', AFTER)).on
    expect((await asked()).some((line) => line.includes('promises-open'))).toBe(false)
    const given = { what: 'Wisbordjes', withWhom: 'de bouw', dueOn: null, entryId: null }
    const anouk = cast.member('anouk')
    const plan = await planOf(db, cast, id)
    done(await promise(db, anouk, plan, { ...given, person: anouk.personId }, false, AFTER))
    expect(await asked()).toContain('Wat delen we, en met wie? · informing · promises-open')
  })
})

it('a day to evaluate is told by its date; tracks are left to their teachers unless somebody ticks them', () => {
  const due = { note: 'day-has-come', dueOn: '2026-11-26' as Day } as const
  const rest = {
    group: 'evaluations',
    kind: 'evaluation',
    subjectId: null,
    minutes: 5,
    carried: null,
  } as const
  const goal: Point = { ...rest, ...due, purpose: 'decision' }
  const track: Point = { ...rest, ...due, purpose: 'opinion' }
  expect(offerFor('ordinary', [goal, track])).toEqual({ suggested: [goal], rest: [track] })
  expect(offerFor('mid-evaluation', [goal, track])).toEqual({ suggested: [goal], rest: [track] })
  const item = newItem('evaluation')
  expect(tickOf({ key: '', point: goal, item }, 'nl').note).toBe('Evaluatie op donderdag 26 november.')
})
