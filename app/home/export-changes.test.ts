import { buffer } from 'node:stream/consumers'
import { afterAll, expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { asMember } from '../../test/request.ts'
import { adoptedPlan, writtenPlan } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { EntryId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { closePress } from '../paper/paper-pdf.ts'
import { openZip } from '../paper/zip-in.ts'

afterAll(closePress)

const wordsIn = async (answer: Response) => {
  const zip = await openZip(Buffer.from(await answer.arrayBuffer()))
  if (isRefusal(zip)) throw new Error(zip.refused)
  return (await buffer(zip.read('word/document.xml'))).toString('utf8')
}

/** The text as an amendment would leave it. */
async function rewrite(db: Db, schoolId: never, owner: EntryId, field: string, text: string) {
  await db.write({ schoolId }, async (sql) => {
    await sql
      .updateTable('passage')
      .set({ text })
      .where('owner_id', '=', owner)
      .where('field', '=', field)
      .execute()
    await sql
      .updateTable('plan')
      .set((set) => ({ revision: set('revision', '+', 1) }))
      .execute()
  })
}

eachDatabase((open) => {
  it('gives the plan in Word and PDF with what changed since it was adopted', async () => {
    const db = await open()
    const { cast, id, goal, bram } = await adoptedPlan(db)
    await rewrite(db, cast.schoolId as never, goal, 'approach', 'Samen luisteren')
    await rewrite(db, cast.schoolId as never, bram, 'goal', 'Geheim van Bram')
    const karin = await asMember(testApp(db), db, cast, 'karin')
    const page = await (await karin.get(`/plan/${id}/export`)).text()
    expect(page).toContain('met wat er veranderde')
    expect(page).toContain(`/plan/${id}/export/docx?readers=full&amp;changes=yes`)
    const word = await karin.get(`/plan/${id}/export/docx?readers=full&changes=yes`)
    expect(word.headers.get('content-disposition')).toContain('-met-wijzigingen.docx')
    const xml = await wordsIn(word)
    expect(xml).toMatch(/<w:delText[^>]*>kijken/)
    expect(xml).toMatch(/<w:ins [^>]*><w:r><w:t [^>]*>luisteren/)
    expect(xml).toContain('Sinds: Vastgesteld, versie 1.0')
    // Bram does not stand behind his text: it is in no export, not even for the coordinator.
    expect(xml).not.toMatch(/Geheim|Doel van bram/)
    const pdf = await karin.get(`/plan/${id}/export/pdf?readers=full&changes=yes`)
    expect(pdf.status).toBe(200)
    expect(Buffer.from(await pdf.arrayBuffer()).toString('latin1')).toContain('/StructTreeRoot')
    const initials = await karin.get(`/plan/${id}/export/docx?readers=initials&changes=yes`)
    expect(await wordsIn(initials)).not.toMatch(/<w:(ins|del) /)
  })

  it('has nothing of the kind before a plan is adopted', async () => {
    const db = await open()
    const { cast, id } = await writtenPlan(db)
    const karin = await asMember(testApp(db), db, cast, 'karin')
    expect(await (await karin.get(`/plan/${id}/export`)).text()).not.toContain('met wat er veranderde')
    const word = await karin.get(`/plan/${id}/export/docx?readers=full&changes=yes`)
    expect(await wordsIn(word)).not.toContain('Wat er veranderde')
  })
})
