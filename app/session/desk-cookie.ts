import type { Context } from 'hono'
import { type CookieName, cookieHeader, cookieName, cookieValue } from './cookie.ts'
import type { House, OnDesk } from './desk.ts'

const isHttps = ({ baseUrl }: House) => baseUrl?.startsWith('https:') ?? false

export const readCookie = (c: Context<OnDesk>, house: House, name: CookieName) =>
  cookieValue(c.req.header('cookie'), cookieName(name, isHttps(house)))

/** Gives the browser a cookie for so many seconds; null: until the browser closes. */
export function giveCookie(
  c: Context<OnDesk>,
  house: House,
  name: CookieName,
  value: string,
  seconds: number | null,
) {
  const https = isHttps(house)
  c.header('set-cookie', cookieHeader(cookieName(name, https), value, { https, seconds }), { append: true })
}

export const takeCookie = (c: Context<OnDesk>, house: House, name: CookieName) =>
  giveCookie(c, house, name, '', 0)
