import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amending, ROUND_CLOSES, ROUND_OVER, WHY } from '../../test/amended-plan.ts'
import { settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import {
  AFTER,
  adoptedPlan,
  done,
  EVERYONE,
  frameFor,
  planOf,
  SEAL_WORDS,
  say,
  WORDS,
} from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { Day, Moment } from '../kernel/day.ts'
import type { AmendmentId, EntryId } from '../kernel/id.ts'
import { textOf } from '../plan/entry.ts'
import { writeEntryText } from '../plan/entry-store.ts'
import { entryOf } from '../plan/plan.ts'
import { movePlan } from '../plan/plan-store.ts'
import { readRoster } from '../plan/roster-store.ts'
import { speakIn } from '../round/round-store.ts'
import { openThread } from '../writing/comment-store.ts'
import { keepers } from '../writing/passage-keeper-desk.ts'
import { readPassage } from '../writing/passage-store.ts'
import { putForward } from './adoption-store.ts'
import {
  askPrincipal,
  declineAmendment,
  startFromNow,
  takeYesBack,
  tieAmendment,
  withdrawAmendment,
} from './amendment-agree-store.ts'
import { amendmentKeeper } from './amendment-keeper-desk.ts'
import { sealAmendment, settleAmendment } from './amendment-round-store.ts'
import { readAmendments } from './amendment-store.ts'
import { eraseTrack } from './erase-store.ts'
import { adoptPlan, readCheckedVersion, readSealedEntries, readVersions } from './seal-store.ts'
import { amendmentsFrom } from './sealed-record.ts'

const KEEPER = amendmentKeeper(() => new Date(AFTER))

async function house(db: Db) {
  const made = await adoptedPlan(db)
  const { cast, id } = made
  const acts = amending(db, cast, id)
  const plan = () => planOf(db, cast, id)
  return {
    ...made,
    ...acts,
    plan,
    ofTrack: { kind: 'change', about: 'teacher-track', subjectId: made.anouk } as const,
    ofGoal: { kind: 'change', about: 'general-goal', subjectId: made.goal } as const,
    text: async (entry: EntryId, field: 'goal' | 'title' | 'approach') => {
      const found = entryOf(await plan(), entry)
      return found && textOf(found, field)
    },
    versions: () => readVersions(db, cast.keeper, id),
    move: async (to: 'input' | 'mid-evaluation' | 'end-evaluation', now: Moment = AFTER) =>
      done(await movePlan(db, cast.member('karin'), await plan(), to, 'Zo spraken we af.', now)),
    /** Consent of everyone, then sealed by Karin once the round is over. */
    carry: async (amendment: AmendmentId) => {
      const decision = done(await acts.put('karin', amendment))
      for (const key of ['karin', 'paul', 'anouk', 'bram'] as const)
        done(await speakIn(db, cast.member(key), decision, { kind: 'consent' }, AFTER))
      return sealAmendment(db, cast.member('karin'), acts.which(amendment), 'De Regenboog', ROUND_OVER)
    },
  }
}

eachDatabase((open) => {
  it('one at a time of what stands in the plan; something new lies beside it', async () => {
    const db = await open()
    const { begin, ofTrack, ofGoal } = await house(db)
    done(await begin('anouk', ofTrack))
    expect(await begin('karin', ofTrack)).toMatchObject({ refused: 'amendment-open' })
    done(await begin('bram', ofGoal))
    expect(await begin('karin', { ...ofGoal, kind: 'remove' })).toMatchObject({ refused: 'amendment-open' })
    const goal = { kind: 'new', about: 'team-goal', subjectId: null, first: 'Spelling' } as const
    done(await begin('bram', goal))
    done(await begin('paul', { ...goal, first: 'Begrijpend lezen' }))
    expect(await begin('bram', ofTrack)).toMatchObject({ refused: 'may-not', because: 'only-owner' })
    expect(await begin('bram', { ...ofGoal, subjectId: 'x' })).toMatchObject({ refused: 'subject-gone' })
    expect(await begin('bram', { ...ofGoal, about: 'team-goal' })).toMatchObject({ refused: 'subject-gone' })
    expect(await begin('anouk', { ...ofTrack, kind: 'remove' })).toMatchObject({ refused: 'subject-gone' })
  })

  it('of a track that nobody sealed there is none: its teacher writes on', async () => {
    const db = await open()
    const { begin, bram, cast, plan } = await house(db)
    const asked = { kind: 'change', about: 'teacher-track', subjectId: bram } as const
    expect(await begin('bram', asked)).toMatchObject({ because: 'not-sealed' })
    const now = await plan()
    done(
      await writeEntryText(db, cast.member('bram'), now, entryOf(now, bram)!, 'goal', 'Anders', null, AFTER),
    )
  })

  it('goes into the plan with the second yes, sealed with who said it and no word of the text', async () => {
    const db = await open()
    const { begin, write, yes, ofTrack, text, anouk, cast, id, versions } = await house(db)
    const amendment = done(await begin('anouk', ofTrack))
    expect(await yes('anouk', amendment)).toMatchObject({ refused: 'nothing-amended' })
    done(await write('anouk', amendment, 'goal', 'Een geheim plan'))
    expect(await write('bram', amendment, 'goal', 'Van Bram')).toMatchObject({ refused: 'subject-gone' })
    expect(await yes('anouk', amendment)).toBe('said')
    expect(await yes('anouk', amendment)).toBe('said')
    expect(await text(anouk, 'goal')).toBe('Doel van anouk')
    done(await write('karin', amendment, 'coordinatorEffort', 'Elke week'))
    expect(done(await yes('karin', amendment))).toBe('said')
    done(await takeYesBack(db, cast.member('karin'), { planId: id, id: amendment }, AFTER))
    expect(await yes('anouk', amendment)).toBe('said')
    const version = done(await yes('karin', amendment))
    expect(version).toMatchObject({ number: '1.1', kind: 'beside' })
    expect(await text(anouk, 'goal')).toBe('Een geheim plan')
    const [latest, first] = await versions()
    const { decisions } = JSON.parse(latest!.record) as { decisions: unknown }
    expect(decisions).toEqual((JSON.parse(first!.record) as { decisions: unknown }).decisions)
    expect(amendmentsFrom(latest!.record)[0]?.yeses.map(({ person }) => person.name)).toEqual([
      'Anouk',
      'Karin',
    ])
    for (const word of ['geheim', WHY]) expect(latest!.record).not.toContain(word)
    for (const number of ['1.0', '1.1'])
      expect((await readCheckedVersion(db, cast.keeper, id, number))?.check.isRight).toBe(true)
    expect(await write('anouk', amendment, 'goal', 'Nog iets')).toMatchObject({ because: 'has-ended' })
    expect(await yes('karin', amendment)).toMatchObject({ because: 'has-ended' })
    done(await begin('karin', ofTrack))
  })

  it('ends by who made it or by a no with words, and stays as history with the track', async () => {
    const db = await open()
    const { begin, write, ofTrack, see, which, cast, text, anouk, plan } = await house(db)
    const first = done(await begin('anouk', ofTrack))
    done(await write('anouk', first, 'goal', 'Anders'))
    const [karin, hers] = [cast.member('karin'), cast.member('anouk')]
    expect(await declineAmendment(db, hers, which(first), 'Nee', AFTER)).toMatchObject({ because: 'made-it' })
    expect(await declineAmendment(db, karin, which(first), '  ', AFTER)).toMatchObject({
      refused: 'words-missing',
    })
    done(await declineAmendment(db, karin, which(first), 'Liever na de kerst.', AFTER))
    expect((await see('anouk', first))?.amendment.ended).toMatchObject({
      is: 'declined',
      words: 'Liever na de kerst.',
      by: cast.people.karin,
    })
    const second = done(await begin('anouk', ofTrack))
    expect(await withdrawAmendment(db, karin, which(second), '', AFTER)).toMatchObject({
      because: 'only-these-two',
    })
    done(await withdrawAmendment(db, hers, which(second), '', AFTER))
    expect(await text(anouk, 'goal')).toBe('Doel van anouk')
    const roster = await readRoster(db, hers)
    const seen = await readAmendments(db, hers, await plan(), roster, AFTER)
    expect(seen.map(({ amendment }) => amendment.ended?.is)).toEqual(['declined', 'withdrawn'])
    expect(await readAmendments(db, cast.member('bram'), await plan(), roster, AFTER)).toEqual([])
  })

  it('lets the principal agree when the teacher asks, and says so in the record', async () => {
    const db = await open()
    const { begin, write, yes, ofTrack, see, which, cast, versions } = await house(db)
    const amendment = done(await begin('anouk', ofTrack))
    done(await write('anouk', amendment, 'goal', 'Anders'))
    expect(await see('paul', amendment)).toBeNull()
    const roster = await readRoster(db, cast.keeper)
    const principal = (['paul', 'hanneke', 'ineke'] as const).find((key) =>
      roster.people.some(({ id, roles }) => id === cast.people[key] && roles.includes('principal')),
    )!
    const ask = (key: 'anouk' | 'karin', why: string) =>
      askPrincipal(db, cast.member(key), which(amendment), why, AFTER)
    expect(await ask('anouk', ' ')).toMatchObject({ refused: 'words-missing' })
    expect(await ask('karin', 'Ik ben er niet')).toMatchObject({ because: 'only-these-two' })
    done(await ask('anouk', 'Karin is ziek.'))
    expect(await yes('anouk', amendment)).toBe('said')
    expect(done(await yes(principal, amendment))).toMatchObject({ number: '1.1' })
    expect((await versions())[0]?.record).toContain('"standIn":true')
    expect((await versions())[0]?.record).not.toContain('ziek')
  })

  it('rests while the plan is opened, and goes on from the text that is agreed then', async () => {
    const db = await open()
    const { begin, write, yes, put, ofTrack, ofGoal, see, which, move, cast, id, text, anouk, goal, plan } =
      await house(db)
    const amendment = done(await begin('anouk', ofTrack))
    done(await write('anouk', amendment, 'goal', 'Samen lezen'))
    done(await yes('anouk', amendment))
    const other = done(await begin('karin', ofGoal))
    done(await write('karin', other, 'approach', 'Elke dag'))
    done(await put('karin', other))
    await move('input')
    expect(await yes('karin', amendment)).toMatchObject({ because: 'rests' })
    expect(await write('anouk', amendment, 'goal', 'x')).toMatchObject({ because: 'rests' })
    expect(await begin('anouk', { kind: 'new', about: 'team-goal', subjectId: null })).toMatchObject({
      because: 'not-sealed',
    })
    const input = await plan()
    const track = entryOf(input, anouk)!
    done(await writeEntryText(db, cast.member('anouk'), input, track, 'goal', 'Heel anders', null, AFTER))
    done(await writeEntryText(db, cast.member('anouk'), input, track, 'support', 'Paul', null, AFTER))
    const asked = { parts: [], frame: frameFor(cast), closesAt: ROUND_CLOSES, words: WORDS, why: 'Opnieuw.' }
    done(await putForward(db, cast.member('karin'), id, asked, AFTER))
    await say(db, cast, id, 'plan', EVERYONE, AFTER)
    done(await adoptPlan(db, cast.member('karin'), id, SEAL_WORDS, ROUND_OVER))
    expect((await see('anouk', amendment))?.isOvertaken).toBe(true)
    expect(await yes('karin', amendment)).toMatchObject({ refused: 'base-moved' })
    done(await startFromNow(db, cast.member('anouk'), which(amendment), ROUND_OVER))
    const now = (await see('anouk', amendment))!.amendment
    expect([now.base['goal'], now.texts['goal']?.text, now.texts['support']?.text]).toEqual([
      'Heel anders',
      'Samen lezen',
      'Paul',
    ])
    expect(await yes('karin', amendment, ROUND_OVER)).toBe('said')
    done(await yes('anouk', amendment, ROUND_OVER))
    expect(await text(anouk, 'goal')).toBe('Samen lezen')
    expect(textOf(entryOf(await plan(), anouk)!, 'support')).toBe('Paul')
    expect(await text(goal, 'approach')).toBe('Samen kijken')
  })

  it('is agreed half-way, and no longer when the team looks back at the end', async () => {
    const db = await open()
    const { begin, write, yes, ofTrack, move, which, cast } = await house(db)
    const amendment = done(await begin('anouk', ofTrack))
    await move('mid-evaluation')
    done(await write('anouk', amendment, 'goal', 'Anders'))
    done(await yes('anouk', amendment))
    await move('end-evaluation')
    expect(await yes('karin', amendment)).toMatchObject({ because: 'rests' })
    expect(await begin('karin', { kind: 'new', about: 'team-goal', subjectId: null })).toMatchObject({
      because: 'looking-back',
    })
    done(await withdrawAmendment(db, cast.member('anouk'), which(amendment), 'Volgend jaar.', AFTER))
  })

  it('of the team: a goal with its days and lines, a new one, one that goes, a principle', async () => {
    const db = await open()
    const { begin, write, carry, which, ofGoal, goal, principle, cast, plan, versions, id } = await house(db)
    const line = cast.visionLines[Object.keys(cast.visionLines)[0] as keyof typeof cast.visionLines]
    const changed = done(await begin('bram', ofGoal))
    const ties = {
      visionLineIds: [line],
      moments: [{ onDay: '2027-03-01' as Day, occasion: 'mid' as const }],
    }
    done(await tieAmendment(db, cast.member('bram'), which(changed), ties, AFTER))
    done(await carry(changed))
    expect(entryOf(await plan(), goal)).toMatchObject({
      visionLineIds: [line],
      moments: [{ onDay: '2027-03-01' }],
      isSealed: true,
    })
    const asked = { kind: 'new', about: 'team-goal', subjectId: null } as const
    const nameless = done(await begin('paul', asked))
    done(await write('paul', nameless, 'approach', 'Samen'))
    expect(await carryNo(carry, nameless)).toMatchObject({ refused: 'title-missing' })
    done(await write('karin', nameless, 'title', 'Spelling'))
    done(await carry(nameless))
    const made = (await plan()).entries.find(({ kind }) => kind === 'team-goal')!
    expect([textOf(made, 'title'), textOf(made, 'approach'), made.isSealed]).toEqual([
      'Spelling',
      'Samen',
      true,
    ])
    const gone = done(await begin('anouk', { kind: 'remove', about: 'general-goal', subjectId: goal }))
    done(await carry(gone))
    expect(entryOf(await plan(), goal)).toBeNull()
    const words = done(await begin('karin', { kind: 'change', about: 'principle', subjectId: principle }))
    done(await write('karin', words, 'text', 'We delen wat helpt.'))
    done(await carry(words))
    expect((await plan()).principles.map(({ text }) => text.text)).toEqual(['We delen wat helpt.'])
    const second = { kind: 'new', about: 'principle', subjectId: null, first: 'We leren samen.' } as const
    done(await carry(done(await begin('karin', second))))
    const last = (await plan()).principles.at(-1)!
    done(await carry(done(await begin('bram', { kind: 'remove', about: 'principle', subjectId: last.id }))))
    expect((await plan()).principles).toHaveLength(1)
    expect((await plan()).phase).toBe('adopted')
    const all = await versions()
    expect(all.map(({ number }) => number)).toEqual(['1.6', '1.5', '1.4', '1.3', '1.2', '1.1', '1.0'])
    expect(amendmentsFrom(all[0]!.record)).toHaveLength(6)
    for (const { number } of all)
      expect((await readCheckedVersion(db, cast.keeper, id, number))?.check.isRight).toBe(true)
  })

  it('never a sixth principle', async () => {
    const db = await open()
    const { begin, carry } = await house(db)
    const asked = (first: string) =>
      begin('karin', { kind: 'new', about: 'principle', subjectId: null, first })
    const waiting = done(await asked('Te veel.'))
    for (const first of ['Twee', 'Drie', 'Vier', 'Vijf']) done(await carry(done(await asked(first))))
    expect(await asked('Zes')).toMatchObject({ refused: 'five-principles' })
    expect(await carryNo(carry, waiting)).toMatchObject({ refused: 'five-principles' })
  })

  it('that found no decision is dropped with words, and the text of the goal stays', async () => {
    const db = await open()
    const { begin, write, put, which, ofGoal, see, cast, text, goal } = await house(db)
    const amendment = done(await begin('anouk', ofGoal))
    done(await write('anouk', amendment, 'approach', 'Elke dag'))
    expect(await put('anouk', amendment)).toMatchObject({ because: 'only-these-two' })
    const decision = done(await put('karin', amendment))
    expect(await withdrawAmendment(db, cast.member('anouk'), which(amendment), '', AFTER)).toMatchObject({
      because: 'before-team',
    })
    const objection = { kind: 'objection', reason: 'Te vaak.' } as const
    for (const key of ['karin', 'paul', 'bram'] as const)
      done(
        await speakIn(
          db,
          cast.member(key),
          decision,
          key === 'bram' ? objection : { kind: 'consent' },
          AFTER,
        ),
      )
    const seal = () => sealAmendment(db, cast.member('karin'), which(amendment), 'De Regenboog', ROUND_OVER)
    expect(await seal()).toMatchObject({ refused: 'not-decided' })
    const settle = { way: 'dropped', note: 'We laten het zo.' } as const
    done(await settleAmendment(db, cast.member('karin'), which(amendment), settle, ROUND_OVER))
    expect((await see('petra', amendment, ROUND_OVER))?.amendment.ended).toMatchObject({
      is: 'declined',
      words: 'We laten het zo.',
    })
    expect(await text(goal, 'approach')).toBe('Samen kijken')
    expect(await seal()).toMatchObject({ because: 'has-ended' })
  })

  it('is read and written along through its keeper by whom it is, and by nobody once it has ended', async () => {
    const db = await open()
    const { begin, write, yes, ofTrack, cast } = await house(db)
    const amendment = done(await begin('anouk', ofTrack))
    done(await write('anouk', amendment, 'goal', 'Anders'))
    const find = (key: Parameters<typeof cast.member>[0], field = 'goal') =>
      KEEPER.find(db, cast.member(key), amendment, field)
    expect((await find('anouk'))?.write.may).toBe(true)
    expect((await find('anouk'))?.title('nl')).toBe('Wijziging in het traject van Anouk · Doelstelling')
    expect((await find('karin'))?.write.may).toBe(true)
    expect(await find('bram')).toBeNull()
    expect(await find('anouk', 'title')).toBeNull()
    const other = await settleCast(db, { name: 'De Vlieger' })
    expect(await KEEPER.find(db, other.member('karin'), amendment, 'goal')).toBeNull()
    const place = (await find('anouk'))!.place
    const wrote = (key: 'anouk' | 'bram') =>
      db.write(cast, (_sql, tx) => KEEPER.wrote(tx, cast.member(key), place, AFTER))
    expect(await wrote('anouk')).toBeNull()
    expect(await wrote('bram')).toMatchObject({ refused: 'subject-gone' })
    done(await yes('anouk', amendment))
    done(await yes('karin', amendment))
    expect((await find('anouk'))?.write.may).toBe(false)
    expect(await wrote('anouk')).toMatchObject({ because: 'has-ended' })
    expect(await KEEPER.write(db, cast.member('anouk'), place, 'Toch', null, AFTER)).toMatchObject({
      because: 'has-ended',
    })
  })

  it('stands still for writing and suggesting as long as its round is open, by the clock of the house', async () => {
    const db = await open()
    const { begin, write, put, ofGoal, cast } = await house(db)
    const amendment = done(await begin('bram', ofGoal))
    done(await write('bram', amendment, 'approach', 'Drie keer per week'))
    done(await put('karin', amendment))
    const sightAt = async (now: Moment, key: 'karin' | 'anouk') =>
      (await amendmentKeeper(() => new Date(now)).find(db, cast.member(key), amendment, 'approach'))!
    expect((await sightAt(AFTER, 'karin')).write).toMatchObject({ may: false, because: 'before-team' })
    expect((await sightAt(AFTER, 'anouk')).suggest).toMatchObject({ may: false, because: 'before-team' })
    expect((await sightAt(ROUND_OVER, 'karin')).write.may).toBe(true)
    expect((await sightAt(ROUND_OVER, 'anouk')).suggest.may).toBe(true)
  })

  it('is erased with the track it is of', async () => {
    const db = await open()
    const { begin, write, yes, ofTrack, cast, anouk, see } = await house(db)
    const first = done(await begin('anouk', ofTrack))
    done(await write('anouk', first, 'goal', 'Anders'))
    done(await yes('anouk', first))
    done(await yes('karin', first))
    const second = done(await begin('karin', ofTrack))
    done(await write('karin', second, 'goal', 'Weer anders'))
    const said = { text: 'Waarom anders?', about: null }
    const at = { ownerId: second, field: 'goal' }
    done(await openThread(db, cast.member('anouk'), keepers(KEEPER), at, said, AFTER))
    const left = { left_on: '2020-07-31' as Day }
    await db.write(cast, (sql) =>
      sql.updateTable('person').set(left).where('id', '=', cast.people.anouk).execute(),
    )
    done(await eraseTrack(db, cast.keeper, anouk, 'De termijn is voorbij.', AFTER))
    const rest = await db.read(cast, (sql) => sql.selectFrom('amendment').selectAll().execute())
    expect(JSON.stringify(rest)).not.toContain('nders')
    expect(JSON.stringify(rest)).not.toContain(WHY)
    const words = await db.read(cast, (sql) => sql.selectFrom('comment').select('text').execute())
    expect(words).toEqual([])
    for (const id of [first, second]) {
      const at = { ownerId: id, field: 'goal' }
      expect(await db.read(cast, (sql) => readPassage(sql, cast.keeper, at))).toBeNull()
    }
    expect((await see('karin', first))?.amendment.ended?.is).toBe('agreed')
    expect(await eraseTrack(db, cast.keeper, anouk, 'Nog eens.', AFTER)).toMatchObject({
      refused: 'already-erased',
    })
  })

  describe('whatever people do, in whatever order', () => {
    const who = fc.constantFrom('anouk', 'karin', 'bram', 'paul' as const)
    const act = fc.oneof(
      fc.record({ is: fc.constant('begin' as const), who }),
      fc.record({
        is: fc.constant('write' as const),
        who,
        text: fc.constantFrom('a', 'b', 'Doel van anouk'),
      }),
      fc.record({ is: fc.constant('straight' as const), who, text: fc.constantFrom('a', 'b') }),
      fc.record({ is: fc.constantFrom('yes', 'back', 'no', 'retract'), who }),
    )

    it('the agreed text is what was last sealed, and each seal has the yes of two', async () => {
      const db = await open()
      await fc.assert(
        fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 14 }), async (acts) => {
          const h = await house(db)
          let amendment = done(await h.begin('anouk', h.ofTrack))
          for (const one of acts) {
            const actor = h.cast.member(one.who)
            if (one.is === 'begin') {
              const begun = await h.begin(one.who, h.ofTrack)
              if (typeof begun === 'string') amendment = begun
            } else if (one.is === 'write') await h.write(one.who, amendment, 'goal', one.text)
            else if (one.is === 'straight') {
              const now = await h.plan()
              await writeEntryText(db, actor, now, entryOf(now, h.anouk)!, 'goal', one.text, null, AFTER)
            } else if (one.is === 'yes') await h.yes(one.who, amendment)
            else if (one.is === 'back') await takeYesBack(db, actor, h.which(amendment), AFTER)
            else if (one.is === 'no') await declineAmendment(db, actor, h.which(amendment), 'Nee.', AFTER)
            else await withdrawAmendment(db, actor, h.which(amendment), '', AFTER)
            const [latest] = await h.versions()
            const sealed = await readSealedEntries(db, h.cast.keeper, latest!.id)
            const content = JSON.parse(sealed.find(({ id }) => id === h.anouk)!.content!) as {
              texts: { goal: string }
            }
            expect(await h.text(h.anouk, 'goal')).toBe(content.texts.goal)
            for (const { yeses } of amendmentsFrom(latest!.record))
              expect(new Set(yeses.map(({ person }) => person.id)).size).toBe(2)
          }
        }),
        { numRuns: 25 },
      )
    })
  })
})

/** The refusal of a way to the seal that ends before the round. */
async function carryNo(carry: (id: AmendmentId) => Promise<unknown>, id: AmendmentId) {
  try {
    return await carry(id)
  } catch (refused) {
    return { refused: String(refused).replace(/^.*refused: /, '') }
  }
}
