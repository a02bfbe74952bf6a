import { describe, expect, test } from 'vitest'
import { samples } from '../test/jsx-samples.tsx'
import { compiledSource } from './compile-jsx.ts'

// The same file once more, through the compiler.
const file = '../test/jsx-samples.tsx?compiled'
const compiled = ((await import(/* @vite-ignore */ file)) as { samples: typeof samples }).samples

/** hono draws into a string, or promises one. */
async function drawn(sample: (() => unknown) | undefined): Promise<string> {
  const html = (sample as () => { toString(): string | Promise<string> })().toString()
  return [await html].join('')
}

describe('a compiled page is the page that hono draws', () => {
  test.each(Object.keys(samples))('%s', async (name) => {
    const expected = await drawn(samples[name])
    expect(await drawn(compiled[name])).toBe(expected)
    expect(expected).not.toContain('[object')
    expect(expected.length).toBeGreaterThan(0)
  })
})

test('the compiled samples are compiled, and the others are not', () => {
  expect(String(compiled['lists'])).toContain('shape$')
  expect(String(samples['lists'])).not.toContain('shape$')
})

test('what is always the same is one text', () => {
  const source = compiledSource('export const a = () => <p class="b"><i>c</i></p>', './compiled.ts')
  expect(source).toContain(`{ texts: ["<p class=\\"b\\"><i>c</i></p>"], names: [] }`)
  expect(source).toContain('export const a = () => compiled$(shape$0)')
})

test('a file without elements stays as it is', () => {
  expect(compiledSource('export const a = 1 < 2', './compiled.ts')).toBe('export const a = 1 < 2')
})
