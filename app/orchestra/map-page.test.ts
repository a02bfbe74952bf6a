import { expect, it } from 'vitest'
import { type Cast, NOW_MOMENT, settleCast, TODAY } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { ownTrack, visitPlan } from '../../test/plan-visit.ts'
import { asMember } from '../../test/request.ts'
import { at, visitRoom } from '../../test/visit-room.ts'
import { done } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { Day } from '../kernel/day.ts'
import type { QuestionId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { answerPeers, showOnMap } from '../peer/peer-act-store.ts'
import { startPeers } from '../peer/peer-write-store.ts'
import { namePerson } from '../plan/tie-store.ts'
import { emptyProfile, type Profile } from '../profile/profile.ts'
import { writeProfile } from '../profile/profile-store.ts'
import { answerAsk, askThem } from '../question/ask-store.ts'
import { mayHold } from '../question/question-may.ts'
import { askQuestion, changeQuestion } from '../question/question-write-store.ts'
import { close, openAgain } from '../question/rung.ts'
import { leaveSchool } from '../school/person-store.ts'
import { readLearnings } from './learning-store.ts'

type Key = keyof Cast['people']
const nobody = async () => {}
const told = { now: NOW_MOMENT, tell: nobody }

async function writes(db: Db, cast: Cast, key: Key, given: Partial<Profile>) {
  const profile = { ...emptyProfile(cast.people[key]), ...given }
  expect(await writeProfile(db, cast.member(key), profile, NOW_MOMENT)).toBeNull()
}

const mainOf = (page: string) => page.slice(page.indexOf('<main'), page.indexOf('</main>'))
const mapOf = async (db: Db, cast: Cast, key: Key, question = '') =>
  mainOf(await (await (await asMember(testApp(db), db, cast, key)).get(`/team/map${question}`)).text())

/** Anouk asks, the colleague answers; closed with what helped, or left running. */
async function asked(db: Db, cast: Cast, colleague: Key, as: 'yes' | 'no', isClosed = true) {
  const anouk = cast.member('anouk')
  const text = `Hoe begin je met ${colleague}s geheime les?`
  const id = (await askQuestion(db, anouk, { text, about: 'lesson' }, NOW_MOMENT)) as QuestionId
  expect(await askThem(db, anouk, { id, ...told }, [cast.people[colleague]])).toBe('done')
  const answer = as === 'yes' ? ({ as, words: '', startsAt: null } as const) : ({ as } as const)
  expect(await answerAsk(db, cast.member(colleague), { id, ...told }, answer)).toBe('done')
  if (isClosed) await closes(db, cast, id)
  return id
}

const closes = async (db: Db, cast: Cast, id: QuestionId) =>
  expect(
    await changeQuestion(
      db,
      cast.member('anouk'),
      { id, now: NOW_MOMENT },
      (one) => mayHold(one, cast.member('anouk')),
      (one) => close(one, { solvedOn: 2, helped: 'Geheime hulp.' }, NOW_MOMENT),
    ),
  ).toBe('done')

eachDatabase((open) => {
  it('has everybody, and says who helps with what and who wants to learn it', async () => {
    const db = await open()
    const cast = await settleCast(db)
    await writes(db, cast, 'hanneke', {
      helps: ['motor-skills'],
      specialties: [{ topic: 'behaviour', words: 'master <SEN>' }],
    })
    await writes(db, cast, 'anouk', { helps: ['reading'], learns: ['motor-skills', 'digital'] })
    await writes(db, cast, 'bram', { helps: ['reading'], learns: ['digital'] })
    const page = await mapOf(db, cast, 'paul')
    for (const name of ['Hanneke', 'Anouk', 'Sem', 'Paul', 'Karin']) expect(page).toContain(`>${name}<`)
    expect(page).toContain('Gedrag (specialist: master &lt;SEN&gt;)')
    expect(page).toContain('Motoriek en bewegen: daar helpt Hanneke bij, en verder schreef nog niemand dat')
    expect(page).toContain('Wie leert dit van Hanneke?')
    expect(page).toContain('Anouk wil dit leren.')
    expect(page).toContain('Digitaal: dat willen Anouk en Bram leren.')
    expect(await mapOf(db, cast, 'hanneke')).toContain('Wie leert dit van jou?')
  })

  it('names nobody as alone and counts nobody', async () => {
    const db = await open()
    const cast = await settleCast(db)
    await writes(db, cast, 'hanneke', { helps: ['motor-skills'] })
    const page = await mapOf(db, cast, 'sem')
    const words = page.replace(/<svg[\s\S]*?<\/svg>/g, '').replace(/<[^>]+>/g, ' ')
    expect(words).not.toMatch(/\balleen\b|niemand leert|\d+ ?(%|keer|van de|collega)/)
    expect(page).not.toContain('class="los"')
  })

  it('of one topic shows who has to do with it; of an unknown one everything', async () => {
    const db = await open()
    const cast = await settleCast(db)
    await writes(db, cast, 'hanneke', { helps: ['motor-skills'] })
    await writes(db, cast, 'anouk', { learns: ['motor-skills'] })
    await writes(db, cast, 'bram', { helps: ['reading'] })
    const page = await mapOf(db, cast, 'paul', '?topic=motor-skills')
    expect(page).toContain('Je ziet nu wie met Motoriek en bewegen te maken heeft.')
    expect(page).toContain('>Hanneke<')
    expect(page).not.toContain('>Bram<')
    for (const wrong of ['nothing', '<script>', 'reading&topic=digital'])
      expect(await mapOf(db, cast, 'paul', `?topic=${encodeURIComponent(wrong)}`)).toContain('>Bram<')
  })

  it('has the support of tracks that the reader reads, and no other', async () => {
    const visit = await visitPlan(await open())
    const { db, cast, href } = visit
    const anouk = await visit.as('anouk')
    const id = await ownTrack(visit, 'anouk', 'Ik wil beter leren lezen met de klas.')
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
    await (await visit.as('bram')).post(`${href}/entry/${id}/support`, { agreed: 'yes' })
    expect(await mapOf(db, cast, 'paul')).not.toContain('van Bram (traject)')
    expect(await mapOf(db, cast, 'paul')).not.toContain('beter leren lezen')
    expect(await mapOf(db, cast, 'anouk')).toContain('van Bram (traject)')
    await anouk.post(`${href}/entry/${id}/agreed`, { agreed: 'yes' })
    const page = await mapOf(db, cast, 'paul')
    expect(page).toContain('van Bram (traject)')
    expect(page).toContain('Ik wil beter leren lezen met de klas')
    expect(page).toContain('Werkt in het traject aan lezen.')
  })

  it('has a visit only when it took place and both let it be seen', async () => {
    const db = await open()
    const room = await visitRoom(db)
    const { cast } = room
    await room.agreed('2026-11-24T09:30')
    const both = { visits: [cast.people.samira, cast.people.lotte], questions: [] }
    const read = (shows: typeof both, clock: string) =>
      readLearnings(db, cast.member('paul'), { ...shows, questions: [] }, at(clock))
    const seen = [{ learner: cast.people.samira, from: cast.people.lotte, way: 'visit' }]
    expect(await read(both, '2026-11-24T11:00')).toEqual(seen)
    expect(await read(both, '2026-11-24T09:40')).toEqual([])
    expect(await read({ ...both, visits: [cast.people.samira] }, '2026-11-24T11:00')).toEqual([])
    expect(
      await read({ ...both, visits: [cast.people.lotte, cast.people.karin] }, '2026-11-24T11:00'),
    ).toEqual([])
    expect(await read(both, '2027-09-01T11:00')).toEqual([])
    expect(await readLearnings(db, cast.keeper, both, at('2026-11-24T11:00'))).toEqual([])
  })

  it('has a question only when it is closed, the colleague said yes and both let it be seen', async () => {
    const db = await open()
    const cast = await settleCast(db)
    const shows = {
      visits: [],
      questions: (['anouk', 'bram', 'lotte', 'fatima'] as const).map((key) => cast.people[key]),
    }
    await asked(db, cast, 'bram', 'yes')
    await asked(db, cast, 'lotte', 'no')
    const running = await asked(db, cast, 'fatima', 'yes', false)
    await asked(db, cast, 'hanneke', 'yes')
    const read = () => readLearnings(db, cast.member('karin'), shows, NOW_MOMENT)
    expect(await read()).toEqual([{ learner: cast.people.anouk, from: cast.people.bram, way: 'question' }])
    await closes(db, cast, running)
    expect((await read()).map(({ from }) => from).toSorted()).toEqual(
      [cast.people.bram, cast.people.fatima].toSorted(),
    )
    const again = (one: Parameters<typeof openAgain>[0]) => openAgain(one, NOW_MOMENT)
    await changeQuestion(
      db,
      cast.member('anouk'),
      { id: running, now: NOW_MOMENT },
      (one) => mayHold(one, cast.member('anouk')),
      again,
    )
    expect((await read()).map(({ from }) => from)).toEqual([cast.people.bram])
  })

  it('shows a tie out of questions on the page without a word of the question', async () => {
    const db = await open()
    const cast = await settleCast(db)
    await asked(db, cast, 'bram', 'yes')
    await writes(db, cast, 'anouk', { showsQuestions: true })
    expect(await mapOf(db, cast, 'karin')).not.toContain('van Bram (vraag)')
    await writes(db, cast, 'bram', { showsQuestions: true })
    const page = await mapOf(db, cast, 'paul')
    expect(page).toContain('van Bram (vraag)')
    expect(page).not.toContain('eheim')
    await writes(db, cast, 'bram', { showsQuestions: false })
    expect(await mapOf(db, cast, 'paul')).not.toContain('van Bram (vraag)')
  })

  it('has learning partners for themselves and the coordinator, and for the team when all of them want', async () => {
    const db = await open()
    const cast = await settleCast(db)
    const given = { people: [cast.people.bram], aim: 'Geheim doel', topic: null, to: '2027-02-19' as Day }
    const id = await startPeers(db, cast.member('anouk'), given, told)
    if (isRefusal(id)) throw new Error(id.refused)
    const acting = { id, revision: null, ...told }
    done(await answerPeers(db, cast.member('bram'), acting, true))
    const tie = 'samen met Bram (tweetal)'
    expect(await mapOf(db, cast, 'anouk')).toContain(tie)
    expect(await mapOf(db, cast, 'karin')).toContain(tie)
    expect(await mapOf(db, cast, 'sem')).not.toContain(tie)
    expect(await mapOf(db, cast, 'paul')).not.toContain(tie)
    for (const key of ['anouk', 'bram'] as const) done(await showOnMap(db, cast.member(key), acting, true))
    expect(await mapOf(db, cast, 'paul')).toContain(tie)
    expect(await mapOf(db, cast, 'karin')).not.toContain('Geheim doel')
  })

  it('leaves out who left, and shows nothing of another school', async () => {
    const db = await open()
    const cast = await settleCast(db)
    const other = await settleCast(db, { name: 'De Wilg' })
    await writes(db, cast, 'hanneke', { helps: ['motor-skills'], line: 'Kom maar.' })
    done(await leaveSchool(db, cast.keeper, cast.people.hanneke, { on: TODAY, now: new Date(NOW_MOMENT) }))
    expect(await mapOf(db, cast, 'karin')).not.toContain('Hanneke')
    await writes(db, other, 'bram', { specialties: [{ topic: 'gifted', words: 'van De Wilg' }] })
    expect(await mapOf(db, cast, 'karin')).not.toContain('van De Wilg')
  })

  it('is also there in English, and asks to sign in', async () => {
    const db = await open()
    const cast = await settleCast(db)
    await writes(db, cast, 'hanneke', { helps: ['motor-skills'] })
    const paul = await asMember(testApp(db), db, cast, 'paul')
    await paul.post('/language', { language: 'en' })
    const page = mainOf(await (await paul.get('/team/map')).text())
    expect(page).toContain('Who plays what?')
    expect(page).toContain('Motor skills and movement')
    const stranger = await testApp(db).request('/team/map')
    expect(stranger.status).toBe(303)
  })
})
