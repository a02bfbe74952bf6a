import { expect, it } from 'vitest'
import { amending } from '../../test/amended-plan.ts'
import { eachDatabase } from '../../test/database.ts'
import { leadAnother } from '../../test/led-meeting.ts'
import { newItem } from '../../test/meeting-visit.ts'
import { adoptedPlan, done, planOf } from '../../test/written-plan.ts'
import { placeKey } from '../adoption/typed-place.ts'
import type { Db } from '../db/database.ts'
import { textOf } from '../plan/entry.ts'
import { fingerprint } from '../writing/passage.ts'
import { closeRound, openRound, renewRound, settleItem } from './decide-desk.ts'

const SIX = ['karin', 'paul', 'anouk', 'bram', 'petra', 'youssef'] as const
const OBJECTION = { kind: 'objection', reason: 'Drie keer is te veel.' } as const
const FIRST = 'Samen kijken, drie keer per week.'

/** An adopted plan, an amendment of its goal, and a meeting with that on the agenda. */
async function onAgenda(db: Db) {
  const { cast, id: plan, goal } = await adoptedPlan(db)
  const acts = amending(db, cast, plan)
  const amendment = done(
    await acts.begin('anouk', { kind: 'change', about: 'general-goal', subjectId: goal }),
  )
  done(await acts.write('anouk', amendment, 'approach', FIRST))
  const led = await leadAnother({ db, cast, plan }, [newItem('amendment', amendment)])
  await led.goTo('amendment', 1)
  return { led, amendment, goal, acts }
}

eachDatabase((open) => {
  it('an amendment shows its difference, is decided in the room, and lies in the plan once it is sealed', async () => {
    const { led, amendment, goal } = await onAgenda(await open())
    const before = await led.sheet('amendment', 1)
    expect(before).toMatchObject({ mayDecide: true, people: ['Anouk'], heading: 'Wijziging van doel 1' })
    expect(before.pieces).toEqual([{ label: 'Aanpak', before: 'Samen kijken', text: FIRST }])
    done(await openRound(await led.deciding('amendment', 2)))
    await led.everyone('amendment', 3, ...SIX)
    expect(done(await closeRound(await led.deciding('amendment', 4)))?.standing.now.is).toBe('stands')
    const page = await (await led.as('karin')).get(`/plan/${led.plan}/amendment/${amendment}`)
    expect(await page.text()).toContain('Hierover besluit het team in de vergadering')
    const sealed = await (await led.as('karin')).post(`/plan/${led.plan}/amendment/${amendment}`, {
      act: 'seal',
    })
    expect(sealed.status).toBe(303)
    const now = (await planOf(led.db, led.cast, led.plan)).entries.find(({ id }) => id === goal)
    expect(now && textOf(now, 'approach')).toBe(FIRST)
    const after = await led.sheet('amendment', 6)
    expect(after.pieces).toEqual([{ label: 'Aanpak', before: 'Samen kijken', text: FIRST }])
    expect(after.mayDecide).toBe(false)
  })

  it('after an objection its text is typed in the room, beside the text of the round before', async () => {
    const { led, amendment } = await onAgenda(await open())
    done(await openRound(await led.deciding('amendment', 2)))
    await led.speak('amendment', 'bram', OBJECTION, 3)
    done(await closeRound(await led.deciding('amendment', 4)))
    const key = placeKey(amendment, 'approach')
    const texts = [{ key, text: 'Samen kijken, twee keer per week.', base: fingerprint(FIRST) }]
    const given = { changeNote: 'Twee keer past.', texts }
    expect(await renewRound(await led.deciding('amendment', 5), given)).toBe('renewed')
    const { pieces, why } = await led.sheet('amendment', 5)
    expect(why).toBe('Twee keer past.')
    expect(pieces).toHaveLength(1)
    expect(pieces[0]?.before).toContain('drie keer')
    expect(pieces[0]?.text).toContain('twee keer')
  })

  it('dropped, it is declined with those words', async () => {
    const { led, amendment, acts } = await onAgenda(await open())
    done(await openRound(await led.deciding('amendment', 2)))
    await led.speak('amendment', 'bram', OBJECTION, 3)
    done(await closeRound(await led.deciding('amendment', 4)))
    done(await settleItem(await led.deciding('amendment', 5), { way: 'dropped', note: 'Nu niet.' }))
    expect((await acts.see('karin', amendment))?.amendment.ended).toMatchObject({
      is: 'declined',
      words: 'Nu niet.',
    })
    expect(await openRound(await led.deciding('amendment', 6))).toHaveProperty('refused')
  })

  it('of a track nothing is shown and nothing is asked: its two sides agree', async () => {
    const db = await open()
    const { cast, id: plan, anouk } = await adoptedPlan(db)
    const acts = amending(db, cast, plan)
    const amendment = done(
      await acts.begin('anouk', { kind: 'change', about: 'teacher-track', subjectId: anouk }),
    )
    done(await acts.write('anouk', amendment, 'goal', 'Iets tussen ons tweeën.'))
    const led = await leadAnother({ db, cast, plan }, [newItem('amendment', amendment)])
    await led.goTo('amendment', 1)
    const sheet = await led.sheet('amendment', 1)
    expect(JSON.stringify(sheet)).not.toContain('tussen ons')
    expect(sheet.mayDecide).toBe(false)
    expect(await openRound(await led.deciding('amendment', 2))).toEqual({
      refused: 'may-not',
      because: 'these-two-agree',
    })
    const typed = {
      changeNote: 'Zo.',
      texts: [{ key: placeKey(amendment, 'goal'), text: 'Anders', base: '' }],
    }
    expect(await renewRound(await led.deciding('amendment', 3), typed)).toHaveProperty('refused')
    expect((await acts.see('anouk', amendment))?.amendment.texts['goal']?.text).toBe(
      'Iets tussen ons tweeën.',
    )
  })
})
