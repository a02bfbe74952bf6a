import { expect, it } from 'vitest'
import { settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { LOOKS_BACK, lookBackRoom, sharesYield } from '../../test/look-back-room.ts'
import { asMember, cookieOf, type Visitor, visitor } from '../../test/request.ts'
import { done, planOf } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import { writeEvaluationText } from '../evaluation/evaluation-store.ts'
import { promisesOf } from '../evaluation/yield-store.ts'
import type { PlanId } from '../kernel/id.ts'
import { attend } from '../meeting/attend-store.ts'
import { joinCodeFor } from '../meeting/join-store.ts'
import { entriesOf, entryOf } from '../plan/plan.ts'
import { readPlans } from '../plan/plan-store.ts'
import { answerPoll, readPolls } from '../round/poll-store.ts'
import { readTalk } from '../writing/conversation-store.ts'
import { readThemes } from './theme-store.ts'

async function house(db: Db) {
  const room = await lookBackRoom(db)
  await room.open()
  const path = `${room.href}/look-back`
  const who = { karin: await room.as('karin'), anouk: await room.as('anouk'), paul: await room.as('paul') }
  const post = (by: Visitor, fields: Parameters<Visitor['post']>[1]) => by.post(path, fields)
  return { room, path, who, post }
}

const textOf = async (answer: Response | Promise<Response>) => (await answer).text()
const HOSTILE = '<script>alert(1)</script>\u0000'

eachDatabase((open) => {
  it('groups, chooses and decides without script, and shows it at the wall', async () => {
    const db = await open()
    const { room, path, who, post } = await house(db)
    const themes = await room.item('themes')
    await room.goTo(themes)
    const one = await room.bring('anouk', themes, 'Het rekenen ging goed.', 'parents')
    const two = await room.bring('bram', themes, 'Rekenen kost veel tijd.')
    const looked = await textOf(who.karin.get(path))
    expect(looked).toContain('Maak thema ‘Rekenen’')
    // The page is opened on the wall: the phones promise that a note stands there without a name.
    const [, notes] = looked.split('<ul class="briefjes">')
    expect(notes?.split('</ul>')[0]).toContain('Rekenen kost veel tijd.')
    expect(notes?.split('</ul>')[0]).not.toMatch(/Anouk|Bram/)
    const group = { act: 'group', item: themes, title: 'Rekenen', note: [one, two] }
    const grouped = await post(who.karin, group)
    expect(grouped.status).toBe(303)
    expect(grouped.headers.get('location')).toBe(`${path}?done=saved&open=${themes}#i-${themes}`)
    const [theme] = await readThemes(db, room.cast.keeper, room.meeting)
    expect((await post(who.karin, { act: 'place', item: themes, [`place.${two}`]: '' })).status).toBe(303)
    const said = { act: 'said', item: themes, theme: theme!.id, outcome: 'We plannen het in.', goal: 'yes' }
    expect((await post(who.karin, said)).status).toBe(303)
    const board = await textOf(who.karin.get(`${room.href}/board`))
    expect(board).toContain('We plannen het in.')
    expect(board).toContain('Wat ouders zeiden')
    const decide = await room.item('evaluation', room.goal)
    expect((await post(who.karin, { act: 'propose', item: decide, next: 'go-on' })).status).toBe(303)
    expect(await textOf(who.karin.get(path))).toContain('Niemand heeft bezwaar: zo besloten')
    expect((await post(who.karin, { act: 'agree', item: decide })).status).toBe(303)
    expect(await textOf(who.karin.get(path))).toContain('Zo besloten in de vergadering.')
  })

  it('says with or without names by who is there, and asks again before few answers are thrown away', async () => {
    const db = await open()
    const { room, path, who, post } = await house(db)
    const themes = await room.item('themes')
    await room.goTo(themes)
    for (const title of ['Rust', 'Lezen']) await post(who.karin, { act: 'theme', item: themes, title })
    expect(await textOf(who.karin.get(path))).toContain('Met minder dan vijf gaat het op naam')
    const { voters } = (await room.now()).meeting.deciding
    const seat = room.seatOf('karin')
    for (const person of voters.slice(0, 5))
      done(await attend(db, { seat, person, what: 'present', now: LOOKS_BACK }))
    expect(await textOf(who.karin.get(path))).toContain('Minstens vijf moeten antwoorden')
    expect((await post(who.karin, { act: 'dots', item: themes, dots: '3' })).status).toBe(303)
    const [poll] = await readPolls(db, room.cast.keeper, room.meeting, null)
    const [theme] = poll!.options
    const anouk = room.cast.people.anouk
    done(await answerPoll(db, room.cast.keeper, poll!.id, anouk, { [theme!.id]: 1 }))
    const close = { act: 'poll-close', item: themes, poll: poll!.id }
    const asked = await post(who.karin, close)
    expect(asked.status).toBe(422)
    expect(await asked.text()).toContain('Nog 4 antwoorden nodig. Sluit je nu, dan tellen ze niet.')
    expect(await textOf(who.karin.get(`${room.href}/board`))).toContain('Nog 4 antwoorden nodig.')
    expect((await post(who.karin, { ...close, sure: 'yes' })).status).toBe(303)
    expect(await textOf(who.karin.get(path))).toContain('Ze zijn niet geteld en weggedaan.')
    expect(await textOf(who.anouk.get(`${room.href}/phone`))).toContain(
      'Daarom is jouw antwoord niet geteld.',
    )
    expect(await textOf(who.paul.get(`${room.href}/phone`))).not.toContain('Daarom is jouw antwoord')
  })

  it('lets a colleague read along, and choose for the own track alone', async () => {
    const db = await open()
    const { room, path, who, post } = await house(db)
    await sharesYield(db, room.cast, room.id, room.anouk)
    const themes = await room.item('themes')
    const page = await textOf(who.anouk.get(path))
    expect(page).not.toContain('name="title"')
    const no = await post(who.anouk, { act: 'theme', item: themes, title: 'Rust' })
    expect(no.status).toBe(403)
    expect(await no.text()).toContain('De voorzitter of de notulist legt dit vast.')
    const [own, goal] = [await room.item('evaluation', room.anouk), await room.item('evaluation', room.goal)]
    expect((await post(who.anouk, { act: 'propose', item: own, next: 'stop' })).status).toBe(303)
    expect((await post(who.anouk, { act: 'propose', item: goal, next: 'stop' })).status).toBe(403)
    expect((await post(who.paul, { act: 'propose', item: own, next: 'stop' })).status).toBe(403)
  })

  it('keeps what was typed when it can’t be taken', async () => {
    const db = await open()
    const { room, who, post } = await house(db)
    const goal = await room.item('evaluation', room.goal)
    const answer = await post(who.karin, { act: 'propose', item: goal, next: 'adjust', words: ' ' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Schrijf in een paar woorden wat jullie bijstellen.')
    expect(page).toMatch(/value="adjust"[^>]*checked/)
    const yields = await room.item('yields')
    const half = {
      act: 'promise',
      item: yields,
      person: room.cast.people.karin,
      what: 'Wisbordjes',
      withWhom: '',
    }
    expect(await textOf(post(who.karin, half))).toContain('value="Wisbordjes"')
  })

  it('fills the harvest from the plan and from looking back, until somebody promises', async () => {
    const db = await open()
    const { room, path, who, post } = await house(db)
    const plan = await planOf(db, room.cast, room.id)
    const place = { plan, entry: entryOf(plan, room.goal)!, time: 'end' as const }
    const words = ['sharedWith', 'De ouders van de onderbouw.', null, LOOKS_BACK] as const
    done(await writeEvaluationText(db, room.cast.member('karin'), place, ...words))
    const item = await room.item('yields')
    await room.goTo(item)
    const harvest = `bord-o-${room.goal}`
    for (const at of [path, `${room.href}/board`]) {
      const page = await textOf(who.karin.get(at))
      expect(page).toContain('Dit staat in het plan')
      expect(page).toContain(harvest)
      expect(page).toContain('De ouders van de onderbouw.')
    }
    const promise = {
      act: 'promise',
      item,
      person: room.cast.people.karin,
      entry: room.goal,
      what: 'Een filmpje',
    }
    const half = await textOf(post(who.karin, { ...promise, withWhom: '' }))
    expect(half.slice(half.indexOf(`id="oogst-${room.goal}"`))).toContain('value="Een filmpje"')
    expect((await post(who.karin, { ...promise, withWhom: 'de ouders' })).status).toBe(303)
    expect(await textOf(who.karin.get(path))).not.toContain(harvest)
    expect(await promisesOf(db, room.cast.keeper, room.id)).toMatchObject([{ entryId: room.goal }])
  })

  it('begins next year’s plan once with what was decided', async () => {
    const db = await open()
    const { room, path, who, post } = await house(db)
    const { cast, id } = room
    const [themes, goal, itself] = [
      await room.item('themes'),
      await room.item('evaluation', room.goal),
      await room.item('plan-itself'),
    ]
    await post(who.karin, { act: 'theme', item: themes, title: 'Rust in de ochtend' })
    const [theme] = await readThemes(db, cast.keeper, room.meeting)
    await post(who.karin, { act: 'said', item: themes, theme: theme!.id, outcome: '', goal: 'yes' })
    await post(who.karin, { act: 'propose', item: goal, next: 'adjust', words: 'Eén stap tegelijk.' })
    await post(who.karin, { act: 'agree', item: goal })
    await post(who.karin, { act: 'principles', item: itself, [`principle.${room.principle}`]: 'drop' })
    await who.karin.post(`/plan/${id}/look-back/end`, {
      field: 'conditions',
      text: 'Twee uur meer.',
      base: '0',
    })
    expect(await textOf(who.paul.get(path))).not.toContain('begin-next-year')
    expect((await post(who.paul, { act: 'begin' })).status).toBe(403)
    const [made, twice] = await Promise.all([
      post(who.karin, { act: 'begin' }),
      post(who.karin, { act: 'begin' }),
    ])
    expect(twice.headers.get('location')).toBe(made.headers.get('location'))
    expect(made.status).toBe(303)
    const again = await post(who.karin, { act: 'begin' })
    expect(again.headers.get('location')).toBe(made.headers.get('location'))
    expect(await readPlans(db, cast.keeper)).toHaveLength(2)
    const fresh = await planOf(db, cast, made.headers.get('location')!.split('/').at(-1) as PlanId)
    expect(fresh.principles).toEqual([])
    expect(entriesOf(fresh, 'team-goal')).toMatchObject([
      { texts: { title: { text: 'Rust in de ochtend' } }, visionLineIds: [], carriedFrom: null },
    ])
    const talk = await readTalk(db, cast.keeper, fresh, [fresh.id])
    expect(talk.threads.map((thread) => thread.comments[0]?.text)).toEqual([
      'Bij het terugkijken zeiden we: dit stellen we bij. Eén stap tegelijk.',
    ])
    expect(await textOf(who.paul.get(`/plan/${id}/evaluation?time=end`))).toContain(
      'Dit ligt bij de schoolleider.',
    )
  })

  it('shows nothing of an unshared track to anybody in the room, guests included', async () => {
    const db = await open()
    const { room, path, who } = await house(db)
    const canary = 'kanarie-die-niet-zingt'
    const plan = await room.plan()
    const place = { plan, entry: entryOf(plan, room.anouk)!, time: 'end' as const }
    const anouk = room.cast.member('anouk')
    for (const field of ['saw', 'learned', 'adjust', 'sharedWith'])
      done(await writeEvaluationText(db, anouk, place, field, canary, null, LOOKS_BACK))
    const item = await room.item('evaluation', room.anouk)
    await room.goTo(item)
    const code = await joinCodeFor(db, room.cast.keeper, room.meeting, LOOKS_BACK)
    const joined = await visitor(room.app).post(`/join/${code}`, { guest: 'yes', name: 'Mo' })
    const guest = visitor(room.app, `meeting=${cookieOf(joined, 'meeting')}`)
    const seen = [
      await guest.get(`${room.href}/board`),
      await guest.get(`${room.href}/phone`),
      await who.karin.get(`${room.href}/board`),
      await who.karin.get(`${room.href}/phone`),
      await who.karin.get(path),
      await who.anouk.get(path),
      await who.paul.get(`/plan/${room.id}/evaluation?time=end`),
    ]
    for (const page of seen) {
      expect(page.status).toBe(200)
      expect(await page.text()).not.toContain(canary)
    }
    expect(await textOf(who.karin.get(`${room.href}/board`))).toContain('Anouk deelt de opbrengst niet.')
    const [away, refused] = [await guest.get(path), await guest.post(path, { act: 'begin' })]
    for (const answer of [away, refused]) {
      expect(answer.status).toBe(303)
      expect(answer.headers.get('location')).toMatch(/^\/sign-in/)
    }
  })

  it('is not there for another school, nor for a stranger', async () => {
    const db = await open()
    const { room, path } = await house(db)
    const other = await settleCast(db, { name: 'Andere school' })
    const karin = await asMember(room.app, db, other, 'karin', new Date(LOOKS_BACK))
    expect((await karin.get(path)).status).toBe(404)
    expect((await karin.post(path, { act: 'begin' })).status).toBe(404)
    expect((await karin.get(`/plan/${room.id}/yields`)).status).toBe(404)
    expect(
      (await karin.post(`/plan/${room.id}/look-back/end`, { field: 'conditions', text: 'x' })).status,
    ).toBe(404)
    expect((await visitor(room.app).get(path)).status).toBe(303)
  })

  it('answers hostile input with a sentence', async () => {
    const db = await open()
    const { room, path, who, post } = await house(db)
    const themes = await room.item('themes')
    await post(who.karin, { act: 'theme', item: themes, title: HOSTILE })
    const page = await textOf(who.karin.get(path))
    expect(page).not.toContain('<script>alert(1)')
    expect(page).toContain('&lt;script&gt;alert(1)')
    const attempts: Record<string, string>[] = [
      {},
      { act: 'constructor', item: themes },
      { act: '__proto__', item: themes },
      { act: 'theme', item: 'niet-een-id', title: 'x' },
      { act: 'theme', item: themes, title: 'x'.repeat(9000) },
      { act: 'said', item: themes, theme: '01890000-0000-7000-8000-000000000001' },
      { act: 'place', item: themes, 'place.01890000-0000-7000-8000-000000000001': '' },
      { act: 'poll-close', item: themes, poll: 'x' },
      { act: 'dots', item: themes, dots: '-1' },
      { act: 'promise', item: themes, person: 'x', what: HOSTILE, withWhom: 'y', dueOn: '2027-02-31' },
      { act: 'end', item: themes, promise: '__proto__' },
      { act: 'text', item: themes, text: 'x', base: 'NaN' },
    ]
    for (const fields of attempts) expect((await post(who.karin, fields)).status).toBe(422)
    expect(await promisesOf(db, room.cast.keeper, room.id)).toEqual([])
  })
})
