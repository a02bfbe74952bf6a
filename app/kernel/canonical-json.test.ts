import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, type Json } from './canonical-json.ts'

const anyJson = fc.jsonValue({ noUnicodeString: false }) as fc.Arbitrary<Json>

function shuffled(value: Json): Json {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, shuffled(inner)]),
  )
}

describe('canonical JSON', () => {
  it('gives the value back, and the same text whatever the order of the names', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        fc.pre(JSON.stringify(value).isWellFormed())
        const text = canonicalJson(value)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(shuffled(value))).toBe(text)
        expect(canonicalJson(JSON.parse(text) as Json)).toBe(text)
      }),
    )
  })

  it('writes the example of RFC 8785', () => {
    const example = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\nA\'B"\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\"/"}',
    )
  })

  it('sorts names by their UTF-16 units', () => {
    expect(canonicalJson({ é: 1, z: 2, '\u{1f600}': 3, '\ufb33': 4, a: 5 })).toBe(
      '{"a":5,"z":2,"é":1,"\u{1f600}":3,"\ufb33":4}',
    )
  })

  it('refuses what JSON would change silently', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError)
    expect(() => canonicalJson(['\ud800'])).toThrow(TypeError)
  })
})
