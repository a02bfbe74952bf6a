import { expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { at, leadAnother, leadMeetingOf } from '../../test/led-meeting.ts'
import { newItem } from '../../test/meeting-visit.ts'
import { done, planOf } from '../../test/written-plan.ts'
import { readVersions } from '../adoption/seal-store.ts'
import { meetingFrom } from '../adoption/sealed-meeting.ts'
import type { Db } from '../db/database.ts'
import { textOf } from '../plan/entry.ts'
import { addEntry, agreeTrack } from '../plan/entry-store.ts'
import { entriesOf } from '../plan/plan.ts'
import { readRoster } from '../plan/roster-store.ts'
import { fingerprint } from '../writing/passage.ts'
import { closeRound, openRound } from './decide-desk.ts'
import { trackAskedOf } from './typing-desk.ts'
import { typeTrack } from './typing-store.ts'

const SIX = ['karin', 'paul', 'anouk', 'bram', 'petra', 'youssef'] as const
const FIVE = ['karin', 'paul', 'anouk', 'petra', 'youssef'] as const
const OBJECTION = { kind: 'objection', reason: 'Niet alles is voor iedereen.' } as const

/** The meeting at its first item, after a round in which Bram had an objection. */
async function afterObjection(db: Db) {
  const led = await leadMeetingOf(db)
  await led.goTo('principle', 1)
  done(await openRound(await led.deciding('principle', 2)))
  await led.everyone('principle', 3, ...FIVE)
  await led.speak('principle', 'bram', OBJECTION, 3)
  done(await closeRound(await led.deciding('principle', 4)))
  const path = `${led.href}/text/${(await led.item('principle')).id}`
  return { led, path, key: `${led.principle}.text` }
}

/** Anouk's agreed track and Bram's own, talked through. */
async function atTracks(db: Db, key: 'anouk' | 'bram') {
  const led = await leadMeetingOf(db, { items: [newItem('free')] })
  const plan = await planOf(led.db, led.cast, led.plan)
  const track = entriesOf(plan, 'teacher-track').find(({ personId }) => personId === led.cast.people[key])
  if (!track) throw new Error('no such track')
  const other = await leadAnother(led, [newItem('track', track.id, { purpose: 'opinion' })])
  return { other, track }
}

eachDatabase((open) => {
  it('the chair reads who objected and why, and types the new text; the round opens with it', async () => {
    const { led, path, key } = await afterObjection(await open())
    const karin = await led.as('karin')
    const wall = await (await karin.get(path)).text()
    expect(wall).toContain('Een bezwaar. Dank je wel')
    expect(wall).not.toContain('Bram')
    const { joinCode } = (await led.now()).meeting
    expect(wall).toContain(`<b>${joinCode?.slice(0, 3)} ${joinCode?.slice(3)}</b>`)
    const page = await (await karin.get(`${path}?from=desk`)).text()
    expect(page).toContain('Bram heeft een bezwaar')
    expect(page).toContain('Niet alles is voor iedereen.')
    expect(page).toContain('We delen alles.</textarea>')
    const text = 'We delen wat <b>helpt</b>.'
    const base = fingerprint('We delen alles.')
    const typed = { [`t.${key}`]: text, [`b.${key}`]: base, changeNote: 'Alleen wat helpt.' }
    const sent = await karin.post(path, typed)
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${led.href}/board`])
    const renewed = await led.sheet('principle', 6)
    expect(renewed.pieces).toEqual([{ label: '', before: 'We delen alles.', text }])
    expect(renewed.since).toBe('Rood onderstreept is nieuw sinds de vorige ronde; doorgestreept is weg.')
    for (const page of ['board', 'phone'])
      expect(await (await karin.get(`${led.href}/${page}`)).text()).toContain(renewed.since ?? 'nothing')
    expect(await (await karin.get(path)).text()).toContain('De ronde is nog open')
    expect((await karin.post(path, typed)).status).toBe(422)
  })

  it('a form that can’t be taken keeps what was typed, and says beside the field what to do', async () => {
    const { led, path, key } = await afterObjection(await open())
    const karin = await led.as('karin')
    const typed = { [`t.${key}`]: 'We delen wat helpt.', [`b.${key}`]: fingerprint('We delen alles.') }
    const noNote = await karin.post(path, { ...typed, changeNote: '  ' })
    expect(noNote.status).toBe(422)
    const page = await noNote.text()
    expect(page).toContain('We delen wat helpt.</textarea>')
    expect(page).toContain('Schrijf op wat er anders is en waarom.')
    const moved = await karin.post(path, { ...typed, [`b.${key}`]: 'other', changeNote: 'Zo.' })
    expect(moved.status).toBe(422)
    const both = await moved.text()
    expect(both).toContain('Intussen staat er')
    expect(both).toContain('We delen wat helpt.</textarea>')
    const empty = await karin.post(path, { ...typed, [`t.${key}`]: ' ', changeNote: 'Weg.' })
    expect(empty.status).toBe(422)
    const long = await karin.post(path, { ...typed, [`t.${key}`]: 'x'.repeat(21_000), changeNote: 'Lang.' })
    expect(long.status).toBe(422)
    const strange = await karin.post(path, { ['t.nobody.text']: 'Uit het niets.', changeNote: 'Zo.' })
    expect(strange.status).toBe(422)
    expect((await planOf(led.db, led.cast, led.plan)).principles[0]?.text.text).toBe('We delen alles.')
  })

  it('only who leads types the text of the team, in the own school', async () => {
    const { led, path, key } = await afterObjection(await open())
    const bram = await led.as('bram')
    expect((await bram.get(path)).status).toBe(403)
    const typed = {
      [`t.${key}`]: 'Van Bram.',
      [`b.${key}`]: fingerprint('We delen alles.'),
      changeNote: 'Zo.',
    }
    expect((await bram.post(path, typed)).status).toBe(403)
    const stranger = await leadMeetingOf(led.db)
    expect((await (await stranger.as('karin')).get(path)).status).toBe(404)
    expect((await (await led.as('karin')).get(`${led.href}/text/nothing`)).status).toBe(404)
  })

  it('the adoption closes in the room: the version is sealed with the meeting in its record', async () => {
    const db = await open()
    const led = await leadMeetingOf(db, {
      items: [newItem('plan')],
      template: 'adoption',
    })
    await led.goTo('plan', 1)
    const karin = await led.as('karin')
    const path = `${led.href}/adopt`
    expect(await (await karin.get(path)).text()).toContain('nog niet besloten')
    expect((await karin.post(path, { act: 'adopt' })).status).toBe(422)
    done(await openRound(await led.deciding('plan', 2)))
    await led.everyone('plan', 3, ...SIX)
    done(await closeRound(await led.deciding('plan', 4)))
    expect(await (await karin.get(path)).text()).toContain('Verzegel versie 1.0')
    expect(await (await (await led.as('bram')).get(path)).text()).not.toContain('Verzegel versie 1.0')
    expect((await (await led.as('bram')).post(path, { act: 'adopt' })).status).toBe(422)
    expect((await karin.post(path, { act: 'adopt', mrDay: 'morgen' })).status).toBe(422)
    expect((await karin.post(path, { act: 'adopt', mrDay: '2026-11-26' })).status).toBe(303)
    expect((await planOf(db, led.cast, led.plan)).phase).toBe('adopted')
    const [version] = await readVersions(db, led.cast.keeper, led.plan)
    const sealed = meetingFrom(version?.record ?? '')
    expect(sealed).toMatchObject({ place: 'Teamkamer', day: '2026-11-19', chair: { name: 'Karin' } })
    expect(sealed?.attendance.map(({ name }) => name).sort()).toEqual(
      ['Anouk', 'Bram', 'Karin', 'Paul', 'Petra', 'Youssef'].sort(),
    )
    expect((await led.now()).meeting.mrInformedOn).toBe('2026-11-26')
    expect(await (await karin.get(path)).text()).toContain('Versie 1.0 is verzegeld')
    expect((await karin.post(path, { act: 'mr', mrDay: '' })).status).toBe(303)
    expect((await led.now()).meeting.mrInformedOn).toBeNull()
  })

  it('a teacher types in the own track; who leads lays a text before that teacher, who takes it over', async () => {
    const { other, track } = await atTracks(await open(), 'anouk')
    await other.goTo('track', 1)
    const path = `${other.href}/text/${(await other.item('track')).id}`
    const read = async () => {
      const plan = await planOf(other.db, other.cast, other.plan)
      const now = plan.entries.find(({ id }) => id === track.id)
      return now && textOf(now, 'goal')
    }
    const anouk = await other.as('anouk')
    const base = fingerprint('Doel van anouk')
    expect((await anouk.post(path, { track: track.id, 't.goal': 'Mijn doel', 'b.goal': base })).status).toBe(
      303,
    )
    expect(await read()).toBe('Mijn doel')
    const karin = await other.as('karin')
    const laid = { track: track.id, 't.goal': 'Ons doel', 'b.goal': fingerprint('Mijn doel') }
    expect((await karin.post(path, laid)).status).toBe(303)
    expect(await read()).toBe('Mijn doel')
    const page = await (await anouk.get(path)).text()
    expect(page).toContain('Karin stelt een tekst voor jouw traject voor')
    const proposal = /name="proposal" value="([^"]+)"/.exec(page)?.[1] ?? ''
    expect((await karin.post(path, { act: 'accepted', track: track.id, proposal })).status).toBe(422)
    expect(await read()).toBe('Mijn doel')
    expect((await anouk.post(path, { act: 'accepted', track: track.id, proposal })).status).toBe(303)
    expect(await read()).toBe('Ons doel')
    const bram = await other.as('bram')
    expect((await bram.post(path, { track: track.id, 't.goal': 'Van Bram', 'b.goal': '' })).status).toBe(422)
    expect(await read()).toBe('Ons doel')
  })

  it('a teacher in a learning team with a track of its own hears of a text laid before the own one', async () => {
    const led = await leadMeetingOf(await open(), { items: [newItem('free')] })
    const { db, cast } = led
    const roster = await readRoster(db, cast.keeper)
    const team = roster.learningTeams.find(({ memberIds }) => memberIds.includes(cast.people.bram))
    if (!team) throw new Error('Bram is in no learning team')
    const given = { kind: 'learning-team-track', learningTeamId: team.id, texts: { goal: 'Samen' } } as const
    done(await addEntry(db, cast.member('bram'), await planOf(db, cast, led.plan), given, at(0)))
    const plan = await planOf(db, cast, led.plan)
    const own = entriesOf(plan, 'teacher-track').find(({ personId }) => personId === cast.people.bram)
    if (!own) throw new Error('Bram has no track')
    done(await agreeTrack(db, cast.member('bram'), plan, own, at(0)))
    const other = await leadAnother(led, [newItem('tracks', team.id, { purpose: 'opinion' })])
    await other.goTo('tracks', 1)
    const item = await other.item('tracks')
    const path = `${other.href}/text/${item.id}`
    const [karin, bram] = [await other.as('karin'), await other.as('bram')]
    const laid = { track: own.id, 't.goal': 'Ons doel', 'b.goal': fingerprint('Doel van bram') }
    expect((await karin.post(path, laid)).status).toBe(303)
    const asked = await trackAskedOf(db, other.seat('bram'), await other.now(), item)
    expect(asked).toEqual({ href: `${path}?track=${own.id}`, by: 'Karin' })
    expect(await (await bram.get(`${other.href}/phone`)).text()).toContain(asked?.href)
    expect(await trackAskedOf(db, other.seat('anouk'), await other.now(), item)).toBeNull()
    const choice = await (await bram.get(path)).text()
    expect(choice.match(/\?track=/g)).toHaveLength(2)
    expect(choice).not.toContain('Anouk')
  })

  it('what a teacher changes in the meeting shows its difference; what was private before does not', async () => {
    const db = await open()
    const { other, track } = await atTracks(db, 'anouk')
    await other.goTo('track', 1)
    const texts = [{ key: 'goal', text: 'Mijn nieuwe doel', base: fingerprint('Doel van anouk') }]
    done(await typeTrack(await other.deciding('track', 3, 'anouk'), track.id, texts))
    const { pieces, since } = await other.sheet('track', 4)
    expect(since).toContain('sinds het begin van de vergadering')
    expect(pieces).toMatchObject([{ before: 'Doel van anouk', text: 'Mijn nieuwe doel' }])
    const own = await atTracks(db, 'bram')
    await own.other.goTo('track', 1)
    const hidden = [{ key: 'goal', text: 'Nog steeds van mij', base: fingerprint('Doel van bram') }]
    done(await typeTrack(await own.other.deciding('track', 3, 'bram'), own.track.id, hidden))
    expect(JSON.stringify(await own.other.sheet('track', 4))).not.toMatch(/van mij|Doel van bram/)
  })
})
