import { buffer } from 'node:stream/consumers'
import { afterAll, expect, it } from 'vitest'
import { NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { addGoal, ownTrack, type PlanVisit, visitPlan } from '../../test/plan-visit.ts'
import type { EntryId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { closePress } from '../paper/paper-pdf.ts'
import { openZip } from '../paper/zip-in.ts'
import { writeEntryText } from '../plan/entry-store.ts'
import { entryOf } from '../plan/plan.ts'
import { readPlan } from '../plan/plan-store.ts'

afterAll(closePress)

/** A long text with everything that could do harm somewhere, and with what should come through. */
const TEXT = [
  'We **oefenen** [hier](javascript:alert(1)) en [daar](https://regenboog.example/?a=1&b="><script>alert(1)</script>).',
  '- <script>alert(1)</script> & <img src=x onerror=alert(1)>',
  '- [*mail*](mailto:kees@regenboog.example)',
  '1. #panic() #import "x.typ": * {counted-entries-0} $ x $ <label> @ref',
  '2. **=HYPERLINK("http://evil.example")** INCLUDETEXT </w:t></w:r>',
].join('\n\n')

async function write(visit: PlanVisit, id: EntryId, field: 'approach' | 'title', text: string) {
  const plan = await readPlan(visit.db, visit.cast.keeper, visit.plan)
  const entry = plan && entryOf(plan, id)
  if (!entry) throw new Error('the goal is not there')
  const no = await writeEntryText(
    visit.db,
    visit.cast.member('karin'),
    plan,
    entry,
    field,
    text,
    null,
    NOW_MOMENT,
  )
  if (isRefusal(no)) throw new Error(no.refused)
}

/** The parts of a Word file as text. */
async function partsOf(bytes: Uint8Array) {
  const zip = await openZip(Buffer.from(bytes))
  if (isRefusal(zip)) throw new Error(zip.refused)
  const read = async (name: string) => (await buffer(zip.read(name))).toString('utf8')
  return { document: await read('word/document.xml'), relations: await read('word/_rels/document.xml.rels') }
}

const scriptsIn = (html: string) =>
  html.match(/<script(?![^>]*(?:nonce|src)=)|<img[^>]*onerror|href="javascript/gi)

eachDatabase((open) => {
  it('a long text is itself on every page and in every file, and nothing else', async () => {
    const visit = await visitPlan(await open())
    const goal = await addGoal(visit, 'Elke **dag** lezen')
    await write(visit, goal, 'approach', TEXT)
    for (const path of ['', `?edit=${goal}`, '/export/print', '/year']) {
      const page = await (await visit.karin.get(`${visit.href}${path}`)).text()
      expect(scriptsIn(page)).toBeNull()
    }
    const plan = await (await visit.karin.get(visit.href)).text()
    expect(plan).toContain('We <strong>oefenen</strong>')
    expect(plan).toContain('<a href="mailto:kees@regenboog.example"')
    expect(plan).toContain('Elke dag lezen')
    const json = (await (await visit.karin.get(`${visit.href}/export/json`)).json()) as {
      generalGoals: { approach: string }[]
    }
    expect(json.generalGoals[0]?.approach).toContain('<script>alert(1)</script> & <img')
  })

  it('leads out of a Word file to the web and to mail only', async () => {
    const visit = await visitPlan(await open())
    await write(visit, await addGoal(visit, 'Lezen'), 'approach', TEXT)
    const file = await visit.karin.get(`${visit.href}/export/docx`)
    const { document, relations } = await partsOf(new Uint8Array(await file.arrayBuffer()))
    const targets = [...relations.matchAll(/Target="([^"]*)"[^>]*TargetMode="External"/g)].map(
      (found) => found[1],
    )
    expect(targets).toEqual(['mailto:kees@regenboog.example'])
    expect(document).not.toContain('<script')
    expect(document).not.toMatch(/<w:(?:instrText|fldSimple|object|altChunk)/)
    expect(document).toContain('&lt;/w:t&gt;&lt;/w:r&gt;')
  })

  it('makes a PDF with its signs as words', async () => {
    const visit = await visitPlan(await open())
    await write(visit, await addGoal(visit, 'Lezen'), 'approach', TEXT)
    const pdf = await visit.karin.get(`${visit.href}/export/pdf`)
    expect(pdf.status).toBe(200)
    const bytes = Buffer.from(await pdf.arrayBuffer()).toString('latin1')
    const links = [...bytes.matchAll(/\/URI\s*\(([^)]*)\)/g)].map((found) => found[1])
    expect(new Set(links)).toEqual(new Set(['mailto:kees@regenboog.example']))
  })

  it('keeps names out of a version without names, also where a link would tell them', async () => {
    const visit = await visitPlan(await open())
    await write(
      visit,
      await addGoal(visit, 'Lezen'),
      'approach',
      'Met **Ka**\\rin, [mail](mailto:karin@regenboog.example).',
    )
    await ownTrack(visit, 'anouk', 'Rust')
    for (const readers of ['initials', 'without-tracks']) {
      const answer = await visit.karin.get(`${visit.href}/export/json?readers=${readers}`)
      expect(answer.status).toBe(200)
      const said = (await answer.text()).toLowerCase()
      expect(said).not.toMatch(/karin|ka\*\*|rin,/)
    }
  })
})
