import { beforeEach, describe, expect, it } from 'vitest'
import {
  AT_TARGET,
  GROUP_FIVE,
  levelsOf,
  madeAmbition,
  resultsRoom,
  scoresOf,
} from '../../test/ambition-room.ts'
import { type Cast, NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { asMember, type Visitor } from '../../test/request.ts'
import { AFTER, adoptedPlan, done, writtenPlan } from '../../test/written-plan.ts'
import type { AmbitionTie } from '../ambition/ambition.ts'
import { endAmbition, readAmbition } from '../ambition/ambition-store.ts'
import { tieAmbition } from '../ambition/ambition-tie-store.ts'
import type { Db } from '../db/database.ts'
import type { AmbitionId, DataTalkId, EntryId, PlanId } from '../kernel/id.ts'
import { readTalk } from './talk-store.ts'
import { beginTalk } from './talk-write-store.ts'

const bring = resultsRoom()
const THREE_YEARS = [2023, 2024, 2025].flatMap((year) => levelsOf(`${year}-${year + 1}`, 40, 20))
const words = (page: string) => page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ')

eachDatabase((open) => {
  let db: Db
  let cast: Cast
  let karin: Visitor
  let talk: DataTalkId
  let path: string
  let planId: PlanId
  let goal: EntryId
  // Of the talk of Leerteam Rekenen: one hangs on the goal 'Rekenen' of the plan, one on nothing.
  let hung: AmbitionId
  let loose: AmbitionId

  const tieOf = async (id: AmbitionId) => (await readAmbition(db, cast.member('karin'), id))?.tie ?? null
  const onGoal = (): AmbitionTie => ({ planId, entryId: goal, amendmentId: null })
  const talkGoal = async (): Promise<AmbitionTie> => {
    const made = (await readTalk(db, cast.member('karin'), talk))?.goal
    if (!made) throw new Error('the talk hangs on nothing')
    return { planId: made.planId, entryId: made.entryId, amendmentId: made.amendmentId }
  }
  const press = async (who: Visitor, form: Record<string, string>) => {
    const answer = await who.post(path, form)
    expect(answer.status).toBe(303)
    return words(await (await who.get(answer.headers.get('location') ?? '')).text())
  }
  const page = async () => (await karin.get(path)).text()
  const goalForm = () => ({
    act: 'goal',
    plan: planId,
    title: 'Vier op de vijf kent de tafels',
    vision: cast.visionLines.instructie,
    day: '',
    situation: 'Zo staan we',
    approach: 'Samen',
  })

  async function enter(made: { cast: Cast; id: PlanId; goal: EntryId }, at: string = NOW_MOMENT) {
    cast = made.cast
    planId = made.id
    goal = made.goal
    karin = await asMember(testApp(db, { now: () => new Date(at) }), db, cast, 'karin')
    await bring(db, cast, [...scoresOf('2025-2026', 70), ...THREE_YEARS])
    const team = cast.learningTeams.rekenen
    talk = done(await beginTalk(db, cast.member('bram'), { team, subject: 'Rekenen' }, NOW_MOMENT))
    path = `/trends/talks/${talk}`
    hung = await madeAmbition(db, cast, { talkId: talk, about: GROUP_FIVE })
    loose = await madeAmbition(db, cast, { talkId: talk, about: AT_TARGET, to: 60 })
    done(await tieAmbition(db, cast.member('karin'), hung, onGoal()))
  }

  describe('the ambitions of a talk of which a goal is made', () => {
    beforeEach(async () => {
      db = await open()
    })

    it('come along when they hang on nothing, and stay where they hang; the answer says which', async () => {
      await enter(await writtenPlan(db))
      const form = await page()
      expect(words(form)).toMatch(/Meenemen naar dit doel\?.*groep 5.* Hangt nu aan: Rekenen/)
      expect(form).toContain(`name="take-${hung}"`)
      expect(form).not.toContain(`name="take-${loose}"`)
      expect(form).not.toMatch(/name="take-[^>]*checked/)
      const after = await press(karin, goalForm())
      expect(after).toMatch(/Deze ambitie hangt er nu ook aan: Groep 8, drie vakken samen/)
      expect(after).toMatch(/Deze blijft hangen waar ze hing: Rekenen, groep 5/)
      expect(after).toMatch(
        /Hier hangt dit gesprek aan: .* Deze ambitie hangt er ook aan: Groep 8.* Deze hangt ergens anders aan: Rekenen/,
      )
      expect(after).toMatch(/Hangt aan Vier op de vijf kent de tafels/)
      expect(await tieOf(hung)).toEqual(onGoal())
      expect(await tieOf(loose)).toEqual(await talkGoal())
    })

    it('come along from elsewhere once they are ticked, and go back exactly when the talk is untied', async () => {
      await enter(await writtenPlan(db))
      const after = await press(karin, { ...goalForm(), [`take-${hung}`]: 'yes' })
      expect(after).toContain('Deze ambities hangen er nu ook aan:')
      expect(after).not.toContain('hangen waar ze hing')
      for (const id of [hung, loose]) expect(await tieOf(id)).toEqual(await talkGoal())
      const loosened = await press(karin, { act: 'untie' })
      expect(loosened).toContain('hangen er niet meer aan. Bij elke ambitie staat waaraan wel.')
      expect(await tieOf(hung)).toEqual(onGoal())
      expect(await tieOf(loose)).toBeNull()
      expect(loosened).toMatch(
        /Groep 8, drie vakken samen.* Hangt nog nergens aan\. .*groep 5.* Hangt aan Rekenen/,
      )
    })

    it('stay when somebody hung them there by hand, or moved them since', async () => {
      await enter(await writtenPlan(db))
      await press(karin, goalForm())
      const made = await talkGoal()
      done(await tieAmbition(db, cast.member('karin'), hung, made))
      done(await tieAmbition(db, cast.member('karin'), loose, onGoal()))
      const loosened = await press(karin, { act: 'untie' })
      expect(loosened).toContain(
        'Een ambitie van dit gesprek hangt daar nog wel aan. Bij de ambitie kun je dat veranderen.',
      )
      expect(await tieOf(hung)).toEqual(made)
      expect(await tieOf(loose)).toEqual(onGoal())
      expect(await page()).toMatch(new RegExp(`Hangt aan <a href="/plan/${planId}\\?shown=${made.entryId}`))
    })

    it('are treated the same on a goal that is there, and by a second sending', async () => {
      await enter(await writtenPlan(db))
      const entry = `${planId} ${goal}`
      const after = await press(karin, { act: 'tie', entry })
      expect(after).toMatch(/Het gesprek hangt nu aan .* Deze ambitie hangt er nu ook aan: Groep 8/)
      expect(await tieOf(loose)).toEqual(onGoal())
      expect(await press(karin, { act: 'untie' })).toContain('Een andere nog wel')
      expect([await tieOf(hung), await tieOf(loose)]).toEqual([onGoal(), null])
      expect(await press(karin, { act: 'untie' })).toContain('In het plan is niets veranderd.')
      expect([await tieOf(hung), await tieOf(loose)]).toEqual([onGoal(), null])
    })

    it('that are closed are left alone, whatever is ticked', async () => {
      await enter(await writtenPlan(db))
      done(await endAmbition(db, cast.member('karin'), loose, 'let-go', NOW_MOMENT))
      const strange = {
        [`take-${loose}`]: 'yes',
        'take-': 'yes',
        'take-elders': 'yes',
        [`take-${goal}`]: 'yes',
      }
      const after = await press(karin, { ...goalForm(), ...strange })
      expect(after).not.toContain('hangt er nu ook aan')
      expect([await tieOf(hung), await tieOf(loose)]).toEqual([onGoal(), null])
    })

    it('go with a proposal in an adopted plan too, and come back from it', async () => {
      await enter(await adoptedPlan(db), AFTER)
      await press(karin, { ...goalForm(), [`take-${hung}`]: 'yes' })
      expect((await talkGoal()).amendmentId).not.toBeNull()
      expect(await tieOf(hung)).toEqual(await talkGoal())
      await press(karin, { act: 'untie' })
      expect([await tieOf(hung), await tieOf(loose)]).toEqual([onGoal(), null])
    })

    it('are offered in English too, and nothing is offered when none hangs anywhere', async () => {
      await enter(await writtenPlan(db))
      await karin.post('/language', { language: 'en', back: path })
      expect(words(await page())).toContain('Without a tick they stay there.')
      done(await tieAmbition(db, cast.member('karin'), hung, null))
      expect(await page()).not.toContain('name="take-')
    })
  })
})
