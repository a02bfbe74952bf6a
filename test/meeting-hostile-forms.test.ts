import { describe, expect, it } from 'vitest'
import { waitingPasses } from '../app/meeting/pass.ts'
import { confirmPass } from '../app/meeting/pass-store.ts'
import { NOW_MOMENT } from './cast.ts'
import { eachDatabase } from './database.ts'
import { lookBackRoom } from './look-back-room.ts'
import { type MeetingRoom, meetingRoom } from './meeting-room.ts'
import { newItem } from './meeting-visit.ts'
import type { Visitor } from './request.ts'
import { done } from './written-plan.ts'

const HOSTILE = [
  'nul\u0000hier',
  '\ud800 half',
  '<script>alert(1)</script><img src=x onerror=alert(1)>"\'',
  '\u202eachterstevoren\u2066\u0007',
  'x\r\nBcc: iedereen@school.nl\r\n\r\nBEGIN:VEVENT',
  '#show(read("/etc/passwd")) $x$ @label <tag> *_`\\',
  'ë'.repeat(3_900),
  '99999999999999999999',
]

type Form = { action: string; fields: [string, string][]; open: string[] }

/** Every form of a page: what stands in it, and the names one can type or choose in. */
function formsOf(page: string, here: string): Form[] {
  return [...page.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, head = '', body = '']) => {
    if (!/method="post"/.test(head)) return []
    const action = /action="([^"]*)"/.exec(head)?.[1] ?? here
    const inputs = [
      ...body.matchAll(/<(input|textarea|select|button)([^>]*)>(?:[\s\S]*?<option[^>]*value="([^"]+)")?/g),
    ]
    const fields: [string, string][] = []
    const open: string[] = []
    for (const [, tag, rest = '', option = ''] of inputs) {
      const name = /name="([^"]*)"/.exec(rest)?.[1]
      if (!name) continue
      const value = /value="([^"]*)"/.exec(rest)?.[1] ?? ''
      if (/type="hidden"/.test(rest) || tag === 'button') fields.push([name, value])
      else {
        const isText =
          tag === 'textarea' ||
          (tag === 'input' && !/type="(radio|checkbox|number|date|datetime-local)"/.test(rest))
        const given =
          name === 'options'
            ? 'Goed\nMoe'
            : tag === 'select'
              ? option
              : isText
                ? value || 'Woorden'
                : value || '3'
        if (!fields.some(([known]) => known === name)) fields.push([name, given])
        open.push(name)
      }
    }
    return [{ action: action.replaceAll('&amp;', '&'), fields, open: [...new Set(open)] }]
  })
}

const SKIP = /sign-out|\/language|\/look$|\/look\?/

let broken = new Set<string>()
let tried = new Set<string>()

async function attack(who: Visitor, paths: string[]) {
  for (const path of paths) {
    const answer = await who.get(path)
    expect([path, answer.status < 500]).toEqual([path, true])
    const forms = formsOf(await answer.text(), path)
    for (const { action, fields, open } of forms) {
      if (SKIP.test(action) || !action.startsWith('/')) continue
      const act = fields.find(([name]) => name === 'act')?.[1] ?? ''
      if (['close', 'cancel', 'leave-device'].includes(act)) continue
      for (const name of new Set([...open, ...fields.map(([name]) => name)])) {
        const once = `${action.replace(/[0-9a-f-]{36}/g, ':')} ${act} ${name}`
        if (tried.has(once)) continue
        tried.add(once)
        for (const value of HOSTILE) {
          const sent = Object.fromEntries(fields)
          sent[name] = value
          const { status } = await who.post(action, sent)
          if (status >= 500)
            broken.add(
              `${status} ${action.replace(/[0-9a-f-]{36}/g, ':')} ${act} ${name} ${JSON.stringify(value.slice(0, 20))}`,
            )
        }
      }
    }
  }
}

const pathsOf = (href: string, items: readonly { id: string }[]) => [
  '/meetings/new',
  href,
  ...items.map(({ id }) => `${href}/item/${id}`),
  ...items.map(({ id }) => `${href}/text/${id}`),
  ...['phone', 'board', 'desk', 'minutes', 'minutes?write=all', 'look-back', 'adopt'].map(
    (page) => `${href}/${page}`,
  ),
]

eachDatabase((open) => {
  describe('forms of a meeting with hostile words in every field', () => {
    const adoption = () => [
      newItem('proposal', null, { title: 'Voorstel', text: 'We kijken twee keer bij elkaar.' }),
      newItem('free', null, { title: 'Rondvraag', purpose: 'opinion' }),
    ]

    for (const stage of ['prepare', 'round', 'objection', 'closed'] as const)
      it(`are answered while it is in ${stage}`, { timeout: 600_000 }, async () => {
        const room: MeetingRoom = await meetingRoom(await open(), { items: adoption() })
        const device = await room.join(room.cast.people.bram)
        const guest = await room.join({ guest: 'Gast' })
        const [waiting] = waitingPasses(await room.now())
        done(
          await confirmPass(room.db, { seat: room.seatOf('karin'), pass: waiting!.pass.id, now: NOW_MOMENT }),
        )
        if (stage !== 'prepare') {
          await room.open()
          await room.next()
          await room.stage('consent')
        }
        if (stage === 'round' || stage === 'objection') await room.openRound()
        if (stage === 'objection') {
          const { decisionId } = await room.item('proposal')
          const petra = await room.as('petra')
          await petra.post(`${room.href}/phone`, {
            act: 'speak',
            decision: decisionId!,
            round: '1',
            answer: 'objection',
            objection: 'Nee',
          })
          await room.closeRound()
        }
        if (stage === 'closed') await room.close()
        const { items } = await room.now()
        broken = new Set()
        tried = new Set()
        for (const who of [await room.as('karin'), await room.as('petra')])
          await attack(who, pathsOf(room.href, items))
        for (const who of [device, guest])
          await attack(who, [`${room.href}/phone`, `${room.href}/board`, '/join'])
        expect([...broken]).toEqual([])
      })

    it('are answered where the team looks back', { timeout: 600_000 }, async () => {
      const room = await lookBackRoom(await open())
      await room.open()
      broken = new Set()
      tried = new Set()
      const { items } = await room.now()
      const karin = await room.as('karin')
      for (const { id } of items) {
        await room.goTo(id)
        await attack(karin, [`${room.href}/look-back`, `${room.href}/phone`, `${room.href}/board`])
      }
      expect([...broken]).toEqual([])
    })
  })
})
