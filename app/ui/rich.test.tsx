import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anySigns, anyTypedText } from '../../test/rich.ts'
import { parseRich, wordsOf } from '../kernel/rich.ts'
import { RichText } from './rich.tsx'
import { WordDiff } from './word-diff.tsx'

const drawn = (text: string) => String(<RichText text={text} />)

const HARM = [
  '"\'><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[a](javascript:alert(1))',
  '[a](JaVaScRiPt:alert(1))',
  '[a](https://a.nl" onmouseover="alert(1))',
  "[a](https://a.nl' onmouseover='alert(1))",
  '[<b>](https://a.nl/<script>)',
  '[a](data:text/html,<script>)',
  '[a]( https://a.nl)',
  '**<svg onload=alert(1)>**',
  '- <li>\n- </ul><script>',
  '[a](mailto:a@b.nl?subject="><script>)',
  '[a](https://a.nl&#34;&gt;)',
]

const TAGS = new Set(['p', 'ul', 'ol', 'li', 'strong', 'em', 'a', 'br', 'span', 'small', 'del', 'ins'])
const NAMES = new Set(['class', 'href', 'rel', 'target'])

/** Everything in the page is one of the few tags with the few attributes; a link leads to the web or to mail. */
function expectHarmless(html: string) {
  for (const [, tag = '', rest = ''] of html.matchAll(/<\/?([^\s>/]+)([^>]*)>/g)) {
    expect(TAGS).toContain(tag)
    const bare = rest.replace(/([\w-]+)="([^"]*)"/g, (_, name: string, value: string) => {
      expect(NAMES).toContain(name)
      if (name === 'href') expect(value).toMatch(/^(?:https?:\/\/|mailto:)/i)
      return ''
    })
    expect(bare.replace('/', '').trim()).toBe('')
  }
  expect(html.replace(/<[^>]*>/g, '')).not.toMatch(/[<>"]/)
}

const shownIn = (html: string) =>
  html
    .replace(/<br\/>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

describe('a long text on a page', () => {
  it('has paragraphs, lists, looks and links', () => {
    expect(drawn('We **doen** *dit*.')).toBe('We <strong>doen</strong> <em>dit</em>.')
    expect(drawn('een\ntwee')).toBe('een<br/>twee')
    expect(drawn('een\n\n- twee\n- drie')).toBe(
      '<p class="alinea">een</p><ul class="punten"><li>twee</li><li>drie</li></ul>',
    )
    expect(drawn('[de **site**](https://a.nl/?b&c)')).toBe(
      '<a href="https://a.nl/?b&amp;c" rel="noopener noreferrer nofollow" target="_blank">de <strong>site</strong></a>',
    )
  })

  it.each(HARM)('does no harm: %s', (text) => {
    expectHarmless(drawn(text))
    expectHarmless(String(<WordDiff before={`x ${text}`} after={text} language="nl" />))
  })

  it('does no harm and shows every word, whatever the text is', () => {
    fc.assert(
      fc.property(fc.oneof(anySigns, anyTypedText, fc.constantFrom(...HARM)), (text) => {
        const html = drawn(text)
        expectHarmless(html)
        const words = parseRich(text).flatMap((block) =>
          block.kind === 'paragraph' ? [wordsOf(block.runs)] : block.items.map(wordsOf),
        )
        expect(shownIn(html)).toBe(words.join(''))
      }),
      { numRuns: 500 },
    )
  })
})
