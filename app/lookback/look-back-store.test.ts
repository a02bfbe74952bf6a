import { beforeEach, describe, expect, it } from 'vitest'
import type { Cast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { LOOKS_BACK, type LookBackRoom, lookBackRoom, sharesYield } from '../../test/look-back-room.ts'
import { decidingOf } from '../../test/meeting-visit.ts'
import { done } from '../../test/written-plan.ts'
import { closeRound, openRound, renewRound } from '../deciding/decide-desk.ts'
import { lastOf, textIn } from '../evaluation/evaluation.ts'
import { chooseNext, readAllEvaluations, writeEvaluationText } from '../evaluation/evaluation-store.ts'
import { readTeamChoices, readTeamLooks } from '../evaluation/team-look-store.ts'
import { objectOnPhone } from '../hall/phone-voice-desk.ts'
import type { Moment } from '../kernel/day.ts'
import type { MeetingItemId } from '../kernel/id.ts'
import { termsFor } from '../kernel/language.ts'
import { attend } from '../meeting/attend-store.ts'
import { itemOf } from '../meeting/meeting.ts'
import { entryOf } from '../plan/plan.ts'
import { answerPoll, readPolls } from '../round/poll-store.ts'
import { speakAs } from '../round/round-room-store.ts'
import { agreeOutcome, proposeOutcome, readOutcomes } from './look-back-decide-store.ts'
import { lookBackSheet } from './look-back-desk.ts'
import {
  askRoom,
  choosePrinciples,
  closeAsked,
  promiseInRoom,
  writeTogether,
} from './look-back-room-store.ts'
import { addTheme, placeNotes, readThemes, removeTheme, renameTheme, sayOfTheme } from './theme-store.ts'

const WORDING = { language: 'nl', terms: termsFor('nl', 'ib', 'leraar') } as const

eachDatabase((open, dialect) => {
  let room: LookBackRoom
  beforeEach(async () => {
    room = await lookBackRoom(await open())
  })

  const seat = (key: Parameters<LookBackRoom['seatOf']>[0]) => room.seatOf(key)
  const evaluationOf = async (entry: LookBackRoom['goal']) =>
    lastOf(await readAllEvaluations(room.db, room.cast.keeper, room), entry)
  const lookAt = async (id: MeetingItemId) => {
    const scene = await room.now()
    const desk = { db: room.db, now: LOOKS_BACK }
    return (await lookBackSheet(desk, room.cast.keeper, scene, itemOf(scene, id)!, WORDING))!
  }

  describe(`themes (${dialect})`, () => {
    it('are made by who leads; notes lie in them, and lie loose again when a theme goes', async () => {
      await room.open()
      const item = await room.item('themes')
      await room.goTo(item)
      const one = await room.bring('anouk', item, 'Het rekenen ging goed.', 'we')
      const two = await room.bring('bram', item, 'Rekenen is fijn, zeggen ze.', 'pupils')
      const { db } = room
      expect(await addTheme(db, seat('anouk'), item, { title: 'Rekenen' }, LOOKS_BACK)).toMatchObject({
        refused: 'may-not',
      })
      const theme = done(
        await addTheme(db, seat('karin'), item, { title: 'Rekenen', notes: [one] }, LOOKS_BACK),
      )!
      expect(done(await placeNotes(db, seat('karin'), item, new Map([[two, theme]])))).toBe('placed')
      const look = (await lookAt(item)).look
      expect(look).toMatchObject({
        grouped: {
          groups: [{ theme: { title: 'Rekenen' }, notes: [{ id: one }, { id: two, source: 'pupils' }] }],
        },
      })
      done(await renameTheme(db, seat('karin'), item, theme, 'Rekenen en tellen'))
      done(await removeTheme(db, seat('karin'), item, theme, LOOKS_BACK))
      expect((await lookAt(item)).look).toMatchObject({ grouped: { groups: [], loose: [{}, {}] } })
    })

    it('take no note or theme of another item, and the same name once', async () => {
      await room.open()
      const [item, part] = [await room.item('themes'), await room.item('coordinator-part')]
      const note = await room.bring('anouk', part, 'Het meekijken hielp.')
      const { db } = room
      expect(
        await addTheme(db, seat('karin'), item, { title: 'Meekijken', notes: [note] }, LOOKS_BACK),
      ).toMatchObject({ refused: 'note-gone' })
      expect(await readThemes(db, room.cast.keeper, room.meeting)).toEqual([])
      const first = done(await addTheme(db, seat('karin'), item, { title: 'Rust' }, LOOKS_BACK))
      expect(await addTheme(db, seat('karin'), item, { title: 'rust' }, LOOKS_BACK)).toBe(first)
      expect(await placeNotes(db, seat('karin'), part, new Map([[note, first!]]))).toMatchObject({
        refused: 'theme-gone',
      })
    })

    it('that become a goal go along to next year, and not when the team thinks better of it', async () => {
      await room.open()
      const item = await room.item('themes')
      const { db, cast } = room
      const theme = done(await addTheme(db, seat('karin'), item, { title: 'Rust' }, LOOKS_BACK))!
      const goal = { outcome: 'We willen meer rust.', becomesGoal: true }
      done(await sayOfTheme(db, seat('karin'), item, theme, goal, LOOKS_BACK))
      expect(await readTeamChoices(db, cast.keeper, room)).toMatchObject([{ kind: 'theme', text: 'Rust' }])
      await sayOfTheme(db, seat('karin'), item, theme, { ...goal, becomesGoal: false }, LOOKS_BACK)
      expect(await readTeamChoices(db, cast.keeper, room)).toEqual([])
    })

    it('wait for the meeting to be open', async () => {
      const item = await room.item('themes')
      expect(await addTheme(room.db, seat('karin'), item, { title: 'Rust' }, LOOKS_BACK)).toMatchObject({
        refused: 'not-running',
      })
    })
  })

  describe(`how it goes on (${dialect})`, () => {
    const adjust = { next: 'adjust', words: 'Eén stap per periode.' }

    it('is proposed and agreed in the room for a goal, and lies in its evaluation', async () => {
      await room.open()
      const item = await room.item('evaluation', room.goal)
      const { db } = room
      expect(await agreeOutcome(db, seat('karin'), item, LOOKS_BACK)).toMatchObject({
        refused: 'nothing-proposed-yet',
      })
      expect(await proposeOutcome(db, seat('bram'), item, adjust, LOOKS_BACK)).toMatchObject({
        refused: 'may-not',
        because: 'only-who-leads',
      })
      expect(
        await proposeOutcome(db, seat('karin'), item, { next: 'adjust', words: ' ' }, LOOKS_BACK),
      ).toEqual({
        refused: 'words-missing',
        field: 'words',
      })
      expect(await proposeOutcome(db, seat('karin'), item, adjust, LOOKS_BACK)).toBe('done')
      expect(await evaluationOf(room.goal)).toBeNull()
      expect(await agreeOutcome(db, seat('paul'), item, LOOKS_BACK)).toBe('done')
      const evaluation = await evaluationOf(room.goal)
      expect(evaluation).toMatchObject({ next: 'adjust', decided: LOOKS_BACK, time: 'end' })
      expect(textIn(evaluation, 'adjust')).toBe('Eén stap per periode.')
    })

    it('is what the team decided from then on: a form chooses nothing else', async () => {
      await room.open()
      const item = await room.item('evaluation', room.goal)
      const { db, cast } = room
      await proposeOutcome(db, seat('karin'), item, { next: 'stop', words: '' }, LOOKS_BACK)
      await agreeOutcome(db, seat('karin'), item, LOOKS_BACK)
      const plan = await room.plan()
      const place = { plan, entry: entryOf(plan, room.goal)!, time: 'end' as const }
      expect(await chooseNext(db, cast.member('karin'), place, { next: 'go-on' }, LOOKS_BACK)).toMatchObject({
        refused: 'decided-by-team',
      })
      expect(await chooseNext(db, cast.member('karin'), place, { reached: 'partly' }, LOOKS_BACK)).toBeNull()
      expect(await evaluationOf(room.goal)).toMatchObject({ next: 'stop', reached: 'partly' })
    })

    it('is decided by a round when somebody wants one; after an objection only by another round', async () => {
      await room.open()
      const item = await room.item('evaluation', room.goal)
      await room.goTo(item)
      const { db, cast } = room
      const at = {
        db,
        seat: seat('karin'),
        meetingId: room.meeting,
        itemId: item,
        now: LOOKS_BACK,
        wording: WORDING,
      }
      await proposeOutcome(db, seat('karin'), item, { next: 'stop', words: '' }, LOOKS_BACK)
      await room.led({ act: 'stage', mark: await room.mark(), stage: 'understanding' })
      await room.led({ act: 'stage', mark: await room.mark(), stage: 'reactions' })
      await room.led({ act: 'stage', mark: await room.mark(), stage: 'consent' })
      const id = done(await openRound(at))!
      expect(await proposeOutcome(db, seat('karin'), item, adjust, LOOKS_BACK)).toMatchObject({
        refused: 'round-is-open',
      })
      expect(await agreeOutcome(db, seat('karin'), item, LOOKS_BACK)).toMatchObject({
        refused: 'round-is-open',
      })
      const voice = { how: 'phone', enteredBy: null } as const
      const say = async (key: 'karin' | 'paul' | 'anouk' | 'bram', objects = false) => {
        const answer = objects
          ? ({ kind: 'objection', reason: 'Het begint net te werken.' } as const)
          : ({ kind: 'consent' } as const)
        done(await speakAs(db, cast.keeper, id, cast.people[key], answer, voice, LOOKS_BACK))
      }
      for (const key of ['karin', 'paul', 'bram'] as const) await say(key)
      await say('anouk', true)
      done(await closeRound(at))
      expect(await evaluationOf(room.goal)).toBeNull()
      expect(await agreeOutcome(db, seat('karin'), item, LOOKS_BACK)).toMatchObject({
        refused: 'objection-stands',
      })
      done(await proposeOutcome(db, seat('karin'), item, adjust, LOOKS_BACK))
      done(await renewRound(at, { changeNote: 'Bijstellen in plaats van stoppen.' }))
      for (const key of ['karin', 'paul', 'anouk', 'bram'] as const) await say(key)
      done(await closeRound(at))
      expect(await evaluationOf(room.goal)).toMatchObject({ next: 'adjust', decided: LOOKS_BACK })
      expect(await readOutcomes(db, cast.keeper, room.meeting)).toMatchObject([{ how: 'round' }])
      expect(
        await proposeOutcome(db, seat('karin'), item, { next: 'stop', words: '' }, LOOKS_BACK),
      ).toMatchObject({
        refused: 'decided-by-round',
      })
    })

    it('is a proposal again when somebody who was absent objects within the term', async () => {
      const terms = (cast: Cast) => ({ deciding: decidingOf(cast, { absentDays: 3 }) })
      const away = await lookBackRoom(await open(), terms)
      const { db, cast } = away
      await away.open()
      const item = await away.item('evaluation', away.goal)
      await away.goTo(item)
      const karin = away.seatOf('karin')
      const at = { db, seat: karin, meetingId: away.meeting, itemId: item, now: LOOKS_BACK, wording: WORDING }
      await proposeOutcome(db, karin, item, { next: 'stop', words: '' }, LOOKS_BACK)
      for (const stage of ['understanding', 'reactions', 'consent'] as const)
        await away.led({ act: 'stage', mark: await away.mark(), stage })
      const decision = done(await openRound(at))!
      const voice = { how: 'phone', enteredBy: null } as const
      for (const key of ['karin', 'paul', 'bram', 'petra'] as const)
        done(
          await speakAs(db, cast.keeper, decision, cast.people[key], { kind: 'consent' }, voice, LOOKS_BACK),
        )
      done(await closeRound(at))
      const now = async () => lastOf(await readAllEvaluations(db, cast.keeper, away), away.goal)
      expect(await now()).toMatchObject({ next: 'stop', decided: LOOKS_BACK })
      await away.led({ act: 'close', mark: await away.mark(), left: new Map() })
      const late = { db, seat: away.seatOf('anouk'), scene: await away.now(), decision, round: 1 }
      const morning = '2027-06-18T08:00:00.000Z' as Moment
      done(await objectOnPhone({ ...late, now: morning }, 'Het begint net te werken.'))
      expect(await now()).toBeNull()
      expect(await readOutcomes(db, cast.keeper, away.meeting)).toMatchObject([{ how: null, next: 'stop' }])
    })

    it('of a track is said by its teacher, of a learning team by its members, whoever leads', async () => {
      await room.open()
      const { db } = room
      const [track, team] = [
        await room.item('evaluation', room.anouk),
        await room.item('evaluation', room.team),
      ]
      const goOn = { next: 'go-on', words: '' }
      expect(await proposeOutcome(db, seat('karin'), track, goOn, LOOKS_BACK)).toMatchObject({
        because: 'teacher-writes',
      })
      expect(await proposeOutcome(db, seat('karin'), team, goOn, LOOKS_BACK)).toMatchObject({
        because: 'members-write',
      })
      expect(await proposeOutcome(db, seat('anouk'), track, goOn, LOOKS_BACK)).toBe('done')
      expect(await proposeOutcome(db, seat('bram'), team, goOn, LOOKS_BACK)).toBe('done')
      expect(await evaluationOf(room.anouk)).toMatchObject({ next: 'go-on', decided: null })
      expect(await evaluationOf(room.team)).toMatchObject({ next: 'go-on', decided: null })
      const words = 'Minder tegelijk.'
      done(await proposeOutcome(db, seat('bram'), team, { next: 'adjust', words }, LOOKS_BACK))
      const kept = await readOutcomes(db, room.cast.keeper, room.meeting)
      expect(kept.find((one) => one.item === team)).toMatchObject({ next: 'adjust', words: '' })
      expect(JSON.stringify(await lookAt(team))).toContain(words)
    })

    it('is said by no device that joined by the code, for a keeper is nobody', async () => {
      await room.open()
      const track = await room.item('evaluation', room.anouk)
      const goal = await room.item('evaluation', room.goal)
      const pass = { ...seat('anouk'), via: 'pass', actor: room.cast.keeper } as const
      for (const item of [track, goal])
        expect(
          await proposeOutcome(room.db, pass, item, { next: 'stop', words: '' }, LOOKS_BACK),
        ).toMatchObject({ refused: 'may-not' })
    })
  })

  describe(`together (${dialect})`, () => {
    it('the words about the coordinator are written in the room, and nobody’s are lost', async () => {
      await room.open()
      const item = await room.item('coordinator-part')
      const { db, cast } = room
      expect(await writeTogether(db, seat('anouk'), item, 'Veel.', 0, LOOKS_BACK)).toMatchObject({
        refused: 'may-not',
      })
      done(await writeTogether(db, seat('paul'), item, 'Meekijken hielp.', 0, LOOKS_BACK))
      expect(await writeTogether(db, seat('karin'), item, 'Anders.', 0, LOOKS_BACK)).toMatchObject({
        collision: { text: 'Meekijken hielp.' },
      })
      const [look] = await readTeamLooks(db, cast.keeper, room)
      expect(look).toMatchObject({ time: 'end', texts: { coordinatorPart: { text: 'Meekijken hielp.' } } })
    })

    it('principles are kept or let go', async () => {
      await room.open()
      const item = await room.item('plan-itself')
      const drop = new Map([[room.principle, 'drop']])
      expect(await choosePrinciples(room.db, seat('karin'), item, drop, LOOKS_BACK)).toBe('chosen')
      expect((await lookAt(item)).look).toMatchObject({ principles: [{ choice: 'drop' }] })
      expect(
        await choosePrinciples(room.db, seat('karin'), item, new Map([[room.principle, 'burn']]), LOOKS_BACK),
      ).toMatchObject({ refused: 'choice-unknown' })
    })

    it('a promise is written down for who is there, and for nobody else', async () => {
      await room.open()
      const item = await room.item('yields')
      const given = { what: 'Wisbordjes laten zien', withWhom: 'de bouw', dueOn: null, entryId: null }
      const { db, cast } = room
      expect(
        await promiseInRoom(db, seat('karin'), item, { ...given, person: cast.people.youssef }, LOOKS_BACK),
      ).toMatchObject({ refused: 'not-here' })
      done(await promiseInRoom(db, seat('karin'), item, { ...given, person: cast.people.karin }, LOOKS_BACK))
      expect((await lookAt(item)).look).toMatchObject({
        open: [{ what: 'Wisbordjes laten zien', name: 'Karin' }],
      })
    })

    it('asks the room by name when fewer than five voters are there, and once at a time', async () => {
      await room.open()
      const item = await room.item('themes')
      await room.goTo(item)
      const { db } = room
      const options = [
        { id: 'a', text: 'Rust' },
        { id: 'b', text: 'Lezen' },
      ]
      const asking = { kind: 'dots', question: 'Waarover?', options, dots: 3 } as const
      expect(await askRoom(db, seat('bram'), item, asking, LOOKS_BACK)).toMatchObject({ refused: 'may-not' })
      done(await askRoom(db, seat('karin'), item, asking, LOOKS_BACK))
      expect(await askRoom(db, seat('karin'), item, asking, LOOKS_BACK)).toMatchObject({
        refused: 'poll-open',
      })
      const [poll] = await readPolls(db, room.cast.keeper, room.meeting, null)
      expect(poll!.unnamed).toBe(false)
      expect(done(await closeAsked(db, seat('karin'), item, poll!.id, false, LOOKS_BACK))).toBe('closed')
    })

    it('asks without names when five voters are there, and throws few answers away only when asked twice', async () => {
      await room.open()
      const item = await room.item('coordinator-part')
      await room.goTo(item)
      const { db, cast } = room
      const options = [
        { id: 'a', text: 'Ga zo door' },
        { id: 'b', text: 'Anders' },
      ]
      const asking = { kind: 'check', question: 'Hoe was het?', options, dots: 1 } as const
      // Karin alone is there: what the team had of her is not asked by name.
      expect(await askRoom(db, seat('karin'), item, asking, LOOKS_BACK)).toMatchObject({
        refused: 'unnamed-too-few',
      })
      const { voters } = (await room.now()).meeting.deciding
      for (const person of voters.slice(0, 5))
        done(await attend(db, { seat: seat('karin'), person, what: 'present', now: LOOKS_BACK }))
      const id = done(await askRoom(db, seat('karin'), item, asking, LOOKS_BACK))!
      for (const person of voters.slice(0, 4)) done(await answerPoll(db, cast.keeper, id, person, { a: 1 }))
      expect(await closeAsked(db, seat('karin'), item, id, false, LOOKS_BACK)).toMatchObject({
        refused: 'few-answers',
      })
      expect(await readPolls(db, cast.keeper, room.meeting, null)).toMatchObject([
        { unnamed: true, isOpen: true, answered: 4 },
      ])
      expect(done(await closeAsked(db, seat('karin'), item, id, true, LOOKS_BACK))).toBe('closed')
      expect(await readPolls(db, cast.keeper, room.meeting, null)).toMatchObject([
        { isOpen: false, result: { answered: 4, counts: null } },
      ])
    })
  })

  describe(`what the room sees (${dialect})`, () => {
    const CANARY = 'kanarie-die-niet-zingt'

    it('is nothing of a track whose yield is not shared, until it is', async () => {
      const { db, cast } = room
      const plan = await room.plan()
      const place = { plan, entry: entryOf(plan, room.anouk)!, time: 'end' as const }
      done(await writeEvaluationText(db, cast.member('anouk'), place, 'learned', CANARY, null, LOOKS_BACK))
      await room.open()
      const item = await room.item('evaluation', room.anouk)
      done(await proposeOutcome(db, seat('anouk'), item, { next: 'adjust', words: CANARY }, LOOKS_BACK))
      expect(JSON.stringify(await lookAt(item))).not.toContain(CANARY)
      await sharesYield(db, cast, room.id, room.anouk)
      expect(JSON.stringify(await lookAt(item))).toContain(CANARY)
    })

    it('begins with what was written beforehand: the proposal, and what stands at the wall', async () => {
      const { db, cast } = room
      const plan = await room.plan()
      const karin = cast.member('karin')
      const place = { plan, entry: entryOf(plan, room.goal)!, time: 'end' as const }
      done(await chooseNext(db, karin, place, { next: 'adjust' }, LOOKS_BACK))
      done(await writeEvaluationText(db, karin, place, 'adjust', 'Elke maand één stap.', null, LOOKS_BACK))
      await room.open()
      const item = await room.item('evaluation', room.goal)
      const written = { label: 'Vooraf geschreven', text: 'Bijstellen: Elke maand één stap.' }
      const before = await lookAt(item)
      expect(before.look).toMatchObject({ written: { next: 'adjust', words: 'Elke maand één stap.' } })
      expect(before.pieces).toMatchObject([written])
      done(await proposeOutcome(db, seat('karin'), item, { next: 'stop', words: '' }, LOOKS_BACK))
      const after = await lookAt(item)
      expect(after.look).toMatchObject({ written: null, outcome: { next: 'stop' } })
      expect(JSON.stringify(after.pieces)).not.toContain('Vooraf geschreven')
    })

    it('names whose track it is once', async () => {
      await room.open()
      const sheet = await lookAt(await room.item('evaluation', room.anouk))
      expect(sheet).toMatchObject({ lead: '', heading: 'Anouk vertelt', people: [] })
    })

    it('is no input before its item has its turn', async () => {
      const item = await room.item('coordinator-part')
      await room.bring('anouk', item, CANARY)
      expect(JSON.stringify(await lookAt(item))).not.toContain(CANARY)
    })
  })
})
