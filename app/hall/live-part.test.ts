import { describe, expect, test } from 'vitest'
import { newItem, visitMeeting } from '../../test/meeting-visit.ts'
import { formForward, formThat } from '../../test/page-forms.ts'
import { openTemporary } from '../db/sqlite.ts'
import { changeMeeting } from '../meeting/scene-store.ts'

async function opened() {
  const db = await openTemporary()
  const visit = await visitMeeting(db, {
    items: [newItem('proposal', null, { text: 'Drie keer per jaar.' })],
  })
  const karin = await visit.as('karin')
  await karin.post(`${visit.href}/act`, { act: 'open', back: 'board', at: '', stage: '' })
  const ask = async (key: 'anouk' | 'bram', etag = '') => {
    const answer = await (await visit.as(key)).get(`${visit.href}/phone`, {
      'x-live': 'main',
      'if-none-match': etag,
    })
    return { answer, text: await answer.text(), etag: answer.headers.get('etag') ?? '' }
  }
  const press = async (find: (page: string) => Record<string, string> | null) => {
    const fields = find(await (await karin.get(`${visit.href}/board`)).text())
    if (fields) await karin.post(`${visit.href}/act`, fields)
    return fields !== null
  }
  const round = () => press((page) => formThat(page, 'round-open'))
  return { visit, ask, press, round, close: () => db.close() }
}

describe('a live page that asks for itself again', () => {
  test('gets its title and main part, the same for nobody else, and kept by nobody', async () => {
    const { visit, ask, close } = await opened()
    const { answer, text } = await ask('anouk')
    expect(text).toMatch(/^<title>[^<]+<\/title><main[\s\S]*<\/main>$/)
    expect(text).not.toContain('<link')
    expect(answer.headers.get('vary')).toBe('x-live, cookie')
    expect(answer.headers.get('cache-control')).toBe('private, no-cache')
    const whole = await (await (await visit.as('anouk')).get(`${visit.href}/phone`)).text()
    expect(whole).toContain('<!doctype html>')
    await close()
  })

  test('gets nothing when nothing of it changed, whatever changed elsewhere in the meeting', async () => {
    const { visit, ask, close } = await opened()
    const { etag } = await ask('anouk')
    expect((await ask('anouk', etag)).answer.status).toBe(304)
    await changeMeeting(visit.db, visit.cast.keeper, visit.meeting, async () => 'done')
    const still = await ask('anouk', etag)
    expect([still.answer.status, still.text]).toEqual([304, ''])
    await close()
  })

  test('of somebody who did not answer yet stays as it is while others do; of who answered it counts along', async () => {
    const { visit, ask, press, round, close } = await opened()
    for (let step = 0; step < 8 && !(await round()); step += 1) await press(formForward)
    const speak = async (key: 'anouk' | 'petra' | 'paul') => {
      const who = await visit.as(key)
      const fields = formThat(await (await who.get(`${visit.href}/phone`)).text(), 'speak')
      expect((await who.post(`${visit.href}/phone`, { ...fields, answer: 'consent' })).status).toBe(303)
    }
    await speak('anouk')
    const [anouk, bram] = [await ask('anouk'), await ask('bram')]
    await speak('petra')
    expect((await ask('bram', bram.etag)).answer.status).toBe(304)
    const counted = await ask('anouk', anouk.etag)
    expect(counted.answer.status).toBe(200)
    expect(counted.text).toContain('2 van de 6 gaven antwoord')
    expect((await ask('bram', anouk.etag)).answer.status).toBe(200)
    await close()
  })

  test('of a refused form, of a page that is not there and of what is no page is an ordinary answer', async () => {
    const { visit, close } = await opened()
    const anouk = await visit.as('anouk')
    const refused = await anouk.post(`${visit.href}/phone`, { act: 'speak' }, { 'x-live': 'main' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('<!doctype html>')
    const feed = await anouk.get(`${visit.href}/live`, { 'x-live': 'main' })
    expect(feed.headers.get('content-type')).toBe('text/event-stream')
    await feed.body?.cancel()
    const calendar = await anouk.get(`${visit.href}/calendar.ics`, { 'x-live': 'main' })
    expect(await calendar.text()).toMatch(/^BEGIN:VCALENDAR/)
    const gone = await anouk.get(`/meeting/${visit.cast.schoolId}/phone`, { 'x-live': 'main' })
    expect(gone.status).toBe(404)
    await close()
  })
})
