import { expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { holdMeeting } from '../../test/held-meeting.ts'
import { formThat } from '../../test/page-forms.ts'
import { readActions } from '../minutes/action-store.ts'
import { baseOf } from '../writing/passage.ts'

eachDatabase((open) => {
  it('an action that can’t be read stays on the desk, with its words and what to do now', async () => {
    const led = await holdMeeting(await open())
    const anouk = await led.as('anouk')
    const desk = `${led.href}/desk`
    const before = await (await anouk.get(desk)).text()
    expect(before).toContain(`action="${desk}"`)
    const fields = formThat(before, 'action')
    if (!fields) throw new Error('no form for an action on the desk')
    const refused = await anouk.post(desk, { ...fields, line: 'leesboeken <halen>' })
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('class="tafel"')
    expect(page).toContain('value="leesboeken &lt;halen&gt;"')
    expect(page).toMatch(/id="action-[^"]*-line-error"|aria-invalid="true"/)
    expect(page).toContain('Schrijf wie het doet, een dubbele punt, en wat.')
    expect(page).toMatch(/<live-feed[^>]*data-refused/)
    const taken = await anouk.post(desk, { ...fields, line: 'Anouk: leesboeken halen, 3 dec' })
    expect([taken.status, taken.headers.get('location')]).toEqual([303, desk])
    expect(await readActions(led.db, led.cast.keeper, led.meeting)).toMatchObject([
      { what: 'leesboeken halen', item: fields['item'] },
    ])
  })

  it('words typed at an item that is over by now come back at that item', async () => {
    const led = await holdMeeting(await open())
    const anouk = await led.as('anouk')
    const earlier = await led.item('principle')
    const act = { act: 'action', item: earlier.id, back: 'desk', line: 'halen' }
    const page = await (await anouk.post(`${led.href}/desk`, act)).text()
    expect(page).toContain(`id="action-${earlier.id}"`)
    expect(page).toContain('value="halen"')
    expect(page).toContain(earlier.title)
  })

  it('a note that somebody else wrote meanwhile shows both texts on the desk', async () => {
    const led = await holdMeeting(await open())
    const [anouk, karin] = [await led.as('anouk'), await led.as('karin')]
    const { id } = await led.item('goal')
    const note = (text: string) => ({
      act: 'note',
      owner: id,
      back: 'desk',
      'text.note': text,
      'base.note': baseOf(null),
    })
    expect((await anouk.post(`${led.href}/desk`, note('We spraken lang.'))).status).toBe(303)
    const clash = await karin.post(`${led.href}/desk`, note('Iets heel anders.'))
    expect(clash.status).toBe(422)
    const page = await clash.text()
    expect(page).toContain('class="tafel"')
    expect(page).toContain('Iets heel anders.')
    expect(page).toContain('We spraken lang.')
  })

  it('is for who keeps the minutes alone', async () => {
    const led = await holdMeeting(await open())
    const bram = await led.as('bram')
    const { id } = await led.item('goal')
    const act = { act: 'action', item: id, back: 'desk', line: 'Bram: iets' }
    expect((await bram.post(`${led.href}/desk`, act)).status).toBe(403)
    expect(await readActions(led.db, led.cast.keeper, led.meeting)).toEqual([])
  })
})
