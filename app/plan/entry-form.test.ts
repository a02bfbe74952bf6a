import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '../kernel/id.ts'
import { parseEntryForm, sentTexts } from './entry-form.ts'

function form(fields: Record<string, string | readonly string[]>) {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) made.append(name, one)
  return made
}

describe('the form of a card', () => {
  it('gives each text with the revision from which it began', () => {
    const sent = sentTexts(
      form({ 'text.goal': 'Samen', 'base.goal': '3', 'keep.goal': 'both', 'text.approach': '' }),
    )
    expect(sent).toEqual([
      { field: 'goal', text: 'Samen', base: 3, keep: 'both' },
      { field: 'approach', text: '', base: null, keep: null },
    ])
  })

  it('changes nothing that stands as it was drawn', () => {
    const line = newId<'vision-line'>()
    const drawn = {
      'was.visionLineIds': line,
      visionLineIds: [line],
      'was.onDay': '2026-11-26 ',
      onDay: ['2026-11-26', ''],
      'was.occasion': 'mid other',
      occasion: ['mid', 'other'],
      'was.coordinatorHours': '12',
      coordinatorHours: '12',
      'was.people.support': '',
      'was.weight': 'full',
      weight: 'full',
    }
    expect(parseEntryForm(form(drawn))).toEqual({ texts: [], tie: {}, moments: null, people: [] })
  })

  it('reads days, and refuses one that is in no calendar', () => {
    const was = { 'was.onDay': '', 'was.occasion': 'mid' }
    expect(parseEntryForm(form({ ...was, onDay: '2027-03-04', occasion: 'mid' }))).toMatchObject({
      moments: [{ onDay: '2027-03-04', occasion: 'mid' }],
    })
    expect(parseEntryForm(form({ ...was, onDay: '2027-02-30', occasion: 'mid' }))).toEqual({
      refused: 'day-unknown',
      field: 'onDay',
    })
  })

  it('lets go of what is emptied', () => {
    const emptied = {
      'was.visionLineIds': 'x',
      'was.parentId': 'x',
      parentId: '',
      'was.coordinatorHours': '4',
      coordinatorHours: ' ',
      'was.shareChoice': 'share',
      shareChoice: '',
      'was.people.share': 'x',
    }
    expect(parseEntryForm(form(emptied))).toEqual({
      texts: [],
      tie: { visionLineIds: [], parentId: null, coordinatorHours: null, shareChoice: null },
      moments: null,
      people: [{ part: 'share', ids: [] }],
    })
  })

  it('reads anything that a browser could send, or refuses it, and never falls over', () => {
    const names = [
      'onDay',
      'occasion',
      'visionLineIds',
      'parentId',
      'weight',
      'ownAim',
      'people.duo',
      'text.goal',
      'base.goal',
    ]
    const fields = fc.array(
      fc.tuple(fc.constantFrom(...names, ...names.map((name) => `was.${name}`)), fc.string()),
    )
    fc.assert(
      fc.property(fields, (pairs) => {
        const made = new FormData()
        for (const [name, value] of pairs) made.append(name, value)
        const parsed = parseEntryForm(made)
        return 'refused' in parsed || Array.isArray(parsed.texts)
      }),
    )
  })
})
