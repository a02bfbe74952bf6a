import { describe, expect, it } from 'vitest'
import { textOf } from '../../app/plan/entry.ts'
import { movePlan } from '../../app/plan/plan-store.ts'
import { erasePassages } from '../../app/writing/passage-store.ts'
import { NOW_MOMENT } from '../cast.ts'
import { addGoal, entryNow, ownTrack } from '../plan-visit.ts'
import { CHROMIUM, planHouse } from './plan-house.ts'
import { copiesOn, editor, keptOn, rewrite, SOON, status, words } from './writing-page.ts'

describe.skipIf(!CHROMIUM)('rights that go while somebody writes, in a browser', () => {
  const house = planHouse()
  const card = (id: string) => `${house().visit.href}?edit=${id}`

  it('gives the words back when the text was erased and begun anew meanwhile', async () => {
    const { visit, enter } = house()
    const id = await addGoal(visit, 'Gewist')
    const { page, close } = await enter('karin', card(id))
    await rewrite(editor(page, 'approach'), 'Wat er stond.')
    await expect.poll(() => status(page), SOON).toContain('Bewaard om')
    const context = page.context()
    await context.setOffline(true)
    await rewrite(editor(page, 'approach'), 'Wat ik zonder verbinding schreef.')
    await expect.poll(() => keptOn(page), SOON).toBe(1)
    await page.close({ runBeforeUnload: false })
    await visit.db.write(visit.cast, (sql) => erasePassages(sql, visit.cast.keeper, id))
    await context.setOffline(false)
    const again = await context.newPage()
    await again.goto(house().url + card(id))
    const given = again.locator('auto-save[data-field="approach"] [data-given]')
    await expect.poll(() => given.textContent(), SOON).toContain('Wat ik zonder verbinding schreef.')
    expect(await given.textContent()).toContain('Deze tekst is intussen opnieuw begonnen.')
    await expect.poll(() => words(again, 'approach'), SOON).toBe('')
    await rewrite(editor(again, 'approach'), 'Opnieuw.')
    await expect.poll(async () => textOf(await entryNow(visit, id), 'approach'), SOON).toBe('Opnieuw.')
    await given.getByRole('button', { name: 'Haal hem hier weg' }).click()
    await expect.poll(() => copiesOn(again), SOON).toEqual([])
    await close()
  })

  it('says who is signed out elsewhere, keeps the text, and goes on where it stood', async () => {
    const { visit, enter } = house()
    const id = await addGoal(visit, 'Elders uitgelogd')
    const { page, close } = await enter('karin', card(id))
    await editor(page, 'approach').waitFor()
    const [session] = await page.context().cookies()
    await fetch(`${house().url}/sign-out`, {
      method: 'POST',
      headers: { cookie: `session=${session?.value}`, 'sec-fetch-site': 'same-origin' },
      redirect: 'manual',
    })
    await rewrite(editor(page, 'approach'), 'Nog net getypt.')
    await expect.poll(() => status(page), SOON).toContain('Je bent niet meer ingelogd.')
    await expect.poll(() => keptOn(page), SOON).toBe(1)
    const back = await enter('karin', '/')
    await page.context().addCookies(await back.page.context().cookies())
    await expect.poll(async () => textOf(await entryNow(visit, id), 'approach'), SOON).toBe('Nog net getypt.')
    await expect.poll(() => status(page), SOON).toContain('Bewaard om')
    await back.close()
    await close()
  })

  it('says that a text is too long, and stores it when it is shorter', async () => {
    const { visit, enter } = house()
    const id = await addGoal(visit, 'Te veel')
    const { page, close } = await enter('karin', card(id))
    await rewrite(editor(page, 'approach'), 'a'.repeat(20_001))
    await expect.poll(() => status(page), SOON).toContain('te lang')
    await rewrite(editor(page, 'approach'), 'Kort.')
    await expect.poll(async () => textOf(await entryNow(visit, id), 'approach'), SOON).toBe('Kort.')
    await expect.poll(() => status(page), SOON).toContain('Bewaard om')
    await close()
  })

  it('gives the words back to copy when the plan has gone to the team meanwhile', async () => {
    const { visit, enter } = house()
    const id = await ownTrack(visit, 'anouk', 'Wat ik wil leren.')
    const { page, close } = await enter('anouk', card(id))
    await editor(page, 'goal').waitFor()
    await page.context().setOffline(true)
    await rewrite(editor(page, 'goal'), 'Wat ik te laat schreef.')
    const karin = visit.cast.member('karin')
    for (const to of ['input', 'decision'] as const)
      await movePlan(visit.db, karin, await visit.now(), to, 'Naar het team.', NOW_MOMENT)
    await page.context().setOffline(false)
    const given = page.locator('auto-save[data-field="goal"] [data-given]')
    await expect.poll(() => given.textContent(), SOON).toContain('Wat ik te laat schreef.')
    await expect.poll(() => status(page), SOON).toContain('niet meer schrijven')
    expect(
      await page.locator('auto-save[data-field="goal"] .ProseMirror').getAttribute('contenteditable'),
    ).toBe('false')
    expect(textOf(await entryNow(visit, id), 'goal')).toBe('Wat ik wil leren.')
    await close()
  })
})
