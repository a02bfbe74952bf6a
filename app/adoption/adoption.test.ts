import { describe, expect, it } from 'vitest'
import { type Cast, NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import {
  AFTER,
  adoptedPlan as adopted,
  CLOSES,
  done,
  EVERYONE,
  frameFor,
  planOf,
  SEAL_WORDS,
  say,
  WORDS,
  writtenPlan as written,
} from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { EntryId, PlanId, PrincipleId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { writeEntryText } from '../plan/entry-store.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { movePlan } from '../plan/plan-store.ts'
import { writePrinciple } from '../plan/principle-store.ts'
import type { Decision } from '../round/round.ts'
import { changeDecision } from '../round/round-store.ts'
import { settle, withdraw } from '../round/round-way.ts'
import type { Member } from '../session/actor.ts'
import { type Item, isStillSo, itemFrom, itemKey, parseItem, WHOLE, withoutParts } from './adoption.ts'
import { type PutForward, putForward, readAdoption, renewItem } from './adoption-store.ts'
import { adoptPlan, readCheckedVersion, readVersions } from './seal-store.ts'

const LATER = '2026-12-01T15:00:00.000Z' as Moment
const LAST = '2026-12-02T08:00:00.000Z' as Moment
const everyone = EVERYONE

const asking = (cast: Cast, parts: readonly Item[], closesAt = CLOSES): PutForward => ({
  parts,
  frame: frameFor(cast),
  closesAt,
  words: WORDS,
  why: 'Voorgelegd.',
})
const principleItem = (subjectId: PrincipleId): Item => ({ about: 'principle', subjectId })
const statesOf = async (db: Db, cast: Cast, id: PlanId, now: Moment) =>
  Object.fromEntries(
    (await readAdoption(db, cast.member('karin'), id, now))!.states.map((state) => [
      state.item.about,
      state.is,
    ]),
  )

const ANEW = {
  changeNote: 'Iedereen kiest zelf.',
  closesAt: LATER,
  words: WORDS,
  why: 'Opnieuw.',
  change: null,
}

/** The whole has everyone's consent; Bram objects to the principle. Nothing has closed yet. */
async function objected(db: Db) {
  const { cast, id, principle } = await written(db)
  const karin = cast.member('karin')
  expect(
    done(await putForward(db, karin, id, asking(cast, [principleItem(principle)]), NOW_MOMENT)),
  ).toHaveLength(2)
  expect((await planOf(db, cast, id)).phase).toBe('decision')
  await say(db, cast, id, 'plan', everyone)
  const bram = { kind: 'objection', reason: 'Niet alles is voor iedereen.' } as const
  return { cast, id, karin, asked: await say(db, cast, id, 'principle', { ...everyone, bram }) }
}

/** Lays another text of the principle in the plan, as the page of a round does. */
const rewording = (karin: Member, text: string) => async (tx: Db, plan: Plan) => {
  const open: Plan = { ...plan, phase: 'input' }
  const saved = await writePrinciple(tx, karin, open, plan.principles[0]!, 'text', text, null, AFTER)
  return isRefusal(saved) ? saved : null
}

describe('an item', () => {
  it('has one name, which gives it back', () => {
    const items: Item[] = [
      WHOLE,
      { about: 'effort', subjectId: null },
      { about: 'goal', subjectId: '01890000-0000-7000-8000-000000000001' as EntryId },
    ]
    for (const item of items) expect(parseItem(itemKey(item))).toEqual(item)
    for (const wrong of [
      '',
      'plan:x',
      'goal',
      'goal:1',
      'track:01890000-0000-7000-8000-000000000001',
      'places:',
    ])
      expect(parseItem(wrong)).toBeNull()
  })

  it('is read back from what the round keeps', () => {
    expect(itemFrom({ about: 'plan', subjectId: 'p', scopeId: 'p' })).toEqual(WHOLE)
    expect(itemFrom({ about: 'meeting', subjectId: 'p', scopeId: 'p' })).toBeNull()
  })

  it('is still so when somebody took a place, not when a word of it changed', () => {
    expect(isStillSo({ 'principle:1': 'a' }, { 'principle:1': 'a', 'place:2': 'sem' })).toBe(true)
    expect(isStillSo({ 'principle:1': 'a' }, { 'principle:1': 'b' })).toBe(false)
    expect(isStillSo({ 'principle:1': 'a' }, {})).toBe(false)
    expect(isStillSo({}, { 'principle:1': 'a' })).toBe(false)
    expect(
      withoutParts({ 'goal:1:title': 'a', 'effort:1': 'b', 'goal:11:title': 'c' }, [
        { about: 'goal', subjectId: '1' as EntryId },
      ]),
    ).toEqual({ 'goal:11:title': 'c' })
  })
})

eachDatabase((open) => {
  it('finds no decision while an objection stands, and asks for a changed text', async () => {
    const db = await open()
    const { cast, id, asked, karin } = await objected(db)
    expect(await statesOf(db, cast, id, NOW_MOMENT)).toMatchObject({
      plan: 'open',
      principle: 'open',
      goal: 'not-asked',
    })
    expect(await statesOf(db, cast, id, AFTER)).toMatchObject({ plan: 'stands', principle: 'undecided' })
    expect(await adoptPlan(db, karin, id, SEAL_WORDS, AFTER)).toMatchObject({ refused: 'not-yet' })
    expect(await renewItem(db, karin, id, asked, ANEW, AFTER)).toMatchObject({ refused: 'text-not-changed' })
    expect(await putForward(db, karin, id, asking(cast, []), NOW_MOMENT)).toMatchObject({
      refused: 'already-asked',
    })
  })

  it('adopts a plan after an objection, a changed text and a renewed round', async () => {
    const db = await open()
    const { cast, id, asked, karin } = await objected(db)
    const change = rewording(karin, 'Iedereen kiest zelf wat hij deelt.')
    expect(await renewItem(db, karin, id, asked, { ...ANEW, change }, AFTER)).toBe('renewed')
    expect(await statesOf(db, cast, id, AFTER)).toMatchObject({ plan: 'stands', principle: 'open' })
    await say(db, cast, id, 'principle', everyone, AFTER)
    const version = done(await adoptPlan(db, karin, id, SEAL_WORDS, LAST))
    expect(version).toMatchObject({ number: '1.0', sealedBy: cast.people.karin })
    const plan = await planOf(db, cast, id)
    expect(plan).toMatchObject({ phase: 'adopted' })
    const record = { from: 'decision', to: 'adopted', why: 'Versie 1.0', by: cast.people.karin }
    expect(plan.changes.at(-1)).toMatchObject(record)
    expect(plan.changes.at(-1)?.decisionId).not.toBeNull()
    expect(version.record).toContain('Niet alles is voor iedereen.')
    expect(version.frame).toContain('Iedereen kiest zelf wat hij deelt.')
  })

  it('leaves nothing of a renewal that is refused', async () => {
    const db = await open()
    const { cast, id, asked, karin } = await objected(db)
    const refused = { ...ANEW, changeNote: '', change: rewording(karin, 'Anders.') }
    expect(await renewItem(db, karin, id, asked, refused, AFTER)).toMatchObject({
      refused: 'change-note-missing',
    })
    expect((await planOf(db, cast, id)).principles[0]?.text.text).toBe('We delen alles.')
  })

  it('does not adopt what was dropped and is still there, nor a text that changed after the decision', async () => {
    const db = await open()
    const { cast, id, principle, goal } = await written(db)
    const karin = cast.member('karin')
    done(await putForward(db, karin, id, asking(cast, [principleItem(principle)]), NOW_MOMENT))
    await say(db, cast, id, 'plan', everyone)
    const asked = await say(db, cast, id, 'principle', {
      ...everyone,
      bram: { kind: 'objection', reason: 'Nee.' },
    })
    done(
      await changeDecision(db, karin, asked, AFTER, (decision) =>
        settle(decision, 'dropped', 'We laten het los.', cast.people.karin, AFTER),
      ),
    )
    expect(await statesOf(db, cast, id, AFTER)).toMatchObject({ principle: 'dropped-but-there' })
    done(await movePlan(db, karin, await planOf(db, cast, id), 'input', 'Tekst aanpassen.', AFTER))
    const plan = await planOf(db, cast, id)
    done(await writeEntryText(db, karin, plan, entryOf(plan, goal)!, 'approach', 'Heel anders', null, AFTER))
    expect(await statesOf(db, cast, id, AFTER)).toMatchObject({ plan: 'changed-since' })
    expect(await adoptPlan(db, karin, id, SEAL_WORDS, AFTER)).toMatchObject({ refused: 'not-in-decision' })
    done(await putForward(db, karin, id, asking(cast, [], LATER), AFTER))
    expect(await adoptPlan(db, karin, id, SEAL_WORDS, LAST)).toMatchObject({ refused: 'not-yet' })
  })

  it('can be asked anew after it was taken back, with another frame', async () => {
    const db = await open()
    const { cast, id } = await written(db)
    const karin = cast.member('karin')
    done(await putForward(db, karin, id, asking(cast, []), NOW_MOMENT))
    const asked = await say(db, cast, id, 'plan', { anouk: { kind: 'consent' } })
    const drop = (decision: Decision) =>
      settle(decision, 'dropped', 'Te weinig mensen.', cast.people.karin, AFTER)
    done(await changeDecision(db, karin, asked, AFTER, drop))
    const frame = { ...frameFor(cast), quorum: 1, voters: [cast.people.anouk] }
    done(await putForward(db, karin, id, { ...asking(cast, [], LATER), frame }, AFTER))
    await say(db, cast, id, 'plan', { anouk: { kind: 'consent' } }, AFTER)
    expect(done(await adoptPlan(db, karin, id, SEAL_WORDS, LAST)).number).toBe('1.0')
  })

  it('stands after the objector took the objection back', async () => {
    const db = await open()
    const { cast, id } = await written(db)
    done(await putForward(db, cast.member('karin'), id, asking(cast, []), NOW_MOMENT))
    const asked = await say(db, cast, id, 'plan', {
      ...everyone,
      anouk: { kind: 'objection', reason: 'Te vol.' },
    })
    expect(await adoptPlan(db, cast.member('karin'), id, SEAL_WORDS, AFTER)).toMatchObject({
      refused: 'not-yet',
    })
    done(
      await changeDecision(db, cast.member('anouk'), asked, AFTER, (decision) =>
        withdraw(decision, cast.people.anouk, AFTER),
      ),
    )
    done(await adoptPlan(db, cast.member('karin'), id, SEAL_WORDS, LAST))
  })

  it('puts a later change beside it as 1.1', async () => {
    const db = await open()
    const { cast, id, goal } = await adopted(db)
    const karin = cast.member('karin')
    done(await movePlan(db, karin, await planOf(db, cast, id), 'input', 'Een doel aanpassen.', AFTER))
    const plan = await planOf(db, cast, id)
    done(
      await writeEntryText(
        db,
        karin,
        plan,
        entryOf(plan, goal)!,
        'approach',
        'Elke week samen kijken',
        null,
        AFTER,
      ),
    )
    done(await putForward(db, karin, id, asking(cast, [], LATER), AFTER))
    expect(await adoptPlan(db, karin, id, SEAL_WORDS, AFTER)).toMatchObject({ refused: 'not-yet' })
    await say(db, cast, id, 'plan', everyone, AFTER)
    expect(done(await adoptPlan(db, karin, id, SEAL_WORDS, LAST)).number).toBe('1.1')
    const numbers = (await readVersions(db, karin, id)).map((version) => version.number)
    expect(numbers).toEqual(['1.1', '1.0'])
    for (const number of numbers)
      expect((await readCheckedVersion(db, karin, id, number))?.check.isRight).toBe(true)
  })
})
