import fc from 'fast-check'
import '../../test/seed.ts'
import { expect, test } from 'vitest'
import { type Cast, NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { findPassage } from '../../test/passages.ts'
import { asMember } from '../../test/request.ts'
import { done, planOf, writtenPlan } from '../../test/written-plan.ts'
import type { Moment } from '../kernel/day.ts'
import { agreeTrack, writeEntryText } from '../plan/entry-store.ts'
import { entryOf } from '../plan/plan.ts'
import { mayReadTexts } from '../plan/plan-may.ts'
import { openThread } from '../writing/comment-store.ts'

const LATER = '2026-11-20T09:00:00.000Z' as Moment

eachDatabase((open) => {
  const school = async () => {
    const db = await open()
    const made = await writtenPlan(db)
    const app = testApp(db)
    const page = async (key: keyof Cast['people'], path: string) => {
      const answer = await (await asMember(app, db, made.cast, key)).get(path)
      expect(answer.status).toBe(200)
      return answer.text()
    }
    const find = (key: keyof Cast['people'], question: string) =>
      page(key, `/search?q=${encodeURIComponent(question)}`)
    return { db, find, page, ...made }
  }

  test('one finds a goal of the plan with its words marked, and a person with the tracks', async () => {
    const { find, anouk, id } = await school()
    const goal = await find('wilma', 'rekent')
    expect(goal).toContain('<mark>Rekenen</mark>')
    expect(goal).toContain('In het plan van 2026–2027')
    expect(await find('wilma', 'Anouk')).toContain(`href="/plan/${id}#e-${anouk}"`)
    expect(await find('wilma', 'quizvraag')).toContain('Niets gevonden')
    expect(await find('wilma', 'de')).toContain('Zo’n woord staat overal')
  })

  test('a track that its teacher does not stand behind yet is found only by who may read it', async () => {
    const { find, db, cast, id, bram } = await school()
    const plan = await planOf(db, cast, id)
    const track = entryOf(plan, bram)
    if (!track) throw new Error('no track')
    const text = 'Meer durven vragen met zonnebloemen'
    done(await writeEntryText(db, cast.member('bram'), plan, track, 'goal', text, null, NOW_MOMENT))
    const people = Object.keys(cast.people) as (keyof Cast['people'])[]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...people), async (key) => {
        const found = (await find(key, 'zonnebloem')).includes('zonnebloemen')
        const now = entryOf(await planOf(db, cast, id), bram)
        expect(found).toBe(now !== null && mayReadTexts(cast.member(key), now).may)
      }),
      { numRuns: 12 },
    )
  })

  test('whether a word stands in a text that one may not read shows in nothing', async () => {
    const { find, db, cast, id, anouk, bram } = await school()
    const write = async (key: 'anouk' | 'bram', entryId: typeof bram, text: string) => {
      const plan = await planOf(db, cast, id)
      const track = entryOf(plan, entryId)
      if (!track) throw new Error('no track')
      done(await writeEntryText(db, cast.member(key), plan, track, 'goal', text, null, NOW_MOMENT))
    }
    await write('anouk', anouk, 'Vragen over een zonnebloen')
    const before = await find('anouk', 'zonnebloem')
    expect(before).toContain('<mark>zonnebloen</mark>')
    await write('bram', bram, 'Iets met een zonnebloem')
    expect(await find('anouk', 'zonnebloem')).toContain('<mark>zonnebloen</mark>')
    const his = await find('bram', 'zonnebloem')
    expect(his).toContain('<mark>zonnebloem</mark>')
    expect(his).not.toContain('zonnebloen')
  })

  test('what colleagues said about a text is found by who reads that text', async () => {
    const { find, db, cast, anouk, bram } = await school()
    const say = async (key: 'anouk' | 'bram', ownerId: string, text: string) => {
      const at = { ownerId, field: 'goal' }
      done(await openThread(db, cast.member(key), findPassage, at, { text, about: null }, NOW_MOMENT))
    }
    await say('anouk', anouk, 'Kijk ook eens bij de kikkers.')
    await say('bram', bram, 'Vraag het aan de ooievaars.')
    expect(await find('wilma', 'kikker')).toContain('Reactie bij')
    expect(await find('wilma', 'ooievaar')).toContain('Niets gevonden')
    expect(await find('bram', 'ooievaar')).toContain('<mark>ooievaars</mark>')
  })

  test('what few said before a teacher stood behind the text stays among those few', async () => {
    const { find, db, cast, id, bram, page } = await school()
    const at = { ownerId: bram, field: 'goal' }
    done(
      await openThread(
        db,
        cast.member('bram'),
        findPassage,
        at,
        { text: 'Ooievaars?', about: null },
        NOW_MOMENT,
      ),
    )
    const plan = await planOf(db, cast, id)
    const track = entryOf(plan, bram)
    if (!track) throw new Error('no track')
    done(await agreeTrack(db, cast.member('bram'), plan, track, LATER))
    const text = 'Kikkers!'
    done(await openThread(db, cast.member('karin'), findPassage, at, { text, about: null }, LATER))
    const talk = `/plan/${id}/entry/${bram}/conversation`
    for (const who of ['bram', 'karin'] as const) expect(await page(who, talk)).toContain('Ooievaars?')
    expect(await find('karin', 'ooievaar')).toContain('<mark>Ooievaars</mark>')
    expect(await page('wilma', talk)).toContain('Kikkers!')
    expect(await page('wilma', talk)).not.toContain('Ooievaars?')
    expect(await find('wilma', 'ooievaar')).toContain('Niets gevonden')
    expect(await page('wilma', `/plan/${id}?shown=${bram}`)).toContain('Eén reactie')
    expect(await page('karin', `/plan/${id}?shown=${bram}`)).toContain('Twee reacties')
  })

  test.each(['%', "' or 1=1 --", '\u0000', '<script>alert(1)</script>', '\ud800', '*'.repeat(10_000)])(
    'whatever is typed gets a calm page: %.20j',
    async (question) => {
      const { find } = await school()
      const page = await find('wilma', question.toWellFormed())
      expect(page).not.toContain('<script>alert')
    },
  )
})
