import { expect, it } from 'vitest'
import { NOW, NOW_MOMENT, TODAY } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { ownTrack, type PlanVisit, visitPlan } from '../../test/plan-visit.ts'
import { done } from '../../test/written-plan.ts'
import { DEMO_PEOPLE } from '../home/demo-cast.ts'
import { addEntry } from '../plan/entry-store.ts'
import { readRoster } from '../plan/roster-store.ts'
import { namePerson, tieEntry } from '../plan/tie-store.ts'
import { leaveSchool } from '../school/person-store.ts'
import { readTeam } from '../school/team-store.ts'
import { type Grouping, orchestraOf } from './orchestra.ts'

const desksOf = async (visit: PlanVisit, by: Grouping) =>
  orchestraOf(
    await visit.now(),
    await readRoster(visit.db, visit.cast.keeper),
    await readTeam(visit.db, visit.cast.keeper),
    by,
  )

const page = async ({ karin, href }: PlanVisit, question = '') =>
  (await karin.get(`${href}/orchestra${question}`)).text()

eachDatabase((open) => {
  it('has everyone, by section once, and by learning team with each that they are in', async () => {
    const visit = await visitPlan(await open())
    const names = (desks: Awaited<ReturnType<typeof desksOf>>) =>
      desks.flatMap(({ players }) => players.map(({ person }) => person.name))
    const everyone = DEMO_PEOPLE.map(({ name }) => name).toSorted()
    const bySection = await desksOf(visit, 'section')
    expect(names(bySection).toSorted()).toEqual(everyone)
    expect(bySection.map(({ name }) => name)).toEqual(['Onderbouw', 'Middenbouw', 'Bovenbouw', null])
    const byTeam = await desksOf(visit, 'team')
    expect([...new Set(names(byTeam))].toSorted()).toEqual(everyone)
    expect(byTeam.at(-1)?.players.map(({ person }) => person.name)).toContain('Petra')
    expect(await page(visit)).toContain('Sem heeft nog geen plek. Wat wil Sem leren?')
    expect(await page(visit)).toContain('Jij hebt nog geen plek. Wat wil jij leren?')
  })

  it('says what somebody learns, from whom and with whom', async () => {
    const visit = await visitPlan(await open())
    const { db, cast } = visit
    const anouk = await visit.as('anouk')
    const id = await ownTrack(visit, 'anouk', 'Kort **uitleggen**.')
    await anouk.post(`${visit.href}/entry/${id}/agreed`, { agreed: 'yes' })
    const entry = (await visit.now()).entries.find((one) => one.id === id)!
    done(
      await namePerson(
        db,
        cast.member('anouk'),
        await visit.now(),
        entry,
        cast.people.bram,
        'support',
        NOW_MOMENT,
      ),
    )
    const asked = await page(visit)
    expect(asked).toContain('Kort uitleggen.')
    expect(asked).toContain('Bram is gevraagd.')
    await (await visit.as('bram')).post(`${visit.href}/entry/${id}/support`, { agreed: 'yes' })
    expect(await page(visit)).not.toContain('Bram is gevraagd.')
    const players = (await desksOf(visit, 'section')).flatMap((desk) => desk.players)
    expect(players.find(({ person }) => person.name === 'Anouk')?.supported).toEqual(['Bram'])
    expect(players.find(({ person }) => person.name === 'Bram')?.learningTeams).toEqual(['Leerteam Rekenen'])
    done(await tieEntry(db, cast.member('anouk'), await visit.now(), entry, { shareChoice: 'not-share' }))
    const kept = (await desksOf(visit, 'section')).flatMap((desk) => desk.players)
    expect(kept.find(({ person }) => person.name === 'Anouk')?.sharesWith).toBeNull()
  })

  it('shows a learning team with what it learns together, and says when it has no place', async () => {
    const visit = await visitPlan(await open())
    const { db, cast } = visit
    const track = {
      kind: 'learning-team-track',
      learningTeamId: cast.learningTeams.lezen,
      texts: { goal: 'Elk kind kiest een boek dat past.' },
    } as const
    done(await addEntry(db, cast.keeper, await visit.now(), track, NOW_MOMENT))
    const byTeam = await page(visit, '?by=team')
    expect(byTeam).toContain('Elk kind kiest een boek dat past.')
    expect(byTeam).toContain('Dit leerteam heeft nog geen plek in het plan.')
    expect(await page(visit, '?by=rank')).toContain('Onderbouw')
  })

  it('leaves out who left, and counts or compares nobody', async () => {
    const visit = await visitPlan(await open())
    done(await leaveSchool(visit.db, visit.cast.keeper, visit.cast.people.sem, { on: TODAY, now: NOW }))
    const names = (await desksOf(visit, 'section')).flatMap(({ players }) =>
      players.map(({ person }) => person.name),
    )
    expect(names).not.toContain('Sem')
    const shown = await page(visit)
    const main = shown.slice(shown.indexOf('<main'), shown.indexOf('</main>'))
    expect(main).not.toMatch(/\d+ (van de|of the|trajecten|uur)|%|<table/)
  })
})
