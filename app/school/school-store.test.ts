import { describe, expect, it } from 'vitest'
import { NOW_MOMENT, settleCast, TODAY } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import type { SectionId } from '../kernel/id.ts'
import {
  addGroup,
  addSection,
  changeGroup,
  removeGroup,
  removeSection,
  renameSection,
} from './group-store.ts'
import { addLearningTeams, changeLearningTeam, retireLearningTeam } from './learning-team-store.ts'
import { changeSchool, readSchool, schoolsCalled, schoolsOnServer } from './school-store.ts'
import { personIn } from './team.ts'
import { readTeam } from './team-store.ts'
import {
  addVisionLines,
  moveVisionLine,
  readVision,
  retireVisionLine,
  rewordVisionLine,
  takeBackVisionLine,
} from './vision-store.ts'

eachDatabase((open) => {
  const settled = async () => {
    const db = await open()
    const cast = await settleCast(db)
    const revision = async () => (await readSchool(db, cast.keeper)).revision
    return { db, cast, keeper: cast.keeper, revision, team: () => readTeam(db, cast.keeper) }
  }

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
