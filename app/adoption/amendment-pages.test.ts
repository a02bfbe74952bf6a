import { expect, it } from 'vitest'
import { NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { asMember, visitor } from '../../test/request.ts'
import { AFTER, adoptedPlan, done, planOf } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import { newId } from '../kernel/id.ts'
import { textOf } from '../plan/entry.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { namePerson } from '../plan/tie-store.ts'
import { makeToken } from '../session/api-token-store.ts'
import { readVersions } from './seal-store.ts'

const WHY = 'De klas vraagt nu iets anders.'

/** The app over an adopted plan, with a clock that the test moves on. */
async function house(db: Db) {
  const made = await adoptedPlan(db)
  const clock = { now: new Date(AFTER) }
  const app = testApp(db, { now: () => clock.now })
  const as = (key: Parameters<typeof asMember>[3]) => asMember(app, db, made.cast, key)
  const people = {
    karin: await as('karin'),
    paul: await as('paul'),
    anouk: await as('anouk'),
    bram: await as('bram'),
    petra: await as('petra'),
  }
  const plan = `/plan/${made.id}`
  const read = () => planOf(db, made.cast, made.id)
  return { ...made, track: made.anouk, ...people, app, clock, plan, read }
}

const pathIn = (answer: Response) => (answer.headers.get('location') ?? 'none').replace(/\?.*$/, '')
const printIn = (page: string) => /name="print" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? 'none'
const goalOf = (plan: Plan, id: string) => textOf(entryOf(plan, id as never)!, 'goal')

eachDatabase((open) => {
  it('changes a track as teacher and coordinator agree, and seals it beside', async () => {
    const db = await open()
    const { anouk, karin, bram, petra, plan, read, track } = await house(db)
    const card = await (await anouk.get(`${plan}?shown=${track}`)).text()
    expect(card).toContain(`${plan}/entry/${track}/amendment`)
    const begin = `${plan}/entry/${track}/amendment`
    expect(await (await anouk.get(begin)).text()).toContain('Waarom wil je dit veranderen?')
    expect((await anouk.post(begin, { why: ' ' })).status).toBe(422)
    expect((await bram.post(begin, { why: WHY })).status).toBe(403)
    const begun = await anouk.post(begin, { why: WHY })
    expect(begun.status).toBe(303)
    const path = pathIn(begun)
    expect((await anouk.post(begin, { why: WHY })).status).toBe(422)
    expect(pathIn(await anouk.get(begin))).toBe(path)

    expect((await anouk.post(path, { act: 'yes', print: 'x' })).status).toBe(422)
    const form = await (await anouk.get(`${path}?write=yes`)).text()
    expect(form).toContain('Doel van anouk')
    expect(
      (await anouk.post(path, { act: 'save', 'text.goal': 'Ik leer coöperatief werken.', 'base.goal': '1' }))
        .status,
    ).toBe(303)
    const page = await (await anouk.get(path)).text()
    expect(page).toContain('<ins>')
    expect(page).toContain(WHY)
    expect(page).toContain('Alleen Anouk, Karin en wie mee mag denken, lezen dit.')
    expect((await bram.get(path)).status).toBe(404)
    expect((await petra.post(path, { act: 'yes', print: printIn(page) })).status).toBe(404)
    expect(goalOf(await read(), track)).toBe('Doel van anouk')
    expect(await (await bram.get(plan)).text()).not.toContain('Er ligt een wijziging voor')

    expect((await anouk.post(path, { act: 'yes', print: printIn(page) })).status).toBe(303)
    expect(await (await karin.get(plan)).text()).toContain('Er ligt een wijziging voor')
    const before = printIn(await (await karin.get(path)).text())
    await karin.post(path, { act: 'save', 'text.coordinatorEffort': 'Elke week een kwartier.' })
    expect(await (await anouk.get(path)).text()).toContain('zei ja tegen een eerdere tekst')
    expect((await karin.post(path, { act: 'yes', print: before })).status).toBe(422)
    const now = printIn(await (await karin.get(path)).text())
    expect((await karin.post(path, { act: 'yes', print: now })).status).toBe(303)
    expect(goalOf(await read(), track)).toBe('Doel van anouk')
    expect((await anouk.post(path, { act: 'yes', print: now })).status).toBe(303)

    const after = await read()
    expect(goalOf(after, track)).toBe('Ik leer coöperatief werken.')
    expect(after.phase).toBe('adopted')
    expect(await (await bram.get(`${plan}/version/1.1`)).text()).toContain(
      'De vingerafdruk van versie 1.1 klopt',
    )
    expect(await (await bram.get(path)).text()).toContain('Afgesproken op')
    const compared = await (await bram.get(`${plan}/versions/compare?from=1.0&to=1.1&look=side`)).text()
    expect(compared).toContain('<p class="noot">Versie 1.1, na een wijziging</p>')
    expect(compared).toContain(`href="${plan}/amendments"`)
    expect(await (await bram.get(plan)).text()).not.toContain('Er ligt een wijziging voor')
  })

  it('changes a goal by a round of the team: objection, changed text, consent, sealed', async () => {
    const db = await open()
    const { anouk, karin, bram, paul, petra, plan, read, goal, clock, cast } = await house(db)
    const begin = `${plan}/entry/${goal}/amendment`
    const path = pathIn(await anouk.post(begin, { why: WHY, kind: 'change' }))
    await anouk.post(path, { act: 'save', 'text.approach': 'Elke dag een kwartier automatiseren.' })
    expect(await (await petra.get(plan)).text()).toContain('Er ligt een wijziging voor')
    const put = {
      act: 'put',
      rule: 'consent',
      quorum: '3',
      closesAt: '2026-12-01T16:00',
      chair: cast.people.karin,
      voter: [cast.people.karin, cast.people.paul, cast.people.anouk, cast.people.bram],
    }
    expect((await anouk.post(path, put)).status).toBe(403)
    expect((await karin.post(path, { ...put, quorum: '9' })).status).toBe(422)
    expect((await karin.post(path, put)).status).toBe(303)
    expect((await read()).phase).toBe('adopted')
    expect((await anouk.post(path, { act: 'save', 'text.approach': 'Toch iets anders.' })).status).toBe(403)
    for (const one of [karin, paul, anouk]) await one.post(path, { act: 'speak', answer: 'consent' })
    expect((await petra.post(path, { act: 'speak', answer: 'consent' })).status).toBe(422)
    await bram.post(path, { act: 'speak', answer: 'objection', objection: 'Elke dag redt groep 7 niet.' })
    expect((await karin.post(path, { act: 'seal' })).status).toBe(422)
    expect((await karin.post(path, { act: 'close' })).status).toBe(303)
    expect(await (await petra.get(path)).text()).toContain('Elke dag redt groep 7 niet.')
    expect((await karin.post(path, { act: 'seal' })).status).toBe(422)
    const anew = { act: 'renew', changeNote: 'Bram heeft gelijk.', closesAt: '2026-12-08T16:00' }
    expect((await karin.post(path, anew)).status).toBe(422)
    await karin.post(path, { act: 'save', 'text.approach': 'Drie keer per week automatiseren.' })
    expect((await karin.post(path, anew)).status).toBe(303)
    for (const one of [karin, paul, anouk, bram]) await one.post(path, { act: 'speak', answer: 'consent' })
    clock.now = new Date('2026-12-08T15:30:00Z')
    expect((await bram.post(path, { act: 'seal' })).status).toBe(403)
    expect((await karin.post(path, { act: 'seal' })).status).toBe(303)
    expect(textOf(entryOf(await read(), goal)!, 'approach')).toBe('Drie keer per week automatiseren.')
    const sealed = await (await bram.get(`${plan}/version/1.1/json`)).text()
    expect(sealed).toContain('Elke dag redt groep 7 niet.')
    expect(await (await bram.get(`${plan}/version/1.1`)).text()).toContain(
      'De vingerafdruk van versie 1.1 klopt',
    )
    expect((await karin.post(path, { act: 'seal' })).status).toBe(403)
  })

  it('is told to whom it waits for, and is in no export and no answer to a program before it is agreed', async () => {
    const db = await open()
    const { anouk, karin, bram, plan, track, cast, app } = await house(db)
    const path = pathIn(await anouk.post(`${plan}/entry/${track}/amendment`, { why: WHY }))
    await anouk.post(path, { act: 'save', 'text.goal': 'Iets nieuws.' })
    expect(await (await karin.get('/')).text()).not.toContain('Zeg ja of nee')
    const print = printIn(await (await anouk.get(path)).text())
    await anouk.post(path, { act: 'yes', print })
    for (const page of ['/', plan])
      expect(await (await karin.get(page)).text()).toContain(
        'Zeg ja of nee: Wijziging in het traject van Anouk',
      )
    for (const one of [anouk, bram]) expect(await (await one.get('/')).text()).not.toContain('Zeg ja of nee')
    const made = done(await makeToken(db, cast.keeper, 'Rooster', NOW_MOMENT))
    const asProgram = async (path: string) =>
      (await app.request(path, { headers: { authorization: `Bearer ${made.token}` } })).text()
    const seen = async () => [
      await asProgram(`/api/v1${plan.replace('/plan', '/plans')}`),
      await (await anouk.get(`${plan}/export/json`)).text(),
      await (await anouk.get(`${plan}/export/print`)).text(),
    ]
    for (const text of await seen()) {
      expect(text).toContain('Doel van anouk')
      expect(text).not.toContain('Iets nieuws.')
    }
    const compared = async () => (await bram.get(`${plan}/versions/compare?from=1.0&to=now`)).text()
    expect(await compared()).not.toContain('Iets nieuws.')
    await karin.post(path, { act: 'yes', print })
    expect(await compared()).toContain('Iets nieuws.')
    for (const text of await seen()) expect(text).toContain('Iets nieuws.')
    expect(await (await karin.get('/')).text()).not.toContain('Zeg ja of nee')
    expect(await (await bram.get(`${plan}/decision`)).text()).toContain(
      'Traject van Anouk: afgesproken door Anouk en Karin.',
    )
  })

  it('begins something new, or a principle, from the page of all amendments', async () => {
    const db = await open()
    const { bram, karin, plan, principle, petra } = await house(db)
    const all = `${plan}/amendments`
    expect(await (await bram.get(all)).text()).toContain('Er ligt nu geen wijziging voor.')
    const nameless = await bram.post(all, { form: 'goal', about: 'team-goal', first: ' ', why: '' })
    expect(nameless.status).toBe(422)
    expect(await nameless.text()).toContain('Schrijf in één of twee zinnen waarom.')
    const goal = pathIn(
      await bram.post(all, { form: 'goal', about: 'team-goal', first: 'Spelling', why: WHY }),
    )
    expect(await (await petra.get(goal)).text()).toContain('Spelling')
    expect(await (await petra.get(plan)).text()).toContain('Er ligt een wijziging voor: Een nieuw doel.')
    const out = await karin.post(all, { form: 'principle', subject: principle, kind: 'remove', why: WHY })
    expect(out.headers.get('location')).not.toContain('write=yes')
    expect(await (await bram.get(pathIn(out))).text()).toContain('Principe 1 uit het plan')
    const twice = await bram.post(all, { form: 'principle', subject: principle, kind: 'change', why: WHY })
    expect(await twice.text()).toContain('Hier ligt al een wijziging voor.')
    const gone = await bram.post(all, { form: 'principle', subject: 'x', kind: 'change', why: WHY })
    expect(gone.status).toBe(422)
    const list = await (await petra.get(all)).text()
    for (const words of ['Een nieuw doel', 'Principe 1 uit het plan']) expect(list).toContain(words)
    await bram.post(goal, { act: 'retract', words: 'Toch niet.' })
    expect(await (await petra.get(all)).text()).toContain('Teruggenomen door Bram')
    expect(await (await petra.get(goal)).text()).toContain('Toch niet.')
  })

  it('keeps what was typed, shows two texts when two wrote, and hostile words as words', async () => {
    const db = await open()
    const { anouk, karin, plan, track } = await house(db)
    const hostile = '<img src=x onerror=alert(1)>'
    const path = pathIn(await anouk.post(`${plan}/entry/${track}/amendment`, { why: hostile }))
    await anouk.post(path, { act: 'save', 'text.goal': 'Van Anouk', 'base.goal': '1' })
    const clash = await karin.post(path, { act: 'save', 'text.goal': 'Van Karin', 'base.goal': '1' })
    expect(clash.status).toBe(422)
    const both = await clash.text()
    for (const text of ['Van Anouk', 'Van Karin']) expect(both).toContain(text)
    const long = await anouk.post(path, { act: 'save', 'text.goal': 'x'.repeat(20_001), 'base.goal': '2' })
    expect(long.status).toBe(422)
    const json = await anouk.post(`${path}/text/support`, { text: 'Karin kijkt mee.', base: '0' })
    expect(json.status).toBe(200)
    expect((await anouk.post(`${path}/text/title`, { text: 'x', base: '0' })).status).toBe(422)
    await anouk.post(path, { act: 'save', 'text.approach': hostile })
    for (const page of [path, plan, `${plan}/amendments`]) {
      const shown = await (await anouk.get(page)).text()
      expect(shown).not.toContain('<img src=x')
      expect(shown).toContain('&lt;img src=x')
    }
    for (const act of ['adopt', '', 'speak', 'close'])
      expect((await anouk.post(path, { act })).status).toBe(404)
    const noWords = await karin.post(path, { act: 'decline', words: '' })
    expect(noWords.status).toBe(422)
    expect(await noWords.text()).toContain('Schrijf in één zin waarom. Dan kan de ander verder.')
    expect((await karin.post(path, { act: 'retract', words: '' })).status).toBe(403)
  })

  it('leads from a voice that is asked to the amendment, and speaks English to who reads English', async () => {
    const db = await open()
    const { anouk, karin, paul, plan, goal, cast } = await house(db)
    const path = pathIn(await karin.post(`${plan}/entry/${goal}/amendment`, { why: WHY, kind: 'remove' }))
    const people = [cast.people.karin, cast.people.paul, cast.people.anouk]
    const frame = { rule: 'majority', percentage: '60', quorum: '2', chair: cast.people.paul, voter: people }
    await karin.post(path, { act: 'put', ...frame, closesAt: '2026-12-01T16:00' })
    const today = await (await paul.get('/')).text()
    const asked = /href="([^"]+\/decision\/[^"]+)"/.exec(today)?.[1] ?? 'none'
    expect(pathIn(await paul.get(asked))).toBe(path)
    expect((await paul.post(asked, { act: 'speak', answer: 'consent' })).status).toBe(404)
    for (const one of [karin, paul, anouk]) await one.post(path, { act: 'speak', answer: 'consent' })
    expect((await karin.post(path, { act: 'close' })).status).toBe(403)
    expect((await paul.post(path, { act: 'close' })).status).toBe(303)
    expect(await (await karin.get('/')).text()).toContain('Leg vast: Doel 1 uit het plan')
    await db.write(cast, (sql) =>
      sql.updateTable('account').set({ language: 'en' }).where('person_id', '=', cast.people.anouk).execute(),
    )
    const page = await (await anouk.get(path)).text()
    expect(page).toContain('Goal 1 out of the plan')
    expect(page).not.toContain('uit het plan')
    expect((await paul.post(path, { act: 'seal' })).status).toBe(303)
    expect(await (await anouk.get(path)).text()).toContain('Decided by the team, sealed on')
    expect(await (await karin.get(`${plan}/decision`)).text()).not.toContain(asked)
  })

  it('is talked about by who reads it; a suggestion that is taken over takes a yes back', async () => {
    const db = await open()
    const { anouk, karin, bram, paul, plan, track, cast, read } = await house(db)
    const now = await read()
    const who = [cast.member('anouk'), now, entryOf(now, track)!, cast.people.bram, 'invited'] as const
    done(await namePerson(db, ...who, AFTER))
    const path = pathIn(await anouk.post(`${plan}/entry/${track}/amendment`, { why: WHY }))
    await anouk.post(path, { act: 'save', 'text.goal': 'Samen lezen' })
    await anouk.post(path, { act: 'yes', print: printIn(await (await anouk.get(path)).text()) })
    const talk = `${path}/conversation`
    const passage = `${path.split('/').at(-1)}.goal`
    expect(await (await bram.get(path)).text()).toContain(`${talk}"`)
    expect((await paul.get(talk)).status).toBe(404)
    const revision = /data-revision="(\d+)"|name="revision" value="(\d+)"/.exec(
      await (await bram.get(`${talk}?speak=${passage}&as=suggest&about=whole`)).text(),
    )
    const suggestion = {
      act: 'suggest',
      passage,
      revision: revision?.[1] ?? revision?.[2] ?? '2',
      reason: '',
    }
    expect((await bram.post(talk, { ...suggestion, text: 'Samen hardop lezen' })).status).toBe(303)
    expect(
      (await karin.post(talk, { act: 'comment', passage, text: 'Waarom hardop?', revision: '2' })).status,
    ).toBe(303)
    for (const one of [anouk, karin])
      expect(await (await one.get('/')).text()).toContain('Lees mee: Wijziging in het traject van Anouk')
    expect(await (await paul.get('/')).text()).not.toContain('Lees mee')
    const shown = await (await anouk.get(talk)).text()
    expect(shown).toContain('Waarom hardop?')
    const id = /id="suggestion-([^"]+)"/.exec(shown)?.[1] ?? ''
    expect((await bram.post(talk, { act: 'accept', suggestion: id })).status).toBe(403)
    expect((await anouk.post(talk, { act: 'accept', suggestion: id })).status).toBe(303)
    const after = await (await anouk.get(path)).text()
    expect(after).toContain('hardop')
    expect(after).toContain('Die ja telt niet meer.')
    expect(goalOf(await read(), track)).toBe('Doel van anouk')
    await anouk.post(path, { act: 'retract', words: '' })
    expect((await karin.post(talk, { act: 'comment', passage, text: 'Jammer', revision: '3' })).status).toBe(
      403,
    )
  })

  it('leaves a proposal from before to be taken up in an amendment, and says so in the open card', async () => {
    const db = await open()
    const { anouk, karin, plan, track, cast, id } = await house(db)
    const row = {
      id: newId<'proposal'>(),
      school_id: cast.schoolId,
      plan_id: id,
      entry_id: track,
      texts: JSON.stringify({ goal: 'Rekenspelletjes' }),
      source: 'coordinator',
      note: null,
      made_by: cast.people.karin,
      made_at: NOW_MOMENT,
      outcome: null,
      answered_at: null,
      answered_by: null,
      answer: null,
    }
    await db.write(cast, (sql) => sql.insertInto('proposal').values(row).execute())
    const shown = await (await anouk.get(plan)).text()
    expect(shown).toContain('Rekenspelletjes')
    expect(shown).not.toContain('>Neem over<')
    expect(shown).toContain('Dit is samen afgesproken.')
    const begin = `${plan}/entry/${track}/amendment`
    expect(shown).toContain(`href="${begin}?proposal=${row.id}"`)
    const form = await (await anouk.get(`${begin}?proposal=${row.id}`)).text()
    expect(form).toContain('Met deze tekst begin je')
    expect(form).toContain('Rekenspelletjes')
    expect(await (await karin.get(`${begin}?proposal=${row.id}`)).text()).not.toContain(
      'Met deze tekst begin',
    )
    const begun = { form: 'entry', why: 'Dit past beter.', proposal: row.id }
    expect((await karin.post(begin, begun)).status).toBe(422)
    expect((await anouk.post(begin, { ...begun, proposal: track })).status).toBe(422)
    const to = (await anouk.post(begin, begun)).headers.get('location') ?? ''
    const written = await (await anouk.get(to)).text()
    expect(written).toMatch(/name="text\.goal"[^>]*>\s*Rekenspelletjes</)
    const answer = (outcome: string) =>
      anouk.post(`${plan}/entry/${track}/proposal`, { proposal: row.id, outcome })
    expect((await answer('accepted')).status).toBe(403)
    expect((await answer('declined')).status).toBe(303)
    const card = await (await anouk.get(`${plan}?edit=${track}`)).text()
    expect(card).toContain('Dit is samen afgesproken.')
    expect(card).not.toContain('name="text.goal"')
  })

  it('is closed to visitors and not there for another school', async () => {
    const db = await open()
    const { anouk, plan, track, app } = await house(db)
    const path = pathIn(await anouk.post(`${plan}/entry/${track}/amendment`, { why: WHY }))
    const other = await adoptedPlan(db)
    const stranger = await asMember(app, db, other.cast, 'karin')
    for (const page of [path, `${plan}/amendments`, `${plan}/entry/${track}/amendment`]) {
      expect((await visitor(app).get(page)).status).toBe(303)
      expect((await stranger.get(page)).status).toBe(404)
      expect((await stranger.post(page, { act: 'yes', print: 'x', why: WHY })).status).toBe(404)
    }
    const elsewhere = path.replace(plan, `/plan/${other.id}`)
    expect((await stranger.get(elsewhere)).status).toBe(404)
    expect((await anouk.get(`${plan}/amendment/x`)).status).toBe(404)
  })

  it('two who say yes at the same moment make one version', async () => {
    const db = await open()
    const { anouk, karin, plan, track, read, cast, id } = await house(db)
    const path = pathIn(await anouk.post(`${plan}/entry/${track}/amendment`, { why: WHY }))
    await anouk.post(path, { act: 'save', 'text.goal': 'Samen' })
    const print = printIn(await (await karin.get(path)).text())
    const answers = await Promise.all(
      [anouk, karin, anouk, karin].map((one) => one.post(path, { act: 'yes', print })),
    )
    for (const { status } of answers) expect([303, 403, 422]).toContain(status)
    expect(goalOf(await read(), track)).toBe('Samen')
    expect((await readVersions(db, cast.keeper, id)).map(({ number }) => number)).toEqual(['1.1', '1.0'])
  })
})
