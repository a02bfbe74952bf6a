import { describe, expect, it } from 'vitest'
import { WordDiff } from './word-diff.tsx'

const drawn = (before: string, after: string) =>
  String(<WordDiff before={before} after={after} language="nl" />).replace(/ (class|rel|target)="[^"]*"/g, '')

describe('the changes of a text as one reads them', () => {
  it('strikes out what goes and underlines what comes', () => {
    expect(drawn('We kijken *twee* keer.', 'We kijken *drie* keer.')).toBe(
      'We kijken <del><span>weg: </span><em>twee</em></del><ins><span>nieuw: </span><em>drie</em></ins> keer.',
    )
  })

  it('says of words that only look different how they look', () => {
    expect(drawn('We kijken samen.', 'We **kijken** samen.')).toBe(
      'We <strong>kijken</strong><small> (nu vet)</small> samen.',
    )
    expect(drawn('Zie [hier](https://a.nl).', 'Zie [hier](https://b.nl).')).toBe(
      'Zie <a href="https://b.nl">hier</a><small> (nu een link naar https://b.nl)</small>.',
    )
  })

  it('says what became of a line', () => {
    expect(drawn('kijken', '- kijken')).toBe('<span>– <small>(nu een punt) </small>kijken</span>')
    expect(drawn('Kijken. Praten.', 'Kijken.\n\nPraten.')).toContain(
      '<small>(nu op een nieuwe regel) </small>Praten.',
    )
    expect(drawn('Kijken.\n\nPraten.', 'Kijken. Praten.')).toContain('<small> (nu achter elkaar)</small>')
  })

  it('strikes out a point that goes', () => {
    expect(drawn('- kijken\n- praten\n- lezen', '- kijken\n- lezen')).toBe(
      '<span>– kijken</span><span>– <del><span>weg: </span>praten</del></span><span>– lezen</span>',
    )
  })

  it('counts the numbers of the text as it will be', () => {
    expect(drawn('1. een\n2. twee', '1. een\n2. half\n3. twee')).toBe(
      '<span>1. een</span><span>2. <ins><span>nieuw: </span>half</ins></span><span>3. twee</span>',
    )
  })

  it('shows no signs', () => {
    const shown = drawn('**a** [b](https://a.nl)\n\n- *c*', '**a** [b](https://a.nl) d\n\n- *c* e')
    expect(shown.replace(/<[^>]*>/g, '')).not.toMatch(/[*[\]]/)
  })
})
