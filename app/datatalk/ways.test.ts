import { beforeEach, describe, expect, it } from 'vitest'
import { GROUP_FIVE, madeAmbition, resultsRoom, scoresOf } from '../../test/ambition-room.ts'
import { type Cast, NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { type App, asMember } from '../../test/request.ts'
import { done, writtenPlan } from '../../test/written-plan.ts'
import { tieAmbition } from '../ambition/ambition-tie-store.ts'
import type { Db } from '../db/database.ts'
import type { DataTalkId, EntryId, PlanId } from '../kernel/id.ts'
import { readTalk } from './talk-store.ts'
import { beginTalk } from './talk-write-store.ts'

const bring = resultsRoom()
const words = (page: string) => page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ')
const SUBJECT = '/trends/Rekenen?group=5&moment=M'
const POINTS = [
  ...scoresOf('2024-2025', 72),
  ...scoresOf('2025-2026', 75),
  ...scoresOf('2025-2026', 81).map((one) => ({ ...one, moment: 'E' as const })),
]

/** The section with which a subject ends. */
const endOf = (page: string) => /<section[^>]*id="on"[\s\S]*?<\/section>/.exec(page)?.[0] ?? ''

eachDatabase((open) => {
  let db: Db
  let app: App
  let cast: Cast
  let plan: PlanId
  let goal: EntryId

  const read = async (who: keyof Cast['people'], at = SUBJECT) =>
    (await (await asMember(app, db, cast, who)).get(at)).text()
  const talkOf = async (subject = 'Rekenen') => {
    const team = cast.learningTeams.rekenen
    return done(await beginTalk(db, cast.member('bram'), { team, subject }, NOW_MOMENT))
  }

  describe('the figures of a subject', () => {
    beforeEach(async () => {
      db = await open()
      const made = await writtenPlan(db)
      cast = made.cast
      plan = made.id
      goal = made.goal
      app = testApp(db)
      await bring(db, cast, POINTS)
    })

    it('end in the four steps, with a way on near the chart as well', async () => {
      for (const at of [
        SUBJECT,
        '/trends/Rekenen',
        '/trends/Rekenen?show=pupils',
        '/trends/Rekenen?show=growth',
      ]) {
        const page = await read('bram', at)
        expect(page).toContain('href="#on"')
        for (const step of ['Data', 'Duiden', 'Doelen', 'Doen'])
          expect(endOf(page)).toContain(`<h3>${step}</h3>`)
      }
      expect(words(endOf(await read('bram')))).toContain('Het gemiddelde ging van 72 in')
    })

    it('lead who may begin a talk to one that knows the subject, and tell others who can', async () => {
      const bram = await read('bram')
      expect(words(endOf(bram))).toContain('Begin een gesprek over rekenen')
      const href = /href="(\/trends\/talks\?[^"]*)"/.exec(endOf(bram))?.[1]?.replaceAll('&amp;', '&') ?? ''
      const form = await read('bram', href.split('#')[0])
      const team = cast.learningTeams.rekenen
      expect(form).toMatch(new RegExp(`<option value="${team}" selected`))
      expect(form).toMatch(/<option value="Rekenen" selected/)
      const visitor = await asMember(app, db, cast, 'bram')
      const begun = await visitor.post('/trends/talks', { act: 'begin', team, subject: 'Rekenen' })
      const id = (begun.headers.get('location') ?? '').replace(/.*talks\/|\?.*/g, '') as DataTalkId
      expect((await readTalk(db, cast.member('bram'), id))?.subject).toBe('Rekenen')
      // Karin coordinates: of her many teams the one that is called after it.
      const karin = await read('karin', href.split('#')[0])
      expect(karin).toMatch(new RegExp(`<option value="${team}" selected`))
      const sem = await read('sem')
      expect(endOf(sem)).not.toContain('/trends/talks?')
      expect(words(endOf(sem))).toContain('Een gesprek begint een leerteam, of de intern begeleider')
    })

    it('show the running talk to who may read it, and to nobody else', async () => {
      const id = await talkOf()
      const other = await talkOf('Spelling')
      for (const who of ['bram', 'kees', 'karin'] as const) {
        const end = endOf(await read(who))
        expect(end).toContain(`href="/trends/talks/${id}"`)
        expect(words(end)).toContain('Loopt, begonnen op 19 november 2026.')
        expect(end).not.toContain(other)
      }
      for (const who of ['anouk', 'paul'] as const) {
        expect(await read(who)).not.toContain(id)
        expect(words(endOf(await read(who)))).toContain('er geen gesprek dat jij kunt lezen.')
      }
      const kees = await asMember(app, db, cast, 'kees')
      await kees.post(`/trends/talks/${id}`, { act: 'share' })
      expect(endOf(await read('anouk'))).toContain(`href="/trends/talks/${id}"`)
    })

    it('show the ambitions of it with where they stand, and on what they hang', async () => {
      const none = await read('karin')
      expect(words(endOf(none))).toContain('Voor rekenen is nog geen ambitie gekozen.')
      expect(words(endOf(none))).toContain('In het plan hangt er nog niets aan.')
      const far = await madeAmbition(db, cast, { about: { ...GROUP_FIVE, moment: 'E' }, to: 85 })
      const near = await madeAmbition(db, cast)
      const karin = cast.member('karin')
      done(await tieAmbition(db, karin, near, { planId: plan, entryId: goal, amendmentId: null }))
      const end = endOf(await read('anouk'))
      expect(end.indexOf(near)).toBeGreaterThan(0)
      expect(end.indexOf(far)).toBeGreaterThan(end.indexOf(near))
      expect(words(end)).toContain('gemiddeld minstens 78 in 2027–2028')
      expect(words(end)).toContain('Begonnen bij 75 in 2025–2026 (n 24). Sindsdien nog niet gemeten.')
      expect(end).toMatch(new RegExp(`href="/plan/${plan}\\?shown=${goal}#e-${goal}">Rekenen<`))
      expect(endOf(await read('anouk', '/trends/Rekenen?group=5&moment=E')).indexOf(far)).toBeLessThan(
        endOf(await read('anouk', '/trends/Rekenen?group=5&moment=E')).indexOf(near),
      )
    })

    it('lead to an ambition about what is looked at, for who may choose one', async () => {
      const at = '/trends/ambitions?subject=Rekenen&amp;group=5&amp;moment=M#choose'
      expect(endOf(await read('bram'))).toContain(`href="${at}"`)
      const form = await read('bram', at.replaceAll('&amp;', '&').split('#')[0])
      const about = /name="ambition-about" value="([^"]*)"/.exec(form)?.[1] ?? ''
      expect(JSON.parse(about.replaceAll('&quot;', '"')).slice(0, 3)).toEqual(['Rekenen', 5, 'M'])
      const sem = endOf(await read('sem'))
      expect(sem).not.toContain('/trends/ambitions?')
      expect(words(sem)).toContain('Een ambitie kiest een leerteam, of de intern begeleider.')
    })

    it('take whatever stands in the address, and say all of it in English', async () => {
      for (const hostile of ['"><img src=x>', '__proto__', '']) {
        const asked = encodeURIComponent(hostile)
        for (const room of ['talks', 'ambitions'])
          expect(
            await read('bram', `/trends/${room}?subject=${asked}&group=${asked}&moment=${asked}`),
          ).not.toContain('<img src=x')
      }
      await talkOf()
      const bram = await asMember(app, db, cast, 'bram')
      await bram.post('/language', { language: 'en', back: '/' })
      const end = words(endOf(await (await bram.get(SUBJECT)).text()))
      for (const said of [
        'Still going on, begun on',
        'Begin a talk on arithmetic',
        'There is no ambition for arithmetic yet.',
        'Choose an ambition',
      ])
        expect(end).toContain(said)
      expect(end).not.toMatch(/\b(nog|gesprek|het plan)\b/)
    })
  })
})
