import { expect, it } from 'vitest'
import { NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { findPassage } from '../../test/passages.ts'
import { asMember } from '../../test/request.ts'
import {
  AFTER,
  CLOSES,
  done,
  EVERYONE,
  frameFor,
  planOf,
  SEAL_WORDS,
  say,
  WORDS,
  writtenPlan,
} from '../../test/written-plan.ts'
import { planAnswer } from '../api/api-entry.ts'
import type { Db } from '../db/database.ts'
import { rollOver } from '../evaluation/roll-over-store.ts'
import type { PlanId } from '../kernel/id.ts'
import { writeAim, writeWeekHours } from '../plan/aim-store.ts'
import type { Plan } from '../plan/plan.ts'
import { stateOf } from '../plan/plan-state.ts'
import { movePlan } from '../plan/plan-store.ts'
import { readRoster } from '../plan/roster-store.ts'
import { nameVersion } from '../plan/snapshot-name-store.ts'
import { putForward, readAdoption } from './adoption-store.ts'
import { applied, comparePlans } from './compare.ts'
import { adoptPlan, readCheckedVersion, readSealedEntries, readVersions } from './seal-store.ts'
import { frameContent } from './sealed-content.ts'
import { stateOfSealed } from './sealed-state.ts'

type Made = Awaited<ReturnType<typeof writtenPlan>>

async function withAim(db: Db, aim: number | null) {
  const made = await writtenPlan(db)
  const plan = await planOf(db, made.cast, made.id)
  expect(await writeAim(db, made.cast.member('karin'), plan, aim)).toBeNull()
  return made
}

async function put(db: Db, { cast, id }: Made) {
  const asked = { parts: [], frame: frameFor(cast), closesAt: CLOSES, words: WORDS, why: 'Voorgelegd.' }
  done(await putForward(db, cast.member('karin'), id, asked, NOW_MOMENT))
  await say(db, cast, id, 'plan', EVERYONE)
}

const adopt = async (db: Db, { cast, id }: Made) =>
  done(await adoptPlan(db, cast.member('karin'), id, SEAL_WORDS, AFTER))

const FRAME_OF_BEFORE =
  '{"principles":[{"id":"PRINCIPLE","isNew":true,"preset":null,"talk":"","text":"We delen alles."}],' +
  '"school":"De Regenboog","schoolYear":"2026-2027","title":"Begeleidingsplan 2026–2027","visionLines":[]}'

eachDatabase((open) => {
  it('leaves no trace where there is none: what was sealed before there were aims is sealed just so', async () => {
    const db = await open()
    const made = await withAim(db, null)
    await put(db, made)
    const { frame } = await adopt(db, made)
    const plan = await planOf(db, made.cast, made.id)
    const roster = { ...(await readRoster(db, made.cast.keeper)), visionLines: [] }
    const now = frameContent(plan, roster, 'De Regenboog')
    expect(now).toBe(FRAME_OF_BEFORE.replace('PRINCIPLE', made.principle))
    expect(frame).not.toContain('preventiveAim')
    const checked = await readCheckedVersion(db, made.cast.keeper, made.id, '1.0')
    expect(checked?.check.isRight).toBe(true)
    expect(stateOfSealed(frame, [], []).frame).not.toHaveProperty('preventiveAim')
  })

  it('is put to the team in a sentence, decided with the whole, and sealed', async () => {
    const db = await open()
    const made = await withAim(db, 67)
    const { cast, id } = made
    await put(db, made)
    const adoption = await readAdoption(db, cast.member('paul'), id, NOW_MOMENT)
    const [round] = adoption?.decisions[0]?.rounds ?? []
    expect(round?.text).toContain('twee derde van de tijd van de intern begeleider gaat naar voorkomen')
    expect(JSON.parse(round?.content ?? '{}')).toMatchObject({ aim: '67' })
    const version = await adopt(db, made)
    expect(JSON.parse(version.frame)).toMatchObject({ preventiveAim: 67 })
    expect((await readCheckedVersion(db, cast.keeper, id, '1.0'))?.check.isRight).toBe(true)
    const plan = await planOf(db, cast, id)
    const no = { refused: 'may-not', because: 'adopted-already' }
    expect(await writeAim(db, cast.member('karin'), plan, 50)).toEqual(no)
    expect(await writeAim(db, cast.member('anouk'), plan, 50)).toMatchObject({ refused: 'may-not' })
  })

  it('asks the team again when it changed since it was put forward', async () => {
    const db = await open()
    const made = await withAim(db, 67)
    const { cast, id } = made
    const karin = cast.member('karin')
    await put(db, made)
    done(await movePlan(db, karin, await planOf(db, cast, id), 'input', 'Nog iets veranderen.', AFTER))
    const stand = async () =>
      (await readAdoption(db, karin, id, AFTER))?.states.find(({ item }) => item.about === 'plan')?.is
    expect(await stand()).toBe('stands')
    for (const [aim, is] of [
      [50, 'changed-since'],
      [null, 'changed-since'],
      [67, 'stands'],
    ] as const) {
      expect(await writeAim(db, karin, await planOf(db, cast, id), aim)).toBeNull()
      expect([aim, await stand()]).toEqual([aim, is])
    }
  })

  it('stands in versions, in what changed between them, in the contract, the files and the API', async () => {
    const db = await open()
    const made = await withAim(db, 50)
    const { cast, id } = made
    const karin = cast.member('karin')
    const named = done(await nameVersion(db, karin, id, { kind: 'concept', name: '' }, NOW_MOMENT))
    expect(await writeAim(db, karin, await planOf(db, cast, id), 67)).toBeNull()
    const app = testApp(db)
    const her = await asMember(app, db, cast, 'karin')
    const read = async (path: string) => (await her.get(`/plan/${id}${path}`)).text()
    const changed = 'De afspraak over voorkomen ging van de helft naar twee derde.'
    expect(await read(`/versions/compare?from=${named}&to=now`)).toContain(changed)
    expect(await read(`/versions/${named}`)).toContain('de helft van de tijd')
    expect(await read('/contract')).toContain('twee derde van de tijd')
    expect(await read('/export/print')).toContain('Voorkomen en herstellen')
    expect(JSON.parse(await read('/export/json'))).toMatchObject({ preventiveAim: 67 })
    expect(await read('/decision')).not.toContain('twee derde')
    const plan = await planOf(db, cast, id)
    expect(planAnswer(plan, await readRoster(db, cast.keeper))).toMatchObject({ preventiveAim: 67 })
  })

  it('goes along to next year with the hours of the week, as a known one', async () => {
    const db = await open()
    const made = await withAim(db, 75)
    const { cast, id } = made
    const hours = { careHours: 8, roomHours: 2.5 }
    expect(await writeWeekHours(db, cast.member('karin'), await planOf(db, cast, id), hours)).toBeNull()
    await put(db, made)
    await adopt(db, made)
    for (const phase of ['mid-evaluation', 'end-evaluation'] as const)
      done(await movePlan(db, cast.member('karin'), await planOf(db, cast, id), phase, 'Terugkijken.', AFTER))
    const words = { title: () => 'Nieuw', why: () => 'Nieuw jaar.', note: () => '', adjust: () => '' }
    const next = done(await rollOver(db, cast.member('karin'), id, words, findPassage, AFTER)) as PlanId
    const plan = await planOf(db, cast, next)
    expect(plan).toMatchObject({ preventiveAim: 75, ...hours, phase: 'draft' })
    expect((await readAdoption(db, cast.keeper, next, AFTER))?.states[0]?.is).toBe('not-asked')
  })

  it('comes back from a seal as it went in, and a difference applied gives the plan after', async () => {
    const db = await open()
    const made = await withAim(db, 67)
    await put(db, made)
    await adopt(db, made)
    const plan = await planOf(db, made.cast, made.id)
    const roster = await readRoster(db, made.cast.keeper)
    const [latest] = await readVersions(db, made.cast.keeper, made.id)
    const entries = await readSealedEntries(db, made.cast.keeper, latest!.id)
    const sealed = stateOfSealed(latest!.frame, entries, plan.entries)
    expect(sealed.frame).toEqual(stateOf(plan, roster.visionLines).frame)
    const without: Plan = { ...plan, preventiveAim: null }
    const before = stateOf(without, roster.visionLines)
    const difference = comparePlans(before, sealed)
    expect(difference.frame?.after.preventiveAim).toBe(67)
    expect(applied(before, difference).frame).toEqual(sealed.frame)
  })
})
