import { expect, it } from 'vitest'
import { LiveLine } from './live-line.tsx'

const WORDS = {
  lost: '1',
  news: '2',
  show: '3',
  typed: '4',
  fine: '5',
  reload: 'Staat stil.',
  again: 'Ververs',
}
const HERE = '/trends/talks/1?side="><script>'

it('tells the page what it follows, and in words how one sees what is new without script', () => {
  const line = String(<LiveLine feed="/feed" revision={7} here="/here?a=1" words={WORDS} />)
  expect(line).toContain('<live-feed id="live" data-feed="/feed" data-revision="7" data-here="/here?a=1"')
  expect(line).toContain('data-lost="1" data-news="2" data-show="3" data-typed="4" data-fine="5"')
  expect(line).toMatch(/<noscript><p class="volglijn">Staat stil. <a href="\/here\?a=1">Ververs<\/a>/)
  expect(line).not.toMatch(/data-(refused|says)/)
})

it('says how it stands and that a form was refused, and keeps what is hostile inside its attribute', () => {
  const line = String(<LiveLine feed="/feed" revision={7} here={HERE} words={WORDS} says="Open." refused />)
  expect(line).toContain('data-says="Open."')
  expect(line).toContain('data-refused="yes"')
  expect(line).not.toContain('<script>')
})
