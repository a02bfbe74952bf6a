import { describe, expect, test } from 'vitest'
import { ediGoal, regenboogPaper } from '../../test/paper.ts'
import { layOut } from './paper-layout.ts'
import type { PlanPaper } from './plan-paper.ts'
import { PlanSheets } from './print-view.tsx'

const html = (paper: PlanPaper) => String(<PlanSheets document={layOut(paper)} />)

describe('the plan as a page to print', () => {
  test('has the form in one frame and the later sheets on pages of their own', () => {
    const page = html(regenboogPaper())
    expect(page.match(/class="fig"/g)).toHaveLength(1)
    expect(page.match(/class="vel blad"/g)).toHaveLength(2)
    expect(page).toContain('<h2>Uitgangspunten en principes</h2>')
    expect(page).toContain('<h1>Vaststelling</h1>')
  })

  test('goals count on through both parts', () => {
    const page = html(regenboogPaper())
    expect(page).toContain(`<span>1.</span><div><h3><strong>${ediGoal.title}</strong>`)
    expect(page).toContain('<span>2.</span><div><h3><strong>We kijken bij elkaar in de klas.</strong>')
  })

  test('long texts have their lists, looks and links', () => {
    const approach = 'We **doen**:\n\n- *dit*\n- [dat](https://a.nl/?b&c)\n\n1. eerst'
    const page = html(regenboogPaper({ generalGoals: [{ ...ediGoal, approach, title: 'Een **doel**' }] }))
    expect(page).toContain('<b>Aanpak: </b></p><p class="alinea">We <strong>doen</strong>:</p>')
    expect(page).toContain('<ul class="punten"><li><em>dit</em></li><li><a href="https://a.nl/?b&amp;c"')
    expect(page).toContain('<ol class="punten"><li>eerst</li></ol>')
    expect(page).toContain('<strong>Een <strong>doel</strong></strong>')
  })

  test('markup in a text is text, lines are lines', () => {
    const page = html(regenboogPaper({ principles: ['<script>alert(1)</script>\nen "verder"'] }))
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;<br/>en &quot;verder&quot;')
    expect(page).not.toContain('<script')
  })

  test('figures stand in a table with what belongs to each number, a drawing is told', () => {
    const paper = layOut(regenboogPaper())
    const cells = [{ text: '52,6 %', beside: 'n 116', under: 'was 51,2 %' }]
    const figures = {
      kind: 'figures',
      caption: '1S/2F',
      head: ['', '2026'],
      rows: [{ name: 'Samen', cells }],
    } as const
    const picture = {
      kind: 'picture',
      caption: 'Samen',
      svg: '<svg/>',
      told: 'Vier jaar op rij omhoog.',
    } as const
    const document = { ...paper, sheets: [{ boxed: false, blocks: [figures, picture] }] }
    const page = String(<PlanSheets document={document} />)
    expect(page).toContain('<th scope="row">Samen</th><td>52,6 % n 116<br/>was 51,2 %</td>')
    expect(page).toContain('<b>Samen</b> Vier jaar op rij omhoog.')
  })
})
