import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupNamesIn, inGroupOrder, parseGroupName, sameGroup, sectionPlace } from './group.ts'

describe('groups', () => {
  it.each([
    ['3', 'groep 3'],
    ['groep 3', 'groep 3'],
    ['Gr.3', 'groep 3'],
    ['3b', 'groep 3 B'],
    ['1/2 a', 'groep 1/2 A'],
    ['1-2A', 'groep 1/2 A'],
    ['3/4/5', 'groep 3/4/5'],
    ['taalklas', 'taalklas'],
    ['groepsplan', 'groepsplan'],
    ['Groep 1 / 2', 'groep 1/2'],
  ])('%j is %j', (given, name) => expect(parseGroupName(given)).toBe(name))

  it('keep their name when it is read again', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const name = parseGroupName(text)
        if (typeof name === 'string') expect(parseGroupName(name)).toBe(name)
      }),
    )
  })

  it('are the same whatever the capitals and spaces, and 1/2 is not 12', () => {
    expect(sameGroup('groep 1/2 A', 'Groep 1/2a')).toBe(true)
    expect(sameGroup('groep 1/2', 'groep 12')).toBe(false)
  })

  it('stand apart in one cell, mixed groups together', () => {
    expect(groupNamesIn('3, 4')).toEqual(['3', '4'])
    expect(groupNamesIn('1/2 A en 1/2 B')).toEqual(['1/2 A', '1/2 B'])
  })

  it('have a section to propose, and an order', () => {
    expect(['groep 1/2', 'groep 3', 'groep 5', 'groep 6', 'groep 8', 'gym'].map(sectionPlace)).toEqual([
      0,
      1,
      1,
      2,
      2,
      null,
    ])
    expect(
      ['gym', 'groep 10', 'groep 3', 'groep 1/2 A']
        .map((name) => ({ name }))
        .sort(inGroupOrder)
        .map(({ name }) => name),
    ).toEqual(['groep 1/2 A', 'groep 3', 'groep 10', 'gym'])
  })
})
