import { describe, expect, it } from 'vitest'
import { NOW, NOW_MOMENT, settleCast, TODAY } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import type { Day } from '../kernel/day.ts'
import { findSession, openSession } from '../session/session-store.ts'
import { changeGroup } from './group-store.ts'
import { changeLearningTeam } from './learning-team-store.ts'
import type { WrittenPerson } from './people-list.ts'
import type { PersonFacts } from './person.ts'
import { addPeople, addPerson, changePerson, comeBack, leaveSchool, renamePerson } from './person-store.ts'
import { readSchool } from './school-store.ts'
import { groupNames, personIn } from './team.ts'
import { readTeam } from './team-store.ts'
import { rewordVisionLine } from './vision-store.ts'

const line = (other: Partial<WrittenPerson>, place = 1): WrittenPerson => ({
  line: place,
  name: '',
  email: '',
  groups: '',
  roles: '',
  ...other,
})
const mayGive = () => true

eachDatabase((open) => {
  const settled = async () => {
    const db = await open()
    const cast = await settleCast(db)
    const revision = async () => (await readSchool(db, cast.keeper)).revision
    return { db, cast, keeper: cast.keeper, revision, team: () => readTeam(db, cast.keeper) }
  }

  describe('people', () => {
    it('come in by a list, with groups made for them; who was here gets roles and groups added', async () => {
      const { db, keeper, team, cast } = await settled()
      const list = [
        line({ name: 'Roos', email: 'roos@regenboog.example', groups: '3, 9 plus', roles: 'leraar' }),
        line({ name: 'Petra', groups: '7', roles: 'rekenspecialist' }, 2),
      ]
      expect(await addPeople(db, keeper, list, { mayGive, now: NOW_MOMENT })).toEqual({
        added: 1,
        completed: 1,
      })
      const now = await team()
      const roos = now.people.find(({ name }) => name === 'Roos')
      expect(roos && groupNames(now, roos)).toEqual(['groep 3', '9 plus'])
      const petra = personIn(now, cast.people.petra)
      expect(petra?.roles).toEqual(expect.arrayContaining(['teacher', 'expert']))
      expect(petra && groupNames(now, petra)).toEqual(['groep 6', 'groep 7'])
      expect(now.people).toHaveLength(19)
    })

    it('are stored all or not at all', async () => {
      const { db, keeper, team, revision } = await settled()
      const before = await revision()
      const answer = await addPeople(db, keeper, [line({ name: 'Roos' }), line({ name: '' }, 2)], {
        mayGive,
        now: NOW_MOMENT,
      })
      expect(answer).toMatchObject({
        refused: 'list-not-ready',
        lines: [{ name: 'Roos' }, { remarks: [{ stop: 'name-empty' }, {}] }],
      })
      expect((await team()).people).toHaveLength(18)
      expect(await revision()).toBe(before)
    })

    it('come in five hundred at once', async () => {
      const { db, keeper, team } = await settled()
      const list = Array.from({ length: 500 }, (_, place) =>
        line(
          { name: `Invaller ${place} van Dam`, email: `i${place}@x.nl`, groups: '3, 4', roles: 'leraar' },
          place,
        ),
      )
      expect(await addPeople(db, keeper, list, { mayGive, now: NOW_MOMENT })).toEqual({
        added: 500,
        completed: 0,
      })
      expect((await team()).people).toHaveLength(518)
    })

    it('have an address of their own', async () => {
      const { db, keeper, cast, team } = await settled()
      const facts: PersonFacts = {
        name: 'Roos',
        email: 'petra@regenboog.example',
        roles: ['teacher'],
        groups: [],
        learningTeams: [],
      }
      expect(await addPerson(db, keeper, facts, NOW_MOMENT)).toMatchObject({
        refused: 'email-known',
        field: 'email',
      })
      const sem = personIn(await team(), cast.people.sem)
      if (!sem) throw new Error('no Sem')
      expect(
        await changePerson(db, keeper, sem.id, { ...sem, email: 'petra@regenboog.example' }, NOW),
      ).toMatchObject({ refused: 'email-known' })
      expect(await changePerson(db, keeper, sem.id, { ...sem, name: 'Sem B.' }, NOW)).toBe('done')
    })

    it('change groups and learning teams together, and count as a change of the plan page', async () => {
      const { db, keeper, cast, team, revision } = await settled()
      const before = await revision()
      const wilma = personIn(await team(), cast.people.wilma)
      if (!wilma) throw new Error('no Wilma')
      const facts = { ...wilma, groups: [cast.groups['8']], learningTeams: [cast.learningTeams.lezen] }
      expect(await changePerson(db, keeper, wilma.id, facts, NOW)).toBe('done')
      const now = personIn(await team(), wilma.id)
      expect(now).toMatchObject({
        groups: [cast.groups['8']],
        learningTeams: [cast.learningTeams.lezen],
        roles: ['teacher'],
      })
      expect(await revision()).toBeGreaterThan(before)
    })

    it('keep one coordinator and one administrator', async () => {
      const { db, keeper, cast, team } = await settled()
      const karin = personIn(await team(), cast.people.karin)
      if (!karin) throw new Error('no Karin')
      expect(
        await changePerson(db, keeper, karin.id, { ...karin, roles: ['coordinator'] }, NOW),
      ).toMatchObject({
        refused: 'last-administrator',
      })
      expect(await leaveSchool(db, keeper, karin.id, { on: TODAY, now: NOW })).toMatchObject({
        refused: 'last-administrator',
      })
      expect(personIn(await team(), karin.id)?.leftOn).toBeNull()
    })

    it('of two administrators who step down at the same time, one stays', async () => {
      const { db, keeper, cast, team } = await settled()
      const now = await team()
      const [karin, paul] = [personIn(now, cast.people.karin), personIn(now, cast.people.paul)]
      if (!karin || !paul) throw new Error('no Karin or Paul')
      await changePerson(db, keeper, paul.id, { ...paul, roles: ['principal', 'administrator'] }, NOW)
      const stepDown = [
        changePerson(db, keeper, karin.id, { ...karin, roles: ['coordinator'] }, NOW),
        changePerson(db, keeper, paul.id, { ...paul, roles: ['principal'] }, NOW),
      ]
      const answers = await Promise.all(stepDown)
      expect(answers.filter((answer) => answer === 'done')).toHaveLength(1)
    })

    it('who leave lose their sessions at once, keep their name, and can come back', async () => {
      const { db, keeper, cast, team } = await settled()
      const opening = {
        schoolId: cast.schoolId,
        personId: cast.people.sem,
        device: 'Firefox',
        way: 'code',
        shared: false,
      } as const
      const { token } = await db.write(keeper, (sql) => openSession(sql, opening, NOW))
      expect(await findSession(db, token, NOW)).not.toBeNull()
      expect(await leaveSchool(db, keeper, cast.people.sem, { on: '2026-10-01' as Day, now: NOW })).toBe(
        'done',
      )
      expect(await findSession(db, token, NOW)).toBeNull()
      expect(personIn(await team(), cast.people.sem)).toMatchObject({ name: 'Sem', leftOn: '2026-10-01' })
      expect(await leaveSchool(db, keeper, cast.people.sem, { on: TODAY, now: NOW })).toMatchObject({
        refused: 'has-left',
      })
      expect(await comeBack(db, keeper, cast.people.sem)).toBe('done')
      expect(await comeBack(db, keeper, cast.people.sem)).toMatchObject({ refused: 'is-here' })
    })

    it('of another school are not there', async () => {
      const { db, keeper, cast } = await settled()
      const other = await settleCast(db, { name: 'De Vlieger' })
      expect(await renamePerson(db, keeper, other.people.sem, 'X')).toBeNull()
      expect(await comeBack(db, keeper, other.people.sem)).toBeNull()
      expect(
        await changeLearningTeam(db, keeper, other.learningTeams.lezen, { name: 'Leerteam X', members: [] }),
      ).toBeNull()
      expect(
        await changeGroup(db, keeper, other.groups['3'], { name: 'groep 9', sectionId: null }),
      ).toBeNull()
      expect(
        await rewordVisionLine(db, keeper, other.visionLines.lezen, { text: 'X', short: 'X' }),
      ).toBeNull()
      const facts: PersonFacts = {
        name: 'Roos',
        email: null,
        roles: ['teacher'],
        groups: [other.groups['3']],
        learningTeams: [other.learningTeams.lezen],
      }
      const roos = await addPerson(db, keeper, facts, NOW_MOMENT)
      if (typeof roos !== 'string') throw new Error(roos.refused)
      expect(personIn(await readTeam(db, cast.keeper), roos)).toMatchObject({ groups: [], learningTeams: [] })
    })
  })
})
