import { expect, test } from 'vitest'
import { encodeStateAsUpdate, type XmlElement, type XmlText } from 'yjs'
import { type Cast, NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import type { Db } from '../db/database.ts'
import { isRefusal, no, yes } from '../kernel/refusal.ts'
import type { Member } from '../session/actor.ts'
import { isOpenThread, type ThreadId, waitsFor } from './comment.ts'
import { eraseThreads, markSeen, readSeen, readThreads } from './comment-read-store.ts'
import { changeComment, openThread, replyIn, resolveThread, withdrawComment } from './comment-store.ts'
import { textOf as documentText, fragmentOf } from './document.ts'
import { documentFrom, openDocument, readDocument } from './document-store.ts'
import { LONGEST_PASSAGE } from './passage.ts'
import { keepers, type PassageKeeper } from './passage-keeper-desk.ts'
import { readPassage, writePassage } from './passage-store.ts'
import { MOST_WAITING, type SuggestionId } from './suggestion.ts'
import { answerSuggestion, eraseSuggestions, readSuggestions, suggest } from './suggestion-store.ts'

const TEXT = 'Wisbordjes en denktijd. Eerst bij rekenen, daarna bij spelling.'
const SPOT = { ownerId: 'track-of-anouk', field: 'approach' }
const PLACE = { ...SPOT, scopeId: 'plan' }

/** Anouk writes, Karin and Bram suggest, Paul reads, nobody else sees that it is there. */
function keeperOf(cast: Cast) {
  const talked: string[] = []
  const keeper: PassageKeeper = {
    find: async (_db, actor, ownerId, field) => {
      const { karin, anouk, bram, paul } = cast.people
      if (actor.kind !== 'member' || ownerId !== SPOT.ownerId || actor.schoolId !== cast.schoolId) return null
      if (![karin, anouk, bram, paul].includes(actor.personId)) return null
      const suggests = actor.personId === karin || actor.personId === bram
      return {
        place: { ...PLACE, field },
        write: actor.personId === anouk ? yes('own-track') : no('teacher-holds-pen'),
        suggest: suggests ? yes('only-proposes') : no('not-invited'),
        decline: actor.personId === anouk ? yes('own-track') : no('teacher-holds-pen'),
        comment: suggests || actor.personId === anouk ? yes('anyone-of-team') : no('not-invited'),
        title: () => 'Anouk · Aanpak',
        href: '/plan/plan',
      }
    },
    write: writePassage,
    wrote: async () => null,
    talked: async (_tx, _actor, place) => void talked.push(place.field),
  }
  return { find: keepers(keeper), talked }
}

async function begun(db: Db) {
  const cast = await settleCast(db)
  const { find, talked } = keeperOf(cast)
  const anouk = cast.member('anouk')
  const write = (text: string) => writePassage(db, anouk, PLACE, text, null, NOW_MOMENT)
  await write(TEXT)
  const now = async () => (await db.read(anouk, (sql) => readPassage(sql, anouk, SPOT)))?.text ?? ''
  const threads = () => db.read(anouk, (sql) => readThreads(sql, anouk, ['plan']))
  const all = () => db.read(anouk, (sql) => readSuggestions(sql, anouk, ['plan']))
  const propose = (who: Member, text: string, range: { start: number; end: number } | null = null) =>
    suggest(db, who, find, SPOT, { revision: 1, range, text, reason: 'Dat hielp Bram.' }, NOW_MOMENT)
  const answer = (who: Member, id: unknown, outcome: 'accepted' | 'declined' | 'withdrawn') =>
    answerSuggestion(
      db,
      who,
      find,
      { id: id as SuggestionId, outcome, pointed: null, answer: 'Dank je.' },
      NOW_MOMENT,
    )
  return {
    db,
    cast,
    find,
    talked,
    anouk,
    karin: cast.member('karin'),
    write,
    now,
    threads,
    all,
    propose,
    answer,
  }
}

const BETTER = TEXT.replace('daarna', 'vanaf januari')

eachDatabase((open) => {
  test('a suggestion lies there until whoever holds the pen takes it over; what became of it stays', async () => {
    const { now, all, propose, answer, karin, anouk, talked } = await begun(await open())
    const id = await propose(karin, BETTER)
    expect(isRefusal(id)).toBe(false)
    expect(await now()).toBe(TEXT)
    expect(await answer(karin, id, 'accepted')).toEqual({ refused: 'may-not', because: 'teacher-holds-pen' })
    expect(await answer(anouk, id, 'accepted')).toBeNull()
    expect(await now()).toBe(BETTER)
    const [one] = await all()
    expect(one).toMatchObject({ outcome: 'accepted', reason: 'Dat hielp Bram.', answer: 'Dank je.' })
    expect(one?.answeredBy).toBe(anouk.personId)
    expect(talked).toEqual(['approach', 'approach'])
    expect(await answer(anouk, id, 'declined')).toEqual({ refused: 'already-answered' })
  })

  test('declined it leaves the text alone, and only its maker takes it back', async () => {
    const { now, propose, answer, all, karin, anouk, cast } = await begun(await open())
    const declined = await propose(karin, BETTER)
    expect(await answer(anouk, declined, 'declined')).toBeNull()
    const other = await propose(cast.member('bram'), BETTER)
    expect(await answer(karin, other, 'withdrawn')).toEqual({ refused: 'not-your-own' })
    expect(await answer(anouk, other, 'withdrawn')).toEqual({ refused: 'not-your-own' })
    expect(await answer(cast.member('bram'), other, 'withdrawn')).toBeNull()
    expect((await all()).map(({ outcome }) => outcome)).toEqual(['declined', 'withdrawn'])
    expect(await now()).toBe(TEXT)
  })

  test('who may not suggest does not, and for who may not read it is not there', async () => {
    const { propose, answer, karin, all, cast, db, find, threads } = await begun(await open())
    expect(await propose(cast.member('paul'), BETTER)).toMatchObject({ refused: 'may-not' })
    expect(await propose(cast.member('wilma'), BETTER)).toEqual({ refused: 'no-longer-here' })
    const id = await propose(karin, BETTER)
    expect(await answer(cast.member('wilma'), id, 'accepted')).toEqual({ refused: 'no-longer-here' })
    const said = { text: 'Mag ik komen kijken?', about: null }
    for (const key of ['paul', 'wilma'] as const)
      expect(isRefusal(await openThread(db, cast.member(key), find, SPOT, said, NOW_MOMENT))).toBe(true)
    expect([await threads(), (await all()).length]).toEqual([[], 1])
    const other = await settleCast(db, { name: 'De Vlieger' })
    const stranger = { ...other.member('karin'), personId: karin.personId }
    expect(await answer(stranger, id, 'withdrawn')).toEqual({ refused: 'no-longer-here' })
  })

  test('the text moved on elsewhere: it still lands where it was meant', async () => {
    const { now, write, propose, answer, karin, anouk } = await begun(await open())
    const id = await propose(karin, BETTER)
    await write(`Nieuw begin.\n\n${TEXT} En een slot.`)
    expect(await answer(anouk, id, 'accepted')).toBeNull()
    expect(await now()).toBe(`Nieuw begin.\n\n${BETTER} En een slot.`)
  })

  test('the words are gone: nothing is touched until a person points, on the text as it is now', async () => {
    const { db, find, now, write, propose, answer, karin, anouk } = await begun(await open())
    const id = (await propose(karin, BETTER)) as SuggestionId
    const moved = 'Wisbordjes. Eerst rekenen en later ook spelling.'
    await write(moved)
    expect(await answer(anouk, id, 'accepted')).toEqual({ refused: 'point-first' })
    expect(await now()).toBe(moved)
    const start = moved.indexOf('later ook')
    const point = (revision: number, end: number) =>
      answerSuggestion(
        db,
        anouk,
        find,
        { id, outcome: 'accepted', pointed: { range: { start, end }, revision } },
        NOW_MOMENT,
      )
    expect(await point(1, start + 9)).toEqual({ refused: 'text-moved-on' })
    expect(await point(2, 9000)).toEqual({ refused: 'text-moved-on' })
    expect(await point(2, start + 9)).toBeNull()
    expect(await now()).toContain('vanaf januari')
    expect(await now()).not.toContain('later ook')
  })

  test('it goes into the document that colleagues are writing in, and what they wrote stays', async () => {
    const { db, now, propose, answer, karin, anouk } = await begun(await open())
    const { state, id: documentId } = await openDocument(db, anouk, PLACE, NOW_MOMENT)
    const id = await propose(karin, BETTER)
    const live = documentFrom(state)
    expect(await answer(anouk, id, 'accepted')).toBeNull()
    const stored = await db.read(anouk, (sql) => readDocument(sql, anouk, PLACE))
    const first = fragmentOf(live).get(0) as XmlElement
    ;(first.get(0) as XmlText).insert(0, 'Elke dag ')
    const joined = documentFrom(stored?.state ?? new Uint8Array(), encodeStateAsUpdate(live))
    expect(stored?.id).toBe(documentId)
    expect(documentText(joined)).toBe(`Elke dag ${BETTER}`)
    expect(await now()).toBe(BETTER)
  })

  test('made on a text of which the revision is not kept: what the form was drawn with tells which words', async () => {
    const { db, find, now, answer, karin, anouk } = await begun(await open())
    const given = { revision: 77, was: TEXT, range: { start: 14, end: 22 }, text: 'bedenktijd' }
    const id = await suggest(db, karin, find, SPOT, given, NOW_MOMENT)
    expect(await answer(anouk, id, 'accepted')).toBeNull()
    expect(await now()).toBe(TEXT.replace('denktijd', 'bedenktijd'))
    const nowhere = { ...given, was: null }
    expect(await suggest(db, karin, find, SPOT, nowhere, NOW_MOMENT)).toEqual({ refused: 'words-moved' })
    const invented = { ...given, was: 'Iets dat er nooit stond, over denktijd.', range: { start: 0, end: 4 } }
    expect(await suggest(db, karin, find, SPOT, invented, NOW_MOMENT)).toEqual({ refused: 'words-moved' })
  })

  test('nobody lays words in the text of another by a comment on them', async () => {
    const { db, find, threads, karin } = await begun(await open())
    const about = { range: { start: 0, end: 13 }, revision: 77, was: 'Kan er niets.' }
    const said = { text: 'Vind je dat echt?', about }
    expect(await openThread(db, karin, find, SPOT, said, NOW_MOMENT)).toEqual({ refused: 'words-moved' })
    expect(await threads()).toEqual([])
  })

  test('one person does not fill a text with threads', async () => {
    const { db, find, threads, karin, anouk } = await begun(await open())
    const said = { text: 'Weer iets.', about: null }
    for (let count = 0; count < 60; count++) await openThread(db, karin, find, SPOT, said, NOW_MOMENT)
    expect(await openThread(db, karin, find, SPOT, said, NOW_MOMENT)).toEqual({ refused: 'enough-said' })
    await openThread(db, anouk, find, SPOT, said, NOW_MOMENT)
    expect(await threads()).toHaveLength(61)
  })

  test('two that accept at once: one is first, the words come in once', async () => {
    const { now, propose, answer, karin, anouk } = await begun(await open())
    const id = await propose(karin, BETTER)
    const both = await Promise.all([answer(anouk, id, 'accepted'), answer(anouk, id, 'accepted')])
    expect(both.filter((one) => one === null)).toHaveLength(1)
    expect(await now()).toBe(BETTER)
  })

  test('the same text, one that is too long, and one suggestion too many are refused', async () => {
    const { propose, karin, all } = await begun(await open())
    expect(await propose(karin, TEXT)).toEqual({ refused: 'nothing-suggested', field: 'text' })
    expect(await propose(karin, 'x'.repeat(LONGEST_PASSAGE + 1))).toMatchObject({
      refused: 'suggestion-too-long',
    })
    for (let turn = 0; turn < MOST_WAITING; turn++) await propose(karin, `${TEXT} ${turn}`)
    expect(await propose(karin, BETTER)).toEqual({ refused: 'enough-waiting' })
    expect(await all()).toHaveLength(MOST_WAITING)
  })

  test('a thread: said, answered, done, open again; each changes and takes back the own words', async () => {
    const { db, find, threads, karin, anouk, cast } = await begun(await open())
    const about = { range: { start: 0, end: 10 }, revision: 1 }
    const id = (await openThread(
      db,
      karin,
      find,
      SPOT,
      { text: 'Werkt dat?', about },
      NOW_MOMENT,
    )) as ThreadId
    const [thread] = await threads()
    expect(thread?.anchor.quote).toBe('Wisbordjes')
    expect(thread && waitsFor(thread, anouk.personId, true, null)?.text).toBe('Werkt dat?')
    expect(thread && waitsFor(thread, karin.personId, false, null)).toBeNull()
    expect(thread && waitsFor(thread, cast.people.bram, false, null)).toBeNull()
    expect(await resolveThread(db, anouk, find, id, true, NOW_MOMENT)).toBeNull()
    expect((await threads()).filter(isOpenThread)).toEqual([])
    const reply = await replyIn(db, anouk, find, id, 'Ja, elke dag.', NOW_MOMENT)
    const [again] = await threads()
    expect(again?.resolvedAt).toBeNull()
    expect(again && waitsFor(again, karin.personId, false, null)?.text).toBe('Ja, elke dag.')
    await markSeen(db, karin, id)
    const seen = (await readSeen(db, karin, karin.personId, ['plan'])).get(id) ?? null
    expect(again && waitsFor(again, karin.personId, false, seen)).toBeNull()
    const comment = { thread: id, comment: reply as never }
    expect(await changeComment(db, karin, find, comment, 'Nee.', NOW_MOMENT)).toEqual({
      refused: 'not-your-own',
    })
    expect(await changeComment(db, anouk, find, comment, 'Ja, bijna elke dag.', NOW_MOMENT)).toBeNull()
    expect(await withdrawComment(db, karin, find, comment, NOW_MOMENT)).toEqual({ refused: 'not-your-own' })
    expect(await withdrawComment(db, anouk, find, comment, NOW_MOMENT)).toBeNull()
    const [last] = await threads()
    expect(last?.comments.map(({ text }) => text)).toEqual(['Werkt dat?', ''])
    expect(
      await openThread(db, karin, find, SPOT, { text: ' \u0007 ', about: null }, NOW_MOMENT),
    ).toMatchObject({
      refused: 'nothing-said',
    })
  })

  test('erasing a track takes along all that was said and suggested', async () => {
    const { db, cast, find, karin, propose, threads, all } = await begun(await open())
    await propose(karin, BETTER)
    const id = await openThread(db, karin, find, SPOT, { text: 'Werkt dat?', about: null }, NOW_MOMENT)
    await markSeen(db, cast.member('anouk'), id as ThreadId)
    await db.write(cast.keeper, async (sql) => {
      await eraseThreads(sql, cast.keeper, SPOT.ownerId)
      await eraseSuggestions(sql, cast.keeper, SPOT.ownerId)
    })
    expect([await threads(), await all()]).toEqual([[], []])
  })
})
