import { beforeEach, expect, it } from 'vitest'
import { type Cast, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { AFTER, adoptedPlan, done, planOf } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import { endPromise, promise } from '../evaluation/yield-store.ts'
import type { Day, Moment } from '../kernel/day.ts'
import { newId, type PieceId } from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { leaveSchool } from '../school/person-store.ts'
import { beginPiece } from './piece-begin-store.ts'
import { forgetWriters } from './piece-erase-job.ts'
import { leavePiece, takePiece } from './piece-link-store.ts'
import { linksOfPiece, pieceLinksOf, piecesOf, readPiece, readyToWriteOf } from './piece-store.ts'
import { changeFacts, removePiece, sharePiece, withdrawPiece, writePieceText } from './piece-write-store.ts'
import { piecesAtPlan } from './plan-pieces-store.ts'

const YEAR = '2026-2027' as SchoolYear
const EMPTY = {
  planId: null,
  entryId: null,
  promiseId: null,
  schoolYear: YEAR,
  grades: [],
  texts: {},
} as const
const FACTS = {
  title: 'Wisbordjes',
  theme: '',
  subject: null,
  grades: [],
  workForm: null,
  link: null,
} as const

eachDatabase((open) => {
  let db: Db
  let made: Awaited<ReturnType<typeof adoptedPlan>>
  beforeEach(async () => {
    db = await open()
    made = await adoptedPlan(db)
  })

  const member = (key: keyof Cast['people']) => made.cast.member(key)
  const plan = () => planOf(db, made.cast, made.id)
  const begin = async (key: keyof Cast['people'], given = {}) =>
    done(await beginPiece(db, member(key), { ...EMPTY, ...given }, AFTER))
  const sharedBy = async (key: keyof Cast['people'], given = {}) => {
    const id = await begin(key, { texts: { title: 'Wisbordjes', again: 'Elke dag.' }, ...given })
    done(await sharePiece(db, member(key), id, AFTER))
    return id
  }

  it('is its writer’s alone until it lies on the shelf, and again once it is taken off', async () => {
    const id = await begin('anouk', { texts: { title: 'Wisbordjes' } })
    expect(await readPiece(db, member('karin'), id)).toBeNull()
    expect(await piecesOf(db, member('karin'))).toEqual([])
    expect((await piecesOf(db, member('anouk'))).map((one) => one.id)).toEqual([id])
    expect(await sharePiece(db, member('anouk'), id, AFTER)).toMatchObject({ refused: 'nothing-written' })
    done(await writePieceText(db, member('anouk'), id, 'saw', 'Iedereen doet mee.', 0, AFTER))
    done(await sharePiece(db, member('anouk'), id, AFTER))
    expect((await readPiece(db, member('karin'), id))?.texts.saw?.text).toBe('Iedereen doet mee.')
    done(await withdrawPiece(db, member('anouk'), id, AFTER))
    expect(await readPiece(db, member('karin'), id)).toBeNull()
    expect(await readPiece(db, member('anouk'), id)).not.toBeNull()
  })

  it('is written, taken off and thrown away by nobody else; of a draft nobody learns that it is there', async () => {
    const shared = await sharedBy('anouk')
    const draft = await begin('anouk')
    const acts = (id: PieceId) => [
      writePieceText(db, member('karin'), id, 'saw', 'Anders.', 0, AFTER),
      changeFacts(db, member('karin'), id, FACTS, AFTER),
      withdrawPiece(db, member('karin'), id, AFTER),
      removePiece(db, member('karin'), id),
      sharePiece(db, member('karin'), id, AFTER),
    ]
    for (const act of acts(shared)) expect(await act).toEqual({ refused: 'may-not', because: 'only-writer' })
    for (const act of acts(draft)) expect(await act).toEqual({ refused: 'piece-gone' })
    expect((await readPiece(db, member('anouk'), shared))?.texts.again?.text).toBe('Elke dag.')
  })

  it('is read by the team of its school, never by another school or a program', async () => {
    const id = await sharedBy('anouk')
    const other = await settleCast(db)
    expect(await readPiece(db, other.member('karin'), id)).toBeNull()
    expect(await removePiece(db, other.member('anouk'), id)).toEqual({ refused: 'piece-gone' })
    const program = { kind: 'program', schoolId: made.cast.schoolId, tokenId: 't' } as const
    expect(await piecesOf(db, program)).toEqual([])
    expect(await readPiece(db, program, id)).toBeNull()
    expect(await beginPiece(db, program, EMPTY, AFTER)).toMatchObject({ refused: 'may-not' })
  })

  it('keeps its title on the shelf', async () => {
    const id = await sharedBy('anouk')
    expect(await changeFacts(db, member('anouk'), id, { ...FACTS, title: '' }, AFTER)).toMatchObject({
      refused: 'title-missing',
    })
    done(await changeFacts(db, member('anouk'), id, { ...FACTS, grades: [3, 4], subject: 'social' }, AFTER))
    expect(await readPiece(db, member('bram'), id)).toMatchObject({ grades: [3, 4], subject: 'social' })
  })

  it('tells who writes in two places at once', async () => {
    const id = await begin('anouk')
    done(await writePieceText(db, member('anouk'), id, 'saw', 'Op school.', 0, AFTER))
    expect(await writePieceText(db, member('anouk'), id, 'saw', 'Thuis.', 0, AFTER)).toMatchObject({
      collision: { text: 'Op school.' },
      mine: 'Thuis.',
    })
    expect(await writePieceText(db, member('anouk'), id, 'title', 'x', 0, AFTER)).toMatchObject({
      refused: 'piece-gone',
    })
  })

  it('comes once of a promise that is done, also when it is tapped twice at a time', async () => {
    const given = {
      what: 'Wisbordjes',
      withWhom: 'de bouw',
      dueOn: null,
      person: member('anouk').personId,
      entryId: made.anouk,
    }
    const id = done(await promise(db, member('anouk'), await plan(), given, false, AFTER))
    expect(await readyToWriteOf(db, member('anouk'))).toEqual([])
    done(await endPromise(db, member('anouk'), await plan(), id, { as: 'done', cameOf: 'Het hielp.' }, AFTER))
    expect((await readyToWriteOf(db, member('anouk'))).map((one) => one.id)).toEqual([id])
    expect(await readyToWriteOf(db, member('bram'))).toEqual([])
    const tap = () => beginPiece(db, member('anouk'), { ...EMPTY, promiseId: id }, AFTER)
    const [one, two] = await Promise.all([tap(), tap()])
    expect(one).toBe(two)
    expect(await piecesOf(db, member('anouk'))).toHaveLength(1)
    expect(await readyToWriteOf(db, member('anouk'))).toEqual([])
    expect(await beginPiece(db, member('bram'), { ...EMPTY, promiseId: id }, AFTER)).toMatchObject({
      because: 'only-writer',
    })
  })

  it('is taken into a goal or track by who holds the pen there, and left again', async () => {
    const id = await sharedBy('bram')
    const take = async (key: keyof Cast['people'], entry: typeof made.goal) =>
      takePiece(db, member(key), await plan(), entry, id, AFTER)
    expect(await take('bram', made.goal)).toMatchObject({ because: 'only-who-holds-pen' })
    expect(await take('karin', made.anouk)).toMatchObject({ because: 'only-who-holds-pen' })
    expect(await take('karin', newId<'entry'>())).toMatchObject({ refused: 'entry-unknown' })
    const { revision } = await plan()
    expect(await take('anouk', made.anouk)).toBeNull()
    expect((await plan()).revision).toBe(revision + 1)
    expect(await take('anouk', made.anouk)).toBeNull()
    expect((await plan()).revision).toBe(revision + 1)
    expect(await take('karin', made.goal)).toBeNull()
    expect(await pieceLinksOf(db, member('paul'), made.id)).toMatchObject([
      { pieceId: id, entryId: made.anouk, title: 'Wisbordjes' },
      { pieceId: id, entryId: made.goal },
    ])
    expect(await leavePiece(db, member('bram'), await plan(), made.anouk, id)).toMatchObject({
      because: 'only-who-holds-pen',
    })
    expect(await leavePiece(db, member('anouk'), await plan(), made.anouk, id)).toBeNull()
    expect(await linksOfPiece(db, member('paul'), id)).toHaveLength(1)
  })

  it('stands on the plan by its title of now, and not once it left the shelf', async () => {
    const id = await sharedBy('bram')
    done(await takePiece(db, member('karin'), await plan(), made.goal, id, AFTER))
    const titles = async () =>
      ((await piecesAtPlan(db, member('paul'), await plan())).get(made.goal) ?? []).map(({ title }) => title)
    expect(await titles()).toEqual(['Wisbordjes'])
    done(await changeFacts(db, member('bram'), id, { ...FACTS, title: 'Denktijd' }, AFTER))
    expect(await titles()).toEqual(['Denktijd'])
    done(await withdrawPiece(db, member('bram'), id, AFTER))
    expect(await titles()).toEqual([])
    const draft = await begin('karin')
    expect(await takePiece(db, member('karin'), await plan(), made.goal, draft, AFTER)).toMatchObject({
      refused: 'not-on-shelf',
    })
    done(await sharePiece(db, member('bram'), id, AFTER))
    expect(await titles()).toEqual(['Denktijd'])
    done(await removePiece(db, member('bram'), id))
    expect(await titles()).toEqual([])
    expect(await piecesOf(db, member('bram'))).toEqual([])
  })

  it('outlives its writer without a name; a draft goes with who wrote it', async () => {
    const shared = await sharedBy('bram')
    const draft = await begin('bram', { texts: { title: 'Nog niet af' } })
    const left = { on: '2027-08-01' as Day, now: new Date(AFTER) }
    expect(await leaveSchool(db, member('karin'), member('bram').personId, left)).toBe('done')
    expect(await withdrawPiece(db, member('anouk'), shared, AFTER)).toMatchObject({ because: 'only-writer' })
    await forgetWriters(db, new Date('2032-07-31T12:00:00Z'))
    expect((await readPiece(db, member('karin'), shared))?.writer).toBe(member('bram').personId)
    await forgetWriters(db, new Date('2032-08-01T12:00:00Z'))
    expect((await readPiece(db, member('karin'), shared))?.writer).toBeNull()
    const texts = await db.read(made.cast, (sql) =>
      sql.selectFrom('passage').select('text').where('owner_id', '=', draft).execute(),
    )
    expect(texts).toEqual([])
    expect(await piecesOf(db, member('bram'))).toMatchObject([{ id: shared, writer: null }])
    done(await withdrawPiece(db, member('karin'), shared, '2032-08-02T09:00:00.000Z' as Moment))
    expect(await piecesOf(db, member('karin'))).toEqual([])
  })
})
