import { expect, it } from 'vitest'
import { amending } from '../../test/amended-plan.ts'
import type { Cast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { asMember } from '../../test/request.ts'
import { openHouse, openText, until } from '../../test/writers.ts'
import { AFTER, adoptedPlan, done, planOf } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import { textOf } from '../plan/entry.ts'
import { entryOf } from '../plan/plan.ts'
import { flushWriting } from '../writing/flush-desk.ts'

/** An adopted plan on a server of its own, with an amendment of Anouk's track. */
async function visitAmendment(db: Db) {
  const made = await adoptedPlan(db)
  const house = await openHouse(db, { now: () => new Date(AFTER) })
  const acts = amending(db, made.cast, made.id)
  const asked = { kind: 'change', about: 'teacher-track', subjectId: made.anouk } as const
  const amendment = done(await acts.begin('anouk', asked))
  const cookieOf = async (who: keyof Cast['people']) =>
    (await asMember({ request: () => new Response() }, db, made.cast, who, new Date(AFTER))).cookie
  return {
    ...made,
    ...acts,
    amendment,
    open: async (who: keyof Cast['people'], name: string) =>
      openText({ url: house.url, cookie: await cookieOf(who), name }),
    agreed: async () => textOf(entryOf(await planOf(db, made.cast, made.id), made.anouk)!, 'goal'),
    written: async () => (await acts.see('anouk', amendment))?.amendment.texts['goal']?.text,
  }
}

eachDatabase((open) => {
  it('teacher and coordinator write in one amendment at once; nobody else, and nobody in the agreed text', async () => {
    const db = await open()
    const { open: enter, amendment, anouk: track, id, written, agreed } = await visitAmendment(db)
    const anouk = await enter('anouk', `${amendment}:goal`)
    const karin = await enter('karin', `${amendment}:goal`)
    expect(anouk.text()).toBe('Doel van anouk')
    anouk.type(', samen')
    await until('the words of Anouk', () => karin.text().endsWith(', samen'))
    karin.type(' met Karin')
    expect(await karin.store()).toMatchObject({ is: 'stored' })
    expect(await written()).toBe('Doel van anouk, samen met Karin')
    expect(await agreed()).toBe('Doel van anouk')
    expect((await enter('bram', `${amendment}:goal`)).heard[0]?.is).toBe('denied')
    const straight = await enter('anouk', `${track}:goal`)
    straight.type(' en toch')
    expect(await straight.store()).toMatchObject({ is: 'refused' })
    await flushWriting(db, id)
    expect(await agreed()).toBe('Doel van anouk')
  })

  it('closes once it is agreed: a word that comes later is in neither text', async () => {
    const db = await open()
    const { open: enter, amendment, yes, write, written, agreed, id } = await visitAmendment(db)
    const anouk = await enter('anouk', `${amendment}:goal`)
    done(await write('karin', amendment, 'support', 'Karin kijkt mee.'))
    anouk.type(', samen')
    await anouk.store()
    done(await yes('anouk', amendment))
    done(await yes('karin', amendment))
    expect(await agreed()).toBe('Doel van anouk, samen')
    anouk.type(' en meer')
    await flushWriting(db, id)
    expect([await written(), await agreed()]).toEqual(['Doel van anouk, samen', 'Doel van anouk, samen'])
    await until('that it says so', () => anouk.heard.some(({ is }) => is === 'refused' || is === 'closed'))
  })
})
