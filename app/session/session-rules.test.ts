import { describe, expect, it } from 'vitest'
import { cookieHeader, cookieName, cookieValue } from './cookie.ts'
import { deviceOf } from './device.ts'
import { languageFor, preferredLanguage } from './language-choice.ts'
import { networkAddress, originForMail } from './origin.ts'
import { newToken, parseToken } from './secret-store.ts'
import { setupNeedsCode } from './setup-code.ts'
import { networkOf } from './throttle.ts'

describe('cookies', () => {
  it('are bound to this host over https, and never open to scripts', () => {
    expect(cookieName('session', true)).toBe('__Host-session')
    expect(cookieHeader('__Host-session', 'x', { https: true, seconds: 60 })).toBe(
      '__Host-session=x; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=60',
    )
    expect(cookieHeader('session', 'x', { https: false, seconds: null })).toBe(
      'session=x; Path=/; HttpOnly; SameSite=Lax',
    )
  })

  it.each([
    ['a=1; session=abc; b=2', 'abc'],
    ['session=abc', 'abc'],
    ['xsession=abc', null],
    ['session', null],
    ['=abc', null],
    ['', null],
    [undefined, null],
    [';;;=;session==;', '='],
  ])('in %j', (header, value) => expect(cookieValue(header, 'session')).toBe(value))

  it('hold 43 letters of chance or nothing', () => {
    expect(parseToken(newToken())).not.toBeNull()
    for (const junk of [
      '',
      'a'.repeat(42),
      'a'.repeat(44),
      `${'a'.repeat(42)}'`,
      `${'a'.repeat(42)}\n`,
      3,
      null,
    ])
      expect(parseToken(junk)).toBeNull()
  })
})

describe('the language of a reader', () => {
  it.each([
    ['en-GB,en;q=0.9,nl;q=0.8', 'en'],
    ['de-DE,de;q=0.9,nl;q=0.5,en;q=0.4', 'nl'],
    ['nl;q=0,en', 'en'],
    ['fr', null],
    ['', null],
    [undefined, null],
    [';;q=x,,=', null],
  ])('a browser that says %j prefers %j', (header, language) =>
    expect(preferredLanguage(header)).toBe(language),
  )

  it('is the own choice, else that of the browser, else Dutch', () => {
    expect(languageFor('nl', 'en', 'en')).toBe('nl')
    expect(languageFor(null, 'en', 'nl')).toBe('en')
    expect(languageFor(null, 'xx', 'en')).toBe('en')
    expect(languageFor(null, null, 'fr')).toBe('nl')
  })
})

describe('a device', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0', 'Firefox/Windows'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari/iPhone',
    ],
    [
      'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/129.0.0.0 Safari/537.36',
      'Chrome/Chromebook',
    ],
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0', 'Edge/Windows'],
    ['<script>alert(1)</script>', '/'],
    [undefined, '/'],
  ])('%s', (agent, device) => expect(deviceOf(agent)).toBe(device))
})

describe('a network', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    [undefined, 'unknown'],
  ])('%s is of %s', (address, network) => expect(networkOf(address)).toBe(network))

  it('is told by a proxy on this machine, and by nobody else', () => {
    expect(networkAddress('127.0.0.1', '1.1.1.1, 192.0.2.7', 'https://x.nl')).toBe('192.0.2.7')
    expect(networkAddress('127.0.0.1', '192.0.2.7', null)).toBe('127.0.0.1')
    expect(networkAddress('203.0.113.5', '192.0.2.7', 'https://x.nl')).toBe('203.0.113.5')
  })
})

describe('where a mailed link leads', () => {
  it.each([
    ['localhost:3000', 'http://localhost:3000'],
    ['127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['evil.example', null],
    ['localhost.evil.example', null],
    ['localhost:3000@evil.example', null],
    ['localhost/x', null],
    ['', null],
    [undefined, null],
  ])('with Host %j', (host, origin) => expect(originForMail(null, host)).toBe(origin))
})

describe('the first set-up', () => {
  const atTheMachine = { peerIsLoopback: true, hostIsLoopback: true, forwarded: false, baseUrlIsSet: false }
  it('asks no code of who sits at the machine, and one of everybody else', () => {
    expect(setupNeedsCode(atTheMachine)).toBe(false)
    for (const other of [
      { peerIsLoopback: false },
      { hostIsLoopback: false },
      { forwarded: true },
      { baseUrlIsSet: true },
    ])
      expect(setupNeedsCode({ ...atTheMachine, ...other })).toBe(true)
  })
})
