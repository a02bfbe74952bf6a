import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CannotReadForm, formPieces } from './multipart-in.ts'

async function* inPieces(bytes: Buffer, size: number) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

/** A form as the platform itself writes it. */
async function sent(form: FormData) {
  const request = new Request('http://localhost/', { method: 'POST', body: form })
  return { bytes: Buffer.from(await request.arrayBuffer()), type: request.headers.get('content-type') ?? '' }
}

async function read(bytes: Buffer, type: string | undefined, size = 7) {
  const parts: { name: string; fileName: string | null; bytes: Buffer }[] = []
  for await (const piece of formPieces(inPieces(bytes, size), type)) {
    const last = parts.at(-1)
    if (piece.is === 'part')
      parts.push({ name: piece.name, fileName: piece.fileName, bytes: Buffer.alloc(0) })
    else if (last) last.bytes = Buffer.concat([last.bytes, piece.bytes])
  }
  return parts
}

describe('a form that comes in', () => {
  it('gives back what was sent, in pieces of any size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.integer({ min: 1, max: 90 }),
        async (file, size) => {
          const form = new FormData()
          form.set('act', 'read')
          form.set('file', new File([file], 'toetsen "M" é.csv'))
          form.set('empty', '')
          const { bytes, type } = await sent(form)
          expect(await read(bytes, type, size)).toEqual([
            { name: 'act', fileName: null, bytes: Buffer.from('read') },
            { name: 'file', fileName: 'toetsen "M" é.csv', bytes: Buffer.from(file) },
            { name: 'empty', fileName: null, bytes: Buffer.alloc(0) },
          ])
        },
      ),
    )
  })

  it('holds what only looks like a boundary', async () => {
    const form = new FormData()
    const { type } = await sent(form)
    const boundary = /boundary=(.*)$/.exec(type)?.[1] ?? ''
    const text = `\r\n--${boundary.slice(0, -1)}\r\n-\r\n--`
    form.set('file', new File([text], 'a'))
    const own = await sent(form)
    expect((await read(own.bytes, own.type, 5))[0]?.bytes.toString()).toBe(text)
  })

  it.each([
    ['application/json', '{}', 'no-form'],
    [undefined, '', 'no-form'],
    ['multipart/form-data', '--a--', 'no-form'],
    ['multipart/form-data; boundary=a', '', 'broken'],
    [
      'multipart/form-data; boundary=a',
      '--a\r\nContent-Disposition: form-data; name="x"\r\n\r\nhalf',
      'broken',
    ],
    ['multipart/form-data; boundary=a', '--a\r\nContent-Type: text/plain\r\n\r\nx\r\n--a--', 'broken'],
    ['multipart/form-data; boundary=a', '--ab\r\n', 'broken'],
    ['multipart/form-data; boundary=a', `--a\r\n${'x'.repeat(20_000)}`, 'broken'],
  ])('is refused when it is %s %.20s', async (type, body, why) => {
    await expect(read(Buffer.from(body), type)).rejects.toEqual(new CannotReadForm(why as 'broken'))
  })
})
