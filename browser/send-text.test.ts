import { afterEach, describe, expect, it, vi } from 'vitest'
import { sendText } from './send-text.ts'

const json = (status: number, body: object) => Response.json(body, { status })
const theirs = (text: string) => json(409, { theirs: { text, revision: 7, says: 'Lotte schreef hier ook' } })
const TEXT = { url: '/plan/1/entry/2/text/goal', text: 'Nieuw', base: '3', sent: null }

/** The server as a row of answers; gives what was sent to it. */
function server(...answers: (Response | Error)[]) {
  const bodies: string[] = []
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: URLSearchParams }) => {
    bodies.push(String(body))
    const answer = answers.shift()
    if (!answer || answer instanceof Error) throw answer ?? new Error('no more answers')
    return answer
  })
  return bodies
}

afterEach(() => vi.unstubAllGlobals())

describe('sending a text', () => {
  it('hears the new revision', async () => {
    const bodies = server(json(200, { revision: 4, says: 'Bewaard om 10.42 uur' }))
    expect(await sendText(TEXT)).toEqual({ is: 'saved', revision: 4, says: 'Bewaard om 10.42 uur' })
    expect(bodies).toEqual(['text=Nieuw&base=3'])
  })

  it('sees the text of somebody else', async () => {
    server(theirs('Van Lotte'))
    expect(await sendText(TEXT)).toMatchObject({ is: 'clash', theirs: { text: 'Van Lotte', revision: 7 } })
  })

  it('does not clash with what this device sent before without hearing back', async () => {
    const bodies = server(theirs('Half'), json(200, { revision: 8, says: 'Bewaard' }))
    expect(await sendText({ ...TEXT, sent: 'Half ' })).toMatchObject({ is: 'saved', revision: 8 })
    expect(bodies[1]).toBe('text=Nieuw&base=7')
  })

  it.each([
    ['offline', new Error('no network')],
    ['signed-out', new Response(null, { status: 401 })],
    ['sorry', new Response('<html>', { status: 500, headers: { 'content-type': 'text/html' } })],
    ['refused', new Response('<html>', { status: 404, headers: { 'content-type': 'text/html' } })],
    ['refused', json(403, { says: 'Het plan ligt voor aan het team.' })],
  ] as const)('knows %s', async (is, answer) => {
    server(answer)
    expect((await sendText(TEXT)).is).toBe(is)
  })
})
