import { expect, it } from 'vitest'
import { NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { asMember } from '../../test/request.ts'
import { AFTER, adoptedPlan, done, planOf, writtenPlan } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { Day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { removeEntry, restoreEntry } from '../plan/entry-arrange-store.ts'
import { withdrawAgreement, writeEntryText } from '../plan/entry-store.ts'
import { entryOf, type Phase } from '../plan/plan.ts'
import { movePhase } from '../plan/plan-store.ts'
import { removePrinciple } from '../plan/principle-store.ts'
import { readRemoved } from '../plan/removed-store.ts'
import { nameVersion } from '../plan/snapshot-name-store.ts'
import { readSnapshotState, readSnapshots } from '../plan/snapshot-store.ts'
import { tieEntry } from '../plan/tie-store.ts'
import { eraseRemoved } from './erase-removed-store.ts'
import { eraseTrack } from './erase-store.ts'

async function worldOf(db: Db) {
  const made = await writtenPlan(db)
  const app = testApp(db)
  const href = `/plan/${made.id}`
  const karin = made.cast.member('karin')
  const version = done(await nameVersion(db, karin, made.id, { kind: 'concept', name: '' }, NOW_MOMENT))
  const as = (who: 'karin' | 'paul' | 'anouk' | 'bram') => asMember(app, db, made.cast, who)
  const compare = async (who: 'karin' | 'paul' | 'bram', from: string = version, to = 'now') => {
    const answer = await (await as(who)).get(`${href}/versions/compare?from=${from}&to=${to}`)
    return { status: answer.status, text: await answer.text() }
  }
  return { ...made, href, karin, version, as, compare }
}

const plain = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

eachDatabase((open) => {
  it('lists versions, named by the coordinator alone, and compares two of them', async () => {
    const db = await open()
    const { as, href, compare, version } = await worldOf(db)
    const [karin, paul] = [await as('karin'), await as('paul')]
    expect(await (await karin.get(`${href}/versions`)).text()).toContain('Geef deze stand een naam')
    expect(await (await paul.get(`${href}/versions`)).text()).not.toContain('Geef deze stand een naam')
    const name = { act: 'name', kind: 'own', name: 'Na de studiedag' }
    expect((await paul.post(`${href}/versions`, name)).status).toBe(403)
    expect((await karin.post(`${href}/versions`, { ...name, name: '' })).status).toBe(422)
    expect((await karin.post(`${href}/versions`, { act: 'name', kind: 'tovenaar' })).status).toBe(422)
    expect((await karin.post(`${href}/versions`, name)).headers.get('location')).toBe(
      `${href}/versions?done=kept`,
    )
    expect(await (await paul.get(`${href}/versions`)).text()).toContain('Na de studiedag')
    expect((await compare('paul')).text).toContain('Er is niets veranderd.')
    for (const from of ['9.9', newId(), 'x', "'; drop table snapshot"])
      expect((await compare('paul', encodeURIComponent(from))).status).toBe(404)
    expect((await compare('paul', version, version)).text).toContain('Er is niets veranderd.')
  })

  it('tells what changed, entry by entry and in words', async () => {
    const db = await open()
    const { cast, id, goal, karin, compare } = await worldOf(db)
    const plan = await planOf(db, cast, id)
    const entry = entryOf(plan, goal)!
    const [line] = Object.values(cast.visionLines)
    done(await writeEntryText(db, karin, plan, entry, 'approach', 'Samen luisteren', null, NOW_MOMENT))
    done(await tieEntry(db, karin, plan, entry, { visionLineIds: [line!], coordinatorHours: 12 }))
    const said = plain((await compare('paul')).text)
    expect(said).toContain('In het kort: 1 veranderd.')
    expect(said).toContain('Hangt nu aan de visielijn')
    expect(said).toContain('Uren: eerst nog niets gekozen, nu 12 uur.')
    expect(said).toMatch(/Samen weg: kijken ?nieuw: luisteren/)
    expect(said).toContain('2 onderdelen bleven gelijk')
  })

  it('names both versions above their columns, and says where there was nothing', async () => {
    const db = await open()
    const { cast, id, goal, karin, as, href, version } = await worldOf(db)
    const plan = await planOf(db, cast, id)
    const entry = entryOf(plan, goal)!
    done(await writeEntryText(db, karin, plan, entry, 'evaluation', 'In juni samen.', null, NOW_MOMENT))
    const paul = await as('paul')
    const side = async (from: string, to: string) =>
      plain(await (await paul.get(`${href}/versions/compare?from=${from}&to=${to}&look=side`)).text())
    const came = await side(version, 'now')
    expect(came).toMatch(/Concept 1 leeg Het plan van nu nieuw: In juni samen\./)
    const went = await side('now', version)
    expect(went).toMatch(/Het plan van nu weg: In juni samen\. Concept 1 weg: In juni samen\. leeg/)
    expect(came).not.toContain('Wie dit afspraken')
  })

  it('offers the name that fits the plan as it stands', async () => {
    const db = await open()
    const { cast, id } = await adoptedPlan(db)
    const app = testApp(db)
    const chosen = async () => {
      const page = await (await asMember(app, db, cast, 'karin')).get(`/plan/${id}/versions`)
      const [radio = ''] = /<input[^>]*checked[^>]*>/.exec(await page.text()) ?? []
      return /value="([^"]+)"/.exec(radio)?.[1]
    }
    expect(await chosen()).toBe('own')
    const move = (from: Phase, to: Phase) =>
      db.write(cast, (sql) =>
        movePhase(sql, cast.keeper, { id, from, to, why: 'Verder.', decisionId: null }, NOW_MOMENT),
      )
    await move('adopted', 'mid-evaluation')
    expect(await chosen()).toBe('mid-year')
    await move('mid-evaluation', 'end-evaluation')
    expect(await chosen()).toBe('final')
  })

  it('shows a track that was not agreed then, or was taken back since, to its two readers alone', async () => {
    const db = await open()
    const { cast, id, bram, anouk, compare, as, href, version } = await worldOf(db)
    const plan = await planOf(db, cast, id)
    const write = (who: 'bram' | 'anouk', track: typeof bram, text: string) =>
      writeEntryText(db, cast.member(who), plan, entryOf(plan, track)!, 'goal', text, null, NOW_MOMENT)
    done(await write('bram', bram, 'Geheim van Bram'))
    done(await write('anouk', anouk, 'Nieuw van Anouk'))
    expect((await compare('paul')).text).not.toContain('Bram</')
    expect((await compare('paul')).text).not.toMatch(/Doel van bram|Geheim/)
    expect((await compare('bram')).text).toMatch(/Geheim/)
    expect((await compare('karin')).text).toMatch(/Geheim/)
    const read = async (who: 'paul' | 'bram') =>
      (await (await as(who)).get(`${href}/versions/${version}`)).text()
    expect(await read('bram')).toContain('Doel van bram')
    expect(await read('paul')).not.toContain('Doel van bram')
    expect(await read('paul')).toContain('De tekst hiervan lees jij niet.')
    expect((await (await as('paul')).get(`${href}/versions/9.9`)).status).toBe(404)
    expect(plain((await compare('paul')).text)).toContain('Nieuw')
    const now = await planOf(db, cast, id)
    done(await withdrawAgreement(db, cast.member('anouk'), now, entryOf(now, anouk)!))
    expect((await compare('paul')).text).not.toMatch(/Doel van anouk|Nieuw van Anouk/)
    expect(plain((await compare('paul')).text)).not.toContain('Doel van anouk')
  })

  it('puts sealed versions in the same list, and compares with them', async () => {
    const db = await open()
    const { cast, id } = await adoptedPlan(db)
    const paul = await asMember(testApp(db), db, cast, 'paul')
    const list = await (await paul.get(`/plan/${id}/versions`)).text()
    expect(list).toContain('Vastgesteld, versie 1.0')
    const since = await paul.get(`/plan/${id}/versions/compare?from=1.0&to=now`)
    expect(plain(await since.text())).toContain('Er is niets veranderd.')
    const [put] = await readSnapshots(db, cast.member('karin'), id)
    const seal = await paul.get(`/plan/${id}/versions/compare?from=${put!.id}&to=1.0`)
    expect(plain(await seal.text())).toContain('Er is niets veranderd.')
  })

  it('gives back what was taken out until the year is over, and erases it then', async () => {
    const db = await open()
    const { cast, id, goal, principle, karin, as, href, version } = await worldOf(db)
    const plan = await planOf(db, cast, id)
    done(await removeEntry(db, karin, plan, entryOf(plan, goal)!, NOW_MOMENT))
    done(await removePrinciple(db, karin, plan, plan.principles[0]!, NOW_MOMENT))
    const [coordinator, anouk] = [await as('karin'), await as('anouk')]
    const page = await (await anouk.get(`${href}/versions`)).text()
    expect(plain(page)).toContain('Doel: Rekenen weggehaald op 19 november 2026 door Karin')
    expect(page).not.toContain('value="put-back"')
    const back = (is: string, of: string) => ({ act: 'put-back', is, id: of })
    expect((await anouk.post(`${href}/versions`, back('entry', goal))).status).toBe(403)
    expect((await coordinator.post(`${href}/versions`, back('entry', goal))).status).toBe(303)
    expect((await coordinator.post(`${href}/versions`, back('entry', 'x'))).status).toBe(404)
    expect(entryOf(await planOf(db, cast, id), goal)).not.toBeNull()
    await eraseRemoved(db, new Date('2027-07-31T12:00:00Z'))
    expect(await readRemoved(db, karin, plan)).toHaveLength(1)
    const again = await planOf(db, cast, id)
    done(await removeEntry(db, karin, again, entryOf(again, goal)!, NOW_MOMENT))
    await eraseRemoved(db, new Date('2027-08-01T12:00:00Z'))
    const left = await db.read(cast, (sql) =>
      sql.selectFrom('passage').select('owner_id').where('owner_id', 'in', [goal, principle]).execute(),
    )
    expect(left).toEqual([])
    const state = await readSnapshotState(db, karin, id, version)
    expect(state?.entries.find((entry) => entry.id === goal)).toMatchObject({ texts: {}, erased: true })
    expect(state?.principles[0]).toMatchObject({ text: '', erased: true })
    const gone = await restoreEntry(db, karin, await planOf(db, cast, id), goal)
    expect(gone).toBeNull()
    expect(entryOf(await planOf(db, cast, id), goal)?.texts).toEqual({})
  })

  it('loses the text of who left when the term has come', async () => {
    const db = await open()
    const { cast, id, anouk, karin, compare, version } = await worldOf(db)
    await db.write(cast, (sql) =>
      sql
        .updateTable('person')
        .set({ left_on: '2021-11-18' as Day })
        .where('id', '=', cast.people.anouk)
        .execute(),
    )
    expect(
      (await readSnapshotState(db, karin, id, version))?.entries.map(({ texts }) => texts.goal),
    ).toContain('Doel van anouk')
    expect(await eraseTrack(db, karin, anouk, 'De termijn is om.', AFTER)).toBeNull()
    expect(JSON.stringify(await readSnapshotState(db, karin, id, version))).not.toContain('Doel van anouk')
    const said = plain((await compare('karin')).text)
    expect(said).not.toContain('Doel van anouk')
    expect(said).toContain('De tekst is gewist.')
  })
})
