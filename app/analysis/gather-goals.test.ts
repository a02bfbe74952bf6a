import { describe, expect, it } from 'vitest'
import { AT_TARGET, levelsOf, madeAmbition, resultsRoom, schoolYear } from '../../test/ambition-room.ts'
import { NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { done, writtenPlan } from '../../test/written-plan.ts'
import { tieAmbition } from '../ambition/ambition-tie-store.ts'
import { factsOf } from '../datatalk/fact.ts'
import { numbersOf } from '../datatalk/numbers-store.ts'
import { addLine, layFact, takeLineBack } from '../datatalk/talk-line-store.ts'
import { beginTalk, shareTalk } from '../datatalk/talk-write-store.ts'
import { readAnalysis } from './analysis-read-store.ts'
import { beginAnalysis } from './analysis-store.ts'
import { differences } from './differ.ts'
import { gatherReports } from './gather-desk.ts'
import { withTalkWords } from './talk-words-desk.ts'

const bring = resultsRoom()
const TITLE = 'Groep 8, drie vakken samen: minstens 65\u00a0% op 1S/2F in 2028'
const OF = { kind: 'year', schoolYear: schoolYear('2025-2026') } as const

/** Three years of the doorstroomtoets, an ambition on them and a talk about them. */
async function withGoals(open: Parameters<Parameters<typeof eachDatabase>[0]>[0]) {
  const db = await open()
  const { cast, id, goal, bram: track } = await writtenPlan(db)
  const results = [20, 22, 24].flatMap((reach, at) => levelsOf(`${2023 + at}-${2024 + at}`, 40, reach))
  await bring(db, cast, results)
  const bram = cast.member('bram')
  const ambition = await madeAmbition(db, cast, {
    about: AT_TARGET,
    to: 65,
    by: schoolYear('2027-2028'),
  })
  const talk = done(await beginTalk(db, bram, { team: cast.learningTeams.rekenen, subject: '' }, NOW_MOMENT))
  const [fact] = factsOf(await numbersOf(db, cast.keeper), '')
  if (!fact) throw new Error('nothing to say')
  done(await layFact(db, bram, talk, fact, NOW_MOMENT))
  const cause = { part: 'cause', under: null, words: 'We oefenen niet elke dag.' } as const
  done(await addLine(db, bram, talk, cause, NOW_MOMENT))
  const gather = () => gatherReports(db, cast.member('karin'), OF)
  return { db, cast, bram, talk, ambition, gather, planId: id, goal, track }
}

eachDatabase((open) => {
  describe('what an analysis holds of ambitions, talks and goals', () => {
    it('is an ambition with where it stands, also as a line in the chart', async () => {
      const { gather } = await withGoals(open)
      const { nl, en } = await gather()
      const [story] = nl.ambitions.stories
      expect(story?.title).toBe(TITLE)
      expect(story?.lines[0]).toContain('Begonnen bij 55\u00a0% in 2026 (n\u00a0120).')
      expect(en.ambitions.stories[0]?.lines[0]).toContain('Began at 55% in 2026 (n\u00a0120).')
      const looks = nl.standing.charts[0]?.references.map(({ look }) => look)
      expect(looks).toContain('ambition')
    })

    it('is a talk once it is shared: of what somebody said nothing is kept, it is read with it', async () => {
      const { db, cast, bram, talk, gather } = await withGoals(open)
      const before = await gather()
      expect(before.nl.talks.stories).toEqual([])
      done(await shareTalk(db, bram, talk, true, NOW_MOMENT))
      const after = await gather()
      const [story] = after.nl.talks.stories
      expect(story?.href).toBe(`/trends/talks/${talk}`)
      expect(story?.lines).toEqual([])
      expect(JSON.stringify(after)).not.toMatch(/elke dag|Bram/)
      const seen = {
        part: 'seen',
        under: null,
        words:
          'Ze tellen op hun vingers, ook bij sommen tot twintig die ze vorig jaar al uit het hoofd deden.',
      } as const
      done(await addLine(db, bram, talk, seen, NOW_MOMENT))
      const more = { part: 'cause', under: null, words: 'De tafels zitten er niet in.' } as const
      const second = done(await addLine(db, bram, talk, more, NOW_MOMENT))
      if (second === null) throw new Error('it was said')
      const karin = cast.member('karin')
      const made = done(await beginAnalysis(db, karin, { ...OF, reports: after }, NOW_MOMENT))
      const read = async () => {
        const analysis = await readAnalysis(db, karin, made)
        if (!analysis) throw new Error('the analysis is there')
        return (await withTalkWords(db, karin, analysis)).reports
      }
      expect((await read()).nl.talks.stories[0]?.lines).toEqual([
        'Mogelijk door: We oefenen niet elke dag. (en nog 1)',
        'In de klas: Ze tellen op hun vingers, ook bij sommen tot twintig die ze vorig jaar al uit…',
      ])
      expect((await read()).en.talks.stories[0]?.lines[0]).toBe(
        'Perhaps because: We oefenen niet elke dag. (and 1 more)',
      )
      expect(JSON.stringify(await read())).not.toContain('Bram')
      // Taken back in the talk, it is gone from the analysis too; shared no longer, all of it is.
      done(await takeLineBack(db, bram, talk, { id: second, revision: 1 }, NOW_MOMENT))
      expect((await read()).nl.talks.stories[0]?.lines[0]).toBe('Mogelijk door: We oefenen niet elke dag.')
      done(await shareTalk(db, bram, talk, false, NOW_MOMENT))
      expect((await read()).nl.talks.stories[0]?.lines).toEqual([])
      done(await shareTalk(db, bram, talk, true, NOW_MOMENT))
      expect(differences(after.nl, (await gather()).nl)).toEqual([])
      expect(differences(before.nl, after.nl)).toEqual([
        { part: 'talks', is: 'story-new', title: story?.title },
      ])
    })

    it('is the goal that an ambition hangs on, as everybody reads it; the track of one person is not', async () => {
      const { db, cast, ambition, gather, planId, goal, track } = await withGoals(open)
      expect((await gather()).nl.agreements.stories).toEqual([])
      const karin = cast.member('karin')
      const tie = { planId, entryId: goal, amendmentId: null }
      done(await tieAmbition(db, karin, ambition, tie))
      const [story, ...more] = (await gather()).nl.agreements.stories
      expect(more).toEqual([])
      expect(story).toMatchObject({ title: 'Rekenen', under: 'Algemeen doel' })
      expect(story?.lines).toEqual([`Ambitie: ${TITLE}`])
      expect(story?.href).toContain(goal)
      await tieAmbition(db, karin, ambition, { ...tie, entryId: track })
      expect(JSON.stringify(await gather())).not.toContain('Doel van bram')
    })
  })
})
