import { expect, test } from 'vitest'
import { NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { asMember, type Visitor } from '../../test/request.ts'
import { AFTER, adoptedPlan } from '../../test/written-plan.ts'
import { eraseTexts } from '../adoption/erase-store.ts'
import type { Db } from '../db/database.ts'
import { movePhase } from '../plan/plan-store.ts'

async function house(db: Db) {
  const made = await adoptedPlan(db)
  const app = testApp(db, { now: () => new Date(AFTER) })
  const as = (key: Parameters<typeof asMember>[3]) => asMember(app, db, made.cast, key)
  return { ...made, db, as, path: `/plan/${made.id}/evaluation` }
}

const page = async (visitor: Visitor, href: string) => (await visitor.get(href)).text()
const found = (html: string, sign: RegExp) => sign.exec(html)?.[1] ?? ''
const passageOf = (html: string, field: string) =>
  `${found(html, new RegExp(`id="p-([0-9a-f-]{36})-${field}"`))}.${field}`
const said = { act: 'comment', revision: '0' }
const link = (path: string, entry: string) => `href="${path}/${entry}/mid/conversation"`

eachDatabase((open) => {
  test('the team talks about looking back on a goal, before a word of it is written', async () => {
    const { as, path, goal } = await house(await open())
    const [karin, bram] = [await as('karin'), await as('bram')]
    expect(await page(bram, path)).toContain(link(path, goal))
    const href = `${path}/${goal}/mid/conversation`
    const empty = await page(bram, href)
    expect(empty).toContain('In gesprek over de terugblik halverwege op doel')
    const passage = passageOf(empty, 'saw')
    expect((await bram.post(href, { ...said, passage, text: 'Noem ook groep 4.' })).status).toBe(303)
    expect(await page(karin, path)).toContain('Eén reactie')
    const asks = await page(karin, '/for-you')
    expect(asks).toContain('Lees mee: de terugblik op doel')
    expect(asks).toContain(href)
    expect(await page(bram, '/for-you')).not.toContain('Lees mee: de terugblik')
    const thread = found(await page(karin, href), /id="talk-([^"]+)"/)
    expect((await karin.post(href, { act: 'seen', thread })).status).toBe(303)
    expect(await page(karin, '/for-you')).not.toContain('Lees mee: de terugblik')
  })

  test('a suggestion of the team goes into the evaluation of a goal with one tap of the coordinator', async () => {
    const { as, path, goal } = await house(await open())
    const [karin, bram] = [await as('karin'), await as('bram')]
    const href = `${path}/${goal}/mid/conversation`
    const passage = passageOf(await page(bram, href), 'learned')
    const laid = { act: 'suggest', passage, revision: '0', text: 'Samen kijken helpt.' }
    expect((await bram.post(href, laid)).status).toBe(303)
    const suggestion = found(await page(karin, href), /id="suggestion-([^"]+)"/)
    expect((await bram.post(href, { act: 'accept', suggestion })).status).toBe(403)
    expect((await karin.post(href, { act: 'accept', suggestion })).status).toBe(303)
    expect(await page(bram, path)).toContain('Samen kijken helpt.')
  })

  test('what a teacher learned and keeps is talked about by teacher and coordinator alone', async () => {
    const { as, path, anouk: track } = await house(await open())
    const [karin, anouk, bram] = [await as('karin'), await as('anouk'), await as('bram')]
    const href = `${path}/${track}/mid/conversation`
    await anouk.post(`${path}/${track}/mid`, { 'text.saw': 'Het lukt.', 'base.saw': '0' })
    const hers = await page(karin, href)
    expect(hers).toContain('Alleen wie deze terugblik leest, leest ook dit gesprek.')
    expect(hers).not.toContain('as=suggest')
    const passage = passageOf(hers, 'saw')
    const comment = { act: 'comment', passage, revision: '1', text: 'Mooi gezien.' }
    expect((await karin.post(href, comment)).status).toBe(303)
    expect(await page(anouk, '/for-you')).toContain('Lees mee: de terugblik op jouw traject')
    const suggested = { act: 'suggest', passage, revision: '1', text: 'Van buiten.' }
    expect((await karin.post(href, suggested)).status).toBe(403)
    expect((await bram.get(href)).status).toBe(403)
    expect((await bram.post(href, comment)).status).toBe(403)
    expect(await page(bram, path)).not.toContain(track)
    expect(await page(bram, '/for-you')).not.toContain(track)
  })

  test('in a closed plan the talk is read and nothing is added; nowhere is nowhere', async () => {
    const { db, as, path, goal, id, cast } = await house(await open())
    const bram = await as('bram')
    const href = `${path}/${goal}/mid/conversation`
    const passage = passageOf(await page(bram, href), 'saw')
    const comment = { ...said, passage, text: 'Noem ook groep 4.' }
    await bram.post(href, comment)
    for (const nowhere of [`${path}/${goal}/never/conversation`, `${path}/${id}/mid/conversation`])
      expect([nowhere, (await bram.get(nowhere)).status]).toEqual([nowhere, 404])
    for (const wrong of [{}, { ...comment, passage: `${goal}.saw` }, { ...comment, passage: 'x' }])
      expect((await bram.post(href, wrong)).status).toBe(422)
    const close = { id, from: 'adopted', to: 'archived', why: 'Klaar.', decisionId: null } as const
    await db.write(cast, (sql) => movePhase(sql, cast.keeper, close, NOW_MOMENT))
    expect(await page(bram, href)).toContain('Noem ook groep 4.')
    expect((await bram.post(href, comment)).status).toBe(403)
  })

  test('erasing a track takes the talk about an evaluation along that nobody began', async () => {
    const { db, as, path, anouk: track, cast } = await house(await open())
    const karin = await as('karin')
    const href = `${path}/${track}/mid/conversation`
    const passage = passageOf(await page(karin, href), 'saw')
    await karin.post(href, { ...said, passage, text: 'Zal ik meekijken?' })
    const talks = () => db.read(cast, (sql) => sql.selectFrom('comment_thread').select('id').execute())
    expect(await talks()).toHaveLength(1)
    await db.write(cast, (sql, tx) => eraseTexts(tx, sql, cast.keeper, track))
    expect(await talks()).toEqual([])
  })
})
