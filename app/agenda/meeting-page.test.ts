import { expect, it } from 'vitest'
import { settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { mails } from '../../test/mailbox.ts'
import { newItem, visitMeeting } from '../../test/meeting-visit.ts'
import { follow, visitPlan } from '../../test/plan-visit.ts'
import { asMember, type Visitor } from '../../test/request.ts'
import { writtenPlan } from '../../test/written-plan.ts'
import { momentInAmsterdam } from '../round/round-form.ts'

const plain = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

/** What the form of this page holds, as a browser would send it. */
function fieldsOf(html: string, action: string, holds = '') {
  const isIt = (part: string) => part.includes(`action="${action}"`) && part.includes(holds)
  const form = html.split('<form').find(isIt) ?? ''
  const fields: Record<string, string | string[]> = {}
  const add = (name: string, value: string) => {
    const before = fields[name]
    fields[name] = before === undefined ? value : [before, value].flat()
  }
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const [name, value, type] = ['name', 'value', 'type'].map(
      (one) => new RegExp(`\\s${one}="([^"]*)"`).exec(tag)?.[1],
    )
    if (name && (!/radio|checkbox/.test(type ?? '') || / checked/.test(tag))) add(name, value ?? '')
  }
  for (const [, name = '', inside = ''] of form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    add(name, /<option value="([^"]*)" selected/.exec(inside)?.[1] ?? '')
  return fields
}

async function planned(visitor: Visitor, more: Record<string, string | string[]>) {
  const page = await (await visitor.get('/meetings/new?template=adoption')).text()
  return visitor.post('/meetings/new', { ...fieldsOf(page, '/meetings/new'), ...more })
}

eachDatabase((open) => {
  it('a meeting is planned with one choice and a minute-taker: the agenda is made of what is open', async () => {
    const db = await open()
    const { cast } = await writtenPlan(db)
    const karin = await asMember(testApp(db), db, cast, 'karin')
    const page = await (await karin.get('/meetings/new')).text()
    expect(page).toContain('Vaststelling van het begeleidingsplan 2026–2027')
    expect(page).toMatch(/name="startsAt"[^>]*>|value="2026-12-03T15:30"/)
    const html = await follow(karin, await planned(karin, { minuteTaker: cast.people.anouk }))
    const agenda = html.slice(html.indexOf('id="agenda-kop"'), html.indexOf('id="erop-kop"'))
    expect([...agenda.matchAll(/<h3><a [^>]*>([^<]*)/g)].map(([, title]) => title)).toEqual([
      'Principe 1: We delen alles.',
      'Doel 1: Rekenen',
      'De trajecten van Leerteam Rekenen',
      'De trajecten van wie in geen leerteam zit',
      'De inzet van de intern begeleider',
      'Iedereen een plek',
      'Het begeleidingsplan 2026–2027 als geheel',
    ])
    expect(plain(html)).toContain('Samen 40 van de 60 minuten.')
    expect(plain(html)).toContain('Karin leidt. Anouk notuleert.')
    expect(plain(await (await karin.get('/meetings')).text())).toContain(
      'De volgende vergadering is donderdag 3 december',
    )
  })

  it('a length that was left as proposed follows what is ticked, also after a refusal; a chosen one stays', async () => {
    const db = await open()
    const { cast } = await writtenPlan(db)
    const karin = await asMember(testApp(db), db, cast, 'karin')
    const form = fieldsOf(await (await karin.get('/meetings/new?template=adoption')).text(), '/meetings/new')
    const points = [form['point'] ?? []].flat()
    const many = { ...form, proposed: '105', minutes: '105', point: points.slice(0, 1) }
    const refused = await karin.post('/meetings/new', { ...many, title: '' })
    expect(refused.status).toBe(422)
    const again = await refused.text()
    expect(plain(again)).toContain('Samen 5 van de 60 minuten.')
    const sent = { ...fieldsOf(again, '/meetings/new'), title: 'Kort', minuteTaker: cast.people.anouk }
    expect(plain(await follow(karin, await karin.post('/meetings/new', sent)))).toContain('van de 60 minuten')
    const chosen = { ...many, minutes: '90', minuteTaker: cast.people.anouk }
    expect(plain(await follow(karin, await karin.post('/meetings/new', chosen)))).toContain(
      'van de 90 minuten',
    )
  })

  it('about a plan that is a draft nothing is decided: who plans reads why, and where to go', async () => {
    const visit = await visitPlan(await open())
    const form = await (await visit.karin.get('/meetings/new?template=adoption')).text()
    const says = 'Het plan is nog een concept.'
    expect(form).toContain(says)
    expect(form).toContain(`href="${visit.href}/phase"`)
    const taker = { minuteTaker: visit.cast.people.anouk }
    const own = await planned(visit.karin, taker)
    const page = own.headers.get('location')?.split('?')[0] ?? ''
    expect(await (await visit.karin.get(page)).text()).toContain(says)
    expect(await (await (await visit.as('bram')).get(page)).text()).not.toContain(says)
    expect(await (await visit.karin.get('/meetings/new?template=ordinary')).text()).not.toContain(says)
    await visit.karin.post(`${visit.href}/phase`, { to: 'input', why: 'Samen.' })
    expect(await (await visit.karin.get(page)).text()).not.toContain(says)
  })

  it('where nothing can be sent nobody is asked to send the invitation', async () => {
    const db = await open()
    const { cast } = await writtenPlan(db)
    const taker = { minuteTaker: cast.people.anouk }
    const told = async (app: ReturnType<typeof testApp>) => {
      const karin = await asMember(app, db, cast, 'karin')
      return plain(await follow(karin, await planned(karin, taker)))
    }
    expect(await told(testApp(db))).toContain('stuur de uitnodiging')
    const silent = await told(testApp(db, { mailIsOn: false }))
    expect(silent).toContain('De vergadering staat gepland. Kijk de agenda na.')
    expect(silent).not.toContain('stuur de uitnodiging')
  })

  it('what is left out of the form is not on the agenda; what is wrong stays typed with a sentence beside it', async () => {
    const db = await open()
    const { cast } = await writtenPlan(db)
    const karin = await asMember(testApp(db), db, cast, 'karin')
    const wrong = await planned(karin, { title: 'Onze avond', startsAt: '2027-03-28T02:30', point: [] })
    expect(wrong.status).toBe(422)
    const html = await wrong.text()
    expect(html).toContain('value="Onze avond"')
    expect(plain(html)).toContain('Kies een dag en een tijd.')
    expect(html).not.toMatch(/name="point"[^>]*checked/)
    const far = await planned(karin, { minuteTaker: cast.people.anouk, startsAt: '9999-12-31T23:00' })
    expect(plain(await far.text())).toContain('Kies een dag en een tijd.')
    const past = await planned(karin, { minuteTaker: cast.people.anouk, startsAt: '2026-11-19T09:00' })
    expect(plain(await past.text())).toContain('Dit moment is al voorbij.')
    const unnamed = { minuteTaker: cast.people.anouk, rule: 'majority', unnamed: 'yes', quorum: '3' }
    expect(plain(await (await planned(karin, unnamed)).text())).toContain('minstens vijf')
  })

  it('before there is an adopted plan one is told when looking back begins', async () => {
    const db = await open()
    const { cast } = await writtenPlan(db)
    const karin = await asMember(testApp(db), db, cast, 'karin')
    const page = plain(await (await karin.get('/meetings/new?template=mid-evaluation')).text())
    expect(page).toContain('Terugkijken kan zodra het plan is vastgesteld.')
    expect(plain(await (await karin.get('/meetings/new?template=adoption')).text())).not.toContain(
      'Terugkijken kan',
    )
  })

  it('a teacher plans nothing, sees the agenda, and puts a point of her own on it', async () => {
    const visit = await visitMeeting(await open())
    const petra = await visit.as('petra')
    expect((await petra.get('/meetings/new')).status).toBe(403)
    const page = plain(await (await petra.get(visit.href)).text())
    expect(page).toContain('Principe 1')
    expect(page).not.toContain('Stuur de uitnodiging')
    const point = {
      act: 'own',
      kind: 'free',
      title: 'Pleinwacht',
      text: '',
      purpose: 'opinion',
      minutes: '5',
    }
    expect(await follow(petra, await petra.post(visit.href, point))).toContain('Pleinwacht')
    expect((await visit.now()).items.at(-1)).toMatchObject({
      kind: 'free',
      title: 'Pleinwacht',
      addedBy: visit.cast.people.petra,
    })
    const first = (await visit.now()).items[0]!
    expect((await petra.post(visit.href, { act: 'down', item: first.id })).status).toBe(403)
    expect((await petra.post(visit.href, { act: 'invite' })).status).toBe(403)
    expect((await petra.post(visit.href, { act: 'constructor' })).status).toBe(404)
  })

  it('who prepares orders by buttons, changes an item in its place and takes one off', async () => {
    const visit = await visitMeeting(await open())
    const karin = await visit.as('karin')
    const kinds = async () => (await visit.now()).items.map(({ kind }) => kind)
    const [principle = '', goal = '', plan = ''] = (await visit.now()).items.map(({ id }) => String(id))
    const said = await follow(karin, await karin.post(visit.href, { act: 'up', item: plan }))
    expect(plain(said)).toContain('‘Het plan als geheel’ staat nu op plaats 2.')
    expect(await kinds()).toEqual(['principle', 'plan', 'goal'])
    await karin.post(visit.href, { act: 'up', item: principle })
    expect(await kinds()).toEqual(['principle', 'plan', 'goal'])
    const form = await (await karin.get(`${visit.href}?item=${goal}`)).text()
    expect(form).toContain(`id="tekst-${goal}"`)
    const change = { act: 'item', item: goal, text: 'Lees het vooraf.', purpose: 'opinion', minutes: '25' }
    await follow(karin, await karin.post(visit.href, { ...change, place: '1' }))
    expect((await visit.now()).items[0]).toMatchObject({
      id: goal,
      title: 'Doel 1',
      text: 'Lees het vooraf.',
      purpose: 'opinion',
      minutes: 25,
    })
    const wrong = await karin.post(visit.href, { ...change, minutes: 'veel' })
    expect(wrong.status).toBe(422)
    expect(plain(await wrong.text())).toContain('Vul een heel aantal minuten in')
    await follow(karin, await karin.post(visit.href, { act: 'remove', item: goal }))
    expect(await kinds()).toEqual(['principle', 'plan'])
  })

  it('a point that is open is put on the agenda once', async () => {
    const visit = await visitMeeting(await open())
    const karin = await visit.as('karin')
    const post = () => karin.post(visit.href, { act: 'open', point: 'effort.effort..' })
    expect(await follow(karin, await post())).toContain('De inzet van de intern begeleider')
    const again = await post()
    expect(again.status).toBe(422)
    expect((await visit.now()).items.filter(({ kind }) => kind === 'effort')).toHaveLength(1)
    const places = () => karin.post(visit.href, { act: 'open', point: 'places.places..' })
    const both = await Promise.all([places(), places()])
    expect(both.map(({ status }) => status).sort((one, other) => one - other)).toEqual([303, 422])
    expect((await karin.post(visit.href, { act: 'open', point: 'goals.goal.elders.' })).status).toBe(422)
  })

  it('words of somebody else stand as words: no mark-up, no other lines, no longer than fits', async () => {
    const visit = await visitMeeting(await open())
    const petra = await visit.as('petra')
    const hostile = '<script>alert(1)</script>\u202e"\r\nBcc: x@y.nl\u0000 😀'
    const point = {
      act: 'own',
      kind: 'free',
      title: hostile,
      text: hostile,
      purpose: 'opinion',
      minutes: '5',
    }
    const html = await follow(petra, await petra.post(visit.href, point))
    expect(html).not.toContain('<script>alert')
    expect((await visit.now()).items.at(-1)?.title).toBe('<script>alert(1)</script> " Bcc: x@y.nl 😀')
    const long = await petra.post(visit.href, { ...point, title: 'a'.repeat(201) })
    expect(long.status).toBe(422)
    const missing = await petra.post(visit.href, { ...point, kind: 'proposal', text: ' ' })
    expect(plain(await missing.text())).toContain('Schrijf de tekst op waarover het team besluit.')
  })

  it('details change in their place; a meeting that is over changes no more', async () => {
    const visit = await visitMeeting(await open())
    const karin = await visit.as('karin')
    const page = await (await karin.get(`${visit.href}?edit=details`)).text()
    const fields = fieldsOf(page, visit.href, 'name="startsAt"')
    expect(fields).toMatchObject({ act: 'details', startsAt: '2026-11-19T15:30', place: 'Teamkamer' })
    const changed = { ...fields, startsAt: '2027-03-28T03:30', place: 'Aula', minutes: '60' }
    expect(plain(await follow(karin, await karin.post(visit.href, changed)))).toContain(
      'Zondag 28 maart 2027, 03.30–04.30 uur · Aula',
    )
    expect((await visit.now()).meeting.startsAt).toBe(momentInAmsterdam('2027-03-28T03:30'))
    await follow(karin, await karin.post(visit.href, { act: 'invite' }))
    const lead = await karin.post(visit.href, { ...changed, chair: visit.cast.people.paul })
    expect(plain(await follow(karin, lead))).not.toContain('per mail')
    const room = await karin.post(visit.href, { ...changed, place: 'Gymzaal' })
    expect(plain(await follow(karin, room))).toContain('Wie was uitgenodigd, krijgt de wijziging per mail.')
    const cancelled = await karin.post(visit.href, { act: 'cancel', why: 'De verwarming doet het niet.' })
    expect(plain(await follow(karin, cancelled))).toContain('De verwarming doet het niet.')
    const late = await karin.post(visit.href, {
      act: 'own',
      kind: 'free',
      title: 'Toch',
      purpose: 'opinion',
      minutes: '5',
    })
    expect(late.status).toBe(403)
    expect((await karin.post(visit.href, { act: 'cancel', why: '' })).status).toBe(422)
  })

  it('who can’t come says so, and takes it back', async () => {
    const visit = await visitMeeting(await open())
    const petra = await visit.as('petra')
    const absent = plain(await follow(petra, await petra.post(visit.href, { act: 'absent' })))
    expect(absent).toContain('Je liet weten dat je er niet bij kunt zijn.')
    expect(absent).toContain('Geef bij elk besluit vooraf je stem')
    expect((await visit.now()).attendance).toMatchObject([
      { person: visit.cast.people.petra, how: 'absent-notice', notedBy: null },
    ])
    await follow(petra, await petra.post(visit.href, { act: 'come' }))
    expect((await visit.now()).attendance).toEqual([])
  })

  it('silent input is nobody else’s to read before the item has its turn', async () => {
    const visit = await visitMeeting(await open())
    const href = `${visit.href}/item/${(await visit.item('goal')).id}`
    const [petra, karin] = [await visit.as('petra'), await visit.as('karin')]
    const said = await follow(petra, await petra.post(href, { act: 'say', text: 'Ook in groep 6?' }))
    expect(said).toContain('Ook in groep 6?')
    for (const path of [href, visit.href])
      expect(await (await karin.get(path)).text()).not.toContain('groep 6?')
    const [say] = (await visit.now()).says
    expect((await karin.post(href, { act: 'say-back', say: say!.id })).status).toBe(422)
    await follow(petra, await petra.post(href, { act: 'say-back', say: say!.id }))
    expect((await visit.now()).says).toEqual([])
    const long = await petra.post(href, { act: 'say', text: 'a'.repeat(601) })
    expect(long.status).toBe(422)
    expect(await long.text()).toContain('a'.repeat(601))
  })

  it('a voice beforehand belongs to the text that was read', async () => {
    const visit = await visitMeeting(await open())
    const href = `${visit.href}/item/${(await visit.item('goal')).id}`
    const petra = await visit.as('petra')
    const { read } = fieldsOf(await (await petra.get(href)).text(), href, 'name="read"')
    expect(read).toMatch(/./)
    const speak = (fields: Record<string, string>) =>
      petra.post(href, { act: 'voice', read: String(read), ...fields })
    expect((await speak({ answer: 'objection', objection: '' })).status).toBe(422)
    expect((await speak({ answer: 'consent', read: 'een andere tekst' })).status).toBe(422)
    const given = await follow(petra, await speak({ answer: 'concern', concern: 'Begin klein.' }))
    expect(given).toContain('Begin klein.')
    expect(await (await (await visit.as('karin')).get(href)).text()).not.toContain('Begin klein.')
    expect(plain(await (await (await visit.as('karin')).get(visit.href)).text())).toContain(
      'Er is vooraf een stem gegeven.',
    )
    await follow(petra, await petra.post(href, { act: 'voice-back' }))
    expect(await (await petra.get(href)).text()).not.toContain('Begin klein.')
  })

  it('pages stand in English too, and another school finds nothing', async () => {
    const db = await open()
    const visit = await visitMeeting(db)
    const karin = await visit.as('karin')
    await karin.post('/language', { language: 'en' })
    const item = await visit.item('goal')
    for (const path of ['/meetings', '/meetings/new', visit.href, `${visit.href}/item/${item.id}`]) {
      const page = await karin.get(path, { cookie: `${karin.cookie}; language=en` })
      expect(page.status).toBe(200)
      expect(await page.text()).toContain('lang="en"')
    }
    const other = await settleCast(db, { name: 'Elders' })
    const stranger = await asMember(visit.app, db, other, 'karin')
    for (const path of [visit.href, `${visit.href}/item/${item.id}`, `${visit.href}/calendar.ics`])
      expect((await stranger.get(path)).status).toBe(404)
    expect((await stranger.post(visit.href, { act: 'invite' })).status).toBe(404)
    expect(await mails(db)).toEqual([])
  })

  it('an agenda that is too full says by how much', async () => {
    const visit = await visitMeeting(await open(), {
      items: [newItem('free', null, { minutes: 100, title: 'Lang' })],
    })
    const page = plain(await (await (await visit.as('karin')).get(visit.href)).text())
    expect(page).toContain('Dat is 10 meer dan de 90 die jullie hebben.')
  })
})
