import { describe, expect, it } from 'vitest'
import { NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import type { Visitor } from '../../test/request.ts'
import { worldIn } from '../../test/world.ts'
import { done } from '../../test/written-plan.ts'
import { revokeOthers } from '../session/session-store.ts'
import { addLine } from './talk-line-store.ts'
import { stopTalkFeeds } from './talk-live-desk.ts'
import { beginTalk, endTalk, shareTalk, throwTalkAway } from './talk-write-store.ts'

const AGAIN = 'event: again\ndata:'
const until = (what: () => boolean) => expect.poll(what, { interval: 10 }).toBe(true)

/** What came over the feed so far; `ended` once it is over. */
async function listen(who: Visitor, path: string) {
  const answer = await who.get(`${path}/live`)
  const heard = { said: [] as string[], ended: false, answer, leave: async () => {} }
  const reader = answer.body?.getReader()
  if (!reader || answer.status !== 200) return heard
  heard.leave = () => reader.cancel()
  void (async () => {
    for (;;) {
      const { value, done: isOver } = await reader.read()
      if (isOver) break
      heard.said.push(...new TextDecoder().decode(value).trim().split('\n\n'))
    }
    heard.ended = true
  })()
  return heard
}

eachDatabase((open) => {
  async function enter() {
    const world = await worldIn(open)
    const { db, cast } = world
    const team = cast.learningTeams.rekenen
    const id = done(await beginTalk(db, cast.member('bram'), { team, subject: '' }, NOW_MOMENT))
    const say = (words: string) =>
      addLine(db, cast.member('kees'), id, { part: 'cause', under: null, words }, NOW_MOMENT)
    return { ...world, id, say, path: `/trends/talks/${id}` }
  }

  describe('the feed of a data talk', () => {
    it('says a number at once, and a higher one when somebody adds a line; never what was said', async () => {
      const { as, path, say } = await enter()
      const heard = await listen(await as('bram'), path)
      await until(() => heard.said.length === 1)
      done(await say('kanarie-zin'))
      await until(() => heard.said.at(-1) === 'data: 2')
      expect(heard.said.join()).not.toContain('kanarie')
      expect(heard.answer.headers.get('cache-control')).toContain('no-store')
      await heard.leave()
    })

    it('is for who sits at it while it goes on: shared is not enough', async () => {
      const { db, cast, as, path, id } = await enter()
      expect((await (await as('anouk')).get(`${path}/live`)).status).toBe(404)
      done(await shareTalk(db, cast.member('bram'), id, true, NOW_MOMENT))
      expect((await (await as('anouk')).get(`${path}/live`)).status).toBe(403)
      done(await endTalk(db, cast.member('bram'), id, true, NOW_MOMENT))
      expect((await (await as('bram')).get(`${path}/live`)).status).toBe(403)
    })

    it('ends when the session does, so that the page asks once more whether it may', async () => {
      const { db, cast, as, path } = await enter()
      const heard = await listen(await as('bram'), path)
      await until(() => heard.said.length === 1)
      await revokeOthers(db, cast.member('bram'), new Date(NOW_MOMENT))
      await until(() => heard.ended)
      expect(heard.said.at(-1)).toBe(AGAIN)
    })

    it('ends when the talk is thrown away', async () => {
      const { db, cast, as, path, id } = await enter()
      const heard = await listen(await as('bram'), path)
      await until(() => heard.said.length === 1)
      done(await throwTalkAway(db, cast.member('bram'), id))
      await until(() => heard.ended)
      expect(heard.said).toEqual(['data: 1', AGAIN])
    })

    it('ends when the server stops, and none is opened from then on', async () => {
      const { db, as, path } = await enter()
      const bram = await as('bram')
      const heard = await listen(bram, path)
      await until(() => heard.said.length === 1)
      stopTalkFeeds(db)
      await until(() => heard.ended)
      expect((await bram.get(`${path}/live`)).status).toBe(429)
    })
  })

  describe('the page that asks for itself', () => {
    it('gets its main part alone, and nothing when nothing changed', async () => {
      const { as, path, say } = await enter()
      const bram = await as('bram')
      const ask = (etag = '') => bram.get(path, { 'x-live': 'main', 'if-none-match': etag })
      const first = await ask()
      const part = await first.text()
      expect(part).toMatch(/^<title>[^<]*<\/title><main/)
      const etag = first.headers.get('etag') ?? ''
      expect((await ask(etag)).status).toBe(304)
      done(await say('De tafels'))
      const second = await ask(etag)
      expect(second.status).toBe(200)
      expect(await second.text()).toContain('De tafels')
    })
  })
})
