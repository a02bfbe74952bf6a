import { describe, expect, it } from 'vitest'
import { NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { asMember } from '../../test/request.ts'
import { done, planOf, writtenPlan } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { textOf } from '../writing/document.ts'
import { documentFrom, openDocument, readDocument } from '../writing/document-store.ts'
import { readPassage } from '../writing/passage-store.ts'
import { addEntry, writeEntryText } from './entry-store.ts'
import { inverse, type OwnAct, ownTexts, type PastText, tieChange, undoFrom } from './own-change.ts'
import { forgetOwnChanges, readOwnChanges, readOwnTexts } from './own-change-store.ts'
import { entryOf } from './plan.ts'
import { movePlan } from './plan-store.ts'
import { undoAct, undoText } from './undo-store.ts'

const ME = 'me' as PersonId
const PETRA = 'petra' as PersonId
const minutes = (count: number) => new Date(Date.parse(NOW_MOMENT) + count * 60_000).toISOString() as Moment
const saved = (revision: number, text: string, changedBy: PersonId, at: number): PastText => ({
  revision,
  text,
  changedBy,
  changedAt: minutes(at),
})

describe('what one wrote', () => {
  it('is taken together as long as one goes on writing', () => {
    const texts = [saved(1, 'Een', PETRA, -90), saved(2, 'Twee', ME, 1), saved(3, 'Drie', ME, 4)]
    expect(ownTexts(texts, ME, minutes(0), new Set())).toEqual([
      { before: 'Een', after: 'Drie', revision: 3, at: minutes(4) },
    ])
  })

  it('is apart after a pause, after a colleague, and when a text was put back', () => {
    const texts = [
      saved(1, 'a', ME, 1),
      saved(2, 'b', ME, 20),
      saved(3, 'c', PETRA, 21),
      saved(4, 'd', ME, 22),
      saved(5, 'c', ME, 23),
    ]
    const stretches = ownTexts(texts, ME, minutes(0), new Set([5]))
    expect(stretches.map(({ before, after }) => [before, after])).toEqual([
      ['d', 'c'],
      ['c', 'd'],
      ['a', 'b'],
      ['', 'a'],
    ])
  })

  it('leaves out what is older, of a colleague, or came to nothing', () => {
    const texts = [saved(1, 'a', ME, -5), saved(2, 'b', PETRA, 1), saved(3, 'c', ME, 2), saved(4, 'b', ME, 3)]
    expect(ownTexts(texts, ME, minutes(0), new Set())).toEqual([])
  })
})

describe('an act', () => {
  it('is undone by its inverse, and that by the act itself', () => {
    const acts: OwnAct[] = [
      { is: 'removed' },
      { is: 'moved', direction: 'up', past: 'x' },
      { is: 'tied', before: { weight: 'full' }, after: { weight: 'light' } },
      { is: 'named', personId: PETRA, part: 'support' },
    ]
    for (const act of acts) expect(inverse(inverse(act)!)).toEqual(act)
  })

  it('holds only what it changes', () => {
    const entry = { weight: 'full', visionLineIds: ['a', 'b'], parentId: null } as never
    expect(tieChange(entry, { weight: 'full', visionLineIds: ['b', 'a'] as never })).toBeNull()
    expect(tieChange(entry, { weight: 'light', parentId: null })).toEqual({
      before: { weight: 'full' },
      after: { weight: 'light' },
    })
  })
})

/** Karin at her card, with forms as a browser sends them. */
async function atWork(db: Db) {
  const made = await writtenPlan(db)
  const karin = await asMember(testApp(db), db, made.cast, 'karin')
  const actor = made.cast.member('karin')
  const plan = () => planOf(db, made.cast, made.id)
  const changes = async () => readOwnChanges(db, actor, { id: made.id }, undoFrom(NOW_MOMENT))
  const entry = async () => entryOf(await plan(), made.goal)!
  const undo = async (place = 0) => undoAct(db, actor, await plan(), (await changes())[place]!, NOW_MOMENT)
  return { ...made, karin, actor, plan, changes, entry, undo, href: `/plan/${made.id}` }
}

eachDatabase((open) => {
  it('puts ties, days and people of one’s own back, and forward again', async () => {
    const { karin, href, goal, cast, changes, entry, undo } = await atWork(await open())
    const [line] = Object.values(cast.visionLines)
    const card = await karin.get(`${href}?edit=${goal}`)
    expect(card.status).toBe(200)
    const sent = {
      'was.visionLineIds': '',
      visionLineIds: line!,
      'was.executor': '',
      executor: cast.people.petra,
    }
    const saved = await karin.post(`${href}/entry/${goal}`, sent)
    expect(saved.status).toBe(303)
    const acts = (await changes()).map(({ act }) => act.is)
    expect(acts).toContain('tied')
    const before = await entry()
    expect(before.visionLineIds).toEqual([line])
    const tied = (await changes()).findIndex(({ act }) => act.is === 'tied')
    expect(await undo(tied)).toBeNull()
    expect((await entry()).visionLineIds).toEqual([])
    expect(await undo(0)).toBeNull()
    expect((await entry()).visionLineIds).toEqual([line])
  })

  it('puts back what was removed, and its place', async () => {
    const { karin, href, goal, plan, undo, entry } = await atWork(await open())
    expect((await karin.post(`${href}/entry/${goal}/place`, { move: 'remove' })).status).toBe(303)
    expect(entryOf(await plan(), goal)).toBeNull()
    expect(await undo()).toBeNull()
    expect((await entry()).id).toBe(goal)
    const second = await karin.post(`${href}/entry`, { kind: 'general-goal', title: 'Tweede' })
    expect(second.status).toBe(303)
    const order = async () =>
      (await plan()).entries.filter(({ kind }) => kind === 'general-goal').map((one) => one.texts.title?.text)
    expect((await karin.post(`${href}/entry/${goal}/place`, { move: 'down' })).status).toBe(303)
    expect(await order()).toEqual(['Tweede', 'Rekenen'])
    expect(await undo()).toBeNull()
    expect(await order()).toEqual(['Rekenen', 'Tweede'])
  })

  it('undoes nothing twice, nothing where somebody went on, nothing of another', async () => {
    const db = await open()
    const { karin, href, goal, cast, id, plan, changes, actor } = await atWork(db)
    const [one, two] = Object.values(cast.visionLines)
    await karin.post(`${href}/entry/${goal}`, { 'was.visionLineIds': '', visionLineIds: one! })
    const [change] = await changes()
    await karin.post(`${href}/entry/${goal}`, { 'was.visionLineIds': one!, visionLineIds: two! })
    expect(await undoAct(db, actor, await plan(), change!, NOW_MOMENT)).toMatchObject({
      refused: 'changed-since',
    })
    const [last] = await changes()
    expect(await undoAct(db, actor, await plan(), last!, NOW_MOMENT)).toBeNull()
    expect(await undoAct(db, actor, await plan(), last!, NOW_MOMENT)).toMatchObject({
      refused: 'changed-since',
    })
    expect(await readOwnChanges(db, cast.member('anouk'), { id }, undoFrom(NOW_MOMENT))).toEqual([])
  })

  it('asks for the rights of now', async () => {
    const db = await open()
    const { karin, href, goal, cast, plan, changes, actor } = await atWork(db)
    const [one] = Object.values(cast.visionLines)
    await karin.post(`${href}/entry/${goal}`, { 'was.visionLineIds': '', visionLineIds: one! })
    const [change] = await changes()
    done(await movePlan(db, actor, await plan(), 'decision', 'Voorgelegd.', NOW_MOMENT))
    expect(await undoAct(db, actor, await plan(), change!, NOW_MOMENT)).toMatchObject({ refused: 'may-not' })
    expect((await changes())[0]?.undoneAt).toBeNull()
  })

  it('puts a text back, and that again', async () => {
    const db = await open()
    const { actor, goal, plan, id, entry } = await atWork(db)
    done(
      await writeEntryText(
        db,
        actor,
        await plan(),
        await entry(),
        'approach',
        'Heel anders',
        null,
        minutes(20),
      ),
    )
    const texts = () => readOwnTexts(db, actor, { id }, minutes(10))
    const [mine] = await texts()
    expect(mine).toMatchObject({
      ownerId: goal,
      field: 'approach',
      before: 'Samen kijken',
      after: 'Heel anders',
      later: null,
    })
    expect(await undoText(db, actor, await plan(), mine!, mine!.base, minutes(21))).toMatchObject({
      saved: { text: 'Samen kijken' },
    })
    const [back, ...rest] = await texts()
    expect(back).toMatchObject({ before: 'Heel anders', after: 'Samen kijken' })
    expect(rest).toHaveLength(1)
    expect(await undoText(db, actor, await plan(), back!, back!.base, minutes(22))).toMatchObject({
      saved: { text: 'Heel anders' },
    })
  })

  it('puts back a text that people write together: the document says it, too', async () => {
    const db = await open()
    const { actor, goal, plan, id, entry } = await atWork(db)
    const place = { ownerId: goal, field: 'approach', scopeId: id }
    await openDocument(db, actor, place, minutes(15))
    done(
      await writeEntryText(
        db,
        actor,
        await plan(),
        await entry(),
        'approach',
        'Heel **anders**',
        null,
        minutes(20),
      ),
    )
    const [mine] = await readOwnTexts(db, actor, { id }, minutes(10))
    done(await undoText(db, actor, await plan(), mine!, mine!.base, minutes(21)))
    const stored = await db.read(actor, (sql) => readDocument(sql, actor, place))
    expect(stored && textOf(documentFrom(stored.state))).toBe('Samen kijken')
    expect((await entry()).texts.approach?.text).toBe('Samen kijken')
  })

  it('shows both texts when a colleague wrote since, and stores nothing', async () => {
    const db = await open()
    const { cast, id, plan, bram } = await atWork(db)
    const write = async (who: 'bram' | 'sem', text: string, at: Moment) => {
      const now = await plan()
      return writeEntryText(db, cast.member(who), now, entryOf(now, bram)!, 'goal', text, null, at)
    }
    await db.write(cast, (sql) =>
      sql
        .insertInto('entry_person')
        .values({
          school_id: cast.schoolId,
          entry_id: bram,
          person_id: cast.people.sem,
          part: 'duo',
          asked_at: NOW_MOMENT,
          agreed_at: NOW_MOMENT,
          declined_at: null,
        })
        .execute(),
    )
    await db.write(cast, (sql) =>
      sql
        .updateTable('plan')
        .set((set) => ({ revision: set('revision', '+', 1) }))
        .execute(),
    )
    done(await write('bram', 'Van Bram', minutes(20)))
    done(await write('sem', 'Van Sem', minutes(21)))
    const [mine] = await readOwnTexts(db, cast.member('bram'), { id }, minutes(10))
    expect(mine).toMatchObject({ after: 'Van Bram', later: { by: cast.people.sem } })
    const result = await undoText(db, cast.member('bram'), await plan(), mine!, mine!.revision, minutes(22))
    expect(result).toMatchObject({ collision: { text: 'Van Sem' }, mine: 'Doel van bram' })
    const now = await db.read(cast, (sql) => readPassage(sql, cast.keeper, { ownerId: bram, field: 'goal' }))
    expect(now?.text).toBe('Van Sem')
  })

  it('forgets after a day', async () => {
    const db = await open()
    const { karin, href, goal, changes, actor, plan } = await atWork(db)
    await karin.post(`${href}/entry/${goal}/place`, { move: 'remove' })
    expect(await changes()).toHaveLength(1)
    await forgetOwnChanges(db, new Date(Date.parse(NOW_MOMENT) + 23 * 3_600_000))
    expect(await changes()).toHaveLength(1)
    await forgetOwnChanges(db, new Date(Date.parse(NOW_MOMENT) + 25 * 3_600_000))
    expect(await changes()).toEqual([])
    done(await addEntry(db, actor, await plan(), { kind: 'team-goal' }, NOW_MOMENT))
    expect(await changes()).toEqual([])
  })

  it('is near right after a save: the notice leads to it, and stands there once', async () => {
    const { karin, href, goal } = await atWork(await open())
    const sent = await karin.post(`${href}/entry/${goal}`, {
      'text.evaluation': 'In juni.',
      'base.evaluation': '0',
    })
    const page = await (await karin.get(sent.headers.get('location') ?? '')).text()
    const [, notice = ''] = /<div id="status" role="status">(.*?)<\/div><\/div><\/div>/s.exec(page) ?? []
    expect(notice).toContain('Bewaard.')
    expect(notice).toContain(`href="${href}/undo" data-turbo-frame="_top">Zet terug`)
    expect(page.split('Bewaard.')).toHaveLength(2)
    expect(await (await karin.get(`${href}/undo`)).text()).toContain('In juni.')
    expect(await (await karin.get(`${href}?done=agreed`)).text()).not.toContain('>Zet terug')
  })

  it('is shown on a page of one’s own, by day and with its words', async () => {
    const { karin, href, goal } = await atWork(await open())
    await karin.post(`${href}/entry/${goal}/place`, { move: 'remove' })
    const page = await (await karin.get(`${href}/undo`)).text()
    expect(page).toContain('Je haalde dit weg')
    expect(page).toContain('Rekenen')
    const change = /name="change" value="([^"]+)"/.exec(page)?.[1]
    const back = await karin.post(`${href}/undo`, { act: 'act', change: change! })
    expect(back.headers.get('location')).toBe(`${href}/undo?done=back`)
    expect(await (await karin.get(`${href}/undo`)).text()).toContain('Teruggezet')
    expect((await karin.post(`${href}/undo`, { act: 'act', change: 'x' })).status).toBe(404)
    expect(
      (
        await karin.post(`${href}/undo`, {
          act: 'text',
          owner: goal,
          field: 'goal',
          revision: '1',
          base: '1',
        })
      ).status,
    ).toBe(404)
  })
})
