import { expect, test } from 'vitest'
import { NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { addGoal, entryNow, follow, ownTrack, type PlanVisit, visitPlan } from '../../test/plan-visit.ts'
import type { Visitor } from '../../test/request.ts'
import type { EntryId } from '../kernel/id.ts'
import { textOf } from '../plan/entry.ts'
import { movePhase } from '../plan/plan-store.ts'

const APPROACH = 'Wisbordjes en denktijd. Eerst bij rekenen, daarna bij spelling.'
const BETTER = APPROACH.replace('daarna', 'vanaf januari')

/** Karin's goal with an approach, in a plan that takes input. */
async function goalInInput(visit: PlanVisit) {
  const id = await addGoal(visit, 'Elk kind doet mee')
  await write(visit.karin, visit, id, 'approach', APPROACH, 0)
  await visit.karin.post(`${visit.href}/phase`, { to: 'input', why: 'Het team leest mee.' })
  return { id, href: `${visit.href}/entry/${id}/conversation`, passage: `${id}.approach` }
}

const write = (visitor: Visitor, visit: PlanVisit, id: EntryId, field: string, text: string, base: number) =>
  visitor.post(`${visit.href}/entry/${id}`, { [`text.${field}`]: text, [`base.${field}`]: String(base) })

const approach = async (visit: PlanVisit, id: EntryId) => textOf(await entryNow(visit, id), 'approach')
const page = async (visitor: Visitor, href: string) => (await visitor.get(href)).text()
const suggestionId = (html: string) => /id="suggestion-([^"]+)"/.exec(html)?.[1] ?? ''
const threadId = (html: string) => /id="talk-([^"]+)"/.exec(html)?.[1] ?? ''
const words = (html: string) => html.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ')

eachDatabase((open) => {
  test('everyone of the team suggests on a goal in input, and it goes in with one tap of who holds the pen', async () => {
    const visit = await visitPlan(await open())
    const { id, href, passage } = await goalInInput(visit)
    const bram = await visit.as('bram')
    expect(await page(bram, visit.href)).toContain('Reageer of stel iets voor')
    expect(await page(visit.karin, visit.href)).not.toContain('Reageer of stel iets voor')
    const form = await page(bram, `${href}?speak=${passage}&as=suggest&about=whole`)
    expect(form).toContain(`${APPROACH}</textarea>`)
    const sent = {
      act: 'suggest',
      passage,
      revision: '1',
      text: BETTER,
      reason: 'Na de toetsen is er ruimte.',
    }
    const his = await follow(bram, await bram.post(href, sent))
    expect(his).toContain('Je voorstel ligt er.')
    expect(his).not.toContain('Neem over')
    expect(await page(visit.karin, visit.href)).toContain('Eén voorstel')
    const hers = await page(visit.karin, href)
    expect(hers).toContain('Voorstel van Bram')
    expect(hers).toContain('‘Na de toetsen is er ruimte.’')
    expect(hers).toMatch(/<del>.*?daarna ?<\/del>.*?<ins>.*?vanaf januari ?<\/ins>/)
    const accept = { act: 'accept', suggestion: suggestionId(hers), answer: 'Goed idee.' }
    expect((await bram.post(href, accept)).status).toBe(403)
    const after = await follow(visit.karin, await visit.karin.post(href, accept))
    expect(await approach(visit, id)).toBe(BETTER)
    expect(words(after)).toContain('Karin nam dit over op 19 november 2026. ‘Goed idee.’')
    expect(await page(visit.karin, visit.href)).not.toContain('Eén voorstel')
    expect((await visit.karin.post(href, accept)).status).toBe(422)
  })

  test('a sentence picked from the list, or words that were selected, become a suggestion on those words', async () => {
    const visit = await visitPlan(await open())
    const { id, href, passage } = await goalInInput(visit)
    const bram = await visit.as('bram')
    const list = await page(bram, href)
    const [, place] = /value="(\d+-\d+)" id="[^"]*"[^>]*\/?><span><b>Eerst bij rekenen/.exec(list) ?? []
    const picked = await page(bram, `${href}?speak=${passage}&as=suggest&about=${place}`)
    expect(picked).toContain('Eerst bij rekenen, daarna bij spelling.</textarea>')
    const selected = await page(
      bram,
      `${href}?speak=${passage}&as=suggest&about=words&words=denktijd&lead=Wisbordjes+en`,
    )
    expect(selected).toContain('denktijd</textarea>')
    expect(await page(bram, `${href}?speak=${passage}&as=comment&about=words&words=nergens`)).toContain(
      'Die woorden vonden we niet precies terug.',
    )
    const send = { act: 'suggest', passage, revision: '1', place: '14-22', text: 'bedenktijd', reason: '' }
    await follow(bram, await bram.post(href, send))
    const hers = await page(visit.karin, href)
    await visit.karin.post(href, { act: 'accept', suggestion: suggestionId(hers) })
    expect(await approach(visit, id)).toBe(APPROACH.replace('denktijd', 'bedenktijd'))
  })

  test('a suggestion on words that are gone says so, shows the nearest, and goes only where a person points', async () => {
    const visit = await visitPlan(await open())
    const { id, href, passage } = await goalInInput(visit)
    const bram = await visit.as('bram')
    await bram.post(href, { act: 'suggest', passage, revision: '1', text: BETTER, reason: '' })
    const moved = 'Eerst rekenen. Daarna ook een keer bij spelling, als het kan.'
    await write(visit.karin, visit, id, 'approach', moved, 1)
    const hers = await page(visit.karin, href)
    expect(hers).toContain('De tekst is intussen veranderd')
    expect(hers).toContain('Zet het hier')
    expect(hers).not.toContain('>Neem over<')
    const suggestion = suggestionId(hers)
    expect((await visit.karin.post(href, { act: 'accept', suggestion })).status).toBe(422)
    expect(await approach(visit, id)).toBe(moved)
    const [, place = ''] = /name="place" value="(\d+-\d+)"/.exec(hers) ?? []
    const stale = await visit.karin.post(href, { act: 'accept', suggestion, place, revision: '1' })
    expect(stale.status).toBe(422)
    await follow(
      visit.karin,
      await visit.karin.post(href, { act: 'accept', suggestion, place, revision: '2' }),
    )
    expect(await approach(visit, id)).toContain('vanaf januari')
  })

  test('a thread: a question, an answer, done; who spoke is asked, and typed text stays when it cannot be placed', async () => {
    const visit = await visitPlan(await open())
    const { href, passage } = await goalInInput(visit)
    const bram = await visit.as('bram')
    await follow(
      bram,
      await bram.post(href, {
        act: 'comment',
        passage,
        revision: '1',
        place: '0-10',
        text: 'Heeft elke groep die?',
      }),
    )
    const hers = await page(visit.karin, href)
    expect(hers).toContain('Heeft elke groep die?')
    expect(hers).toContain('<blockquote class="citaat">Wisbordjes</blockquote>')
    expect(await page(visit.karin, visit.href)).toContain('Eén reactie')
    const thread = threadId(hers)
    await follow(
      visit.karin,
      await visit.karin.post(href, { act: 'reply', thread, text: 'Ja, sinds maandag.' }),
    )
    expect(await page(bram, href)).toContain('>Gelezen<')
    await follow(bram, await bram.post(href, { act: 'seen', thread }))
    expect(await page(bram, href)).not.toContain('>Gelezen<')
    const long = await bram.post(href, { act: 'reply', thread, text: 'x'.repeat(4001) })
    expect([long.status, (await long.text()).includes(`${'x'.repeat(4001)}</textarea>`)]).toEqual([422, true])
    const done = await follow(bram, await bram.post(href, { act: 'resolve', thread }))
    expect(words(done)).toContain('Klaar, zei Bram op 19 november 2026.')
    expect(await page(visit.karin, visit.href)).not.toContain('reactie')
  })

  test('on a track only its owner, the coordinator and whom the owner invited; others do not even read it', async () => {
    const visit = await visitPlan(await open())
    const id = await ownTrack(visit, 'anouk', 'In elke les zien of elk kind mee kan.')
    const href = `${visit.href}/entry/${id}/conversation`
    const passage = `${id}.goal`
    const said = { act: 'comment', passage, revision: '1', text: 'Zal ik komen kijken?' }
    await follow(visit.karin, await visit.karin.post(href, said))
    const [anouk, bram] = [await visit.as('anouk'), await visit.as('bram')]
    expect(await page(anouk, href)).toContain('Zal ik komen kijken?')
    expect((await bram.get(href)).status).toBe(403)
    expect((await bram.post(href, { ...said, text: 'Van Bram' })).status).toBe(403)
    expect(await page(bram, visit.href)).not.toContain('reactie')
    await anouk.post(`${visit.href}/entry/${id}`, {
      'was.people.invited': '',
      'people.invited': [visit.cast.people.bram],
    })
    await follow(bram, await bram.post(href, { ...said, text: 'Mag ik meedoen?' }))
    await anouk.post(`${visit.href}/entry/${id}/agreed`, { agreed: 'yes' })
    const paul = await visit.as('paul')
    const his = await page(paul, href)
    expect(his).toContain('Mag ik meedoen?')
    expect(his).not.toContain('Antwoord')
    expect((await paul.post(href, { ...said, text: 'Van Paul' })).status).toBe(403)
  })

  test('proposals of whole texts stand in the same place, with what became of them', async () => {
    const visit = await visitPlan(await open())
    const id = await ownTrack(visit, 'anouk', 'In elke les zien of elk kind mee kan.')
    const href = `${visit.href}/entry/${id}/conversation`
    await visit.karin.post(`${visit.href}/entry/${id}/proposal`, {
      'text.approach': 'Eerst bij Youssef kijken.',
    })
    const anouk = await visit.as('anouk')
    const hers = await page(anouk, href)
    expect(hers).toContain('Karin stelt een tekst voor')
    const [, proposal = ''] = /name="proposal" value="([^"]+)"/.exec(hers) ?? []
    await anouk.post(`${visit.href}/entry/${id}/proposal`, { proposal, outcome: 'declined' })
    expect(words(await page(anouk, href))).toContain('Anouk nam dit niet over, op 19 november 2026.')
    expect(await page(visit.karin, href)).toContain('Eerst bij Youssef kijken.')
  })

  test('once the text lies still it can be left aside but not taken over, and a comment still finds its way', async () => {
    const visit = await visitPlan(await open())
    const { id, href, passage } = await goalInInput(visit)
    const bram = await visit.as('bram')
    await bram.post(href, { act: 'suggest', passage, revision: '1', text: BETTER, reason: '' })
    const move = { id: visit.plan, from: 'input', to: 'adopted', why: 'Besloten.', decisionId: null } as const
    await visit.db.write(visit.cast, (sql) => movePhase(sql, visit.cast.keeper, move, NOW_MOMENT))
    const hers = await page(visit.karin, href)
    expect(hers).not.toContain('>Neem over<')
    const suggestion = suggestionId(hers)
    expect((await visit.karin.post(href, { act: 'accept', suggestion })).status).toBe(403)
    const again = { act: 'suggest', passage, revision: '1', text: BETTER }
    expect((await bram.post(href, again)).status).toBe(403)
    await follow(bram, await bram.post(href, { act: 'comment', passage, revision: '1', text: 'Het werkt.' }))
    await follow(visit.karin, await visit.karin.post(href, { act: 'decline', suggestion }))
    expect(await approach(visit, id)).toBe(APPROACH)
  })

  test('the principles have a talk of their own', async () => {
    const visit = await visitPlan(await open())
    await visit.karin.post(`${visit.href}/principles`, { act: 'add', own: 'We kijken bij elkaar.' })
    await visit.karin.post(`${visit.href}/phase`, { to: 'input', why: 'Het team leest mee.' })
    const [principle] = (await visit.now()).principles
    const href = `${visit.href}/principles/conversation`
    const bram = await visit.as('bram')
    const sent = {
      act: 'suggest',
      passage: `${principle?.id}.text`,
      revision: '1',
      text: 'We kijken elke maand bij elkaar.',
    }
    await follow(bram, await bram.post(href, sent))
    const hers = await page(visit.karin, href)
    await follow(visit.karin, await visit.karin.post(href, { act: 'accept', suggestion: suggestionId(hers) }))
    expect((await visit.now()).principles[0]?.text.text).toBe('We kijken elke maand bij elkaar.')
  })

  test('hostile words are words, hostile places are nowhere, and nothing falls over', async () => {
    const visit = await visitPlan(await open())
    const { href, passage, id } = await goalInInput(visit)
    const bram = await visit.as('bram')
    const bad = '<script>alert(1)</script><img src=x onerror=alert(1)>'
    await follow(bram, await bram.post(href, { act: 'comment', passage, revision: '1', text: bad }))
    await follow(
      bram,
      await bram.post(href, { act: 'suggest', passage, revision: '1', text: bad, reason: bad }),
    )
    const html = await page(visit.karin, href)
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('<img src=x')
    const posts: Record<string, string>[] = [
      { act: 'suggest', passage, revision: '1', place: '0-999999', text: 'x' },
      { act: 'suggest', passage, revision: '99', text: 'x' },
      { act: 'suggest', passage: `${id}.nothing`, revision: '1', text: 'x' },
      { act: 'comment', passage: `${id}.approach`, revision: '-1', place: '5-1', text: '' },
      { act: 'reply', thread: '../../etc', text: 'x' },
      { act: 'accept', suggestion: "' or 1=1 --" },
      { act: 'change', thread: threadId(html), comment: 'x', text: 'x' },
      { act: '__proto__' },
      { act: 'toString' },
      {},
    ]
    for (const fields of posts)
      expect([fields, (await bram.post(href, fields)).status]).toEqual([fields, 422])
    for (const query of [
      'speak=x',
      `speak=${passage}&about=words&words=${'('.repeat(3000)}`,
      `speak=${passage}&about=9-1`,
    ])
      expect((await bram.get(`${href}?${query}`)).status).toBe(200)
  })
})
