import { expect, test } from 'vitest'
import type { DecisionId } from '../app/kernel/id.ts'
import { waitingPasses } from '../app/meeting/pass.ts'
import { readPolls } from '../app/round/poll-store.ts'
import { seenLast } from '../app/round/round-standing.ts'
import { readDecisionFor } from '../app/round/round-store.ts'
import { NOW_MOMENT } from './cast.ts'
import { eachDatabase } from './database.ts'
import { type MeetingRoom, meetingRoom } from './meeting-room.ts'
import { newItem, VOTERS } from './meeting-visit.ts'
import type { Visitor } from './request.ts'

/** Numbers that are the same at every run. */
function dice(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
}

/** Typing a changed text while the round is open is always refused. */
const LAST = 19

type Doing = () => Promise<Response>

/** Everything that many people do in one meeting at the same moment. */
async function crowd(room: MeetingRoom, roll: (below: number) => number): Promise<Doing[]> {
  const phones = new Map<string, Visitor>()
  for (const key of VOTERS) phones.set(key, await room.as(key))
  const phone = () => phones.get(VOTERS[roll(VOTERS.length)] ?? 'bram')!
  const [karin, anouk] = [await room.as('karin'), await room.as('anouk')]
  const people = Object.values(room.cast.people)
  const href = room.href
  const scene = await room.now()
  const item = scene.items.find(({ state }) => state === 'current')!
  const decision = item.decisionId as DecisionId
  const at = { at: item.id, stage: item.stage ?? '' }
  const polls = await readPolls(room.db, room.cast.keeper, room.meeting, null)
  const poll = polls.find(({ isOpen }) => isOpen)?.id ?? ''
  const act = (fields: Record<string, string>, who = roll(2) ? karin : anouk) =>
    who.post(`${href}/act`, fields)
  const kinds = ['consent', 'concern', 'objection']
  const doings: Doing[] = [
    () => {
      const answer = kinds[roll(3)]!
      return phone().post(`${href}/phone`, {
        act: 'speak',
        decision,
        round: '1',
        answer,
        [answer]: `om ${roll(9)}`,
      })
    },
    () =>
      phone().post(`${href}/phone`, {
        act: 'say',
        item: item.id,
        kind: 'reaction',
        text: `Iets ${roll(999)}`,
      }),
    () => phone().post(`${href}/phone`, { act: 'attend', what: ['present', 'remote', 'left'][roll(3)]! }),
    () => phone().post(`${href}/phone`, { act: 'poll', poll, choice: `keuze-${roll(2) + 1}` }),
    () => phone().get(`${href}/phone`),
    () => karin.get(`${href}/board`),
    () => anouk.get(`${href}/desk`),
    () => anouk.get(`${href}/minutes`),
    () => act({ act: 'attend', person: people[roll(people.length)]!, how: 'present' }),
    () =>
      act({
        act: 'voice',
        ...at,
        round: '1',
        person: room.cast.people.paul,
        how: 'phone',
        answer: 'consent',
      }),
    () => act({ act: 'count', ...at, round: '1', method: 'hands', for: String(roll(3)) }),
    () => act({ act: 'next', ...at, leave: 'done' }),
    () => act({ act: 'round-open', ...at }),
    () => act({ act: 'poll-open', ...at, kind: 'check', question: `Vraag ${roll(3)}`, options: 'Goed\nMoe' }),
    () =>
      anouk.post(`${href}/minutes`, {
        act: 'action',
        item: item.id,
        back: 'desk',
        line: 'Bram: de leeslijst maken, 3 december',
      }),
    () => anouk.post(`${href}/minutes/text/${item.id}`, { text: `Notitie ${roll(99)}`, base: '0' }),
    () => room.stranger().post(`/join/${scene.meeting.joinCode}`, { person: people[roll(people.length)]! }),
    async () => {
      const waiting = waitingPasses(await room.now())[0]
      return act({ act: roll(2) ? 'pass-confirm' : 'pass-refuse', pass: waiting?.pass.id ?? room.meeting })
    },
    () =>
      karin.post(href, {
        act: 'own',
        kind: 'free',
        title: `Punt ${roll(99)}`,
        text: '',
        purpose: 'opinion',
        minutes: '3',
      }),
    () => karin.post(`${href}/text/${item.id}`, { changeNote: 'x' }),
  ]
  return doings
}

eachDatabase((open) => {
  test('a crowd that does everything at once leaves no lock behind, and one voice a person', {
    timeout: 300_000,
  }, async () => {
    const roll = dice(41)
    const room = await meetingRoom(await open(), {
      items: [
        newItem('proposal', null, { title: 'Voorstel', text: 'We kijken.' }),
        newItem('principle'),
        newItem('plan'),
      ],
    })
    await room.code()
    await room.open()
    await room.next()
    await room.stage('consent')
    const karin = await room.as('karin')
    const { items } = await room.now()
    const poll = {
      act: 'poll-open',
      at: items[0]!.id,
      stage: 'consent',
      kind: 'check',
      question: 'Hoe?',
      options: 'Goed\nMoe',
    }
    await karin.post(`${room.href}/act`, { act: 'round-open', at: items[0]!.id, stage: 'consent' })
    expect((await karin.post(`${room.href}/act`, poll)).status).toBe(303)
    const doings = await crowd(room, roll)
    const tally = new Map<string, number>()
    for (let wave = 0; wave < 6; wave += 1) {
      const asked = Array.from({ length: 120 }, () => roll(doings.length))
      const answers = await Promise.all(
        asked.map(async (which) => ({ which, status: (await doings[which]!()).status })),
      )
      for (const { which, status } of answers) {
        const key = `${which} ${status}`
        tally.set(key, (tally.get(key) ?? 0) + 1)
      }
      expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    }
    const { decisionId } = (await room.now()).items[0]!
    const seen = (await readDecisionFor(room.db, room.cast.keeper, decisionId!, null, NOW_MOMENT))!
    expect(seenLast(seen).number).toBe(1)
    expect(seen.standing).toMatchObject({ answered: VOTERS.length, now: { is: 'open' } })
    // Each act was taken at least once: nothing passes because all of it was refused.
    for (const which of doings.keys())
      if (which !== LAST)
        expect([which, tally.get(`${which} 303`) ?? tally.get(`${which} 200`) ?? 0]).not.toEqual([which, 0])
  })
})
