import { describe, expect, it } from 'vitest'
import { NOW, NOW_MOMENT, settleCast, TODAY } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import type { Day } from '../kernel/day.ts'
import type { SectionId } from '../kernel/id.ts'
import { findSession, openSession } from '../session/session-store.ts'
import {
  addGroup,
  addSection,
  changeGroup,
  removeGroup,
  removeSection,
  renameSection,
} from './group-store.ts'
import { addLearningTeams, changeLearningTeam, retireLearningTeam } from './learning-team-store.ts'
import type { WrittenPerson } from './people-list.ts'
import type { PersonFacts } from './person.ts'
import { addPeople, addPerson, changePerson, comeBack, leaveSchool, renamePerson } from './person-store.ts'
import { changeSchool, readSchool, schoolsCalled, schoolsOnServer } from './school-store.ts'
import { groupNames, personIn } from './team.ts'
import { readTeam } from './team-store.ts'
import {
  addVisionLines,
  moveVisionLine,
  readVision,
  retireVisionLine,
  rewordVisionLine,
  takeBackVisionLine,
} from './vision-store.ts'

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
        await changePerson(db, keeper, sem.id, { ...sem, email: 'petra@regenboog.example' }),
      ).toMatchObject({ refused: 'email-known' })
      expect(await changePerson(db, keeper, sem.id, { ...sem, name: 'Sem B.' })).toBe('done')
    })

    it('change groups and learning teams together, and count as a change of the plan page', async () => {
      const { db, keeper, cast, team, revision } = await settled()
      const before = await revision()
      const wilma = personIn(await team(), cast.people.wilma)
      if (!wilma) throw new Error('no Wilma')
      const facts = { ...wilma, groups: [cast.groups['8']], learningTeams: [cast.learningTeams.lezen] }
      expect(await changePerson(db, keeper, wilma.id, facts)).toBe('done')
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
      expect(await changePerson(db, keeper, karin.id, { ...karin, roles: ['coordinator'] })).toMatchObject({
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
      await changePerson(db, keeper, paul.id, { ...paul, roles: ['principal', 'administrator'] })
      const stepDown = [
        changePerson(db, keeper, karin.id, { ...karin, roles: ['coordinator'] }),
        changePerson(db, keeper, paul.id, { ...paul, roles: ['principal'] }),
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

  describe('groups and sections', () => {
    it('are added in the section that they propose, renamed and removed', async () => {
      const { db, keeper, cast, team } = await settled()
      expect(await addGroup(db, keeper, 'groep 3', null)).toMatchObject({ refused: 'group-known' })
      expect(await addGroup(db, keeper, 'groep 4/5', null)).toBe('done')
      const added = (await team()).groups.find(({ name }) => name === 'groep 4/5')
      expect(added?.sectionId).toBe((await team()).sections[1]?.id)
      expect(
        await changeGroup(db, keeper, cast.groups.gym, {
          name: 'bewegen',
          sectionId: 'made up' as SectionId,
        }),
      ).toBe('done')
      expect((await team()).groups.find(({ id }) => id === cast.groups.gym)).toMatchObject({
        name: 'bewegen',
        sectionId: null,
      })
      expect(await removeGroup(db, keeper, cast.groups.gym)).toBe('done')
      expect(personIn(await team(), cast.people.hanneke)?.groups).toEqual([])
    })

    it('keep their groups when a section goes', async () => {
      const { db, keeper, team } = await settled()
      const [first] = (await team()).sections
      if (!first) throw new Error('no section')
      expect(await addSection(db, keeper, 'onderbouw')).toMatchObject({ refused: 'section-known' })
      expect(await renameSection(db, keeper, first.id, 'Kleuters')).toBe('done')
      expect(await removeSection(db, keeper, first.id)).toBe('done')
      const now = await team()
      expect(now.sections).toHaveLength(2)
      expect(now.groups.filter(({ sectionId }) => sectionId === null).map(({ name }) => name)).toEqual([
        'groep 1/2 A',
        'groep 1/2 B',
        'gym',
        'taalklas',
      ])
    })
  })

  describe('learning teams', () => {
    it('change members, stop and start again', async () => {
      const { db, keeper, cast, team } = await settled()
      const id = cast.learningTeams.rekenen
      expect(
        await changeLearningTeam(db, keeper, id, { name: 'Leerteam Getallen', members: [cast.people.anouk] }),
      ).toBe('done')
      expect(await addLearningTeams(db, keeper, [{ name: 'leerteam getallen', members: [] }])).toMatchObject({
        refused: 'learning-team-known',
      })
      expect(await retireLearningTeam(db, keeper, id, TODAY)).toBe('done')
      expect((await team()).learningTeams.find((one) => one.id === id)).toMatchObject({
        retiredOn: TODAY,
        members: [cast.people.anouk],
      })
      expect(await addLearningTeams(db, keeper, [{ name: 'Leerteam Getallen', members: [] }])).toBe('done')
      expect(await retireLearningTeam(db, keeper, id, null)).toMatchObject({ refused: 'learning-team-known' })
    })
  })

  describe('the vision', () => {
    it('is reordered, reworded, closed and taken up again; nothing is ever deleted', async () => {
      const { db, keeper, cast, revision } = await settled()
      const before = await revision()
      expect(await moveVisionLine(db, keeper, cast.visionLines.lezen, -1)).toBe('done')
      expect((await readVision(db, keeper)).slice(0, 2).map(({ id }) => id)).toEqual([
        cast.visionLines.lezen,
        cast.visionLines.instructie,
      ])
      expect(
        await rewordVisionLine(db, keeper, cast.visionLines.ouders, {
          text: 'Samen met ouders.',
          short: 'Ouders',
        }),
      ).toBe('done')
      expect(await retireVisionLine(db, keeper, cast.visionLines.lezen, NOW_MOMENT)).toBe('done')
      expect(await moveVisionLine(db, keeper, cast.visionLines.lezen, 1)).toMatchObject({
        refused: 'line-retired',
      })
      const lines = await readVision(db, keeper)
      expect(lines).toHaveLength(5)
      expect(lines.at(-1)).toMatchObject({ id: cast.visionLines.lezen, retiredAt: NOW_MOMENT })
      expect(await takeBackVisionLine(db, keeper, cast.visionLines.lezen)).toBe('done')
      expect((await readVision(db, keeper)).at(-1)).toMatchObject({
        id: cast.visionLines.lezen,
        retiredAt: null,
      })
      expect(await revision()).toBe(before + 4)
    })

    it('has three lines at least and nine at most', async () => {
      const { db, keeper, cast } = await settled()
      const more = (count: number) =>
        Array.from({ length: count }, (_, place) => ({ text: `Zin ${place}`, short: `Zin ${place}` }))
      expect(await addVisionLines(db, keeper, more(5), NOW_MOMENT)).toMatchObject({
        refused: 'too-many-lines',
      })
      expect(await readVision(db, keeper)).toHaveLength(5)
      await retireVisionLine(db, keeper, cast.visionLines.ouders, NOW_MOMENT)
      await retireVisionLine(db, keeper, cast.visionLines.erbij, NOW_MOMENT)
      expect(await retireVisionLine(db, keeper, cast.visionLines.leren, NOW_MOMENT)).toMatchObject({
        refused: 'too-few-lines',
      })
      expect(await addVisionLines(db, keeper, more(6), NOW_MOMENT)).toBe('done')
      expect(await takeBackVisionLine(db, keeper, cast.visionLines.ouders)).toMatchObject({
        refused: 'too-many-lines',
      })
    })
  })

  describe('the school', () => {
    it('changes what is given and nothing else', async () => {
      const { db, keeper, revision } = await settled()
      const before = await readSchool(db, keeper)
      await changeSchool(db, keeper, { hoursAWeek: 12.5, pupils: null, teacherWord: 'leerkracht' })
      expect(await readSchool(db, keeper)).toEqual({
        ...before,
        hoursAWeek: 12.5,
        pupils: null,
        teacherWord: 'leerkracht',
        revision: await revision(),
      })
    })

    it('is found by its name for the command line', async () => {
      const { db } = await settled()
      await settleCast(db, { demo: true })
      expect(await schoolsOnServer(db)).toHaveLength(2)
      expect(await schoolsCalled(db, 'demo')).toMatchObject([{ demo: true }])
      expect(await schoolsCalled(db, 'basisschool de regenboog')).toMatchObject([{ demo: false }])
      expect(await schoolsCalled(db, 'x')).toEqual([])
    })
  })
})
